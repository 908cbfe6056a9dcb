package de.koblenz.kiosk.device.printer;

import de.koblenz.kiosk.device.printer.PrintDocument.Align;
import de.koblenz.kiosk.device.profile.DeviceProfile;
import de.koblenz.kiosk.device.profile.Feature;
import de.koblenz.kiosk.qr.BarPattern;
import de.koblenz.kiosk.qr.DataMatrix;
import de.koblenz.kiosk.qr.QrMatrix;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/// Sets the codes that machines read: by the printer's own command where it has one, drawn where it has none.
/// Immutable and thread-safe.
final class CodeBlocks {
    /// Largest module: a line of empty paper is still the four modules of quiet zone that a QR code needs.
    private static final int LARGEST_MODULE = 7;

    private static final int SMALLEST_MODULE = 2;
    private static final int WIDEST_QR = 384;

    /// A barcode is 10 mm high at 203 dpi, with ten modules of white at each side.
    private static final int BAR_DOTS = 80;

    private static final int BAR_MARGIN = 10;
    private static final int WIDEST_BAR = 3;

    /// Writes words below a code.
    interface Caption {
        void write(PrinterWriter writer, String text) throws UnprintableTextException;
    }

    private final DeviceProfile profile;
    private final Caption captions;

    CodeBlocks(DeviceProfile profile, Caption captions) {
        this.profile = profile;
        this.captions = captions;
    }

    /// @throws IllegalArgumentException if the content is too long
    void qr(PrinterWriter writer, String text, String caption) throws UnprintableTextException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        writer.feed(1);
        if (profile.has(Feature.QR_CODE)) {
            int modules = QrSize.modules(content.length);
            writer.qr(content, modules, module(modules));
        } else {
            QrMatrix matrix = QrMatrix.of(text);
            int module = module(matrix.size());
            writer.picture(
                    drawn(
                            matrix.size() * module,
                            matrix.size() * module,
                            (x, y) -> matrix.isDark(x / module, y / module)),
                    Align.CENTER);
        }
        below(writer, caption);
    }

    /// @throws IllegalArgumentException if the content is too long or not of ISO 8859-1
    void matrix(PrinterWriter writer, String text, String caption) throws UnprintableTextException {
        DataMatrix matrix = DataMatrix.of(text);
        int module = module(matrix.size());
        writer.feed(1);
        writer.picture(
                drawn(
                        matrix.size() * module,
                        matrix.size() * module,
                        (x, y) -> matrix.isDark(x / module, y / module)),
                Align.CENTER);
        below(writer, caption);
    }

    /// @throws IllegalArgumentException if the content is too long for the paper or not of printable ASCII
    void barcode(PrinterWriter writer, String text, String caption)
            throws UnprintableTextException {
        BarPattern bars = BarPattern.code128(text);
        int module = Math.min(profile.dotsWide() / (bars.modules() + 2 * BAR_MARGIN), WIDEST_BAR);
        if (module < SMALLEST_MODULE) {
            throw new IllegalArgumentException("a barcode too long for the paper");
        }
        writer.feed(1);
        if (!writer.barcode(text, module, BAR_DOTS)) {
            writer.picture(
                    drawn(bars.modules() * module, BAR_DOTS, (x, _) -> bars.isDark(x / module)),
                    Align.CENTER);
        }
        below(writer, caption);
    }

    private void below(PrinterWriter writer, String caption) throws UnprintableTextException {
        writer.feed(1);
        if (!caption.isBlank()) {
            captions.write(writer, caption);
        }
    }

    /// Dots per module.
    private int module(int modules) {
        int room = Math.min(profile.dotsWide() * 3 / 4, WIDEST_QR);
        return Math.clamp(room / modules, SMALLEST_MODULE, LARGEST_MODULE);
    }

    private interface Dots {
        boolean dark(int x, int y);
    }

    private static RasterImage drawn(int width, int height, Dots dots) {
        BitSet dark = new BitSet(width * height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                dark.set(y * width + x, dots.dark(x, y));
            }
        }
        return new RasterImage(width, height, dark);
    }
}
