package de.koblenz.kiosk.order.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.printer.PrintDocument;
import de.koblenz.kiosk.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DocumentsTest {
    private static final Instant AT = Instant.parse("2026-06-01T06:05:00Z");
    private static final DocumentWords WORDS =
            new DocumentWords(
                    new Texts(
                            Locale.GERMAN,
                            Map.ofEntries(
                                    Map.entry("document.at", "{time} Uhr"),
                                    Map.entry("document.date", "Datum"),
                                    Map.entry("document.reference", "Ihre Nummer"),
                                    Map.entry("document.kassenzeichen", "Kassenzeichen"),
                                    Map.entry("document.help", "115"),
                                    Map.entry("document.receipt.title", "Quittung"),
                                    Map.entry("document.receipt.sum", "Summe"),
                                    Map.entry("document.receipt.paid", "bezahlt"),
                                    Map.entry("document.receipt.free", "kostenlos"),
                                    Map.entry("document.receipt.sent", "abgesendet"),
                                    Map.entry("document.receipt.pending", "wartet"),
                                    Map.entry("document.receipt.later", "Noch einreichen:"),
                                    Map.entry("document.receipt.laterUntil", "bis {day}"),
                                    Map.entry("document.receipt.laterUpload", "mit dem Handy"),
                                    Map.entry("document.ticket.title", "Eintrittskarte"),
                                    Map.entry("document.ticket.scan", "zeigen"),
                                    Map.entry("document.ticket.number", "Karte {number} von {of}"),
                                    Map.entry("document.ticket.note", "gilt einmal"),
                                    Map.entry("document.waiting.title", "Ihre Wartenummer"),
                                    Map.entry("document.waiting.note", "warten"),
                                    Map.entry("document.waiting.link", "so weit"),
                                    Map.entry("document.copy.title", "Ihre Kopie"),
                                    Map.entry("document.copy.note", "aufbewahren"))),
                    ZoneId.of("Europe/Berlin"));

    /// One line per block, as a reader would say it.
    private static String said(PrintDocument document) {
        return document.blocks().stream()
                .map(block ->
                        switch (block) {
                            case PrintDocument.Heading(String text) -> "# " + text;
                            case PrintDocument.Paragraph(String text, var _, boolean bold) ->
                                    bold ? "*" + text + "*" : text;
                            case PrintDocument.Row(String left, String right, boolean bold) ->
                                    left + " | " + right + (bold ? " *" : "");
                            case PrintDocument.Total(String left, String right) ->
                                    left + " | " + right + " **";
                            case PrintDocument.Rule() -> "---";
                            case PrintDocument.Qr(String content, String caption) ->
                                    "[" + content + "] " + caption;
                            case PrintDocument.Crest() -> "(crest)";
                            case PrintDocument.Space _ -> "";
                            case PrintDocument.Banner(String text) -> "## " + text;
                            case PrintDocument.Matrix(String content, String caption) ->
                                    "[[" + content + "]] " + caption;
                            case PrintDocument.Barcode(String content, String caption) ->
                                    "|" + content + "| " + caption;
                            case PrintDocument.CodeTable(int number) -> "(table " + number + ")";
                            case PrintDocument.Ruler() -> "(ruler)";
                        })
                .collect(Collectors.joining("\n"));
    }

    @Test
    void aTicketSaysPlaceAndTimeInBigLetters() {
        assertEquals(
                """
                (crest)
                *Eintrittskarte*

                # Moselbad
                *Sa., 6. Juni 2026*
                ## 10:30–15:30 Uhr

                [KO1.a.b] zeigen
                Karte 2 von 3
                ---
                Ihre Nummer | KO-2222-3333
                gilt einmal

                115\
                """,
                said(
                        new Ticket(
                                        "Moselbad",
                                        "Sa., 6. Juni 2026, 10:30–15:30 Uhr",
                                        2,
                                        3,
                                        "KO1.a.b",
                                        "KO-2222-3333")
                                .document(WORDS)));
    }

    @Test
    void aReceiptSaysWhatWasPaidAndWhereItIsBooked() {
        assertEquals(
                """
                (crest)

                # Quittung
                *Bewohnerparkausweis*

                Datum | 1.6.2026, 8:05 Uhr
                Ihre Nummer | KO-2222-3333 *
                ---
                2\u00a0×\u00a0Ermäßigt | 6,00\u00A0€
                1\u00a0×\u00a0Gebühr | 1.185,33\u00A0€
                ---
                Summe | 1.191,33\u00A0€ **

                Kassenzeichen | KZ-7
                bezahlt
                abgesendet

                115\
                """,
                said(
                        new Receipt(
                                        "Bewohnerparkausweis",
                                        List.of(
                                                new Receipt.Line("Ermäßigt", 2, 300),
                                                new Receipt.Line("Gebühr", 1, 118_533)),
                                        119_133,
                                        "KZ-7",
                                        "KO-2222-3333",
                                        AT,
                                        Receipt.Sending.SENT,
                                        List.of())
                                .document(WORDS)));
    }

    @Test
    void aWaitingNumberIsTheLargestWordOnItsPaper() {
        assertEquals(
                """
                (crest)

                *Ihre Wartenummer*

                ## B 047

                *Personalausweis*
                Wartebereich 2
                ---
                Datum | 1.6.2026, 8:05 Uhr

                warten
                [https://k.de/w] so weit\
                """,
                said(
                        new WaitingNumber(
                                        "B 047",
                                        "Personalausweis",
                                        "Wartebereich 2",
                                        AT,
                                        "https://k.de/w")
                                .document(WORDS)));
    }

    @Test
    void aFreeServiceHasNoKassenzeichen() {
        String said =
                said(
                        new Receipt(
                                        "Meldebescheinigung",
                                        List.of(),
                                        0,
                                        "",
                                        "KO-2222-3333",
                                        AT,
                                        Receipt.Sending.PENDING,
                                        List.of())
                                .document(WORDS));
        assertFalse(said.contains("Kassenzeichen"));
        assertEquals(true, said.contains("Summe | 0,00\u00A0€ **\n\nkostenlos\nwartet"));
    }

    @Test
    void aReceiptNamesEveryDocumentThatIsStillMissing() {
        String upload = "https://www.example.de/hochladen";
        String said =
                said(
                        new Receipt(
                                        "Hund anmelden",
                                        List.of(),
                                        0,
                                        "",
                                        "KO-2222-3333",
                                        AT,
                                        Receipt.Sending.SENT,
                                        List.of(
                                                new Receipt.Later(
                                                        "Nachweis der Versicherung",
                                                        Optional.of(LocalDate.of(2026, 6, 15)),
                                                        upload),
                                                new Receipt.Later("Foto", Optional.empty(), "")))
                                .document(WORDS));
        assertTrue(
                said.contains(
                        """
                        abgesendet

                        *Noch einreichen:*
                        – Nachweis der Versicherung, bis 15.6.2026
                        – Foto
                        [https://www.example.de/hochladen] mit dem Handy

                        115\
                        """),
                said);
    }

    @Test
    void theCopyHasEveryAnswerAndIsNeverInAText() {
        ApplicationCopy copy =
                new ApplicationCopy(
                        "Bewohnerparkausweis",
                        List.of(new ApplicationCopy.Line("Halter", "Erika Mustermann")),
                        "KO-2222-3333",
                        AT);
        assertEquals(true, said(copy.document(WORDS)).contains("Halter\n*Erika Mustermann*"));
        assertFalse(copy.toString().contains("Erika"));
        assertFalse(copy.lines().toString().contains("Erika"));
    }

    @Test
    void amountsAreWrittenAsGermansDo() {
        assertEquals("0,05\u00A0€", DocumentWords.money(5));
        assertEquals("12,50\u00A0€", DocumentWords.money(1_250));
        assertEquals("1.234.567,89\u00A0€", DocumentWords.money(123_456_789));
    }
}
