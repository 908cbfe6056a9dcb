package de.koblenz.kiosk.order.document;

import de.koblenz.kiosk.device.printer.PrintDocument;
import de.koblenz.kiosk.device.printer.PrintDocument.Align;
import de.koblenz.kiosk.device.printer.PrintDocument.Block;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The citizen's own copy of what was sent (§ 9a OZG). Personal: in memory and on paper only.
///
/// @param title the service
/// @param lines question and answer
/// @param reference the order's short reference
/// @param at when it was ordered
public record ApplicationCopy(String title, List<Line> lines, String reference, Instant at) {
    public ApplicationCopy {
        lines = List.copyOf(lines);
    }

    /// One question and its answer.
    public record Line(String label, String value) {
        @Override
        public String toString() {
            return "Line[]";
        }
    }

    public PrintDocument document(DocumentWords words) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new PrintDocument.Crest());
        blocks.add(new PrintDocument.Heading(words.of("copy.title")));
        blocks.add(new PrintDocument.Paragraph(title, Align.LEFT, true));
        blocks.add(new PrintDocument.Row(words.of("date"), words.at(at), false));
        blocks.add(new PrintDocument.Row(words.of("reference"), reference, true));
        blocks.add(new PrintDocument.Rule());
        for (Line line : lines) {
            blocks.add(PrintDocument.Paragraph.plain(line.label()));
            // An answer may be longer than a row: it wraps below its question.
            blocks.add(new PrintDocument.Paragraph(line.value(), Align.LEFT, true));
        }
        blocks.add(new PrintDocument.Rule());
        blocks.add(PrintDocument.Paragraph.plain(words.of("copy.note")));
        blocks.add(PrintDocument.Paragraph.plain(words.of("help")));
        return new PrintDocument(blocks);
    }

    @Override
    public String toString() {
        return "ApplicationCopy[" + reference + "]";
    }
}
