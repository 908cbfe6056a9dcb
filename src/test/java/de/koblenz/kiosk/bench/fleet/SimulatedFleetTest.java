package de.koblenz.kiosk.bench.fleet;

import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.bench.FleetBroker;
import de.koblenz.kiosk.config.HealthSettings;
import de.koblenz.kiosk.fleet.collector.Collector;
import de.koblenz.kiosk.fleet.collector.CollectorSettings;
import de.koblenz.kiosk.fleet.model.AlarmPolicy;
import de.koblenz.kiosk.fleet.model.Connection;
import de.koblenz.kiosk.fleet.model.FleetReducer;
import de.koblenz.kiosk.fleet.model.FleetState;
import de.koblenz.kiosk.fleet.model.Shard;
import de.koblenz.kiosk.fleet.model.TerminalMode;
import de.koblenz.kiosk.store.FleetDatabase;
import de.koblenz.kiosk.store.SqlCommandStore;
import de.koblenz.kiosk.store.SqlFleetJournal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
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
