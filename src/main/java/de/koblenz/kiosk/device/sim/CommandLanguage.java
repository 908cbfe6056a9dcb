package de.koblenz.kiosk.device.sim;

import de.koblenz.kiosk.device.profile.DeviceProfile;

/// The language that a simulated printer understands. Used by its printer alone, not thread-safe.
sealed interface CommandLanguage permits EscPosLanguage, StarLanguage {
    /// What a language can do with the printer it is spoken to.
    interface Machine {
        DeviceProfile profile();

        PrintHead head();

        PrinterPanel panel();

        /// Sends bytes to the terminal.
        void answer(int... bytes);

        /// Forgets everything that was received and not printed.
        void clearBuffers();

        /// Notes something that the printer does not understand.
        void unknown(String what);
    }

    /// A byte arrives: real-time codes are obeyed at once, whatever the printer is doing.
    void arrive(byte value);

    /// Obeys a byte that is a whole command by itself, a letter or nothing at all.
    ///
    /// @return false if it is something else; nothing has happened then
    boolean plain(byte value);

    /// The command at the start of `bytes`, of which `size` are there.
    PrinterCommand commandAt(byte[] bytes, int size);

    /// Obeys a whole command.
    ///
    /// @return false if it cannot be obeyed now; nothing of it has happened then
    boolean obey(byte[] command, byte[] data);

    /// The power was switched off and on.
    void restart();

    /// Tells the status, if it has changed and the terminal has asked to be told.
    void tellStatus();
}
