package de.koblenz.kiosk.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.printer.KeepingPrinter;
import de.koblenz.kiosk.device.printer.PrintDesk;
import de.koblenz.kiosk.device.printer.PrintJob;
import de.koblenz.kiosk.device.printer.PrintJournal;
import de.koblenz.kiosk.device.printer.PrintOutcome;
import de.koblenz.kiosk.order.OrderProgress.Paper;
import de.koblenz.kiosk.order.OrderProgress.Phase;
import de.koblenz.kiosk.order.payment.ProviderFees;
import de.koblenz.kiosk.store.Database;
import de.koblenz.kiosk.store.KeyFile;
import de.koblenz.kiosk.store.SqliteKeptPapers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Staff and the papers of orders, with the real store of kept papers.
class PaperDeskTest {
    private static final OrderId ID = SampleOrders.id(3);
    private static final String COPY = ID + "/copy";
    private static final String RECEIPT = ID + "/receipt";
    private static final Duration DAY = Duration.ofHours(8);

    @TempDir private Path folder;
    private final VirtualTime time = new VirtualTime();
    private final MemoryStore store = new MemoryStore();
    private final FarEnds world = new FarEnds(time, new Random(1), Duration.ofMinutes(20), true);
    private final PaperTray tray = new PaperTray(store);
    private Database database;
    private SqliteKeptPapers papers;
    private DurableOrderDesk orders;
    private PaperDesk desk;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(folder.resolve("terminal.db"));
        papers = new SqliteKeptPapers(database, KeyFile.open(folder.resolve("key")), time);
        KeepingPrinter printer = new KeepingPrinter(tray, papers, () -> time.instant().plus(DAY));
        orders =
                new DurableOrderDesk(
                        new OrderPorts(
                                store,
                                store,
                                store,
                                world.booking,
                                world.gateway,
                                ProviderFees.NONE,
                                world.channel,
                                printer),
                        SampleOrders.words(),
                        OrderLimits.USUAL,
                        time,
                        time,
                        CrashPoint.NONE);
        desk = new PaperDesk(orders, new PrintDesk(printer, store, papers, time));
    }

    @AfterEach
    void close() {
        database.close();
    }

    /// A permit, whose citizen wants the copy on paper, up to the papers.
    private void permit() throws OrderRefused {
        orders.place(SampleOrders.free(SampleOrders.permit(ID)));
        time.pass(Duration.ofSeconds(5));
    }

    private Order order() {
        return store.find(ID).orElseThrow();
    }

    private PrintOutcome reprint(String jobId) throws IOException {
        PrintOutcome outcome = desk.reprint(jobId, "Papier leer").orElseThrow().join();
        time.settle();
        return outcome;
    }

    @Test
    void nothingIsKeptOfWhatCameOut() throws Exception {
        permit();
        assertEquals(2, tray.papers.size());
        assertEquals(List.of(), desk.kept());
        assertEquals(List.of(), papers.kept());
    }

    @Test
    void afterAFaultReceiptAndCopyWaitForStaffAndComeOutOnce() throws Exception {
        tray.fate = _ -> new PrintOutcome.NotPrinted("PRN-PAPER-OUT");
        permit();
        assertEquals(Phase.PAPER_KEPT, order().phase());
        assertEquals(List.of(RECEIPT, COPY), desk.kept());

        tray.fate = _ -> new PrintOutcome.Completed();
        assertEquals(new PrintOutcome.Completed(), reprint(RECEIPT));
        assertEquals(new PrintOutcome.Completed(), reprint(COPY));
        assertEquals(List.of(), desk.kept());
        assertEquals(List.of(), papers.kept());
        assertEquals(List.of(), tray.reprints, "not a line was printed before: no duplicate");
        assertEquals(List.of(RECEIPT, COPY), tray.papers.stream().map(PrintJob::id).toList());
        assertTrue(desk.reprint(COPY, "noch einmal").isEmpty());
    }

    @Test
    void whoeverLeavesTakesTheCopyAlongInTheHead() throws Exception {
        tray.fate = _ -> new PrintOutcome.NotPrinted("PRN-PAPER-OUT");
        orders.place(SampleOrders.free(SampleOrders.permit(ID)));
        orders.leave(ID);
        time.pass(Duration.ofSeconds(5));
        assertFalse(desk.kept().contains(COPY));
        assertEquals(List.of(), papers.kept());
    }

    @Test
    void afterClosingTimeTheCopyIsGoneAndTheReceiptIsNot() throws Exception {
        tray.fate = _ -> new PrintOutcome.NotPrinted("PRN-PAPER-OUT");
        permit();
        time.pass(DAY.plusMinutes(1));
        papers.eraseExpired();
        assertEquals(List.of(RECEIPT), desk.kept());
    }

    @Test
    void nothingIsSoldThatCannotBeHandedOut() throws Exception {
        // Two tickets and a receipt of 200 mm each, and a fifth more.
        tray.left = 719;
        OrderRefused refused =
                assertThrows(OrderRefused.class, () -> orders.place(SampleOrders.ticket(ID)));
        assertEquals("PRN-PAPER-SHORT", refused.code());
        assertEquals(Map.of(), store.orders);
        tray.left = -1;
        refused = assertThrows(OrderRefused.class, () -> orders.place(SampleOrders.ticket(ID)));
        assertEquals("PRN-NOT-READY", refused.code());
        tray.left = 720;
        orders.place(SampleOrders.ticket(ID));
        assertEquals(1, store.orders.size());
    }

    @Test
    void aPaperThatStaffFoundIsHandedOut() throws Exception {
        tray.fate = _ -> new PrintOutcome.Unknown("PRN-PORT-LOST");
        permit();
        assertEquals(Paper.State.UNKNOWN, order().slips().getFirst().state());
        assertTrue(desk.resolve(RECEIPT, true));
        time.settle();
        assertEquals(Paper.State.PRINTED, order().slips().getFirst().state());
        assertEquals(List.of(COPY), desk.kept());
        assertFalse(desk.resolve(RECEIPT, true), "it is known now");
    }

    @Test
    void aPaperThatStaffDidNotFindIsPrintedWithoutAMark() throws Exception {
        tray.fate = _ -> new PrintOutcome.Unknown("PRN-PORT-LOST");
        permit();
        assertTrue(desk.resolve(RECEIPT, false));
        assertEquals(PrintJournal.Entry.NOT_PRINTED, store.find(RECEIPT).orElseThrow());
        tray.fate = _ -> new PrintOutcome.Completed();
        assertEquals(new PrintOutcome.Completed(), reprint(RECEIPT));
        assertEquals(List.of(), tray.reprints);
    }

    @Test
    void aPaperOfUnknownFateIsPrintedAsADuplicate() throws Exception {
        tray.fate = _ -> new PrintOutcome.Unknown("PRN-PORT-LOST");
        permit();
        tray.fate = _ -> new PrintOutcome.Completed();
        reprint(RECEIPT);
        assertEquals(List.of(RECEIPT + " Papier leer"), tray.reprints);
    }
}
