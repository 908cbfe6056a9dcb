package de.koblenz.kiosk.order;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.printer.PrintDocument;
import de.koblenz.kiosk.device.printer.PrintJob;
import de.koblenz.kiosk.device.printer.PrintOutcome;
import de.koblenz.kiosk.order.OrderProgress.Paper;
import de.koblenz.kiosk.order.OrderProgress.Phase;
import de.koblenz.kiosk.order.payment.BookingEntry;
import de.koblenz.kiosk.order.submission.SamplePages;
import de.koblenz.kiosk.sandbox.Faults;
import de.koblenz.kiosk.sandbox.HoldState;
import de.koblenz.kiosk.sandbox.PaymentStatus;
import de.koblenz.kiosk.sandbox.PaymentTransaction;
import de.koblenz.kiosk.sandbox.ReceivedAttachment;
import de.koblenz.kiosk.sandbox.ReceivedSubmission;
import de.koblenz.kiosk.sandbox.Sandbox;
import de.koblenz.kiosk.sandbox.SubmissionState;
import de.koblenz.kiosk.sandbox.Switchboard.Service;
import de.koblenz.kiosk.store.FullDisk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A terminal with its real database and real clients, against the stand-ins over real HTTP, on virtual time.
class DeskOverHttpTest {
    private static final Duration PLATFORM_LIMIT = Duration.ofMinutes(20);
    private static final OrderId ID = SampleOrders.id(42);

    @TempDir private Path folder;
    private final VirtualTime time = new VirtualTime();
    private Sandbox sandbox;
    private Terminal terminal;

    @BeforeEach
    void start() throws IOException {
        sandbox = OutsideWorld.start(folder.resolve("outside"), time, 4, PLATFORM_LIMIT);
        sandbox.authority().autoAccept(true);
        terminal = terminal("terminal.db");
    }

    private Terminal terminal(String file) throws IOException {
        return new Terminal(
                folder.resolve(file),
                Terminal.Addresses.of(sandbox),
                OrderLimits.USUAL,
                time,
                time,
                CrashPoint.NONE);
    }

    @AfterEach
    void stop() {
        terminal.close();
        sandbox.close();
    }

    private void place(OrderRequest request) throws OrderRefused {
        terminal.desk.place(request, SampleOrders.PAPERS);
        time.settle();
    }

    private Phase phase() {
        return terminal.last().phase();
    }

    private PaymentTransaction transaction() {
        return sandbox.payments().transactions().getLast();
    }

    private void pay() {
        assertEquals(PaymentStatus.PAYED, sandbox.payments().pay(transaction().id()));
        time.pass(Duration.ofSeconds(20));
    }

    private List<HoldState> holds() {
        return sandbox.booking().holds().stream().map(hold -> hold.state()).toList();
    }

    private List<BookingEntry.Kind> booked() throws IOException {
        return terminal.bookings.entries().stream().map(BookingEntry::kind).toList();
    }

    private List<Paper.State> papers() {
        return terminal.last().papers().stream().map(Paper::state).toList();
    }

    /// The words on a paper; its own `toString` does not tell them.
    private static String text(PrintJob job) {
        StringBuilder words = new StringBuilder();
        for (PrintDocument.Block block : job.document().blocks()) {
            switch (block) {
                case PrintDocument.Heading(String text) -> words.append(text);
                case PrintDocument.Paragraph(String text, var _, var _) -> words.append(text);
                case PrintDocument.Row(String left, String right, var _) ->
                        words.append(left).append(' ').append(right);
                case PrintDocument.Total(String left, String right) ->
                        words.append(left).append(' ').append(right);
                default -> words.append(block.getClass().getSimpleName());
            }
            words.append('\n');
        }
        return words.toString();
    }

    @Test
    void aTicketIsReservedPaidSignedAndPrinted() throws Exception {
        place(SampleOrders.ticket(ID));
        assertEquals(Phase.AWAITING_PAYMENT, phase());
        assertTrue(terminal.last().paymentUrl().contains("/pay/"));
        pay();

        assertEquals(Phase.DONE, phase());
        assertEquals("", terminal.last().code());
        assertEquals(List.of(HoldState.CONFIRMED), holds());
        assertEquals(900, sandbox.payments().chargedCents());
        BookingEntry entry = terminal.bookings.entries().getFirst();
        assertEquals(transaction().reference(), entry.kassenzeichen());
        assertEquals(transaction().charge().orElseThrow().providerFeeCents(), entry.feeCents());
        assertEquals(
                List.of(ID + "/ticket-1", ID + "/ticket-2", ID + "/receipt"),
                terminal.tray.papers.stream().map(PrintJob::id).toList());
        String ticket = terminal.order(ID).ticketCodes().getFirst();
        assertTrue(
                terminal.tray.papers.getFirst().document().blocks().stream()
                        .anyMatch(b ->
                                b instanceof PrintDocument.Qr qr && qr.content().equals(ticket)));
        assertFalse(sandbox.booking().isRevoked(ticket));
        assertEquals(OrderState.ENDED, terminal.order(ID).state());
    }

