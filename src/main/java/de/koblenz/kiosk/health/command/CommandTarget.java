package de.koblenz.kiosk.health.command;

/// The terminal, as far as it can be commanded. Called by the desk's thread; may block.
public interface CommandTarget {
    /// Whether nobody is at the terminal.
    boolean idle();

    /// Does it.
    ///
    /// @return how it went; for a restart, that it is under way
    Outcome carryOut(Command command);

    /// How a command went.
    sealed interface Outcome {
        record Done() implements Outcome {}

        /// @param code failure code, e.g. `PRN-PAPER-OUT`
        record Failed(String code) implements Outcome {}

        /// The program ends now; the answer is the next one's.
        record Ending() implements Outcome {}
    }
}
