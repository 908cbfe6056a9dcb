package de.koblenz.kiosk.device.printer;

import de.koblenz.kiosk.device.printer.PrintDocument.Align;
import de.koblenz.kiosk.device.printer.PrintDocument.Crest;
import de.koblenz.kiosk.device.printer.PrintDocument.Heading;
import de.koblenz.kiosk.device.printer.PrintDocument.Paragraph;
import de.koblenz.kiosk.device.printer.PrintDocument.Qr;
import de.koblenz.kiosk.device.printer.PrintDocument.Row;
import de.koblenz.kiosk.device.printer.PrintDocument.Rule;
import de.koblenz.kiosk.device.printer.PrintDocument.Space;
import java.util.List;

/// Documents as citizens take them home, with invented data.
public final class SampleDocuments {
    public static final String TICKET_CODE =
            "KO1.eyJ2IjoiYmVja2VuIiwicyI6IjIwMjYtMDctMTRUMTA6MDAiLCJ0IjoiZmFtaWxpZSIsIm4iOiIwMDQ3MTEifQ."
                    + "q83vEjRWeJq83vEjRWeJq83vEjRWeJq83vEjRWeJq83vEjRWeJq83vEjRWeJq83vEjRWeJq83vEjRWeA";

    private SampleDocuments() {}

    public static PrintDocument receipt() {
        return new PrintDocument(
                List.of(
                        new Crest(),
                        new Space(1),
                        new Heading("Bewohnerparkausweis"),
                        new Paragraph(
                                "Quittung und Nachweis der Antragstellung", Align.CENTER, false),
                        new Rule(),
                        new Row("Vorgangsnummer", "KO-2026-004711", false),
                        new Row("Datum", "14.07.2026, 10:42 Uhr", false),
                        new Row("Kassenzeichen", "5120.0815.4711", false),
                        new Space(1),
                        new Row(
                                "Bewohnerparkausweis „Altstadt – Süd“, gültig zwölf Monate",
                                "194,97 €",
                                false),
                        new Row("Entgelt der Bezahlplattform", "0,45 €", false),
                        new Rule(),
                        new Row("Summe", "195,42 €", true),
                        new Row("bezahlt mit girocard", "195,42 €", false),
                        new Space(1),
                        Paragraph.plain(
                                "Ihr Antrag ist beim Ordnungsamt eingegangen. Den Ausweis erhalten Sie per "
                                        + "Post an die Schloßstraße; Größe und Maß des Fahrzeugs werden geprüft."),
                        new Qr("https://www.koblenz.de/vorgang/KO-2026-004711", "KO-2026-004711"),
                        new Space(1),
                        new Paragraph("Vielen Dank für Ihren Besuch.", Align.CENTER, true)));
    }

    public static PrintDocument ticket() {
        return new PrintDocument(
                List.of(
                        new Crest(),
                        new Heading("Freibad Oberwerth"),
                        new Paragraph("Dienstag, 14. Juli 2026", Align.CENTER, true),
                        new Heading("10:00 – 13:00"),
                        new Rule(),
                        new Row("2 × Erwachsene", "9,00 €", false),
                        new Row("1 × Kind bis 14 Jahre", "2,50 €", false),
                        new Row("Summe", "11,50 €", true),
                        new Qr(TICKET_CODE, "Am Eingang vorzeigen"),
                        Paragraph.plain(
                                "Gilt nur für das gebuchte Zeitfenster. Umtausch ausgeschlossen.")));
    }

    /// A job of that document with its true hash.
    public static PrintJob job(String id, PrintDocument document) {
        return PrintJob.bound(id, document);
    }
}
