package de.koblenz.kiosk.bench.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.bench.FleetBroker;
import de.koblenz.kiosk.config.HealthSettings;
import de.koblenz.kiosk.fleet.collector.Collector;
import de.koblenz.kiosk.fleet.collector.CollectorSettings;
import de.koblenz.kiosk.fleet.collector.CommandOffice;
import de.koblenz.kiosk.fleet.model.AlarmPolicy;
import de.koblenz.kiosk.fleet.model.CommandStore;
import de.koblenz.kiosk.fleet.model.Connection;
import de.koblenz.kiosk.fleet.model.DeviceCondition;
import de.koblenz.kiosk.fleet.model.FleetReducer;
import de.koblenz.kiosk.fleet.model.FleetState;
import de.koblenz.kiosk.fleet.model.HistoryEvent;
import de.koblenz.kiosk.fleet.model.Operator;
import de.koblenz.kiosk.fleet.model.Role;
import de.koblenz.kiosk.fleet.model.Shard;
import de.koblenz.kiosk.fleet.model.TerminalId;
import de.koblenz.kiosk.fleet.model.TerminalMode;
import de.koblenz.kiosk.health.command.Command;
import de.koblenz.kiosk.health.command.CommandSigner;
import de.koblenz.kiosk.store.FleetDatabase;
import de.koblenz.kiosk.store.SqlCommandStore;
import de.koblenz.kiosk.store.SqlEventStore;
import de.koblenz.kiosk.store.SqlFleetJournal;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The stand-in of a broker, so that it runs everywhere; mosquitto is what the other tests of a fleet are over.
class SimulatedFleetTest {
    /// Held so that their level stays: lines that are cut on purpose are no news.
    private static final Logger NOISE = Logger.getLogger("de.koblenz.kiosk.health.EdgeNode");

    @TempDir private Path folder;
    private final Set<String> seen = new HashSet<>();
    private FleetState newest = FleetState.EMPTY;

    private synchronized void shown(FleetState state) {
        newest = state;
        state.terminals()
                .forEach((_, terminal) -> {
                    seen.add(terminal.connection().name());
                    seen.add(terminal.mode().name());
                    terminal.devices().values().forEach(device -> seen.add(device.paper().name()));
                });
        notifyAll();
    }

    @Test
    @Timeout(60)
    void theirLivesReachTheDataCentre() throws Exception {
        NOISE.setLevel(Level.OFF);
        try (FleetBroker broker = FleetBroker.standIn();
                FleetDatabase database =
                        FleetDatabase.open("jdbc:sqlite:" + folder.resolve("fleet.db"));
                Collector collector = collector(broker, database);
                SimulatedFleet _ =
                        new SimulatedFleet(
                                new SimulatedFleet.Plan(24, 6, 120, 4711),
                                broker.port(),
                                List.of(),
                                Clock.systemUTC())) {
            synchronized (this) {
                while (newest.terminals().size() < 24
                        || !seen.containsAll(
                                Set.of(
                                        Connection.ONLINE.name(),
                                        Connection.LOST.name(),
                                        TerminalMode.IN_SERVICE.name(),
                                        TerminalMode.MAINTENANCE.name(),
                                        "LOW"))) {
                    wait(100);
                }
            }
            assertTrue(collector.collecting());
        }
    }

    private static String answer(CommandStore store, CommandStore.Command sent) throws Exception {
        while (true) {
            for (CommandStore.Command each : store.commands(sent.terminal(), 100)) {
                if (each.jti().equals(sent.jti()) && each.answer().isPresent()) {
                    return (each.answer().get().outcome() + " " + each.answer().get().code())
                            .strip();
                }
            }
            Thread.onSpinWait();
        }
    }

