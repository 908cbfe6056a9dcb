package de.koblenz.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.device.printer.PrintDocument;
import de.koblenz.kiosk.device.printer.PrintJob;
import de.koblenz.kiosk.device.printer.PrintOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What lies behind the screen, with the shipped configuration and nobody at the far ends.
class BackstageTest {
    private static final Path PROJECT = Path.of(System.getProperty("kiosk.project", "."));

    /// A Wednesday, on which the office closes at 13:00.
    private static final Instant MORNING = Instant.parse("2026-06-03T08:00:00Z");

    private static final Instant CLOSING = Instant.parse("2026-06-03T11:00:00Z");

    @TempDir private Path folder;
    private Instant now = MORNING;

    private Backstage open() throws IOException {
        Problems problems = new Problems();
        Installation installation =
                Installation.read(
                        PROJECT.resolve("kiosk-config"),
                        PROJECT.resolve("device-profiles"),
                        problems);
        assertEquals(List.of(), problems.sorted());
        return Backstage.open(
                installation,
                Endpoints.nobody(installation.settings()),
                folder,
                installation.german(),
                new Clocks(() -> now, () -> now),
                KioskGraph.ZONE);
    }

    private static PrintJob job() {
        return PrintJob.bound(
                "o/copy",
                new PrintDocument(List.of(PrintDocument.Paragraph.plain("Erika Mustermann"))));
    }

    @Test
    void aDocumentThatIsNotPrintedIsKeptOverARestartUntilClosingTime() throws Exception {
        try (Backstage backstage = open()) {
            assertInstanceOf(
                    PrintOutcome.NotPrinted.class,
                    backstage.printer().print(job()).get(30, TimeUnit.SECONDS));
            assertEquals(List.of("o/copy"), backstage.papers().kept());
        }
        now = CLOSING.minus(Duration.ofSeconds(1));
        try (Backstage backstage = open()) {
            assertEquals(List.of("o/copy"), backstage.papers().kept());
        }
        now = CLOSING;
        try (Backstage backstage = open()) {
            assertEquals(List.of(), backstage.papers().kept(), "erased at the start");
        }
    }
}
