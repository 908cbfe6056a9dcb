package de.koblenz.kiosk.health.command;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// The terminal, as far as it can be commanded. Called by the desk's thread; may block.
public interface CommandTarget {
    /// Whether nobody is at the terminal.
    boolean idle();

    /// Does what can be done of it while a citizen is at the terminal, such as to fetch and check what it needs. May be called
    /// again for the same command, also after a restart; must not block.
    ///
    /// @return later, nothing if it may be carried out now, or how it failed
    default CompletableFuture<Optional<Outcome.Failed>> prepare(UUID id, Command command) {
        return READY;
    }

    /// Does it.
    ///
    /// @return how it went; for a restart, that it is under way
    Outcome carryOut(UUID id, Command command);

    /// What became of a command that [Outcome.Ending] was said of, asked by this program and by the one that comes after.
    ///
    /// @return empty while that is not decided; [CommandDesk#idle] has it asked again
    Optional<Outcome> ended(UUID id, Command command);

    /// Nothing is to be done before.
    CompletableFuture<Optional<Outcome.Failed>> READY =
            CompletableFuture.completedFuture(Optional.empty());

    /// How a command went.
    sealed interface Outcome {
        record Done() implements Outcome {}

        /// Done, and what was asked for is at the data centre.
        record Sent(long bytes) implements Outcome {}

        /// It was done, and taken back because the terminal did not come up healthy.
        ///
        /// @param code what was wrong
        record TakenBack(String code) implements Outcome {}

        /// @param code failure code, e.g. `PRN-PAPER-OUT`
        record Failed(String code) implements Outcome {}

        /// Nothing was done, as somebody came to the terminal at that very moment; it waits again, as long as it may.
        record Postponed() implements Outcome {}

        /// The program ends now; the answer is the next one's.
        record Ending() implements Outcome {}
    }
}
