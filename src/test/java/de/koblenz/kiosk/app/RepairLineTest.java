package de.koblenz.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.config.push.ConfigurationShelf;
import de.koblenz.kiosk.health.event.EventKind;
import de.koblenz.kiosk.health.event.KioskEvent;
import de.koblenz.kiosk.store.Database;
import de.koblenz.kiosk.store.SqliteEventOutbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a terminal tells that cannot read its configuration; the data centre's side of it is in [ConfigurationPushTest].
@Timeout(30)
class RepairLineTest {
    private static final Instant NOW = Instant.parse("2026-06-03T08:00:00Z");
    private static final String HEALTH =
            "broker: mqtt://127.0.0.1:9\noffice: amt\nkeepAlive: 15s\nlongestReconnect: 1s\n";

    @TempDir private Path folder;

    private Optional<RepairLine> open(String terminal, String health) throws IOException {
        Path config = Files.createDirectories(folder.resolve("config"));
        Files.writeString(config.resolve("terminal.yaml"), terminal);
        Files.writeString(config.resolve("health.yaml"), health);
        Path data = folder.resolve("data");
        return RepairLine.open(
                config,
                data,
                "CFG-GEOMETRY",
                () -> NOW,
                () -> {},
                new ConfigurationShelf(data, config, config));
    }

    private List<KioskEvent> raised() throws IOException {
        try (Database database =
                Database.openReports(folder.resolve("data").resolve(DataCentreLine.DATABASE))) {
            return new SqliteEventOutbox(database, UUID.randomUUID())
                    .after(0, 100).stream()
                            .filter(event -> event.kind() == EventKind.OUT_OF_SERVICE)
                            .toList();
        }
    }

    @Test
    void theAlarmSaysTheCodeAlsoWhileThereIsNoBroker() throws Exception {
        try (RepairLine _ = open("id: eins\nscreen: broken\n", HEALTH).orElseThrow()) {
            while (raised().isEmpty()) {
                Thread.onSpinWait();
            }
        }
        assertEquals(List.of("CFG-GEOMETRY"), raised().stream().map(KioskEvent::code).toList());
    }

    @Test
    void aTerminalWithoutANameOrADataCentreSaysNothing() throws Exception {
        assertTrue(open("id: Eins!\n", HEALTH).isEmpty());
        assertTrue(open("screen: 1\n", HEALTH).isEmpty());
        assertTrue(open(": [", HEALTH).isEmpty());
        assertTrue(open("id: eins\n", "office: amt\n").isEmpty());
        assertTrue(Files.notExists(folder.resolve("data")));
    }
}
