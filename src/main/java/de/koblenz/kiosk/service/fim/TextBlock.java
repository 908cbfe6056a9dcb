package de.koblenz.kiosk.service.fim;

/// A piece of text that stands by itself; plain, without any marks.
public sealed interface TextBlock {
    /// The words.
    String text();

    /// A paragraph.
    record Paragraph(String text) implements TextBlock {}

    /// A heading.
    record Heading(String text) implements TextBlock {}

    /// An item of a list.
    ///
    /// @param depth 1 for a list, 2 for one in it, at most 3
    record Item(String text, int depth) implements TextBlock {}
}