    @Test
    void aPermitIsPaidSealedSentAndAccepted() throws Exception {
        place(SampleOrders.permit(ID));
        pay();

        assertEquals(Phase.DONE, phase());
        var received = sandbox.authority().received();
        assertEquals(1, received.size());
        assertEquals("{\"halter\":\"Erika Mustermann\"}", received.getFirst().data());
        assertEquals(Order.Dispatch.Status.ACCEPTED, terminal.order(ID).dispatch().status());
        assertEquals(2, terminal.tray.papers.size());
        assertTrue(text(terminal.tray.papers.getLast()).contains("Erika Mustermann"));
        assertFalse(text(terminal.tray.papers.getFirst()).contains("Erika"));
    }

    @ParameterizedTest
    @CsvSource({
        "BOOKING, PUT, holds",
        "BOOKING, POST, confirm",
        "PAYMENT, POST, paymenttransaction",
        "PAYMENT, GET, paymenttransaction",
        "AUTHORITY, POST, token",
        "AUTHORITY, POST, submissions",
        "AUTHORITY, PUT, submissions",
        "AUTHORITY, PUT, attachments",
        "AUTHORITY, GET, events"
    })
    void aLostReplyIsAskedForAgainAndNothingHappensTwice(
            Service service, String method, String path) throws Exception {
        terminal.fitConnect.prepare(SampleOrders.DESTINATION);
        OrderRequest request =
                service == Service.AUTHORITY
                        ? SampleOrders.withPapers(SampleOrders.permit(ID))
                        : SampleOrders.ticket(ID);
        if (path.equals("token")) {
            // The token that was needed for the key is old by now.
            time.pass(Duration.ofHours(2));
        }
        Faults faults = sandbox.switchboard().faults(service);
        if (!method.equals("GET") || service == Service.AUTHORITY) {
            faults.dropNextReply(method, path);
        }
        place(request);
        if (method.equals("GET") && service == Service.PAYMENT) {
            faults.dropNextReply(method, path);
        }
        time.pass(Duration.ofSeconds(5));
        pay();
        time.pass(Duration.ofMinutes(6));

        assertEquals(0, faults.waiting(), "the fault has struck");
        assertEquals(Phase.DONE, phase());
        assertEquals(request.cents(), sandbox.payments().chargedCents());
        assertEquals(1, sandbox.payments().transactions().size());
        assertEquals(List.of(BookingEntry.Kind.CHARGE), booked());
        assertTrue(sandbox.authority().received().size() <= 1);
        assertTrue(holds().size() <= 1);
    }

    @Test
    void aDeclinedPaymentFreesThePlaces() throws Exception {
        place(SampleOrders.ticket(ID));
        sandbox.payments().decline(transaction().id());
        time.pass(Duration.ofSeconds(3));
        assertEquals(Phase.PAYMENT_FAILED, phase());
        assertEquals(OrderCodes.PAY_DECLINED, terminal.last().code());
        assertEquals(List.of(HoldState.RELEASED), holds());
        assertEquals(List.of(), booked());
    }

    @Test
    void soldOutIsSaidBeforeAnybodyPays() throws Exception {
        place(SampleOrders.ticket(SampleOrders.id(1), SampleOrders.SLOT, 3));
        place(SampleOrders.ticket(ID));
        assertEquals(Phase.SOLD_OUT, phase());
        assertEquals(1, sandbox.payments().transactions().size());
    }

    @Test
    void offlineSellsNothing() throws Exception {
        sandbox.switchboard().offline(Service.BOOKING, true);
        place(SampleOrders.ticket(ID));
        time.pass(Duration.ofSeconds(30));
        assertEquals(Phase.SOLD_OUT, phase());
        assertEquals(OrderCodes.BOOKING_OFFLINE, terminal.last().code());
        assertEquals(0, sandbox.payments().transactions().size());
        time.pass(Duration.ofHours(1));
        assertEquals(OrderState.ENDED, terminal.order(ID).state());
    }

