package de.koblenz.kiosk.device.sim;

/// A chip card as a reader meets it: power, reset, bytes. Implementations are thread-safe.
public interface SimulatedCard {
    /// Gives it power, or resets it where it has power: every session with it ends.
    ///
    /// @return answer to reset (ISO 7816-3 §8; of a contactless card as PC/SC part 3 §3.1.3.2.3 builds it)
    byte[] powerOn();

    /// Takes its power away; what is not stored for good is lost.
    void powerOff();

    /// One command APDU, one response APDU (ISO 7816-4 §5.1).
    ///
    /// @return at least the two status bytes
    byte[] transmit(byte[] command);
}
