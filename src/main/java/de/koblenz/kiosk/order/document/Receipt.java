package de.koblenz.kiosk.order.document;

import de.koblenz.kiosk.device.printer.PrintDocument;
import de.koblenz.kiosk.device.printer.PrintDocument.Align;
import de.koblenz.kiosk.device.printer.PrintDocument.Block;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A receipt: what was ordered, paid and sent, and what to do if something is wrong. No personal data.
///
/// @param title the service
/// @param lines what was paid for
/// @param cents the sum, 0 where the service is free
/// @param kassenzeichen booking reference of the Stadtkasse; empty where nothing was paid
/// @param reference the order's short reference
/// @param at when it was paid, or ordered where it is free
/// @param sending how far an application is
public record Receipt(
        String title,
        List<Line> lines,
        int cents,
        String kassenzeichen,
        String reference,
        Instant at,
        Sending sending) {
    public Receipt {
        lines = List.copyOf(lines);
    }

    /// One position.
    ///
    /// @param cents price of one
    public record Line(String name, int count, int cents) {}

    /// How far an application was when the receipt was printed.
    public enum Sending {
        /// There is none.
        NOTHING,
        SENT,
        /// Sealed at the terminal; it will be sent as soon as that is possible.
        PENDING
    }

    public PrintDocument document(DocumentWords words) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new PrintDocument.Crest());
        blocks.add(new PrintDocument.Space(1));
        blocks.add(new PrintDocument.Heading(words.of("receipt.title")));
        blocks.add(new PrintDocument.Paragraph(title, Align.CENTER, true));
        blocks.add(new PrintDocument.Space(1));
        blocks.add(new PrintDocument.Row(words.of("date"), words.at(at), false));
        blocks.add(new PrintDocument.Row(words.of("reference"), reference, true));
        blocks.add(new PrintDocument.Rule());
        for (Line line : lines) {
            blocks.add(
                    new PrintDocument.Row(
                            line.count() + "\u00A0×\u00A0" + line.name(),
                            DocumentWords.money(line.count() * line.cents()),
                            false));
        }
        blocks.add(new PrintDocument.Rule());
        blocks.add(new PrintDocument.Total(words.of("receipt.sum"), DocumentWords.money(cents)));
        blocks.add(new PrintDocument.Space(1));
        if (cents > 0) {
            blocks.add(new PrintDocument.Row(words.of("kassenzeichen"), kassenzeichen, false));
            blocks.add(PrintDocument.Paragraph.plain(words.of("receipt.paid")));
        } else {
            blocks.add(PrintDocument.Paragraph.plain(words.of("receipt.free")));
        }
        switch (sending) {
            case NOTHING -> {}
            case SENT -> blocks.add(PrintDocument.Paragraph.plain(words.of("receipt.sent")));
            case PENDING -> blocks.add(PrintDocument.Paragraph.plain(words.of("receipt.pending")));
        }
        blocks.add(new PrintDocument.Space(1));
        blocks.add(PrintDocument.Paragraph.plain(words.of("help")));
        return new PrintDocument(blocks);
    }
}