    @Test
    void thePlacesStayHeldWhileThePaymentIsOpenThenBecomeFree() throws Exception {
        place(SampleOrders.ticket(ID));
        time.pass(OrderLimits.USUAL.payWithin().plusSeconds(5));
        assertEquals(Phase.PAYMENT_FAILED, phase());
        assertEquals(OrderCodes.PAY_TIMEOUT, terminal.last().code());
        assertEquals("", terminal.last().paymentUrl());
        assertEquals(List.of(HoldState.HELD), holds(), "it can still be paid");
        time.pass(Duration.ofMinutes(15));
        assertEquals(List.of(HoldState.RELEASED), holds());
        assertEquals(OrderState.ENDED, terminal.order(ID).state());
    }

    @Test
    void whoTriesAgainAfterTheTimeIsOverPaysOnceAndGetsEveryPaper() throws Exception {
        place(SampleOrders.permit(ID));
        String page = terminal.last().paymentUrl();
        time.pass(OrderLimits.USUAL.payWithin().plusSeconds(5));
        assertEquals(Phase.PAYMENT_FAILED, phase());
        assertTrue(terminal.last().resumable());
        terminal.desk.resume(ID);
        time.settle();
        assertEquals(Phase.AWAITING_PAYMENT, phase());
        assertEquals(page, terminal.last().paymentUrl());
        pay();
        assertEquals(Phase.DONE, phase());
        assertEquals(1, sandbox.payments().transactions().size());
        assertEquals(List.of(Paper.State.PRINTED, Paper.State.PRINTED), papers());
    }

    @Test
    void whoPaysAfterHavingLeftIsServedWithPaperForStaff() throws Exception {
        place(SampleOrders.ticket(ID));
        terminal.desk.leave(ID);
        time.pass(Duration.ofMinutes(12));
        assertEquals(List.of(HoldState.HELD), holds());
        pay();
        assertEquals(Phase.PAPER_KEPT, phase());
        assertEquals(List.of(HoldState.CONFIRMED), holds());
        assertEquals(List.of(), terminal.tray.papers);
        assertEquals(List.of(Paper.State.KEPT, Paper.State.KEPT, Paper.State.KEPT), papers());

        assertEquals(3, terminal.desk.waiting().size());
        terminal.desk.handOut(ID, 0, "Abholung");
        time.settle();
        assertEquals(Paper.State.PRINTED, terminal.order(ID).slips().getFirst().state());
        assertEquals(List.of(), terminal.tray.reprints);
        assertThrows(
                IllegalArgumentException.class, () -> terminal.desk.handOut(ID, 0, "noch einmal"));
    }

    @Test
    void whoCancelsAndPaysAfterAllIsServedWithPaperForStaff() throws Exception {
        place(SampleOrders.ticket(ID));
        terminal.desk.cancel(ID);
        time.settle();
        assertEquals(Phase.CANCELLED, phase());
        assertEquals("", terminal.last().paymentUrl());
        assertEquals(List.of(HoldState.HELD), holds(), "it can still be paid");
        pay();
        assertEquals(Phase.PAPER_KEPT, phase());
        assertEquals(List.of(HoldState.CONFIRMED), holds());
    }

    @Test
    void whoCancelsAndDoesNotPayFreesThePlacesWhenThePlatformHasGivenUp() throws Exception {
        place(SampleOrders.ticket(ID));
        terminal.desk.cancel(ID);
        time.pass(PLATFORM_LIMIT.plusMinutes(1));
        assertEquals(List.of(HoldState.RELEASED), holds());
        assertEquals(Phase.CANCELLED, terminal.order(ID).phase());
        assertEquals(List.of(), booked());
    }

    @Test
    void aPlatformThatIsAwayIsAskedUntilItAnswersAndChargesOnce() throws Exception {
        place(SampleOrders.ticket(ID));
        sandbox.payments().pay(transaction().id());
        sandbox.switchboard().offline(Service.PAYMENT, true);
        time.pass(Duration.ofMinutes(25));
        assertEquals(Phase.PAYMENT_UNCLEAR, phase());
        assertEquals(List.of(HoldState.HELD), holds(), "it may be paid");
        sandbox.switchboard().offline(Service.PAYMENT, false);
        terminal.desk.leave(ID);
        time.pass(Duration.ofMinutes(2));
        assertEquals(Phase.PAPER_KEPT, phase());
        assertEquals(1, sandbox.payments().transactions().size());
        assertEquals(900, sandbox.payments().chargedCents());
    }

