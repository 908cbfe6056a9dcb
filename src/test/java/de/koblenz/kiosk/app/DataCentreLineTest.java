package de.koblenz.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.koblenz.kiosk.config.HealthSettings;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.health.command.Command;
import de.koblenz.kiosk.health.command.CommandTarget;
import de.koblenz.kiosk.health.event.EventKind;
import de.koblenz.kiosk.health.event.EventNumber;
import de.koblenz.kiosk.health.event.KioskEvent;
import de.koblenz.kiosk.store.Database;
import de.koblenz.kiosk.store.SqliteEventOutbox;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a terminal notes for the data centre while there is no broker.
class DataCentreLineTest {
    private static final Path PROJECT = Path.of(System.getProperty("kiosk.project", "."));
    private static final Instant MORNING = Instant.parse("2026-06-03T08:00:00Z");

    private static final CommandTarget UNCOMMANDED =
            new CommandTarget() {
                @Override
                public boolean idle() {
                    return true;
                }

                @Override
                public Outcome carryOut(UUID id, Command command) {
                    return new Outcome.Done();
                }

                @Override
                public Optional<Outcome> ended(UUID id, Command command) {
                    return Optional.empty();
                }
            };

    @TempDir private Path folder;
    private volatile Instant now = MORNING;
    private int copies;

    private DataCentreLine open(Path data) {
        Installation installation =
                Installation.readForService(
                        PROJECT.resolve("kiosk-config"),
                        PROJECT.resolve("device-profiles"),
                        new Problems());
        HealthSettings nobody =
                installation.settings().health().at(URI.create("mqtt://127.0.0.1:9"));
        return DataCentreLine.open(
                installation.settings().terminal().id(),
                nobody,
                data,
                () -> now,
                DataCentreLine.FarReport.UNKNOWN,
                _ -> UNCOMMANDED,
                _ -> {});
    }

    private static List<KioskEvent> events(Path data, EventKind kind) throws IOException {
        try (Database database = Database.openReports(data.resolve(DataCentreLine.DATABASE))) {
            return new SqliteEventOutbox(database, UUID.randomUUID())
                    .after(0, 1_000).stream().filter(event -> event.kind() == kind).toList();
        }
    }

    /// What is on the disk at this moment, as after a kill.
    private Path copied(Path data) throws IOException {
        Path copy = Files.createDirectories(folder.resolve("copy" + ++copies));
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    private Path crashes(int times, Duration between) throws IOException {
        Path data = Files.createDirectories(folder.resolve("data" + between));
        for (int i = 0; i < times; i++) {
            try (DataCentreLine _ = open(data)) {
                data = copied(data);
            }
            now = now.plus(between);
        }
        return data;
    }

    @Test
    void threeStartsInTenMinutesAreALoop() throws Exception {
        List<KioskEvent> told = events(crashes(3, Duration.ofMinutes(4)), EventKind.CRASH_LOOP);
        assertEquals(1, told.size());
        assertEquals(3L, told.getFirst().numbers().get(EventNumber.STARTS));
        assertEquals(MORNING.plus(Duration.ofMinutes(8)), told.getFirst().at());
    }

    @Test
    void startsThatAreFarApartAreNone() throws Exception {
        assertEquals(List.of(), events(crashes(4, Duration.ofMinutes(6)), EventKind.CRASH_LOOP));
    }

    @Test
    void programsThatEndAsTheyShouldAreNoLoop() throws Exception {
        Path data = folder.resolve("data");
        for (int i = 0; i < 5; i++) {
            open(data).close();
        }
        assertEquals(List.of(), events(data, EventKind.CRASH_LOOP));
        assertEquals(5, events(data, EventKind.STARTED).size());
    }

    @Test
    void aClockThatIsSetBackMakesNoLoop() throws Exception {
        assertEquals(List.of(), events(crashes(4, Duration.ofMinutes(-30)), EventKind.CRASH_LOOP));
    }

    @Test
    void whoTriesStaffCodesIsToldOfOnceUntilStaffCome() throws Exception {
        Path data = folder.resolve("data");
        try (DataCentreLine line = open(data)) {
            for (int wrong = 1; wrong <= 8; wrong++) {
                line.wrongCodes(wrong);
            }
            line.wrongCodes(0);
            line.wrongCodes(1);
            line.wrongCodes(0);
        }
        assertEquals(
                List.of("CRITICAL", "CLEARED"),
                events(data, EventKind.FRAUD).stream()
                        .map(event -> event.severity().name())
                        .toList());
    }
}
