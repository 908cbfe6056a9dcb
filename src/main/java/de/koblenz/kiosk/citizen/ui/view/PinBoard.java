package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.session.PinPad;
import de.koblenz.kiosk.citizen.ui.Screen.Control;
import de.koblenz.kiosk.citizen.ui.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The keys for a PIN, in the order of every cash machine, which who cannot see them knows by heart. No key shows that it is
/// pressed. A digit goes from its key to the [PinPad] as a number and is kept nowhere here.
final class PinBoard extends KeyBoard {
    private final List<Key> digits = new ArrayList<>();
    private final Key delete;

    PinBoard(Console console) {
        super(console, 3, 220);
        PinPad pad = console.pad();
        for (int digit = 0; digit <= 9; digit++) {
            int pressed = digit;
            digits.add(new Key(console.gate(), 1, false, true, () -> pad.press(pressed)));
        }
        delete = new Key(console.gate(), 1, true, true, pad::erase);
        for (int first = 1; first <= 7; first += 3) {
            row(digits.subList(first, first + 3));
        }
        Key nothing = new Key(console.gate(), 1, false, true, () -> {});
        nothing.setVisible(false);
        row(List.of(nothing, digits.getFirst(), delete));
    }

    @Override
    void show(KeyboardWords words, Optional<Control> extra, PageStyle style) {
        for (int digit = 0; digit <= 9; digit++) {
            String word = Integer.toString(digit);
            digits.get(digit).showWord("key." + word, word, word, "", style);
        }
        delete.showIcon("key.delete", words.delete(), SymbolIcon.character(Symbol.DELETE));
    }
}
