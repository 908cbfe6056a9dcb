package de.koblenz.kiosk.fleet.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Signed commands and their answers. Thread-safe.
public interface CommandStore {
    /// The greatest `seq` that a command to that terminal ever had; 0 before the first.
    long lastSeq(TerminalId terminal) throws StoreUnavailable;

    /// Keeps a signed command and who sent it, both or none.
    ///
    /// @return whether it is kept; false if another command to that terminal has its `seq`
    boolean keep(Command command, AuditEntry entry) throws StoreUnavailable;

    /// Keeps that somebody wanted what they may not.
    void refused(AuditEntry entry) throws StoreUnavailable;

    /// Commands that are neither answered for good nor expired, in the order of `seq`.
    List<Command> unanswered(Instant now) throws StoreUnavailable;

    /// Commands to a terminal, newest first.
    List<Command> commands(TerminalId terminal, int most) throws StoreUnavailable;

    /// A signed command.
    ///
    /// @param jti unique id, a UUID
    /// @param kind its word on the wire
    /// @param jws as it is sent, each time the same
    /// @param answer empty until the terminal has answered
    record Command(
            String jti,
            TerminalId terminal,
            long seq,
            String kind,
            String jws,
            String account,
            Instant issuedAt,
            Instant expiresAt,
            Optional<Batch.CommandAnswer> answer) {}
}