    @Test
    void aPlatformThatIsAwayFromTheStartEndsTheOrderWithoutACharge() throws Exception {
        sandbox.switchboard().offline(Service.PAYMENT, true);
        place(SampleOrders.ticket(ID));
        time.pass(Duration.ofMinutes(1));
        assertEquals(Phase.PAYMENT_FAILED, phase());
        assertEquals(OrderCodes.PAY_OFFLINE, terminal.last().code());
        assertEquals(List.of(HoldState.RELEASED), holds());
    }

    @Test
    void paidForAHoldThatIsGoneIsRefundedByTheJournal() throws Exception {
        place(SampleOrders.ticket(ID));
        sandbox.switchboard().offline(Service.BOOKING, true);
        time.pass(Duration.ofMinutes(11));
        sandbox.switchboard().offline(Service.BOOKING, false);
        pay();
        assertEquals(Phase.REFUND_DUE, phase());
        assertEquals(OrderCodes.HOLD_LOST, terminal.last().code());
        assertEquals(List.of(BookingEntry.Kind.CHARGE, BookingEntry.Kind.REFUND_DUE), booked());
        assertEquals(List.of(HoldState.EXPIRED), holds());
        assertEquals(List.of(), terminal.tray.papers);
    }

    @Test
    void anAuthorityThatIsAwayDoesNotKeepCitizensWaiting() throws Exception {
        terminal.fitConnect.prepare(SampleOrders.DESTINATION);
        sandbox.switchboard().offline(Service.AUTHORITY, true);
        place(SampleOrders.permit(ID));
        pay();
        assertEquals(Phase.DONE, phase());
        assertEquals(OrderCodes.SUBMISSION_PENDING, terminal.last().code());
        assertTrue(text(terminal.tray.papers.getFirst()).contains("sicher gespeichert"));
        assertEquals(OrderState.DELIVERING, terminal.order(ID).state());

        sandbox.switchboard().offline(Service.AUTHORITY, false);
        time.pass(Duration.ofMinutes(8));
        assertEquals("", terminal.last().code());
        assertEquals(1, sandbox.authority().received().size());
        assertEquals(OrderState.ENDED, terminal.order(ID).state());
    }

    @Test
    void withoutAKeyNothingIsTaken() throws Exception {
        sandbox.switchboard().offline(Service.AUTHORITY, true);
        OrderRefused refused =
                assertThrows(OrderRefused.class, () -> place(SampleOrders.permit(ID)));
        assertEquals(OrderCodes.NO_KEY, refused.code());
        assertTrue(terminal.store.find(ID).isEmpty());
    }

    @Test
    void aRejectedApplicationIsRefunded() throws Exception {
        sandbox.authority().autoAccept(false);
        place(SampleOrders.permit(ID));
        pay();
        assertEquals(Phase.DONE, phase());
        assertEquals(Order.Dispatch.Status.DELIVERED, terminal.order(ID).dispatch().status());
        sandbox.authority().reject(sandbox.authority().undecided().getFirst(), "unreadable");
        time.pass(Duration.ofMinutes(6));
        assertEquals(Phase.REFUND_DUE, phase());
        assertEquals(OrderCodes.SUBMISSION_REJECTED, terminal.last().code());
        assertEquals(List.of(BookingEntry.Kind.CHARGE, BookingEntry.Kind.REFUND_DUE), booked());
    }

    @Test
    void theAuthorityReadsEveryPageOfTheDocumentsThatGoAlong() throws Exception {
        place(SampleOrders.withPapers(SampleOrders.permit(ID)));
        pay();
        assertEquals(Phase.DONE, phase());
        ReceivedSubmission received = sandbox.authority().received().getFirst();
        assertEquals(SubmissionState.ACCEPTED, received.state());
        assertEquals(
                List.of(3, 1),
                received.attachments().stream().map(ReceivedAttachment::pages).toList());
        assertTrue(received.metadata().contains("\"1-mietvertrag-fuer-koeln.pdf\""));
        assertTrue(received.metadata().contains("\"Mietvertrag für Köln\""));
    }

