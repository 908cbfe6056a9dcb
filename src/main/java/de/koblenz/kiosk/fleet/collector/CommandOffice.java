package de.koblenz.kiosk.fleet.collector;

import de.koblenz.kiosk.fleet.model.AuditEntry;
import de.koblenz.kiosk.fleet.model.CommandStore;
import de.koblenz.kiosk.fleet.model.Operator;
import de.koblenz.kiosk.fleet.model.Role;
import de.koblenz.kiosk.fleet.model.StoreUnavailable;
import de.koblenz.kiosk.fleet.model.TerminalId;
import de.koblenz.kiosk.health.command.Command;
import de.koblenz.kiosk.health.command.CommandSigner;
import de.koblenz.kiosk.health.command.SignedCommand;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// Takes commands of operators at any monitor. A command is signed and kept, together with its entry in the audit log, before it is sent; the
/// collector sends it, each time the same, until the terminal has answered or it is too late. Thread-safe.
public final class CommandOffice {
    /// Monitors that command the same terminal at the same time try again with the next number.
    private static final int MOST_TRIES = 20;

    private final CommandSigner signer;
    private final CommandStore commands;
    private final InstantSource clock;
    private final Supplier<UUID> ids;

    /// @param ids random ones
    public CommandOffice(
            CommandSigner signer, CommandStore commands, InstantSource clock, Supplier<UUID> ids) {
        this.signer = signer;
        this.commands = commands;
        this.clock = clock;
        this.ids = ids;
    }

    /// Signs a command and keeps it, so that it is sent.
    ///
    /// @param forced also in the middle of a citizen's session
    /// @param life after that the terminal refuses it; at least a second
    /// @return empty if the operator may not do that, which is written down too
    public Optional<CommandStore.Command> submit(
            Operator by, TerminalId terminal, Command command, boolean forced, Duration life)
            throws StoreUnavailable {
        Instant now = clock.instant();
        boolean allowed = by.role().compareTo(least(command)) >= 0;
        UUID id = ids.get();
        AuditEntry entry =
                new AuditEntry(
                        now,
                        by.account(),
                        by.role(),
                        command.kind(),
                        terminal.toString(),
                        allowed ? (forced ? "forced " : "") + id : "",
                        allowed);
        if (!allowed) {
            commands.refused(entry);
            return Optional.empty();
        }
        Instant issued = Instant.ofEpochSecond(now.getEpochSecond());
        Instant expires = issued.plusSeconds(life.toSeconds());
        for (int i = 0; i < MOST_TRIES; i++) {
            long seq = commands.lastSeq(terminal) + 1;
            SignedCommand signed =
                    new SignedCommand(
                            id, terminal.toString(), seq, issued, expires, forced, command);
            CommandStore.Command kept =
                    new CommandStore.Command(
                            id.toString(),
                            terminal,
                            seq,
                            command.kind(),
                            signer.sign(signed),
                            by.account(),
                            issued,
                            expires,
                            Optional.empty());
            if (commands.keep(kept, entry)) {
                return Optional.of(kept);
            }
        }
        throw new StoreUnavailable("CMD-SEQ");
    }

    /// What a terminal runs is the administrators' business.
    private static Role least(Command command) {
        return switch (command) {
            case Command.Configuration _, Command.SoftwareUpdate _ -> Role.ADMINISTER;
            case Command.OutOfService _,
                    Command.InService _,
                    Command.Restart _,
                    Command.Rebirth _,
                    Command.TestPrint _,
                    Command.Screenshot _,
                    Command.Logs _ ->
                    Role.OPERATE;
        };
    }
}
