package de.koblenz.kiosk.device.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.DeviceId;
import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.device.profile.DeviceProfile;
import de.koblenz.kiosk.device.sim.MemoryLine;
import de.koblenz.kiosk.device.sim.PrinterSocket;
import de.koblenz.kiosk.device.sim.SimulatedPrinter;
import de.koblenz.kiosk.store.Database;
import de.koblenz.kiosk.store.KeyFile;
import de.koblenz.kiosk.store.SqliteKeptPapers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Staff at the terminal, with a real driver and a real store.
class PrintDeskTest {
    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");

    @TempDir private Path folder;
    private final DeviceProfile profile = Profiles.shipped("EPSON-TM-T88V");
    private final SimulatedPrinter paper = new SimulatedPrinter(profile);
    private final MemoryJournal journal = new MemoryJournal();
    private Database database;
    private PrinterSocket socket;
    private KeepingPrinter printer;
    private SqliteKeptPapers papers;
    private PrintDesk desk;

    @BeforeEach
    void start() throws Exception {
        database = Database.open(folder.resolve("terminal.db"));
        papers = new SqliteKeptPapers(database, KeyFile.open(folder.resolve("key")), () -> NOW);
        MemoryLine line = new MemoryLine();
        socket = new PrinterSocket(paper, line.far());
        printer =
                new KeepingPrinter(
                        new EscPosPrinter(
                                new DeviceId("receipt-printer"),
                                profile,
                                line.near(),
                                Letterhead.koblenz("Stadt Koblenz", "Duplikat"),
                                journal,
                                Clock.systemUTC(),
                                PrinterTimings.USUAL),
                        papers,
                        () -> NOW.plus(Duration.ofHours(8)));
        desk = new PrintDesk(printer, journal, papers, () -> NOW);
        await(DeviceState.ONLINE);
    }

    private void await(DeviceState state) throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        printer.observe(health -> {
            if (health.state() == state) {
                reached.countDown();
            }
        });
        assertTrue(reached.await(20, TimeUnit.SECONDS));
    }

    @AfterEach
    void stop() {
        printer.close();
        socket.close();
        database.close();
    }

    private static PrintJob job(String id) {
        return SampleDocuments.job(id, SampleDocuments.ticket());
    }

    private PrintOutcome print(String id) throws Exception {
        return printer.print(job(id)).get(30, TimeUnit.SECONDS);
    }

    @Test
    void aPrintedPaperIsNotKept() throws Exception {
        assertEquals(new PrintOutcome.Completed(), print("a"));
        assertEquals(List.of(), desk.kept());
        assertFalse(desk.resolve("a", true));
    }

    @Test
    void aPaperThatWasNotPrintedIsPrintedLaterWithoutAMark() throws Exception {
        paper.openCover(true);
        await(DeviceState.USER_ERROR);
        assertEquals(new PrintOutcome.NotPrinted(PrinterCode.COVER_OPEN), print("a"));
        assertEquals(List.of("a"), desk.kept().stream().map(KeptPapers.Kept::jobId).toList());
        paper.openCover(false);
        assertEquals(
                new PrintOutcome.Completed(),
                desk.reprint("a", "Klappe war offen").orElseThrow().get(30, TimeUnit.SECONDS));
        assertFalse(paper.papers().getLast().lines().contains("Duplikat"));
        assertEquals(List.of(), desk.kept());
    }

    @Test
    void aPaperOfWhichNobodyKnowsIsPrintedAgainAsADuplicate() throws Exception {
        journal.sending("a", "", "");
        papers.keep(job("a"), NOW.plus(Duration.ofHours(1)));
        assertEquals(
                new PrintOutcome.Completed(),
                desk.reprint("a", "Papierstau").orElseThrow().get(30, TimeUnit.SECONDS));
        assertTrue(paper.papers().getLast().lines().contains("Duplikat"));
        assertEquals("Papierstau", desk.jobs(1).getFirst().reason());
    }

    @Test
    void withoutAReasonNothingIsPrinted() throws Exception {
        papers.keep(job("a"), NOW.plus(Duration.ofHours(1)));
        assertEquals(
                new PrintOutcome.NotPrinted(PrinterCode.REASON_MISSING),
                desk.reprint("a", " ").orElseThrow().get(30, TimeUnit.SECONDS));
        assertEquals(List.of(), paper.papers());
    }

    @Test
    void staffSayWhatBecameOfAnUnknownJob() throws Exception {
        journal.sending("a", "", "");
        papers.keep(job("a"), NOW.plus(Duration.ofHours(1)));
        assertTrue(desk.jobs(1).getFirst().open());
        assertTrue(desk.resolve("a", true));
        assertEquals("COMPLETED a PRN-STAFF", journal.story().getLast());
        assertEquals(List.of(), desk.kept());
        assertEquals(new PrintOutcome.Completed(), print("a"));
        assertEquals(List.of(), paper.papers());
    }

    @Test
    void theTestPageShowsEveryCodeTableAndTheRuler() throws Exception {
        assertEquals(
                new PrintOutcome.Completed(),
                desk.test(TestPage.of(profile, "Testdruck")).get(60, TimeUnit.SECONDS));
        List<String> lines = paper.papers().getLast().lines();
        profile.codePages()
                .forEach((number, name) -> assertTrue(lines.contains(number + " " + name), name));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("1234567890123")));
        assertTrue(lines.stream().anyMatch(line -> line.contains("€")));
        java.nio.file.Path out =
                Path.of(System.getProperty("kiosk.project", "."), "target", "paper");
        java.nio.file.Files.createDirectories(out);
        java.nio.file.Files.write(out.resolve("test-page.png"), paper.papers().getLast().png());
    }
}
