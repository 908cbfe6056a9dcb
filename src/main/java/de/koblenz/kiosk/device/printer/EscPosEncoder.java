package de.koblenz.kiosk.device.printer;

import de.koblenz.kiosk.device.printer.PrintDocument.Align;
import de.koblenz.kiosk.device.printer.PrintDocument.Block;
import de.koblenz.kiosk.device.profile.CodePages;
import de.koblenz.kiosk.device.profile.Cutter;
import de.koblenz.kiosk.device.profile.DeviceProfile;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// Turns a document into the bytes of one printer model, by its profile: ESC/POS, or Star line mode.
///
/// Text goes as text, in the code table that holds it; a line that no table holds is drawn; a character that
/// cannot be drawn either refuses the document. Immutable and thread-safe.
public final class EscPosEncoder {
    /// Blank cells between the two columns of a row.
    private static final int GAP = 2;

    /// Largest magnification that all printers know.
    private static final int LARGEST = 6;

    /// Characters of a code table per line of the test print.
    private static final int TABLE_CELLS = 32;

    private final DeviceProfile profile;
    private final Letterhead letterhead;
    private final CodeTables tables;
    private final CodeBlocks codes;
    private final String logoKey;

    public EscPosEncoder(DeviceProfile profile, Letterhead letterhead) {
        this.profile = profile;
        this.letterhead = letterhead;
        this.tables = new CodeTables(profile);
        this.codes = new CodeBlocks(profile, this::caption);
        this.logoKey = letterhead.crest().key();
    }

