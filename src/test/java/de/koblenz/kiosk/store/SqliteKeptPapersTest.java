package de.koblenz.kiosk.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.printer.KeptPapers.Kept;
import de.koblenz.kiosk.device.printer.PrintDocument;
import de.koblenz.kiosk.device.printer.PrintJob;
import de.koblenz.kiosk.device.printer.SampleDocuments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteKeptPapersTest {
    private static final Instant MORNING = Instant.parse("2026-06-01T08:00:00Z");
    private static final Instant CLOSING = MORNING.plus(Duration.ofHours(8));
    private static final String NAME = "Erika Mustermann";

    @TempDir private Path folder;
    private Instant now = MORNING;
    private Database database;
    private SqliteKeptPapers papers;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(folder.resolve("terminal.db"));
        papers = papers();
    }

    private SqliteKeptPapers papers() throws IOException {
        return new SqliteKeptPapers(
                database, KeyFile.open(folder.resolve("papers.key")), () -> now);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static PrintJob job(String id) {
        return SampleDocuments.job(
                id, new PrintDocument(List.of(PrintDocument.Paragraph.plain(NAME))));
    }

    private boolean isInFiles(String text) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                        .contains(text)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void aKeptPaperIsOpenedAsItWasEvenAfterARestart() throws IOException {
        papers.keep(job("o/copy"), CLOSING);
        assertEquals(List.of(new Kept("o/copy", MORNING, CLOSING)), papers.kept());
        assertEquals(Optional.of(job("o/copy")), papers().open("o/copy"));
    }

    @Test
    void nothingOfItStandsInAnyFile() throws IOException {
        papers.keep(job("o/copy"), CLOSING);
        assertFalse(isInFiles(NAME));
        assertTrue(isInFiles("o/copy"), "the search finds what is there");
    }

    @Test
    void afterClosingTimeItIsErased() throws IOException {
        papers.keep(job("o/copy"), CLOSING);
        now = CLOSING;
        assertEquals(Optional.empty(), papers.open("o/copy"));
        assertEquals(1, papers.eraseExpired());
        assertEquals(List.of(), papers.kept());
        assertFalse(isInFiles("o/copy"));
    }

    @Test
    void whatIsSettledIsErasedAndNothingElse() throws IOException {
        papers.keep(job("a"), CLOSING);
        papers.keep(job("b"), CLOSING);
        papers.erase("a");
        assertEquals(List.of("b"), papers.kept().stream().map(Kept::jobId).toList());
    }

    @Test
    void aSealDoesNotHoldForAnotherJobOrTime() throws IOException {
        papers.keep(job("a"), CLOSING);
        database.transact(sql -> Sql.change(sql, "UPDATE kept_paper SET job_id = 'b'"));
        assertThrows(IOException.class, () -> papers.open("b"));
        database.transact(sql ->
                Sql.change(
                        sql, "UPDATE kept_paper SET job_id = 'a', until = '2030-01-01T00:00:00Z'"));
        assertThrows(IOException.class, () -> papers.open("a"));
    }

    @Test
    void theKeyIsOfTheTerminalsUserAlone() throws IOException {
        Path key = folder.resolve("papers.key");
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        assertEquals(32, Files.size(key));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        assertThrows(IOException.class, () -> KeyFile.open(key));
    }
}
