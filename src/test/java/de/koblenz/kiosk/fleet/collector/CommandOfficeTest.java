package de.koblenz.kiosk.fleet.collector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.koblenz.kiosk.fleet.model.AuditEntry;
import de.koblenz.kiosk.fleet.model.CommandStore;
import de.koblenz.kiosk.fleet.model.Operator;
import de.koblenz.kiosk.fleet.model.Role;
import de.koblenz.kiosk.fleet.model.TerminalId;
import de.koblenz.kiosk.health.command.Command;
import de.koblenz.kiosk.health.command.CommandCheck;
import de.koblenz.kiosk.health.command.CommandRefused;
import de.koblenz.kiosk.health.command.CommandSigner;
import de.koblenz.kiosk.health.command.SignedCommand;
import de.koblenz.kiosk.store.FleetDatabase;
import de.koblenz.kiosk.store.SqlAuditLog;
import de.koblenz.kiosk.store.SqlCommandStore;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandOfficeTest {
    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00.750Z");
    private static final TerminalId ONE = new TerminalId("amt", "terminal-1");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir private Path folder;
    private FleetDatabase database;
    private SqlCommandStore commands;
    private KeyPair keys;
    private int ids;

    @BeforeEach
    void open() throws Exception {
        database = FleetDatabase.open("jdbc:sqlite:" + folder.resolve("fleet.db"));
        commands = new SqlCommandStore(database);
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Optional<CommandStore.Command> submit(Role role, Command command) throws Exception {
        CommandOffice office =
                new CommandOffice(
                        new CommandSigner(keys.getPrivate()),
                        commands,
                        () -> NOW,
                        () -> new UUID(0, ++ids));
        return office.submit(new Operator("erika", role), ONE, command, true, MINUTE);
    }

    @Test
    void theTerminalReadsWhatWasSubmitted() throws Exception {
        Command.OutOfService command = new Command.OutOfService(Map.of("de", "Störung"));
        String jws = submit(Role.OPERATE, command).orElseThrow().jws();
        CommandCheck check = new CommandCheck(List.of(keys.getPublic()), ONE.toString());
        Instant issued = Instant.parse("2026-06-01T08:00:00Z");
        assertEquals(
                new SignedCommand(
                        new UUID(0, 1),
                        "amt/terminal-1",
                        1,
                        issued,
                        issued.plus(MINUTE),
                        true,
                        command),
                check.read(jws, NOW));
        CommandCheck other = new CommandCheck(List.of(keys.getPublic()), "amt/terminal-2");
        assertThrows(CommandRefused.class, () -> other.read(jws, NOW));
    }

    @Test
    void theNumbersOfATerminalGrow() throws Exception {
        for (long seq = 1; seq <= 3; seq++) {
            assertEquals(seq, submit(Role.OPERATE, new Command.Restart()).orElseThrow().seq());
        }
        assertEquals(3, commands.unanswered(NOW).size());
    }

    @Test
    void whoMayOnlyLookCommandsNothingAndIsWrittenDown() throws Exception {
        assertEquals(Optional.empty(), submit(Role.VIEW, new Command.Restart()));
        assertEquals(List.of(), commands.commands(ONE, 10));
        AuditEntry entry =
                new SqlAuditLog(database).entries(NOW, NOW.plusSeconds(1), 10).getFirst();
        assertFalse(entry.allowed());
        assertEquals("restart", entry.action());
    }
}
