package de.koblenz.kiosk.device.printer;

import de.koblenz.kiosk.device.printer.PrintDocument.Align;
import de.koblenz.kiosk.device.profile.DeviceProfile;
import de.koblenz.kiosk.device.profile.StatusProtocol;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/// Writes the commands of a printer's language, each only where it changes something, and adds up the paper that they
/// need. Not thread-safe.
abstract sealed class PrinterWriter permits EscPosWriter, StarWriter {
    protected static final int ESC = 0x1B;
    protected static final int GS = 0x1D;
    protected static final int LF = 0x0A;

    protected final DeviceProfile profile;
    protected Align align = Align.LEFT;
    protected TextStyle style = TextStyle.PLAIN;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
    private int table = CodeTables.ANY;
    private int dots;

    protected PrinterWriter(DeviceProfile profile) {
        this.profile = profile;
    }

    /// The writer of the language that the printer speaks.
    static PrinterWriter of(DeviceProfile profile) {
        return profile.kiosk().status() == StatusProtocol.STAR_ASB
                ? new StarWriter(profile)
                : new EscPosWriter(profile);
    }

    protected final void write(int... bytes) {
        for (int value : bytes) {
            out.write(value);
        }
    }

    /// Writes bytes of a command that is not ours to know, such as those of a presenter.
    final void raw(String hex) {
        out.writeBytes(HexFormat.ofDelimiter(" ").parseHex(hex));
    }

    protected final void raw(byte[] bytes) {
        out.writeBytes(bytes);
    }

    protected final void fed(int dotRows) {
        dots += dotRows;
    }

    /// The selected code table, or [CodeTables#ANY] while that is unknown.
    final int table() {
        return table;
    }

    /// One line of text.
    final void line(List<CodeTables.Run> runs, Align wantedAlign, TextStyle wantedStyle) {
        align(wantedAlign);
        style(wantedStyle);
        for (CodeTables.Run run : runs) {
            if (run.table() != CodeTables.ANY && run.table() != table) {
                select(run.table());
                table = run.table();
            }
            out.writeBytes(run.bytes().getBytes(StandardCharsets.ISO_8859_1));
        }
        write(LF);
        fed(Math.max(lineSpacing(), profile.mainFont().cellHeight() * wantedStyle.high()));
    }

    /// Paper feed of a line of normal height.
    final int lineSpacing() {
        return profile.kiosk().lineSpacingDots();
    }

    /// Selects a code table.
    protected abstract void select(int number);

    protected abstract void align(Align wanted);

    protected abstract void style(TextStyle wanted);

    /// Feeds `lines` of empty paper.
    abstract void feed(int lines);

    /// Prints a picture.
    abstract void picture(RasterImage image, Align wanted);

    /// Prints the picture that the printer keeps under `key`, of `height` dots; only where the profile says that it
    /// keeps pictures.
    abstract void stored(String key, int height);

    /// Prints a QR code of model 2, error correction M, centred.
    ///
    /// @param modules modules per side, for the length of the paper
    /// @param module dots per module
    abstract void qr(byte[] content, int modules, int module);

    /// Prints a barcode (Code 128, set B), centred, by the printer's own command.
    ///
    /// @return false if it has none; nothing is written then
    abstract boolean barcode(String content, int module, int height);

    /// Brings the last line beyond the knife and cuts.
    abstract void cut();

    final byte[] bytes() {
        return out.toByteArray();
    }

    /// Paper of everything so far with the way from head to knife, in millimetres, rounded up.
    final int millimetres() {
        return (int) Math.ceil(profile.millimetres(dots))
                + profile.kiosk().cutter().headToCutterMm();
    }

    /// A printer obeys DLE EOT, DLE ENQ and DLE DC4 (Star: ESC ACK) even inside a picture: one more dot avoids them.
    protected static byte[] harmless(byte[] rows) {
        for (int at = 0; at + 1 < rows.length; at++) {
            if (rows[at] == 0x10
                    && (rows[at + 1] == 0x04 || rows[at + 1] == 0x05 || rows[at + 1] == 0x14)) {
                rows[at] = 0x18;
            } else if (rows[at] == 0x1B && rows[at + 1] == 0x06) {
                rows[at + 1] = 0x07;
            }
        }
        return rows;
    }
}
