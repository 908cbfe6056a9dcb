package de.koblenz.kiosk.order.document;

import de.koblenz.kiosk.device.printer.PrintDocument;
import de.koblenz.kiosk.device.printer.PrintDocument.Align;
import de.koblenz.kiosk.device.printer.PrintDocument.Block;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A number in the queue of the office. No personal data.
///
/// @param number as it is called on the display, e.g. `B 047`
/// @param title the service, German
/// @param place where to wait; empty where there is only one place
/// @param at when it was drawn
/// @param link address that tells how far the queue is; empty where there is none
public record WaitingNumber(String number, String title, String place, Instant at, String link) {

    /// The number as large as the paper allows: it is read across a waiting room.
    public PrintDocument document(DocumentWords words) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new PrintDocument.Crest());
        blocks.add(new PrintDocument.Space(1));
        blocks.add(new PrintDocument.Paragraph(words.of("waiting.title"), Align.CENTER, true));
        blocks.add(new PrintDocument.Space(1));
        blocks.add(new PrintDocument.Banner(number));
        blocks.add(new PrintDocument.Space(1));
        blocks.add(new PrintDocument.Paragraph(title, Align.CENTER, true));
        if (!place.isBlank()) {
            blocks.add(new PrintDocument.Paragraph(place, Align.CENTER, false));
        }
        blocks.add(new PrintDocument.Rule());
        blocks.add(new PrintDocument.Row(words.of("date"), words.at(at), false));
        blocks.add(new PrintDocument.Space(1));
        blocks.add(PrintDocument.Paragraph.plain(words.of("waiting.note")));
        if (!link.isBlank()) {
            blocks.add(new PrintDocument.Qr(link, words.of("waiting.link")));
        }
        return new PrintDocument(blocks);
    }
}
