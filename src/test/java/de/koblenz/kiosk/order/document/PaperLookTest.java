package de.koblenz.kiosk.order.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import de.koblenz.kiosk.device.DeviceId;
import de.koblenz.kiosk.device.printer.EscPosPrinter;
import de.koblenz.kiosk.device.printer.Letterhead;
import de.koblenz.kiosk.device.printer.MemoryJournal;
import de.koblenz.kiosk.device.printer.PrintDocument;
import de.koblenz.kiosk.device.printer.PrintJob;
import de.koblenz.kiosk.device.printer.PrintOutcome;
import de.koblenz.kiosk.device.printer.PrinterTimings;
import de.koblenz.kiosk.device.printer.Profiles;
import de.koblenz.kiosk.device.printer.SampleDocuments;
import de.koblenz.kiosk.device.profile.DeviceProfile;
import de.koblenz.kiosk.device.sim.MemoryLine;
import de.koblenz.kiosk.device.sim.PrintedPaper;
import de.koblenz.kiosk.device.sim.PrinterSocket;
import de.koblenz.kiosk.device.sim.SimulatedPrinter;
import de.koblenz.kiosk.order.document.ReceiptPart.Known;
import de.koblenz.kiosk.order.document.ReceiptPart.Style;
import de.koblenz.kiosk.text.Texts;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The product's papers with the city's own words, printed by the real driver; the pictures lie in `target/paper`.
class PaperLookTest {
    private static final Path PROJECT = Path.of(System.getProperty("kiosk.project", "."));
    private static final Instant AT = Instant.parse("2026-06-06T07:05:00Z");

    /// The words of the file, one `key: text` a line.
    private static DocumentWords words() throws Exception {
        Map<String, String> texts = new HashMap<>();
        for (String line :
                Files.readAllLines(PROJECT.resolve("kiosk-config/texts/parts/order.de.yaml"))) {
            int colon = line.indexOf(": ");
            if (line.startsWith("document.") && colon > 0) {
                texts.put(
                        line.substring(0, colon),
                        line.substring(colon + 2).replaceAll("^\"|\"$", ""));
            }
        }
        return new DocumentWords(new Texts(Locale.GERMAN, texts), ZoneId.of("Europe/Berlin"));
    }

    private static PrintedPaper printed(String key, PrintDocument document, String name)
            throws Exception {
        DeviceProfile profile = Profiles.shipped(key);
        SimulatedPrinter paper = new SimulatedPrinter(profile);
        MemoryLine line = new MemoryLine();
        try (PrinterSocket _ = new PrinterSocket(paper, line.far());
                EscPosPrinter printer =
                        new EscPosPrinter(
                                new DeviceId("receipt-printer"),
                                profile,
                                line.near(),
                                Letterhead.koblenz("Stadt Koblenz", "Duplikat"),
                                new MemoryJournal(),
                                Clock.systemUTC(),
                                PrinterTimings.USUAL)) {
            PrintJob job = PrintJob.bound(name, document);
            assertEquals(
                    new PrintOutcome.Completed(), printer.print(job).get(60, TimeUnit.SECONDS));
        }
        paper.tearOff();
        assertEquals(List.of(), paper.unknownCommands());
        PrintedPaper printed = paper.papers().getFirst();
        Path folder = PROJECT.resolve("target/paper");
        Files.createDirectories(folder);
        Files.write(folder.resolve("product-" + name + "-" + key + ".png"), printed.png());
        return printed;
    }

