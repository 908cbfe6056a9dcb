package de.koblenz.kiosk.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.koblenz.kiosk.device.printer.PaperUse;
import de.koblenz.kiosk.device.printer.PrintJournal.Entry;
import de.koblenz.kiosk.device.printer.PrintRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlitePrintJournalTest {
    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");

    @TempDir private Path folder;
    private Database database;
    private SqlitePrintJournal journal;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(folder.resolve("terminal.db"));
        journal = new SqlitePrintJournal(database, () -> NOW);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void restart() throws IOException {
        database.close();
        open();
    }

    @Test
    void anUnfinishedJobMayHaveLeftHalfAPaper() throws IOException {
        assertEquals(Optional.empty(), journal.halfPaper());
        journal.sending("a", "", "41");
        restart();
        assertEquals(
                Optional.of(new PrintRecord("a", NOW, Entry.SENDING, "", "", "41")),
                journal.halfPaper());
        journal.ended("a", Entry.UNKNOWN, "PRN-PORT-LOST");
        assertEquals(
                Optional.of(new PrintRecord("a", NOW, Entry.UNKNOWN, "PRN-PORT-LOST", "", "41")),
                journal.halfPaper());
    }

    @Test
    void aFinishedJobHasLeftNothing() {
        journal.sending("a", "", "");
        journal.ended("a", Entry.COMPLETED, "");
        assertEquals(Optional.empty(), journal.halfPaper());
    }

    @Test
    void whatIsCutOffIsRememberedUntilTheNextBrokenJob() throws IOException {
        journal.sending("a", "", "");
        journal.cutOff();
        restart();
        assertEquals(Optional.empty(), journal.halfPaper());
        journal.sending("b", "Papierstau", "");
        assertEquals("b", journal.halfPaper().orElseThrow().jobId());
    }

    @Test
    void theLastJobsAreListedOnceEachTheNewestFirst() {
        journal.sending("a", "", "");
        journal.sending("b", "", "");
        journal.ended("a", Entry.COMPLETED, "");
        journal.ended("b", Entry.UNKNOWN, "PRN-JAM");
        journal.sending("c", "", "");
        assertEquals(
                List.of("c SENDING", "b UNKNOWN"),
                journal.latest(2).stream().map(job -> job.jobId() + " " + job.entry()).toList());
        assertEquals(
                List.of(true, true, false),
                journal.latest(9).stream().map(PrintRecord::open).toList());
    }

    @Test
    void thePaperMeterOutlivesTheTerminal() throws IOException {
        assertEquals(PaperUse.NEW, journal.paperUse());
        journal.remember(new PaperUse(1_234, true, 78_000, 210));
        restart();
        assertEquals(new PaperUse(1_234, true, 78_000, 210), journal.paperUse());
    }
}
