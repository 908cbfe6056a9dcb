package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Screen.Control;
import de.koblenz.kiosk.citizen.ui.Symbol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Letters as e-mail addresses have them (RFC 5321), with @ at hand and the usual endings as one key each.
final class AddressBoard extends KeyBoard {
    private static final double UNITS = 11;

    private final KeyboardPane.Typist typist;
    private final Map<Key, String> letters = new LinkedHashMap<>();
    private final Key shiftKey;
    private final Key delete;
    private Shift shift = Shift.OFF;
    private @Nullable KeyboardWords words;
    private PageStyle style = PageStyle.of(ScreenView.FIRST_LOOK);

    AddressBoard(Console console, KeyboardPane.Typist typist) {
        super(console, UNITS, 104);
        this.typist = typist;
        row(keys("1 2 3 4 5 6 7 8 9 0 _"));
        row(keys("q w e r t z u i o p +"));
        row(keys("a s d f g h j k l - ."));
        shiftKey = key(1, true, this::pressShift);
        delete = key(1, true, typist::delete);
        List<Key> fourth = new ArrayList<>();
        fourth.add(shiftKey);
        fourth.addAll(keys("y x c v b n m"));
        fourth.add(letter("@", 2));
        fourth.add(delete);
        row(fourth);
        row(List.of(letter(".de", 3), letter(".com", 3), letter(".net", 3), letter(".eu", 2)));
    }

    private List<Key> keys(String row) {
        List<Key> keys = new ArrayList<>();
        for (String letter : row.split(" ", -1)) {
            keys.add(letter(letter, 1));
        }
        return keys;
    }

    private Key letter(String letter, double units) {
        Key key = key(units, false, () -> type(letter));
        letters.put(key, letter);
        return key;
    }

    /// An ending stays small.
    private String typed(String letter) {
        return letter.length() > 1 ? letter : shift.apply(letter);
    }

    private void type(String letter) {
        typist.type(typed(letter));
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
        refresh();
    }

    private void refresh() {
        KeyboardWords current = words;
        if (current == null) {
            return;
        }
        letters.forEach((key, letter) -> {
            String typed = typed(letter);
            key.showWord("key." + letter, typed, typed, "", style);
        });
        shift.show(shiftKey, current);
        delete.showIcon("key.delete", current.delete(), SymbolIcon.character(Symbol.DELETE));
    }
}
