package de.koblenz.kiosk.device.printer;

import java.util.List;

/// What is to be on the paper, free of any printer's layout; the encoder turns it into lines by profile.
///
/// @param blocks from top to bottom
public record PrintDocument(List<Block> blocks) {
    public PrintDocument {
        blocks = List.copyOf(blocks);
    }

    /// Documents may carry personal data: never in a log.
    @Override
    public String toString() {
        return "PrintDocument[" + blocks.size() + " blocks]";
    }

    /// How a text is set.
    public enum Align {
        LEFT,
        CENTER,
        RIGHT
    }

    /// A piece of a document.
    public sealed interface Block {}

    /// A title in double size.
    public record Heading(String text) implements Block {}

    /// A few characters as large as the paper allows, centred: a waiting number, a time.
    ///
    /// @param text printable, best at most 8 characters
    public record Banner(String text) implements Block {}

    /// Running text, wrapped at the width of the paper.
    public record Paragraph(String text, Align align, boolean bold) implements Block {
        public static Paragraph plain(String text) {
            return new Paragraph(text, Align.LEFT, false);
        }
    }

    /// A name at the left and a value at the right of one line; the name wraps, the value never does.
    public record Row(String left, String right, boolean bold) implements Block {}

    /// A sum, as a row of double height: what the eye looks for first.
    public record Total(String left, String right) implements Block {}

    /// A line across the paper.
    public record Rule() implements Block {}

    /// A QR code, centred.
    ///
    /// @param content what a phone reads
    /// @param caption the same in words, printed below; may be empty
    public record Qr(String content, String caption) implements Block {}

    /// A Data Matrix, centred.
    ///
    /// @param content characters of ISO 8859-1
    /// @param caption the same in words, printed below; may be empty
    public record Matrix(String content, String caption) implements Block {}

    /// A barcode (Code 128, set B), centred.
    ///
    /// @param content printable ASCII, at most as long as the paper is wide
    /// @param caption the same in words, printed below; may be empty
    public record Barcode(String content, String caption) implements Block {}

    /// The city's crest and name as stored in the printer or drawn from the branding; first block if at all.
    public record Crest() implements Block {}

    /// Empty space.
    ///
    /// @param lines 1 to 10
    public record Space(int lines) implements Block {}

    /// For technicians: all characters of a code table of the printer as the printer has them.
    ///
    /// @param number as in the profile
    public record CodeTable(int number) implements Block {}

    /// For technicians: a line as wide as the head prints, with a mark at every millimetre and a number at every
    /// centimetre, and the columns counted.
    public record Ruler() implements Block {}
}
