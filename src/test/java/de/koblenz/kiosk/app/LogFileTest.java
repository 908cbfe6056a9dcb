package de.koblenz.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    private static final System.Logger OURS = System.getLogger("kiosk.test");

    @TempDir private Path data;

    @Test
    void aLineSaysWhenWhoAndWhat() throws Exception {
        try (LogFile log = LogFile.open(data)) {
            OURS.log(Level.WARNING, "no broker: {0}", "connection\nrefused");
            String line = log.last(1).getFirst();
            assertTrue(
                    line.matches(
                            "20[0-9-]{8}T[0-9:.]{8,12}Z WARNING kiosk.test no broker: connection refused"),
                    line);
        }
    }

    @Test
    void ofAFaultThereIsThePlaceAndNeverItsMessage() throws Exception {
        try (LogFile log = LogFile.open(data)) {
            OURS.log(
                    Level.ERROR,
                    "a fault",
                    new IllegalStateException("Erika", new IllegalArgumentException("Mustermann")));
            String line = log.last(1).getFirst();
            assertTrue(
                    line.contains(
                            "java.lang.IllegalStateException de.koblenz.kiosk.app.LogFileTest"),
                    line);
            assertTrue(line.contains(" ERROR ") || line.contains(" SEVERE "), line);
            assertTrue(!line.contains("Erika") && !line.contains("Mustermann"), line);
        }
    }

    @Test
    void whatOthersSayIsNotWrittenDownButThatTheySaidIt() throws Exception {
        try (LogFile log = LogFile.open(data)) {
            Logger other = Logger.getLogger("org.example.library");
            other.warning("Erika Mustermann");
            String line = log.last(1).getFirst();
            assertTrue(line.endsWith(" WARNING org.example.library"), line);
        }
    }

    @Test
    void itGoesOnWhereItStoppedAndNeverGrowsBeyondItsFiles() throws Exception {
        String filler = "x".repeat(400);
        for (int start = 0; start < 2; start++) {
            try (LogFile log = LogFile.open(data)) {
                for (int i = 0; i < 6_000; i++) {
                    OURS.log(Level.INFO, start + "-" + i + " " + filler);
                }
                List<String> lines = log.last(2_500);
                assertEquals(2_500, lines.size());
                assertTrue(lines.getLast().contains(start + "-5999 "), lines.getLast());
                assertTrue(lines.getFirst().contains(start + "-3500 "), lines.getFirst());
            }
        }
        try (Stream<Path> files = Files.list(data.resolve("log"))) {
            long bytes = files.mapToLong(file -> file.toFile().length()).sum();
            assertTrue(bytes < 3_300_000, () -> bytes + " bytes");
        }
        try (LogFile log = LogFile.open(data)) {
            assertTrue(log.last(1).getFirst().contains("1-5999 "), "not appended");
        }
    }
}
