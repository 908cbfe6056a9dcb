package de.koblenz.kiosk.device.printer;

import de.koblenz.kiosk.device.profile.Cutter;
import de.koblenz.kiosk.device.profile.DeviceProfile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/// Writes ESC/POS commands, each only where it changes something, and adds up the paper that they need.
///
/// Clauses are those of Epson's ESC/POS command reference. Not thread-safe.
final class EscPosWriter {
    /// Largest piece of a picture: a printer that lost its place in one finds out within these bytes.
    private static final int MOST_STRIP_BYTES = 2048;

    private static final int ESC = 0x1B;
    private static final int GS = 0x1D;
    private static final int LF = 0x0A;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
    private final DeviceProfile profile;
    private PrintDocument.Align align = PrintDocument.Align.LEFT;
    private TextStyle style = TextStyle.PLAIN;
    private int table = CodeTables.ANY;
    private int dots;

    EscPosWriter(DeviceProfile profile) {
        this.profile = profile;
        // ESC @ initialises; ESC R 0 keeps ASCII what it is on printers set to a national character
        // set.
        write(ESC, '@', ESC, 'R', 0);
    }

    private void write(int... bytes) {
        for (int value : bytes) {
            out.write(value);
        }
    }

    /// Writes bytes of a command that is not ours to know, such as those of a presenter.
    void raw(String hex) {
        out.writeBytes(HexFormat.ofDelimiter(" ").parseHex(hex));
    }

    void raw(byte[] bytes) {
        out.writeBytes(bytes);
    }

    /// The selected code table, or [CodeTables#ANY] while that is unknown.
    int table() {
        return table;
    }

    /// One line of text (ESC a, ESC E, GS !, ESC t, LF).
    void line(List<CodeTables.Run> runs, PrintDocument.Align wantedAlign, TextStyle wantedStyle) {
        align(wantedAlign);
        style(wantedStyle);
        for (CodeTables.Run run : runs) {
            if (run.table() != CodeTables.ANY && run.table() != table) {
                write(ESC, 't', run.table());
                table = run.table();
            }
            out.writeBytes(run.bytes().getBytes(StandardCharsets.ISO_8859_1));
        }
        write(LF);
        dots += lineDots(wantedStyle);
    }

    /// Paper feed of a line.
    int lineDots(TextStyle ofStyle) {
        return Math.max(
                profile.kiosk().lineSpacingDots(),
                profile.mainFont().cellHeight() * ofStyle.high());
    }

    private void align(PrintDocument.Align wanted) {
        if (wanted != align) {
            int value =
                    switch (wanted) {
                        case LEFT -> 0;
                        case CENTER -> 1;
                        case RIGHT -> 2;
                    };
            write(ESC, 'a', value);
            align = wanted;
        }
    }

    private void style(TextStyle wanted) {
        if (wanted.bold() != style.bold()) {
            write(ESC, 'E', wanted.bold() ? 1 : 0);
        }
        if (wanted.wide() != style.wide() || wanted.high() != style.high()) {
            write(GS, '!', (wanted.wide() - 1) * 16 + wanted.high() - 1);
        }
        style = wanted;
    }

    /// Feeds `lines` of empty paper (ESC d).
    void feed(int lines) {
        write(ESC, 'd', lines);
        dots += lines * profile.kiosk().lineSpacingDots();
    }

    /// Prints a picture (GS v 0), in strips.
    void picture(RasterImage image, PrintDocument.Align wantedAlign) {
        align(wantedAlign);
        int bytesPerRow = image.bytesPerRow();
        int rows = Math.max(1, MOST_STRIP_BYTES / bytesPerRow);
        for (int top = 0; top < image.height(); top += rows) {
            int count = Math.min(rows, image.height() - top);
            write(GS, 'v', '0', 0, bytesPerRow & 0xFF, bytesPerRow >> 8, count & 0xFF, count >> 8);
            out.writeBytes(harmless(image.rows(top, count)));
        }
        dots += image.height();
    }

    /// A printer obeys DLE EOT, DLE ENQ and DLE DC4 even inside a picture: one more dot avoids them.
    private static byte[] harmless(byte[] rows) {
        for (int at = 0; at + 1 < rows.length; at++) {
            if (rows[at] == 0x10
                    && (rows[at + 1] == 0x04 || rows[at + 1] == 0x05 || rows[at + 1] == 0x14)) {
                rows[at] = 0x18;
            }
        }
        return rows;
    }

    /// Prints a QR code of model 2, error correction M (GS ( k, functions 165, 167, 169, 180, 181).
    ///
    /// @param modules modules per side, for the length of the paper
    /// @param module dots per module, 1 to 16
    void qr(byte[] content, int modules, int module) {
        align(PrintDocument.Align.CENTER);
        write(GS, '(', 'k', 4, 0, 0x31, 0x41, 0x32, 0);
        write(GS, '(', 'k', 3, 0, 0x31, 0x43, module);
        write(GS, '(', 'k', 3, 0, 0x31, 0x45, 0x31);
        int length = content.length + 3;
        write(GS, '(', 'k', length & 0xFF, length >> 8, 0x31, 0x50, 0x30);
        out.writeBytes(content);
        write(GS, '(', 'k', 3, 0, 0x31, 0x51, 0x30);
        dots += modules * module;
    }

    /// Brings the last line beyond the knife and cuts (GS V, functions A and B; ESC d where the printer does
    /// not feed by itself).
    void cut() {
        feed(1);
        Cutter cutter = profile.kiosk().cutter();
        boolean full = cutter.cut() == Cutter.Cut.FULL;
        if (cutter.cut() == Cutter.Cut.NONE || !cutter.feedsItself()) {
            double line = profile.millimetres(profile.kiosk().lineSpacingDots());
            int lines = (int) Math.ceil(cutter.headToCutterMm() / line);
            if (lines > 0) {
                write(ESC, 'd', lines);
            }
            if (cutter.cut() != Cutter.Cut.NONE) {
                write(GS, 'V', full ? 0 : 1);
            }
        } else {
            write(GS, 'V', full ? 65 : 66, 0);
        }
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    /// Paper of everything so far with the way from head to knife, in millimetres, rounded up.
    int millimetres() {
        return (int) Math.ceil(profile.millimetres(dots))
                + profile.kiosk().cutter().headToCutterMm();
    }
}
