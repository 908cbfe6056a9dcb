package de.koblenz.kiosk.citizen.ui.view;

/// State of the shift key: off, for one letter, until switched off.
enum Shift {
    OFF,
    ONCE,
    LOCKED;

    Shift pressed() {
        return switch (this) {
            case OFF -> ONCE;
            case ONCE -> LOCKED;
            case LOCKED -> OFF;
        };
    }

    Shift typed() {
        return this == ONCE ? OFF : this;
    }

    String apply(String letter) {
        return this == OFF ? letter : FurtherLetters.capital(letter);
    }

    void show(Key key, KeyboardWords words) {
        key.setSelected(this != OFF);
        key.showIcon(
                "key.shift",
                switch (this) {
                    case OFF -> words.shift();
                    case ONCE -> words.shiftOn();
                    case LOCKED -> words.capsOn();
                },
                this == LOCKED ? SymbolIcon.SHIFT_LOCKED : SymbolIcon.SHIFT);
    }
}
