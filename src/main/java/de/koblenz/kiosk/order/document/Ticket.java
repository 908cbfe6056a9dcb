package de.koblenz.kiosk.order.document;

import de.koblenz.kiosk.device.printer.PrintDocument;
import de.koblenz.kiosk.device.printer.PrintDocument.Align;
import de.koblenz.kiosk.device.printer.PrintDocument.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A ticket for one place. No personal data.
///
/// @param venue where, German
/// @param slot when, German, e.g. "Sa., 6. Juni 2026, 9:00–13:00 Uhr"
/// @param number which of the order's tickets, from 1
/// @param of how many there are
/// @param code signed ticket code, what the turnstile reads
/// @param reference the order's short reference
public record Ticket(String venue, String slot, int number, int of, String code, String reference) {

    /// Place in double size, time as large as the paper allows, then the code: a cashier reads it at arm's length.
    public PrintDocument document(DocumentWords words) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new PrintDocument.Crest());
        blocks.add(new PrintDocument.Paragraph(words.of("ticket.title"), Align.CENTER, true));
        blocks.add(new PrintDocument.Space(1));
        blocks.add(new PrintDocument.Heading(venue));
        // The time of day is what is looked for at the entrance: as large as the paper allows.
        int time = slot.lastIndexOf(", ");
        if (time > 0) {
            blocks.add(new PrintDocument.Paragraph(slot.substring(0, time), Align.CENTER, true));
            blocks.add(new PrintDocument.Banner(slot.substring(time + 2)));
        } else {
            blocks.add(new PrintDocument.Heading(slot));
        }
        blocks.add(new PrintDocument.Space(1));
        blocks.add(new PrintDocument.Qr(code, words.of("ticket.scan")));
        blocks.add(
                new PrintDocument.Paragraph(
                        words.of(
                                "ticket.number",
                                Map.of("number", Integer.toString(number), "of", "" + of)),
                        Align.CENTER,
                        false));
        blocks.add(new PrintDocument.Rule());
        blocks.add(new PrintDocument.Row(words.of("reference"), reference, false));
        blocks.add(PrintDocument.Paragraph.plain(words.of("ticket.note")));
        blocks.add(new PrintDocument.Space(1));
        blocks.add(PrintDocument.Paragraph.plain(words.of("help")));
        return new PrintDocument(blocks);
    }
}
