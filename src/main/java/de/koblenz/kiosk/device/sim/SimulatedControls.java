package de.koblenz.kiosk.device.sim;

import de.koblenz.kiosk.device.card.PcscException;

/// What a reader does with commands that are meant for itself, such as those to its keypad (PC/SC part 10).
@FunctionalInterface
public interface SimulatedControls {
    /// @param code which command
    /// @throws PcscException as from SCardControl
    byte[] answer(int code, byte[] command) throws PcscException;
}
