package de.koblenz.kiosk.device.printer;

import de.koblenz.kiosk.device.printer.PrintDocument.Align;
import de.koblenz.kiosk.device.printer.PrintDocument.Block;
import de.koblenz.kiosk.device.profile.Cutter;
import de.koblenz.kiosk.device.profile.DeviceProfile;
import de.koblenz.kiosk.device.profile.Feature;
import de.koblenz.kiosk.qr.QrMatrix;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// Turns a document into the bytes of one printer model, by its profile.
///
/// Text goes as text, in the code table that holds it; a line that no table holds is drawn; a character that
/// cannot be drawn either refuses the document. Immutable and thread-safe.
public final class EscPosEncoder {
    /// Blank cells between the two columns of a row.
    private static final int GAP = 2;

    /// Largest module: a line of empty paper is still the four modules of quiet zone that a QR code needs.
    private static final int LARGEST_MODULE = 7;

    private static final int SMALLEST_MODULE = 2;
    private static final int WIDEST_QR = 384;

    private final DeviceProfile profile;
    private final Letterhead letterhead;
    private final CodeTables tables;

    public EscPosEncoder(DeviceProfile profile, Letterhead letterhead) {
        this.profile = profile;
        this.letterhead = letterhead;
        this.tables = new CodeTables(profile);
    }

    /// Encodes a document from initialisation to cut, followed by what makes the printer confirm it.
    ///
    /// @param duplicate whether the paper is headed as a reprint
    /// @param evidence how the printer is to confirm
    /// @throws UnprintableTextException if a character can be set in no way
    /// @throws IllegalArgumentException if a QR code's content is too long for any QR code
    public EncodedDocument encode(
            PrintDocument document, boolean duplicate, CompletionEvidence evidence)
            throws UnprintableTextException {
        EscPosWriter writer = write(document, duplicate);
        writer.raw(evidence.request());
        return new EncodedDocument(writer.bytes(), writer.millimetres());
    }

    /// Paper that a document needs, in millimetres, from its first line to the cut.
    ///
    /// @throws UnprintableTextException if a character can be set in no way
    public int millimetres(PrintDocument document) throws UnprintableTextException {
        return write(document, false).millimetres();
    }

    /// Loads what encoding needs, so that the first citizen does not wait for it.
    void warmUp() {
        try {
            encode(
                    new PrintDocument(
                            List.of(
                                    new PrintDocument.Crest(),
                                    new PrintDocument.Heading("0"),
                                    new PrintDocument.Row("0", "0,00 €", true),
                                    new PrintDocument.Rule(),
                                    new PrintDocument.Qr("0", ""))),
                    true,
                    CompletionEvidence.of(profile.kiosk().completion(), "0000"));
        } catch (UnprintableTextException _) {
            // Only the city's own words can be the reason; a job will tell.
        }
    }

    private EscPosWriter write(PrintDocument document, boolean duplicate)
            throws UnprintableTextException {
        EscPosWriter writer = new EscPosWriter(profile);
        if (duplicate) {
            heading(writer, letterhead.duplicate());
            rule(writer);
        }
        for (Block block : document.blocks()) {
            switch (block) {
                case PrintDocument.Heading(String text) -> heading(writer, text);
                case PrintDocument.Paragraph(String text, Align align, boolean bold) ->
                        paragraph(writer, text, align, bold ? TextStyle.BOLD : TextStyle.PLAIN);
                case PrintDocument.Row row -> row(writer, row);
                case PrintDocument.Rule _ -> rule(writer);
                case PrintDocument.Qr qr -> qr(writer, qr);
                case PrintDocument.Crest _ -> crest(writer);
                case PrintDocument.Space(int lines) -> writer.feed(Math.clamp(lines, 1, 10));
            }
        }
        cut(writer);
        return writer;
    }

    /// Bytes that push out and cut off what hangs in the printer since a broken job, so that the next
    /// citizen does not find it on top of the own paper.
    byte[] ejection() {
        EscPosWriter writer = new EscPosWriter(profile);
        cut(writer);
        return writer.bytes();
    }

    private void cut(EscPosWriter writer) {
        writer.cut();
        profile.kiosk()
                .presenter()
                .filter(_ -> profile.kiosk().cutter().cut() != Cutter.Cut.NONE)
                .ifPresent(presenter -> writer.raw(presenter.present()));
    }

    private int columns() {
        return profile.mainFont().columns();
    }

