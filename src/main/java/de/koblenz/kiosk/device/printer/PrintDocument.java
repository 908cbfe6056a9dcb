package de.koblenz.kiosk.device.printer;

import java.util.List;

/// What is to be on the paper, free of any printer's layout; the encoder turns it into lines by profile.
///
/// @param blocks from top to bottom
public record PrintDocument(List<Block> blocks) {
    public PrintDocument {
        blocks = List.copyOf(blocks);
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

    /// Running text, wrapped at the width of the paper.
    public record Paragraph(String text, Align align, boolean bold) implements Block {
        public static Paragraph plain(String text) {
            return new Paragraph(text, Align.LEFT, false);
        }
    }

    /// A name at the left and a value at the right of one line; the name wraps, the value never does.
    public record Row(String left, String right, boolean bold) implements Block {}

    /// A line across the paper.
    public record Rule() implements Block {}

    /// A QR code, centred.
    ///
    /// @param content what a phone reads
    /// @param caption the same in words, printed below; may be empty
    public record Qr(String content, String caption) implements Block {}

    /// The city's crest and name as stored in the profile or drawn from the branding; first block if at all.
    public record Crest() implements Block {}

    /// Empty space.
    ///
    /// @param lines 1 to 10
    public record Space(int lines) implements Block {}
}
