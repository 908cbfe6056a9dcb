package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Screen.Control;
import de.koblenz.kiosk.citizen.ui.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Further letters by group, accents and signs.
final class FurtherBoard extends KeyBoard {
    private static final int UNITS = 11;

    private final KeyboardPane.Typist typist;
    private final List<Key> variants = new ArrayList<>();
    private final List<Key> groups = new ArrayList<>();
    private final Key back;
    private final Key marks;
    private final Key shiftKey;
    private final Key delete;
    private FurtherLetters.Group group = FurtherLetters.GROUPS.getFirst();
    private Shift shift = Shift.OFF;
    private @Nullable KeyboardWords words;
    private PageStyle style = PageStyle.of(ScreenView.FIRST_LOOK);

    FurtherBoard(Console console, KeyboardPane.Typist typist, KeyboardPane pane) {
        super(console, UNITS, 104);
        this.typist = typist;
        for (int i = 0; i < FurtherLetters.MOST; i++) {
            int place = i;
            variants.add(key(1, false, () -> type(place)));
        }
        for (FurtherLetters.Group each : FurtherLetters.GROUPS) {
            groups.add(key(1, true, () -> choose(each)));
        }
        row(groups);
        for (int row = 0; row < FurtherLetters.MOST; row += UNITS) {
            row(variants.subList(row, row + UNITS));
        }
        back = key(4, true, () -> pane.showFurther(false));
        marks = key(5, true, () -> choose(FurtherLetters.MARKS));
        shiftKey = key(1, true, this::pressShift);
        delete = key(1, true, typist::delete);
        row(List.of(back, marks, shiftKey, delete));
    }

    private void type(int place) {
        typist.type(shift.apply(group.letters().get(place)));
        if (shift == Shift.ONCE) {
            shift = shift.typed();
            refresh();
        }
    }

    private void choose(FurtherLetters.Group chosen) {
        group = chosen;
        refresh();
    }

    private void pressShift() {
        shift = shift.pressed();
        refresh();
    }

    @Override
    void reset() {
        shift = Shift.OFF;
        group = FurtherLetters.GROUPS.getFirst();
    }

    @Override
    void show(KeyboardWords newWords, Optional<Control> extra, PageStyle newStyle) {
        words = newWords;
        style = newStyle;
        refresh();
    }

    private void refresh() {
        KeyboardWords current = words;
        if (current == null) {
            return;
        }
        List<String> letters = group.letters();
        for (int i = 0; i < variants.size(); i++) {
            boolean used = i < letters.size();
            variants.get(i).setVisible(used);
            if (used) {
                String letter = shift.apply(letters.get(i));
                String id = "key." + letters.get(i);
                variants.get(i).showWord(id, FurtherLetters.shown(letter), letter, "", style);
            }
        }
        for (int i = 0; i < groups.size(); i++) {
            FurtherLetters.Group each = FurtherLetters.GROUPS.get(i);
            groups.get(i).setSelected(each.equals(group));
            groups.get(i).showWord("key.group." + each.name(), each.name(), each.name(), "", style);
        }
        back.showWords("key.letters", current.letters(), "a b c", style);
        marks.setSelected(group.equals(FurtherLetters.MARKS));
        marks.showWords("key.marks", current.marks(), "´ ` ˆ ˜", style);
        shift.show(shiftKey, current);
        delete.showIcon("key.delete", current.delete(), SymbolIcon.character(Symbol.DELETE));
    }
}
