package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Screen.Control;
import de.koblenz.kiosk.citizen.ui.Symbol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// QWERTZ with digits, ä ö ü ß.
final class LetterBoard extends KeyBoard {
    private static final double UNITS = 11;

    private final KeyboardPane.Typist typist;
    private final Map<Key, String> letters = new LinkedHashMap<>();
    private final Key shiftKey;
    private final Key delete;
    private final Key more;
    private final Key space;
    private final List<Key> signs = new ArrayList<>();
    private final ActionButton extraButton;
    private Shift shift = Shift.OFF;
    private boolean withExtra;
    private @Nullable KeyboardWords words;
    private PageStyle style = PageStyle.of(ScreenView.FIRST_LOOK);

    LetterBoard(Console console, KeyboardPane.Typist typist, KeyboardPane pane) {
        super(console, UNITS, 104);
        this.typist = typist;
        row(letterKeys("1 2 3 4 5 6 7 8 9 0 ß"));
        row(letterKeys("q w e r t z u i o p ü"));
        row(letterKeys("a s d f g h j k l ö ä"));
        shiftKey = key(1, true, this::pressShift);
        delete = key(1, true, typist::delete);
        List<Key> fourth = new ArrayList<>();
        fourth.add(shiftKey);
        fourth.addAll(letterKeys("y x c v b n m , ."));
        fourth.add(delete);
        row(fourth);
        more = key(4, true, () -> pane.showFurther(true));
        space = key(4, false, () -> typist.type(" "));
        extraButton =
                new ActionButton(
                        console, TextRole.SERVICE, ActionButton.Form.BESIDE, 40, "primary");
        extraButton.setVisible(false);
        signs.addAll(letterKeys("- ' @"));
        List<Cell> fifth = new ArrayList<>();
        fifth.add(more);
        fifth.add(space);
        fifth.addAll(signs);
        fifth.add(extraButton);
        row(fifth);
    }

    private List<Key> letterKeys(String row) {
        List<Key> keys = new ArrayList<>();
        for (String letter : row.split(" ", -1)) {
            Key key = key(1, false, () -> type(letter));
            letters.put(key, letter);
            keys.add(key);
        }
        return keys;
    }

    private void type(String letter) {
        typist.type(shift.apply(letter));
        if (shift == Shift.ONCE) {
            shift = shift.typed();
            refresh();
        }
    }

    private void pressShift() {
        shift = shift.pressed();
        refresh();
    }

    @Override
    void reset() {
        shift = Shift.OFF;
    }

    @Override
    void show(KeyboardWords newWords, Optional<Control> extra, PageStyle newStyle) {
        words = newWords;
        style = newStyle;
        withExtra = extra.isPresent();
        extra.ifPresent(control -> extraButton.show(control, newStyle));
        extraButton.setVisible(withExtra);
        signs.forEach(sign -> sign.setVisible(!withExtra));
        refresh();
        requestLayout();
    }

    @Override
    double unitsOf(Cell cell) {
        if (cell == extraButton) {
            return withExtra ? 5 : 0;
        }
        if (withExtra && cell instanceof Key sign && signs.contains(sign)) {
            return 0;
        }
        return withExtra && cell == space ? 2 : super.unitsOf(cell);
    }

    private void refresh() {
        KeyboardWords current = words;
        if (current == null) {
            return;
        }
        letters.forEach((key, letter) -> {
            String typed = shift.apply(letter);
            key.showWord("key." + letter, typed, typed, "", style);
        });
        shift.show(shiftKey, current);
        delete.showIcon("key.delete", current.delete(), SymbolIcon.character(Symbol.DELETE));
        more.showWords("key.more", current.moreLetters(), "é ñ ł", style);
        space.showWord("key.space", "", current.space(), SymbolIcon.SPACE_BAR, style);
    }
}
