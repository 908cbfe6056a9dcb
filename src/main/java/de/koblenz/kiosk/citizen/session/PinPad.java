package de.koblenz.kiosk.citizen.session;

/// Where the digits of a PIN, CAN or PUK go when they are pressed: past events and states, which know only how many
/// there are. Nothing here can be asked what was pressed. Called on the thread of the screen; must not block.
public interface PinPad {
    /// A pad that takes nothing, as long as no card can be read.
    PinPad NONE =
            new PinPad() {
                @Override
                public void press(int digit) {}

                @Override
                public void erase() {}
            };

    /// A digit was pressed. Does nothing where no entry goes on or it is full.
    ///
    /// @param digit 0 to 9
    void press(int digit);

    /// Takes the last digit back.
    void erase();
}
