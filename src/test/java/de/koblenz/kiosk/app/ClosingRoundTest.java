package de.koblenz.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.koblenz.kiosk.device.printer.KeptPapers;
import de.koblenz.kiosk.device.printer.PrintDocument;
import de.koblenz.kiosk.device.printer.PrintJob;
import de.koblenz.kiosk.device.printer.PrintJournal;
import de.koblenz.kiosk.device.printer.PrintOutcome;
import de.koblenz.kiosk.order.DurableOrderDesk;
import de.koblenz.kiosk.order.OrderRequest.LaterDocument;
import de.koblenz.kiosk.order.PaperRoom;
import de.koblenz.kiosk.store.Database;
import de.koblenz.kiosk.store.KeyFile;
import de.koblenz.kiosk.store.SqliteKeptPapers;
import de.koblenz.kiosk.store.SqlitePrintJournal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosingRoundTest {
    private static final Instant CLOSING = Instant.parse("2026-06-03T11:00:00Z");

    @TempDir private Path folder;
    private Instant now = CLOSING.minusSeconds(1);

    @Test
    void whatIsKeptGoesAtClosingTimeAndNotBefore() throws Exception {
        try (Database database = Database.open(folder.resolve("terminal.db"))) {
            SqliteKeptPapers papers =
                    new SqliteKeptPapers(database, KeyFile.open(folder.resolve("key")), () -> now);
            papers.keep(PrintJob.bound("o/copy", new PrintDocument(List.of())), CLOSING);
            try (ClosingRound round =
                    new ClosingRound(
                            papers, new SqlitePrintJournal(database, () -> now), () -> {})) {
                round.walk();
                assertEquals(1, papers.kept().size());
                now = CLOSING;
                round.walk();
                assertEquals(List.of(), papers.kept());
            }
        }
    }

    @Test
    void aRoundErasesWhatAReceiptHasWaitedForTooLong() throws Exception {
        try (PaperRoom room = new PaperRoom(folder);
                ClosingRound round = room.round(ClosingRoundTest::round)) {
            room.fate(new PrintOutcome.NotPrinted("PRN-PAPER-OUT"));
            room.permit(new LaterDocument("Schwerbehindertenausweis", Optional.empty(), ""));
            room.pass(Duration.ofDays(6));
            round.walk();
            assertEquals(1, room.sealedReceipts());
            room.pass(Duration.ofDays(2));
            round.walk();
            assertEquals(0, room.sealedReceipts());
        }
    }

    @Test
    void aTerminalThatIsSwitchedOnErasesWhatAReceiptHasWaitedForTooLong() throws Exception {
        try (PaperRoom room = new PaperRoom(folder)) {
            room.fate(new PrintOutcome.NotPrinted("PRN-PAPER-OUT"));
            room.permit(new LaterDocument("Schwerbehindertenausweis", Optional.empty(), ""));
            room.pass(Duration.ofDays(8));
            try (ClosingRound round = room.round(ClosingRoundTest::round).start()) {
                assertEquals(0, room.sealedReceipts());
            }
        }
    }

    private static ClosingRound round(
            KeptPapers papers, PrintJournal prints, DurableOrderDesk orders) {
        return new ClosingRound(papers, prints, orders::settle);
    }

    @Test
    void oneStoreThatDoesNotWorkDoesNotKeepTheOther() throws Exception {
        try (Database database = Database.open(folder.resolve("terminal.db"))) {
            SqliteKeptPapers papers =
                    new SqliteKeptPapers(database, KeyFile.open(folder.resolve("key")), () -> now);
            papers.keep(PrintJob.bound("o/copy", new PrintDocument(List.of())), CLOSING);
            now = CLOSING;
            try (ClosingRound round =
                    new ClosingRound(
                            papers,
                            new SqlitePrintJournal(database, () -> now),
                            () -> {
                                throw new IOException("no store");
                            })) {
                round.walk();
            }
            assertEquals(List.of(), papers.kept());
        }
    }

    @Test
    void whatTurnedOutToBePrintedIsNotKept() throws Exception {
        try (Database database = Database.open(folder.resolve("terminal.db"))) {
            SqliteKeptPapers papers =
                    new SqliteKeptPapers(database, KeyFile.open(folder.resolve("key")), () -> now);
            SqlitePrintJournal prints = new SqlitePrintJournal(database, () -> now);
            for (String id : List.of("o/copy", "p/copy", "q/copy")) {
                papers.keep(PrintJob.bound(id, new PrintDocument(List.of())), CLOSING);
            }
            prints.sending("o/copy", "");
            prints.ended("o/copy", PrintJournal.Entry.COMPLETED, "PRN-COUNTED");
            prints.sending("p/copy", "");
            try (ClosingRound round = new ClosingRound(papers, prints, () -> {})) {
                round.walk();
            }
            assertEquals(
                    List.of("p/copy", "q/copy"),
                    papers.kept().stream().map(KeptPapers.Kept::jobId).toList());
        }
    }
}