    /// A title in double size; in double height only where a long word would not fit (German has them).
    private void heading(EscPosWriter writer, String text) throws UnprintableTextException {
        String printable = PrintText.printable(text);
        boolean wide = PrintText.longestWord(printable) <= columns() / 2;
        TextStyle style = new TextStyle(true, wide ? 2 : 1, 2);
        for (String line : PrintText.wrap(printable, columns() / style.wide())) {
            line(writer, line, "", Align.CENTER, style);
        }
    }

    private void paragraph(EscPosWriter writer, String text, Align align, TextStyle style)
            throws UnprintableTextException {
        for (String line : PrintText.wrap(PrintText.printable(text), columns())) {
            line(writer, line, "", align, style);
        }
    }

    /// The name wraps at the left, the value stands at the right of its last line.
    private void row(EscPosWriter writer, PrintDocument.Row row) throws UnprintableTextException {
        TextStyle style = row.bold() ? TextStyle.BOLD : TextStyle.PLAIN;
        String value = PrintText.printable(row.right());
        int room = columns() - PrintText.columns(value) - GAP;
        if (value.isEmpty() || value.indexOf('\n') >= 0 || room < columns() / 4) {
            paragraph(writer, row.left(), Align.LEFT, style);
            if (!value.isEmpty()) {
                paragraph(writer, value, Align.RIGHT, style);
            }
            return;
        }
        List<String> names = PrintText.wrap(PrintText.printable(row.left()), room);
        for (String name : names.subList(0, names.size() - 1)) {
            line(writer, name, "", Align.LEFT, style);
        }
        line(writer, names.getLast(), value, Align.LEFT, style);
    }

    private void line(EscPosWriter writer, String left, String right, Align align, TextStyle style)
            throws UnprintableTextException {
        int blanks = columns() / style.wide() - PrintText.columns(left) - PrintText.columns(right);
        String whole = right.isEmpty() ? left : left + " ".repeat(Math.max(1, blanks)) + right;
        Optional<List<CodeTables.Run>> runs =
                tables.runs(PrintText.forTable(whole), writer.table());
        if (runs.isPresent()) {
            writer.line(runs.get(), align, style);
        } else {
            writer.picture(
                    RasterText.line(
                            left,
                            right,
                            align,
                            style,
                            profile.dotsWide(),
                            profile.kiosk().lineSpacingDots()),
                    Align.LEFT);
        }
    }

    /// A line across the paper: of the box-drawing character, or drawn where no table has it.
    private void rule(EscPosWriter writer) {
        Optional<List<CodeTables.Run>> runs = tables.runs("─".repeat(columns()), writer.table());
        if (runs.isPresent()) {
            writer.line(runs.get(), Align.LEFT, TextStyle.PLAIN);
        } else {
            int height = profile.kiosk().lineSpacingDots();
            int width = columns() * profile.mainFont().cellWidth();
            BitSet dark = new BitSet();
            dark.set(height / 2 * width, (height / 2 + 2) * width);
            writer.picture(new RasterImage(width, height, dark), Align.LEFT);
        }
    }

    private void crest(EscPosWriter writer) throws UnprintableTextException {
        writer.picture(letterhead.crest(), Align.CENTER);
        paragraph(writer, letterhead.issuer(), Align.CENTER, TextStyle.BOLD);
    }

    private void qr(EscPosWriter writer, PrintDocument.Qr qr) throws UnprintableTextException {
        byte[] content = qr.content().getBytes(StandardCharsets.UTF_8);
        writer.feed(1);
        if (profile.has(Feature.QR_CODE)) {
            int modules = QrSize.modules(content.length);
            writer.qr(content, modules, module(modules));
        } else {
            QrMatrix matrix = QrMatrix.of(qr.content());
            writer.picture(drawn(matrix, module(matrix.size())), Align.CENTER);
        }
        writer.feed(1);
        if (!qr.caption().isBlank()) {
            paragraph(writer, qr.caption(), Align.CENTER, TextStyle.PLAIN);
        }
    }

    /// Dots per module.
    private int module(int modules) {
        int room = Math.min(profile.dotsWide() * 3 / 4, WIDEST_QR);
        return Math.clamp(room / modules, SMALLEST_MODULE, LARGEST_MODULE);
    }

    private static RasterImage drawn(QrMatrix matrix, int module) {
        int side = matrix.size() * module;
        BitSet dark = new BitSet(side * side);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                dark.set(y * side + x, matrix.isDark(x / module, y / module));
            }
        }
        return new RasterImage(side, side, dark);
    }
}
