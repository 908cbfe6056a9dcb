package de.koblenz.kiosk.health.command;

import de.koblenz.kiosk.health.event.EventDraft;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What became of each command, over restarts: none is carried out twice. Thread-safe.
public interface CommandJournal {
    /// How far a command is.
    enum State {
        /// Accepted; waits for its turn.
        WAITING,
        /// Begun; what came of it is not known yet.
        BEGUN,
        DONE,
        FAILED
    }

    /// What a command is to the journal.
    enum Verdict {
        /// Accepted now.
        NEW,
        /// Accepted before, and the monitor may not have its answer yet.
        KNOWN,
        /// The monitor has its answer, or a later command came before.
        REPLAYED
    }

    /// A command that is not answered.
    ///
    /// @param jws as it came
    record Open(UUID id, State state, String jws) {}

    /// Accepts a command for good, if it is new.
    ///
    /// @throws IOException if it cannot be written: then it is not accepted
    Verdict accept(SignedCommand command, String jws) throws IOException;

    /// Notes that a command is begun, before anything is done.
    void begin(UUID id) throws IOException;

    /// Notes that nothing was done of a command that was begun: it waits again.
    void postpone(UUID id) throws IOException;

    /// Notes how a command ended and keeps what is told of it, all or nothing.
    ///
    /// @param state DONE or FAILED
    /// @param told the last of them is the answer
    void finish(UUID id, State state, List<EventDraft> told) throws IOException;

    /// Commands that are not answered, in the order of their numbers.
    List<Open> open() throws IOException;

    /// The newest command of these kinds that was done, as it came.
    Optional<String> lastDone(List<String> kinds) throws IOException;
}
