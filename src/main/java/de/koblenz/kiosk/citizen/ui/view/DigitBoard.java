package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Screen.Control;
import de.koblenz.kiosk.citizen.ui.Symbol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A pad of digits in the order of a telephone, with a comma or a plus sign where asked for.
final class DigitBoard extends KeyBoard {
    private final Map<Key, String> digits = new LinkedHashMap<>();
    private final Key delete;

    /// @param sign beside the 0; empty for none
    DigitBoard(Console console, KeyboardPane.Typist typist, String sign) {
        super(console, 3, 220);
        for (String row : List.of("1 2 3", "4 5 6", "7 8 9")) {
            List<Key> keys = new ArrayList<>();
            for (String digit : row.split(" ", -1)) {
                keys.add(digit(digit, typist));
            }
            row(keys);
        }
        delete = key(1, true, typist::delete);
        Key beside = digit(sign.isEmpty() ? "," : sign, typist);
        beside.setVisible(!sign.isEmpty());
        row(List.of(beside, digit("0", typist), delete));
    }

    private Key digit(String digit, KeyboardPane.Typist typist) {
        Key key = key(1, false, () -> typist.type(digit));
        digits.put(key, digit);
        return key;
    }

    @Override
    void show(KeyboardWords words, Optional<Control> extra, PageStyle style) {
        digits.forEach((key, digit) -> key.showWord("key." + digit, digit, digit, "", style));
        delete.showIcon("key.delete", words.delete(), SymbolIcon.character(Symbol.DELETE));
    }
}