    @Test
    void documentsAreErasedAsSoonAsTheDeliveryServiceHasSignedForThem() throws Exception {
        sandbox.authority().autoAccept(false);
        terminal.fitConnect.prepare(SampleOrders.DESTINATION);
        sandbox.switchboard().offline(Service.AUTHORITY, true);
        place(SampleOrders.withPapers(SampleOrders.permit(ID)));
        String ciphertext = terminal.store.attachment(ID, 0).orElseThrow().jwe();
        String middle = ciphertext.substring(ciphertext.length() / 2).substring(0, 60);
        assertTrue(inFiles(middle), "it lies there before anything else is done");
        assertFalse(inFiles("JFIF"), "no page does");
        pay();
        assertTrue(inFiles(middle));

        sandbox.switchboard().offline(Service.AUTHORITY, false);
        time.pass(Duration.ofMinutes(8));
        assertEquals(Order.Dispatch.Status.DELIVERED, terminal.order(ID).dispatch().status());
        assertEquals(OrderState.TRACKING, terminal.order(ID).state());
        assertTrue(terminal.store.attachment(ID, 0).isEmpty());
        assertFalse(inFiles(middle), "erased and overwritten");
        // What the authority signs for later is still recognised.
        sandbox.authority().examine(sandbox.authority().undecided().getFirst());
        time.pass(Duration.ofMinutes(6));
        assertEquals(OrderState.ENDED, terminal.order(ID).state());
        assertEquals("", terminal.last().code());
    }

    @Test
    void aDocumentThatIsGoneOrNoPictureOrTooLargeIsNotLeftOutInSilence() throws Exception {
        OrderRequest request = SampleOrders.withPapers(SampleOrders.permit(ID));
        byte[] page = SamplePages.grey(20, 20).array();
        byte[] large = Arrays.copyOf(page, Enclosures.MOST_BYTES + 1);
        List<Enclosures> bad =
                List.of(
                        Enclosures.NONE,
                        id -> id.equals("d") ? new byte[0] : page.clone(),
                        _ -> "no picture".getBytes(StandardCharsets.UTF_8),
                        _ -> large.clone());
        for (Enclosures enclosures : bad) {
            OrderRefused refused =
                    assertThrows(
                            OrderRefused.class, () -> terminal.desk.place(request, enclosures));
            assertEquals(OrderCodes.ENCLOSURE, refused.code());
            assertTrue(terminal.store.find(ID).isEmpty());
        }
    }

    @Test
    void aPageIsOverwrittenOnceItIsSealed() throws Exception {
        List<byte[]> given = new ArrayList<>();
        terminal.desk.place(
                SampleOrders.withPapers(SampleOrders.permit(ID)),
                id -> {
                    given.add(SampleOrders.PAPERS.page(id));
                    return given.getLast();
                });
        assertEquals(4, given.size());
        for (byte[] page : given) {
            assertArrayEquals(new byte[page.length], page);
        }
    }

    @Test
    void aPrinterWithoutPaperLeavesThePaperToStaff() throws Exception {
        terminal.tray.fate = _ -> new PrintOutcome.NotPrinted("PRN-PAPER-OUT");
        place(SampleOrders.ticket(ID));
        pay();
        assertEquals(Phase.PAPER_KEPT, phase());
        assertEquals("PRN-PAPER-OUT", terminal.last().code());
        assertEquals(List.of(Paper.State.KEPT, Paper.State.KEPT, Paper.State.KEPT), papers());
    }

    @Test
    void aPaperOfUnknownFateIsPrintedAgainOnlyAsADuplicate() throws Exception {
        terminal.tray.fate = _ -> new PrintOutcome.Unknown("PRN-PORT-LOST");
        place(SampleOrders.ticket(ID));
        pay();
        assertEquals(Phase.PAPER_KEPT, phase());
        assertEquals(List.of(Paper.State.UNKNOWN, Paper.State.KEPT, Paper.State.KEPT), papers());
        terminal.tray.fate = _ -> new PrintOutcome.Completed();
        terminal.desk.handOut(ID, 0, "halb gedruckt");
        assertEquals(List.of(ID + "/ticket-1 halb gedruckt"), terminal.tray.reprints);
    }

    @Test
    void placingTheSameOrderAgainDoesNothing() throws Exception {
        place(SampleOrders.ticket(ID));
        place(SampleOrders.ticket(ID));
        pay();
        place(SampleOrders.ticket(ID));
        assertEquals(1, sandbox.payments().transactions().size());
        assertEquals(1, sandbox.booking().holds().size());
        assertEquals(3, terminal.tray.papers.size());
    }

