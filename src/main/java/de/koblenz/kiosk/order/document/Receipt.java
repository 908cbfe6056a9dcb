package de.koblenz.kiosk.order.document;

import de.koblenz.kiosk.device.printer.PrintDocument;
import de.koblenz.kiosk.device.printer.PrintDocument.Align;
import de.koblenz.kiosk.device.printer.PrintDocument.Block;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A receipt: what was ordered, paid and sent, and what to do if something is wrong. No personal data.
///
/// @param title the service
/// @param lines what was paid for
/// @param cents the sum, 0 where the service is free
/// @param kassenzeichen booking reference of the Stadtkasse; empty where nothing was paid
/// @param reference the order's short reference
/// @param at when it was paid, or ordered where it is free
/// @param sending how far an application is
/// @param later documents that still have to be handed in
public record Receipt(
        String title,
        List<Line> lines,
        int cents,
        String kassenzeichen,
        String reference,
        Instant at,
        Sending sending,
        List<Later> later) {
    public Receipt {
        lines = List.copyOf(lines);
        later = List.copyOf(later);
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
        later(words, blocks);
        blocks.add(new PrintDocument.Space(1));
        blocks.add(PrintDocument.Paragraph.plain(words.of("help")));
        return new PrintDocument(blocks);
    }

    private void later(DocumentWords words, List<Block> blocks) {
        if (later.isEmpty()) {
            return;
        }
        blocks.add(new PrintDocument.Space(1));
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
}