    private static String decoded(BufferedImage image) throws Exception {
        int[] pixels =
                image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(
                                new HybridBinarizer(
                                        new RGBLuminanceSource(
                                                image.getWidth(), image.getHeight(), pixels))),
                        Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPSON-TM-T88V", "GENERIC-58", "STAR-TUP900"})
    void theReceiptHasItsAmountsInOneColumn(String key) throws Exception {
        PrintedPaper paper =
                printed(
                        key,
                        new Receipt(
                                        "Bewohnerparkausweis",
                                        List.of(
                                                new Receipt.Line(
                                                        "Bewohnerparkausweis, zwölf Monate",
                                                        1,
                                                        19_497),
                                                new Receipt.Line("Zweitschrift", 2, 500)),
                                        20_497,
                                        "5120.0815.4711",
                                        "KO-7F3K-92QD",
                                        AT,
                                        Receipt.Sending.SENT,
                                        List.of())
                                .document(words()),
                        "receipt");
        List<String> amounts = paper.lines().stream().filter(line -> line.endsWith("€")).toList();
        assertEquals(3, amounts.size());
        assertEquals(1, amounts.stream().map(String::length).distinct().count());
        assertTrue(
                paper.lines().stream()
                        .anyMatch(line -> line.startsWith("1 × Bewohnerparkausweis,")),
                "how many stands beside what");
    }

    /// A receipt by a template of the city, as a reader of a second language gets it.
    private static Receipt template(List<ReceiptPart> parts) {
        return new Receipt(
                "Hund anmelden",
                List.of(),
                0,
                "",
                "KO-7F3K-92QD",
                AT,
                Receipt.Sending.SENT,
                List.of(
                        new Receipt.Later(
                                "Nachweis der Versicherung",
                                Optional.of(LocalDate.of(2026, 7, 4)),
                                "")),
                parts,
                List.of(
                        new ApplicationCopy.Line("Name des Hundes", "Luna"),
                        new ApplicationCopy.Line("Rasse", "Deutscher Schäferhund (Mischling)")));
    }

    private static ReceiptPart words(Style style, String text) {
        return new ReceiptPart.Words(style, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPSON-TM-T88V", "GENERIC-58", "STAR-TUP900"})
    void theReceiptSpeaksForTheOffice(String key) throws Exception {
        PrintedPaper paper =
                printed(
                        key,
                        template(
                                        List.of(
                                                words(Style.HEADING, "Anmeldung eines Hundes"),
                                                Known.ORDER,
                                                Known.ANSWERS,
                                                Known.SENDING,
                                                Known.DOCUMENTS,
                                                words(Style.TITLE, "So geht es weiter"),
                                                words(
                                                        Style.TEXT,
                                                        "Der Steuerbescheid und die Hundemarke kommen mit der Post."),
                                                new ReceiptPart.Code(
                                                        "https://www.example.de/stand/{reference}",
                                                        "Stand Ihres Antrags"),
                                                words(Style.TITLE, "Kämmerei und Steueramt"),
                                                words(Style.TEXT, "Rathaus, Willi-Hörter-Platz 1"),
                                                words(Style.TEXT, "Montag bis Freitag 8–12 Uhr"),
                                                Known.HELP))
                                .document(words()),
                        "template");
        assertEquals("https://www.example.de/stand/KO-7F3K-92QD", decoded(paper.image()));
        assertTrue(paper.lines().contains("Luna"), paper.lines().toString());
        assertTrue(paper.lines().indexOf("Luna") < paper.lines().indexOf("Bitte noch einreichen:"));
        assertTrue(
                paper.lines().indexOf("Bitte noch einreichen:")
                        < paper.lines().indexOf("So geht es weiter"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPSON-TM-T88V", "GENERIC-58", "STAR-TUP900"})
    void theReceiptSpeaksArabicBelowGerman(String key) throws Exception {
        PrintedPaper paper =
                printed(
                        key,
                        template(
                                        List.of(
                                                words(Style.HEADING, "Anmeldung eines Hundes"),
                                                words(Style.HEADING, "تسجيل كلب"),
                                                Known.ORDER,
                                                Known.ANSWERS,
                                                Known.SENDING,
                                                Known.DOCUMENTS,
                                                words(Style.TITLE, "So geht es weiter"),
                                                words(Style.TITLE, "ما هي الخطوة التالية"),
                                                words(
                                                        Style.TEXT,
                                                        "Der Steuerbescheid und die Hundemarke kommen mit der Post."),
                                                words(
                                                        Style.TEXT,
                                                        "يصلكم إشعار الضريبة وعلامة الكلب بالبريد خلال 14 يومًا. ولا يوجد ما يُدفع اليوم."),
                                                new ReceiptPart.Code(
                                                        "https://www.example.de/stand/{reference}",
                                                        "Stand Ihres Antrags\nحالة طلبكم"),
                                                Known.HELP))
                                .document(words()),
                        "template-ar");
        assertEquals("https://www.example.de/stand/KO-7F3K-92QD", decoded(paper.image()));
        assertTrue(paper.lines().contains("So geht es weiter"), paper.lines().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPSON-TM-T88V", "GENERIC-58", "STAR-TUP900"})
    void theTicketsCodeReadsBackFromThePaper(String key) throws Exception {
        PrintedPaper paper =
                printed(
                        key,
                        new Ticket(
                                        "Freibad Oberwerth",
                                        "Sa., 6. Juni 2026, 10:30–15:30 Uhr",
                                        1,
                                        2,
                                        SampleDocuments.TICKET_CODE,
                                        "KO-7F3K-92QD")
                                .document(words()),
                        "ticket");
        assertEquals(SampleDocuments.TICKET_CODE, decoded(paper.image()));
        assertTrue(
                paper.lines().stream().anyMatch(line -> line.contains("10:30–15:30")),
                paper.lines().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPSON-TM-T88V", "GENERIC-58", "STAR-TUP900"})
    void theWaitingNumberIsReadAcrossTheRoom(String key) throws Exception {
        String link = "https://www.koblenz.de/warten/b047";
        PrintedPaper paper =
                printed(
                        key,
                        new WaitingNumber("B 047", "Personalausweis", "Wartebereich 2", AT, link)
                                .document(words()),
                        "waiting");
        assertTrue(paper.lines().contains("B 047"));
        assertEquals(link, decoded(paper.image()));
    }
}
