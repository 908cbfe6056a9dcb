package de.koblenz.kiosk.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.koblenz.kiosk.device.printer.PrintJournal;
import de.koblenz.kiosk.device.printer.PrintOutcome;
import de.koblenz.kiosk.order.OrderProgress.Paper;
import de.koblenz.kiosk.order.OrderProgress.Phase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Staff and the papers of orders, with the real store of kept papers.
class PaperDeskTest {
    private static final OrderId ID = SampleOrders.id(3);
    private static final String COPY = ID + "/copy";
    private static final String RECEIPT = ID + "/receipt";

    @TempDir private Path folder;
    private PaperRoom room;

    @BeforeEach
    void open() throws IOException {
        room = new PaperRoom(folder);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private Order order() throws IOException {
        return room.store.find(ID).orElseThrow();
    }

    private List<String> kept() throws IOException {
        return room.desk().kept();
    }

    private PrintOutcome reprint(String jobId) throws IOException {
        CompletableFuture<PrintOutcome> begun =
                assertInstanceOf(
                                PaperDesk.Reprint.Begun.class,
                                room.desk().reprint(jobId, "Papier leer"))
                        .outcome();
        room.settle();
        return begun.join();
    }

    @Test
    void nothingIsKeptOfWhatCameOut() throws Exception {
        room.permit();
        assertEquals(List.of(RECEIPT, COPY), room.printed());
        assertEquals(List.of(), kept());
        assertEquals(List.of(), room.sealed());
    }

    @Test
    void afterAFaultReceiptAndCopyWaitForStaffAndComeOutOnce() throws Exception {
        room.fate(new PrintOutcome.NotPrinted("PRN-PAPER-OUT"));
        room.permit();
        assertEquals(Phase.PAPER_KEPT, order().phase());
        assertEquals(List.of(RECEIPT, COPY), kept());

        room.fate(new PrintOutcome.Completed());
        assertEquals(new PrintOutcome.Completed(), reprint(RECEIPT));
        assertEquals(new PrintOutcome.Completed(), reprint(COPY));
        assertEquals(List.of(), kept());
        assertEquals(List.of(), room.sealed());
        assertEquals(List.of(), room.reprints(), "not a line was printed before: no duplicate");
        assertEquals(List.of(RECEIPT, COPY), room.printed());
        assertEquals(new PaperDesk.Reprint.Gone(), room.desk().reprint(COPY, "noch einmal"));
    }

    @Test
    void theCopyIsSealedBeforeTheFirstPaperAndErasedWhenItIsOut() throws Exception {
        room.hold();
        room.permit();
        assertEquals(List.of(COPY), room.sealed());
        assertEquals(List.of(), kept(), "it is still going to be printed for its citizen");
        assertEquals(new PaperDesk.Reprint.UnderWay(), room.desk().reprint(COPY, "eilig"));
        room.goOn();
        assertEquals(List.of(RECEIPT, COPY), room.printed());
        assertEquals(List.of(), room.sealed());
    }

    @Test
    void theCopyOutlivesATerminalThatDiesBeforeItsFirstByte() throws Exception {
        room.hold();
        room.permit();
        room.dieAndStartAgain();
        assertEquals(List.of(RECEIPT, COPY), kept());
        assertEquals(new PrintOutcome.Completed(), reprint(COPY));
        assertEquals(List.of(), room.reprints(), "not a line was printed before: no duplicate");
        assertEquals(List.of(RECEIPT), kept());
        assertEquals(List.of(), room.sealed());
    }

    @Test
    void theCopyOutlivesATerminalThatDiesInTheMiddleOfIt() throws Exception {
        room.tray.whilePrinting =
                () -> {
                    if (room.printed().equals(List.of(RECEIPT))) {
                        room.hold();
                    }
                };
        room.permit();
        room.dieAndStartAgain();
        assertEquals(List.of(COPY), kept());
        assertEquals(new PrintOutcome.Completed(), reprint(COPY));
        assertEquals(List.of(COPY + " Papier leer"), room.reprints());
        assertEquals(List.of(), room.sealed());
    }

    @Test
    void whoeverLeavesWhileTheReceiptIsPrintedLeavesNoCopyBehind() throws Exception {
        room.hold();
        room.permit();
        room.orders.leave(ID);
        room.goOn();
        assertEquals(List.of(RECEIPT), room.printed());
        assertEquals(List.of(), room.sealed());
    }

    @Test
    void whatIsBeingPrintedIsNeitherPrintedAgainNorSettled() throws Exception {
        room.fate(new PrintOutcome.NotPrinted("PRN-PAPER-OUT"));
        room.permit();
        room.fate(new PrintOutcome.Completed());
        room.hold();
        PaperDesk.Reprint begun = room.desk().reprint(RECEIPT, "Papier leer");
        assertInstanceOf(PaperDesk.Reprint.Begun.class, begun);
        assertEquals(List.of(COPY), kept());
        assertEquals(new PaperDesk.Reprint.UnderWay(), room.desk().reprint(RECEIPT, "eilig"));
        assertEquals(PaperDesk.Resolution.UNDER_WAY, room.desk().resolve(RECEIPT, true));
        room.goOn();
        assertEquals(List.of(RECEIPT), room.printed());
        assertEquals(new PaperDesk.Reprint.Gone(), room.desk().reprint(RECEIPT, "eilig"));
    }

    @Test
    void whoeverLeavesTakesTheCopyAlongInTheHead() throws Exception {
        room.fate(new PrintOutcome.NotPrinted("PRN-PAPER-OUT"));
        room.orders.place(SampleOrders.free(SampleOrders.permit(ID)));
        room.orders.leave(ID);
        room.time.pass(Duration.ofSeconds(5));
        assertFalse(kept().contains(COPY));
        assertEquals(List.of(), room.sealed());
    }

    @Test
    void afterClosingTimeTheCopyIsGoneAndTheReceiptIsNot() throws Exception {
        room.fate(new PrintOutcome.NotPrinted("PRN-PAPER-OUT"));
        room.permit();
        room.time.pass(PaperRoom.DAY.plusMinutes(1));
        room.papers.eraseExpired();
        assertEquals(List.of(RECEIPT), kept());
    }

    @Test
    void nothingIsSoldThatCannotBeHandedOut() throws Exception {
        // Two tickets and a receipt of 200 mm each, and a fifth more.
        room.tray.left = 719;
        OrderRefused refused =
                assertThrows(OrderRefused.class, () -> room.orders.place(SampleOrders.ticket(ID)));
        assertEquals("PRN-PAPER-SHORT", refused.code());
        assertEquals(List.of(), room.store.unfinished());
        room.tray.left = -1;
        refused =
                assertThrows(OrderRefused.class, () -> room.orders.place(SampleOrders.ticket(ID)));
        assertEquals("PRN-NOT-READY", refused.code());
        room.tray.left = 720;
        room.orders.place(SampleOrders.ticket(ID));
        assertEquals(1, room.store.unfinished().size());
    }

    @Test
    void aPaperThatStaffFoundIsHandedOut() throws Exception {
        room.fate(new PrintOutcome.Unknown("PRN-PORT-LOST"));
        room.permit();
        assertEquals(Paper.State.UNKNOWN, order().slips().getFirst().state());
        assertEquals(PaperDesk.Resolution.NOTED, room.desk().resolve(RECEIPT, true));
        room.settle();
        assertEquals(Paper.State.PRINTED, order().slips().getFirst().state());
        assertEquals(List.of(COPY), kept());
        assertEquals(PaperDesk.Resolution.KNOWN, room.desk().resolve(RECEIPT, true));
    }

    @Test
    void aPaperThatStaffDidNotFindIsPrintedWithoutAMark() throws Exception {
        room.fate(new PrintOutcome.Unknown("PRN-PORT-LOST"));
        room.permit();
        assertEquals(PaperDesk.Resolution.NOTED, room.desk().resolve(RECEIPT, false));
        assertEquals(PrintJournal.Entry.NOT_PRINTED, room.prints.find(RECEIPT).orElseThrow());
        room.fate(new PrintOutcome.Completed());
        assertEquals(new PrintOutcome.Completed(), reprint(RECEIPT));
        assertEquals(List.of(), room.reprints());
    }

    @Test
    void aPaperOfUnknownFateIsPrintedAsADuplicate() throws Exception {
        room.fate(new PrintOutcome.Unknown("PRN-PORT-LOST"));
        room.permit();
        room.fate(new PrintOutcome.Completed());
        reprint(RECEIPT);
        assertEquals(List.of(RECEIPT + " Papier leer"), room.reprints());
    }
}
