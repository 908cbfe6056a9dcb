package de.koblenz.kiosk.order.document;

import de.koblenz.kiosk.device.printer.PrintDocument;
import de.koblenz.kiosk.device.printer.PrintDocument.Align;
import de.koblenz.kiosk.device.printer.PrintDocument.Block;
import de.koblenz.kiosk.order.document.ReceiptPart.Known;
import de.koblenz.kiosk.order.document.ReceiptPart.Style;
import java.text.Bidi;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A receipt: what was ordered, paid and sent, and what to do if something is wrong. No personal data but the answers that
/// the city wants on it.
///
/// @param title the service
/// @param lines what was paid for
/// @param cents the sum, 0 where the service is free
/// @param kassenzeichen booking reference of the Stadtkasse; empty where nothing was paid
/// @param reference the order's short reference
/// @param at when it was paid, or ordered where it is free
/// @param sending how far an application is
/// @param later documents that still have to be handed in
/// @param parts what is on it, from top to bottom
/// @param answers what was applied for; personal
public record Receipt(
        String title,
        List<Line> lines,
        int cents,
        String kassenzeichen,
        String reference,
        Instant at,
        Sending sending,
        List<Later> later,
        List<ReceiptPart> parts,
        List<ApplicationCopy.Line> answers) {
    public Receipt {
        lines = List.copyOf(lines);
        later = List.copyOf(later);
        parts = List.copyOf(parts);
        answers = List.copyOf(answers);
    }

    /// A receipt with the usual parts.
    public Receipt(
            String title,
            List<Line> lines,
            int cents,
            String kassenzeichen,
            String reference,
            Instant at,
            Sending sending,
            List<Later> later) {
        this(
                title,
                lines,
                cents,
                kassenzeichen,
                reference,
                at,
                sending,
                later,
                ReceiptPart.USUAL,
                List.of());
    }

    /// A document that still has to be handed in.
    ///
    /// @param until last day, where there is one
    /// @param upload page of the authority for telephones; empty where there is none
    public record Later(String name, Optional<LocalDate> until, String upload) {}

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
        List<String> headings = headings();
        (headings.isEmpty() ? List.of(words.of("receipt.title")) : headings)
                .forEach(heading -> blocks.add(new PrintDocument.Heading(heading)));
        blocks.add(new PrintDocument.Paragraph(title, Align.CENTER, true));
        blocks.add(new PrintDocument.Space(1));
        for (ReceiptPart part : parts) {
            add(part, words, blocks);
        }
        return new PrintDocument(blocks);
    }

    private List<String> headings() {
        return parts.stream()
                .filter(ReceiptPart.Words.class::isInstance)
                .map(ReceiptPart.Words.class::cast)
                .filter(part -> part.style() == Style.HEADING)
                .map(ReceiptPart.Words::text)
                .toList();
    }

    private void add(ReceiptPart part, DocumentWords words, List<Block> blocks) {
        switch (part) {
            case Known.ORDER -> {
                blocks.add(new PrintDocument.Row(words.of("date"), words.at(at), false));
                blocks.add(new PrintDocument.Row(words.of("reference"), reference, true));
                blocks.add(new PrintDocument.Rule());
            }
            case Known.ANSWERS -> answers(blocks);
            case Known.PAYMENT -> payment(words, blocks);
            case Known.SENDING -> sending(words, blocks);
            case Known.DOCUMENTS -> later(words, blocks);
            case Known.HELP -> {
                gap(blocks);
                blocks.add(PrintDocument.Paragraph.plain(words.of("help")));
            }
            case ReceiptPart.Words(Style style, String text) -> {
                switch (style) {
                    case HEADING -> {}
                    case TITLE -> {
                        if (!titled(blocks)) {
                            gap(blocks);
                        }
                        blocks.add(new PrintDocument.Paragraph(text, side(text), true));
                    }
                    case TEXT -> blocks.add(new PrintDocument.Paragraph(text, side(text), false));
                }
            }
            case ReceiptPart.Code(String address, String caption) -> {
                gap(blocks);
                blocks.add(
                        new PrintDocument.Qr(
                                address.replace(ReceiptPart.REFERENCE, reference), caption));
            }
        }
    }

    /// Whether what stands last is a title: the same in another language stands right below it.
    private static boolean titled(List<Block> blocks) {
        return blocks.getLast() instanceof PrintDocument.Paragraph(_, Align align, boolean bold)
                && bold
                && align != Align.CENTER;
    }

    /// Where lines of a text begin, by its own writing.
    private static Align side(String text) {
        return new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight()
                ? Align.LEFT
                : Align.RIGHT;
    }

    private static void gap(List<Block> blocks) {
        if (!(blocks.getLast() instanceof PrintDocument.Space)) {
            blocks.add(new PrintDocument.Space(1));
        }
    }

    private void answers(List<Block> blocks) {
        if (answers.isEmpty()) {
            return;
        }
        for (ApplicationCopy.Line answer : answers) {
            blocks.add(PrintDocument.Paragraph.plain(answer.label()));
            // An answer may be longer than a row: it wraps below its question.
            blocks.add(new PrintDocument.Paragraph(answer.value(), side(answer.value()), true));
        }
        blocks.add(new PrintDocument.Rule());
    }

    private void payment(DocumentWords words, List<Block> blocks) {
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
    }

    private void sending(DocumentWords words, List<Block> blocks) {
        switch (sending) {
            case NOTHING -> {}
            case SENT -> blocks.add(PrintDocument.Paragraph.plain(words.of("receipt.sent")));
            case PENDING -> blocks.add(PrintDocument.Paragraph.plain(words.of("receipt.pending")));
        }
    }

    private void later(DocumentWords words, List<Block> blocks) {
        if (later.isEmpty()) {
            return;
        }
        gap(blocks);
        blocks.add(new PrintDocument.Paragraph(words.of("receipt.later"), Align.LEFT, true));
        for (Later each : later) {
            String until =
                    each.until()
                            .map(day ->
                                    words.of(
                                            "receipt.laterUntil",
                                            Map.of("day", DocumentWords.day(day))))
                            .orElse("");
            blocks.add(
                    PrintDocument.Paragraph.plain(
                            "– " + each.name() + (until.isEmpty() ? "" : ", " + until)));
        }
        later.stream()
                .map(Later::upload)
                .filter(upload -> !upload.isEmpty())
                .distinct()
                .forEach(upload ->
                        blocks.add(new PrintDocument.Qr(upload, words.of("receipt.laterUpload"))));
    }

    @Override
    public String toString() {
        return "Receipt[" + reference + "]";
    }
}
