package de.koblenz.kiosk.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.printer.PrintDocument;
import de.koblenz.kiosk.device.printer.PrintJob;
import de.koblenz.kiosk.device.printer.PrintOutcome;
import de.koblenz.kiosk.order.OrderRequest.CopyLine;
import de.koblenz.kiosk.order.OrderRequest.LaterDocument;
import de.koblenz.kiosk.order.document.ReceiptPart;
import de.koblenz.kiosk.order.document.ReceiptPart.Known;
import de.koblenz.kiosk.order.document.ReceiptPart.Style;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A receipt that is printed after the terminal has died says what it would have said before; over the real stores.
class LateReceiptTest {
    private static final OrderId ID = SampleOrders.id(4);
    private static final String RECEIPT = ID + "/receipt";
    private static final LaterDocument PROOF =
            new LaterDocument(
                    "Nachweis der Versicherung",
                    Optional.of(LocalDate.of(2026, 6, 29)),
                    "https://www.example.de/hochladen");
    private static final LaterDocument PHOTO = new LaterDocument("Foto", Optional.empty(), "");

    @TempDir private Path folder;
    private PaperRoom room;
    private final List<PrintJob> tried = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        room = new PaperRoom(folder);
        room.tray.fate =
                job -> {
                    tried.add(job);
                    return new PrintOutcome.NotPrinted("PRN-PAPER-OUT");
                };
    }

    @AfterEach
    void close() {
        room.close();
    }

    private static OrderRequest request(OrderRequest.ReceiptPlan receipt) {
        OrderRequest permit = SampleOrders.free(SampleOrders.permit(ID));
        return new OrderRequest(
                ID,
                permit.serviceId(),
                permit.title(),
                permit.cents(),
                permit.positions(),
                permit.reservation(),
                permit.application(),
                List.of(),
                List.of(PROOF, PHOTO),
                receipt);
    }

    private static OrderRequest.ReceiptPlan template() {
        return new OrderRequest.ReceiptPlan(
                List.of(
                        new ReceiptPart.Words(Style.HEADING, "Anmeldung eines Hundes"),
                        Known.ORDER,
                        Known.ANSWERS,
                        Known.SENDING,
                        Known.DOCUMENTS,
                        new ReceiptPart.Words(Style.TITLE, "So geht es weiter"),
                        new ReceiptPart.Words(Style.TEXT, "Die Marke kommt mit der Post."),
                        new ReceiptPart.Words(Style.TEXT, "Ваш собака"),
                        new ReceiptPart.Code("https://www.example.de/{reference}", "Stand")),
                List.of(new CopyLine("Name des Hundes", "Bellolino von der Mosel")));
    }

    private PrintDocument reprinted() throws IOException {
        assertEquals(List.of(RECEIPT), room.desk().kept());
        room.tray.fate = _ -> new PrintOutcome.Completed();
        PaperDesk.Reprint reprint = room.desk().reprint(RECEIPT, "Papier war leer");
        room.settle();
        assertEquals(
                new PrintOutcome.Completed(),
                assertInstanceOf(PaperDesk.Reprint.Begun.class, reprint).outcome().join());
        assertEquals(List.of(RECEIPT), room.printed());
        return room.tray.papers.getFirst().document();
    }

    @Test
    void theUsualReceiptSaysAfterADeathWhatIsStillToBeHandedIn() throws Exception {
        room.place(request(OrderRequest.ReceiptPlan.USUAL));
        room.dieAndStartAgain();
        PrintDocument late = reprinted();
        assertEquals(tried.getFirst().document().blocks(), late.blocks());
        assertTrue(
                late.blocks()
                        .contains(
                                PrintDocument.Paragraph.plain(
                                        "– Nachweis der Versicherung, bis 29.6.2026")),
                late.blocks().toString());
        assertTrue(late.blocks().contains(PrintDocument.Paragraph.plain("– Foto")));
    }

    @Test
    void aReceiptOfATemplateIsTheSameAfterADeath() throws Exception {
        room.place(request(template()));
        room.dieAndStartAgain();
        PrintDocument late = reprinted();
        assertEquals(tried.getFirst().document().blocks(), late.blocks());
        assertTrue(late.blocks().contains(new PrintDocument.Heading("Anmeldung eines Hundes")));
        assertTrue(
                late.blocks()
                        .contains(
                                new PrintDocument.Paragraph(
                                        "Bellolino von der Mosel", PrintDocument.Align.LEFT, true)),
                late.blocks().toString());
        assertTrue(
                late.blocks()
                        .contains(
                                new PrintDocument.Qr(
                                        "https://www.example.de/" + OrderReference.of(ID),
                                        "Stand")));
    }

    @Test
    void whatTheReceiptSaysLiesSealedAndIsGoneWhenItIsPrinted() throws Exception {
        room.place(request(template()));
        assertEquals(ReceiptContent.of(request(template())), content());
        List<String> personal =
                List.of(
                        "Bellolino",
                        "Name des Hundes",
                        "Nachweis der Versicherung",
                        "Foto",
                        "hochladen",
                        "2026-06-29",
                        "Ваш собака",
                        "Die Marke kommt",
                        "Anmeldung eines Hundes");
        for (String each : personal) {
            assertFalse(room.disk().contains(inBytes(each)), each);
        }
        assertTrue(room.disk().contains(ID.toString()), "the order itself may be read");
        room.dieAndStartAgain();
        var _ = reprinted();
        assertEquals(ReceiptContent.USUAL, content());
        assertEquals(0, room.sealedReceipts());
        for (String each : personal) {
            assertFalse(room.disk().contains(inBytes(each)), each);
        }
        assertEquals(List.of(), room.desk().kept());
    }

    @Test
    void nothingIsKeptOfAReceiptThatComesOutAtOnce() throws Exception {
        room.tray.fate = _ -> new PrintOutcome.Completed();
        room.place(request(template()));
        assertEquals(List.of(RECEIPT), room.printed());
        assertEquals(0, room.sealedReceipts());
    }

    @Test
    void nothingIsWrittenDownForTheUsualReceipt() throws Exception {
        room.place(SampleOrders.ticket(ID));
        assertEquals(0, room.sealedReceipts());
    }

    /// As [PaperRoom#disk()] has it.
    private static String inBytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private ReceiptContent content() throws IOException {
        return room.store.receipt(ID, room.time.instant());
    }

    @Test
    void whatAReceiptSaysWaitsForSevenDaysAndThenIsNotPrinted() throws Exception {
        room.place(request(template()));
        room.time.pass(Duration.ofDays(6));
        assertEquals(ReceiptContent.of(request(template())), content());
        room.time.pass(Duration.ofDays(2));
        assertEquals(1, room.sealedReceipts(), "no round has erased it");
        List<PrintDocument.Block> late = reprinted().blocks();
        assertTrue(tried.getFirst().document().blocks().toString().contains("Bellolino"));
        assertFalse(late.toString().contains("Bellolino"));
        assertFalse(late.toString().contains("Foto"));
    }

    /// [DurableOrderDesk#handOut] and its note are two writes.
    @Test
    void aTerminalThatDiesBetweenAReceiptAndItsNoteForgetsWhatItSaidAtTheNextStart()
            throws Exception {
        room.place(request(template()));
        room.tray.fate = _ -> new PrintOutcome.Completed();
        var _ = room.desk().reprint(RECEIPT, "Papier war leer");
        assertEquals(List.of(RECEIPT), room.printed());
        noteIsLost();
    }

    @Test
    void aTerminalThatDiesAfterStaffHaveFoundAReceiptForgetsWhatItSaidAtTheNextStart()
            throws Exception {
        room.tray.fate = _ -> new PrintOutcome.Unknown("PRN-OFFLINE");
        room.place(request(template()));
        assertEquals(PaperDesk.Resolution.NOTED, room.desk().resolve(RECEIPT, true));
        noteIsLost();
    }

    private void noteIsLost() throws Exception {
        room.dieAndStartAgain();
        assertEquals(1, room.sealedReceipts(), "the note was lost");
        assertEquals(List.of(), room.desk().kept(), "nobody prints it a second time");
        room.orders.settle();
        room.settle();
        assertEquals(0, room.sealedReceipts());
        assertFalse(room.store.find(ID).orElseThrow().owesReceipt());
        assertEquals(List.of(), room.store.withKeptPaper());
    }

    @Test
    void aReceiptThatStillWaitsIsNotSettled() throws Exception {
        room.place(request(template()));
        room.orders.settle();
        room.settle();
        assertEquals(List.of(RECEIPT), room.desk().kept());
        assertEquals(ReceiptContent.of(request(template())), content());
    }

    @Test
    void withoutTheKeyTheUsualReceiptIsPrinted() throws Exception {
        room.place(request(template()));
        room.loseKey();
        room.dieAndStartAgain();
        PrintDocument late = reprinted();
        assertTrue(late.blocks().contains(new PrintDocument.Heading("Quittung")));
        for (String gone : List.of("Bellolino", "Foto", "Marke", "Anmeldung eines Hundes")) {
            assertFalse(late.blocks().toString().contains(gone), gone);
        }
    }

    @Test
    void noTextOfAnOrderTellsItsAnswers() throws Exception {
        assertFalse(request(template()).toString().contains("Bellolino"));
        room.place(request(template()));
        assertFalse(room.store.find(ID).orElseThrow().toString().contains("Bellolino"));
        assertFalse(tried.getFirst().toString().contains("Bellolino"));
        assertFalse(template().toString().contains("Bellolino"));
    }
}