    /// Encodes a document from initialisation to cut.
    ///
    /// @param duplicate whether the paper is headed as a reprint
    /// @throws UnprintableTextException if a character can be set in no way
    /// @throws IllegalArgumentException if the content of a code is too long for it
    public EncodedDocument encode(PrintDocument document, boolean duplicate)
            throws UnprintableTextException {
        PrinterWriter writer = write(document, duplicate);
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
                    true);
        } catch (UnprintableTextException _) {
            // Only the city's own words can be the reason; a job will tell.
        }
    }

    private PrinterWriter write(PrintDocument document, boolean duplicate)
            throws UnprintableTextException {
        PrinterWriter writer = PrinterWriter.of(profile);
        if (duplicate) {
            heading(writer, letterhead.duplicate());
            rule(writer);
        }
        for (Block block : document.blocks()) {
            switch (block) {
                case PrintDocument.Heading(String text) -> heading(writer, text);
                case PrintDocument.Paragraph(String text, Align align, boolean bold) ->
                        paragraph(writer, text, align, bold ? TextStyle.BOLD : TextStyle.PLAIN);
                case PrintDocument.Row(String left, String right, boolean bold) ->
                        row(writer, left, right, bold ? TextStyle.BOLD : TextStyle.PLAIN);
                case PrintDocument.Total(String left, String right) ->
                        row(writer, left, right, TextStyle.TALL);
                case PrintDocument.Rule _ -> rule(writer);
                case PrintDocument.Qr(String content, String caption) ->
                        codes.qr(writer, content, caption);
                case PrintDocument.Crest _ -> crest(writer);
                case PrintDocument.Space(int lines) -> writer.feed(Math.clamp(lines, 1, 10));
                case PrintDocument.Banner(String text) -> banner(writer, text);
                case PrintDocument.Matrix(String content, String caption) ->
                        codes.matrix(writer, content, caption);
                case PrintDocument.Barcode(String content, String caption) ->
                        codes.barcode(writer, content, caption);
                case PrintDocument.CodeTable(int number) -> codeTable(writer, number);
                case PrintDocument.Ruler _ -> ruler(writer);
            }
        }
        cut(writer);
        return writer;
    }

    /// Bytes that push out and cut off what hangs in the printer since a broken job, so that the next
    /// citizen does not find it on top of the own paper.
    byte[] ejection() {
        PrinterWriter writer = PrinterWriter.of(profile);
        cut(writer);
        return writer.bytes();
    }

    private void cut(PrinterWriter writer) {
        writer.cut();
        profile.kiosk()
                .presenter()
                .filter(_ -> profile.kiosk().cutter().cut() != Cutter.Cut.NONE)
                .ifPresent(presenter -> writer.raw(presenter.present()));
    }

    private int columns() {
        return profile.mainFont().columns();
    }

    private void caption(PrinterWriter writer, String text) throws UnprintableTextException {
        paragraph(writer, text, Align.CENTER, TextStyle.PLAIN);
    }

    /// A title in double size; in double height only where a long word would not fit (German has them).
    private void heading(PrinterWriter writer, String text) throws UnprintableTextException {
        String printable = PrintText.printable(text);
        boolean wide = PrintText.longestWord(printable) <= columns() / 2;
        TextStyle style = new TextStyle(true, wide ? 2 : 1, 2);
        for (String line : PrintText.wrap(printable, columns() / style.wide())) {
            line(writer, line, "", Align.CENTER, style);
        }
    }

    private void paragraph(PrinterWriter writer, String text, Align align, TextStyle style)
            throws UnprintableTextException {
        for (String line : PrintText.wrap(PrintText.printable(text), columns())) {
            line(writer, line, "", align, style);
        }
    }

    /// The name wraps at the left, the value stands at the right of its last line or, where that is full, below.
    private void row(PrinterWriter writer, String left, String right, TextStyle style)
            throws UnprintableTextException {
        String value = PrintText.printable(right);
        int room = columns() - PrintText.columns(value) - GAP;
        if (value.isEmpty() || value.indexOf('\n') >= 0 || room < columns() / 4) {
            paragraph(writer, left, Align.LEFT, style);
            if (!value.isEmpty()) {
                paragraph(writer, value, Align.RIGHT, style);
            }
            return;
        }
        String name = PrintText.printable(left);
        // A long German word is not broken for the value's sake: it stands beside the last line, or
        // below.
        boolean narrow = PrintText.longestWord(name) > room;
        List<String> names = PrintText.wrap(name, narrow ? columns() : room);
        if (narrow && PrintText.columns(names.getLast()) > room) {
            paragraph(writer, name, Align.LEFT, style);
            paragraph(writer, value, Align.RIGHT, style);
            return;
        }
        for (String line : names.subList(0, names.size() - 1)) {
            line(writer, line, "", Align.LEFT, style);
        }
        line(writer, names.getLast(), value, Align.LEFT, style);
    }

    private void line(PrinterWriter writer, String left, String right, Align align, TextStyle style)
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
    private void rule(PrinterWriter writer) {
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

    private void crest(PrinterWriter writer) throws UnprintableTextException {
        if (profile.kiosk().keepsPictures()) {
            writer.stored(logoKey, letterhead.crest().height());
        } else {
            writer.picture(letterhead.crest(), Align.CENTER);
        }
        paragraph(writer, letterhead.issuer(), Align.CENTER, TextStyle.BOLD);
    }

    /// Under which key the crest is kept in printers that keep pictures: another crest has another key.
    String logoKey() {
        return logoKey;
    }

    /// Bytes by which a printer that keeps pictures learns the crest.
    byte[] logo() {
        return EscPosWriter.storing(logoKey, letterhead.crest());
    }

    /// The text as large as its length allows.
    private void banner(PrinterWriter writer, String text) throws UnprintableTextException {
        String printable = PrintText.printable(text);
        int size = Math.clamp(columns() / Math.max(1, PrintText.columns(printable)), 2, LARGEST);
        TextStyle style = new TextStyle(true, size, size);
        for (String line : PrintText.wrap(printable, columns() / size)) {
            line(writer, line, "", Align.CENTER, style);
        }
    }

    private void codeTable(PrinterWriter writer, int number) throws UnprintableTextException {
        String name = profile.codePages().getOrDefault(number, CodePages.UNKNOWN);
        line(writer, number + " " + name, "", Align.LEFT, TextStyle.BOLD);
        for (int first = 0x80; first <= 0xFF; first += TABLE_CELLS) {
            StringBuilder bytes = new StringBuilder(TABLE_CELLS);
            for (int value = first; value < first + TABLE_CELLS; value++) {
                bytes.append((char) value);
            }
            writer.line(
                    List.of(new CodeTables.Run(number, bytes.toString())),
                    Align.LEFT,
                    TextStyle.PLAIN);
        }
    }

    private void ruler(PrinterWriter writer) throws UnprintableTextException {
        writer.picture(RasterText.ruler(profile.dotsWide(), profile.media().dpi()), Align.LEFT);
        StringBuilder columns = new StringBuilder();
        for (int column = 1; column <= columns(); column++) {
            columns.append((char) ('0' + column % 10));
        }
        line(writer, columns.toString(), "", Align.LEFT, TextStyle.PLAIN);
    }
}