    /// Through the terminal's own check, desk and edge node, and the data centre's own office and collector.
    @Test
    @Timeout(60)
    void theyDoWhatOperatorsCommandAndNobodyElse() throws Exception {
        NOISE.setLevel(Level.OFF);
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        KeyPair stranger = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        TerminalId one = new TerminalId("amt-01", "terminal-1");
        try (FleetBroker broker = FleetBroker.standIn();
                FleetDatabase database =
                        FleetDatabase.open("jdbc:sqlite:" + folder.resolve("fleet.db"));
                Collector _ = collector(broker, database);
                // Their time all but stands still, so that nothing happens but by command.
                SimulatedFleet _ =
                        new SimulatedFleet(
                                new SimulatedFleet.Plan(2, 2, 0, 4711),
                                broker.port(),
                                List.of(keys.getPublic()),
                                Clock.systemUTC())) {
            awaitMode(one, TerminalMode.IN_SERVICE);
            SqlCommandStore store = new SqlCommandStore(database);
            CommandOffice office = office(keys, store);
            assertEquals(
                    "done", answer(store, submit(office, one, new Command.OutOfService(Map.of()))));
            awaitMode(one, TerminalMode.MAINTENANCE);
            assertEquals("done", answer(store, submit(office, one, new Command.Restart())));
            assertEquals("done", answer(store, submit(office, one, new Command.Rebirth())));
            awaitMode(one, TerminalMode.MAINTENANCE);
            assertEquals("done", answer(store, submit(office, one, new Command.InService())));
            awaitMode(one, TerminalMode.IN_SERVICE);
            double before = prints(one);
            assertEquals("done", answer(store, submit(office, one, new Command.TestPrint())));
            awaitPrints(one, before - 1);
            assertEquals(
                    "failed CMD-PICTURE",
                    answer(store, submit(office, one, new Command.Screenshot())));
            assertEquals(
                    "rejected CMD-SIGNATURE",
                    refused(
                            database,
                            one,
                            submit(office(stranger, store), one, new Command.Restart())));
        }
    }

    private static CommandOffice office(KeyPair keys, SqlCommandStore store) {
        return new CommandOffice(
                new CommandSigner(keys.getPrivate()), store, Clock.systemUTC(), UUID::randomUUID);
    }

    private static CommandStore.Command submit(
            CommandOffice office, TerminalId terminal, Command command) throws Exception {
        return office.submit(
                        new Operator("erika", Role.OPERATE),
                        terminal,
                        command,
                        false,
                        Duration.ofMinutes(5))
                .orElseThrow();
    }

    /// Who cannot read the signature cannot know which command it was.
    private static String refused(
            FleetDatabase database, TerminalId terminal, CommandStore.Command sent)
            throws Exception {
        while (true) {
            for (HistoryEvent event : new SqlEventStore(database).events(terminal, 10)) {
                if (event.kind().equals("command.rejected")) {
                    assertTrue(sent.answer().isEmpty());
                    return "rejected " + event.code();
                }
            }
            Thread.onSpinWait();
        }
    }

    private synchronized void awaitMode(TerminalId id, TerminalMode mode)
            throws InterruptedException {
        while (newest.terminal(id).filter(it -> it.mode() == mode).isEmpty()) {
            wait(100);
        }
    }

    private synchronized double prints(TerminalId id) {
        DeviceCondition printer =
                newest.terminal(id).orElseThrow().devices().get("receipt-printer");
        return printer == null
                ? 0
                : printer.metrics().getOrDefault("Supply/Prints Until Empty", 0.0);
    }

    private synchronized void awaitPrints(TerminalId id, double wanted)
            throws InterruptedException {
        while (prints(id) != wanted) {
            wait(100);
        }
    }

    private Collector collector(FleetBroker broker, FleetDatabase database) {
        return new Collector(
                new CollectorSettings(
                        new HealthSettings(
                                URI.create("mqtt://127.0.0.1:" + broker.port()),
                                "kgrz",
                                Duration.ofSeconds(10),
                                Duration.ofMillis(50),
                                Optional.empty(),
                                Optional.empty()),
                        "KGRZ",
                        "test",
                        Shard.WHOLE,
                        Duration.ofSeconds(10)),
                new SqlFleetJournal(database),
                new SqlCommandStore(database),
                new FleetReducer(AlarmPolicy.USUAL),
                Clock.systemUTC(),
                new Random(1),
                this::shown);
    }
}