    @Test
    void twoTerminalsSellTheLastPlaceOnce() throws Exception {
        place(SampleOrders.ticket(SampleOrders.id(1), SampleOrders.SLOT, 3));
        try (Terminal other = terminal("other.db")) {
            sandbox.booking().faults().dropNextReply("PUT", "holds");
            sandbox.booking().faults().dropNextReply("PUT", "holds");
            terminal.desk.place(SampleOrders.ticket(SampleOrders.id(2), SampleOrders.SLOT, 1));
            other.desk.place(SampleOrders.ticket(SampleOrders.id(3), SampleOrders.SLOT, 1));
            time.pass(Duration.ofSeconds(10));
            sandbox.switchboard().payAll();
            time.pass(Duration.ofSeconds(10));
            assertEquals(Phase.DONE, terminal.order(SampleOrders.id(2)).phase());
            assertEquals(Phase.SOLD_OUT, other.order(SampleOrders.id(3)).phase());
            assertEquals(List.of(), other.tray.papers);
        }
    }

    @Test
    void aFullDiskStopsSellingLosesNothingAndSellsAgain() throws Exception {
        place(SampleOrders.ticket(ID));
        FullDisk.fill(terminal.database);
        OrderRefused refused =
                assertThrows(
                        OrderRefused.class, () -> place(SampleOrders.ticket(SampleOrders.id(2))));
        assertEquals(OrderCodes.DISK_FULL, refused.code());
        pay();
        time.pass(Duration.ofMinutes(5));
        assertEquals(900, sandbox.payments().chargedCents());

        FullDisk.empty(terminal.database);
        time.pass(Duration.ofSeconds(30));
        assertEquals(OrderState.ENDED, terminal.order(ID).state());
        assertEquals(List.of(BookingEntry.Kind.CHARGE), booked());
        assertEquals(List.of(HoldState.CONFIRMED), holds());
        place(SampleOrders.ticket(SampleOrders.id(2)));
        assertEquals(Phase.AWAITING_PAYMENT, phase());
    }

    @Test
    void noPersonalDatumIsEverInTheDatabaseFiles() throws Exception {
        terminal.fitConnect.prepare(SampleOrders.DESTINATION);
        sandbox.switchboard().offline(Service.AUTHORITY, true);
        byte[] noise = new byte[24];
        new Random(11).nextBytes(noise);
        String answer = "Ä" + Base64.getUrlEncoder().encodeToString(noise);
        String copied = "Kopie" + answer;
        place(SampleOrders.permit(ID, "{\"a\":\"" + answer + "\"}", copied));
        String ciphertext = terminal.store.sealed(ID).orElseThrow().data();
        assertTrue(inFiles("Bewohnerparkausweis"), "what is there is found");
        assertTrue(inFiles(ciphertext.substring(0, 60)), "ciphertext may lie there");
        assertFalse(inFiles(answer));
        pay();
        assertFalse(inFiles(answer));
        assertTrue(text(terminal.tray.papers.getLast()).contains(copied));

        sandbox.switchboard().offline(Service.AUTHORITY, false);
        time.pass(Duration.ofMinutes(10));
        assertEquals(OrderState.ENDED, terminal.order(ID).state());
        assertFalse(inFiles(answer));
        assertFalse(inFiles(ciphertext.substring(0, 60)), "what was sealed is erased");
        assertFalse(inFiles(ciphertext.substring(ciphertext.length() - 60)));
    }

    private boolean inFiles(String text) throws IOException {
        String bytes =
                new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        boolean found = false;
        for (String name : List.of("terminal.db", "terminal.db-wal", "terminal.db-shm")) {
            Path file = folder.resolve(name);
            if (Files.exists(file)) {
                found |= Files.readString(file, StandardCharsets.ISO_8859_1).contains(bytes);
            }
        }
        return found;
    }

    @Test
    void venuesAndSlotsAreWhatTheServiceSays() throws Exception {
        assertEquals("oberwerth", terminal.booking.venues().getFirst().id());
        assertEquals(450, terminal.booking.venues().getFirst().tariffs().getFirst().cents());
        LocalDate day = LocalDate.of(2026, 6, 6);
        var slots = terminal.booking.slots("moselbad", day, day);
        assertEquals(3, slots.size());
        assertEquals(SampleOrders.SLOT, slots.get(1).id());
        assertEquals(4, slots.get(1).free());
    }
}
