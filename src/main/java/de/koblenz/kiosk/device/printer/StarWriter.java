package de.koblenz.kiosk.device.printer;

import de.koblenz.kiosk.device.printer.PrintDocument.Align;
import de.koblenz.kiosk.device.profile.Cutter;
import de.koblenz.kiosk.device.profile.DeviceProfile;
import java.util.Arrays;

/// Writes Star line mode; clauses are those of the STAR Line Mode Command Specifications, chapter 3. Not thread-safe.
final class StarWriter extends PrinterWriter {
    /// Star's largest QR cell.
    private static final int LARGEST_CELL = 8;

    private static final int WIDE_SPACING = 32;

    StarWriter(DeviceProfile profile) {
        super(profile);
        // ESC @ initialises; ESC R 0 American ASCII; ESC z 1 line feed of 4 mm, 0 of 3 mm.
        write(ESC, '@', ESC, 'R', 0, ESC, 'z', lineSpacing() >= WIDE_SPACING ? 1 : 0);
    }

    @Override
    protected void select(int number) {
        write(ESC, GS, 't', number);
    }

    @Override
    protected void align(Align wanted) {
        if (wanted != align) {
            int value =
                    switch (wanted) {
                        case LEFT -> 0;
                        case CENTER -> 1;
                        case RIGHT -> 2;
                    };
            write(ESC, GS, 'a', value);
            align = wanted;
        }
    }

    @Override
    protected void style(TextStyle wanted) {
        if (wanted.bold() != style.bold()) {
            write(ESC, wanted.bold() ? 'E' : 'F');
        }
        if (wanted.wide() != style.wide() || wanted.high() != style.high()) {
            write(ESC, 'i', wanted.high() - 1, wanted.wide() - 1);
        }
        style = wanted;
    }

    /// ESC a.
    @Override
    void feed(int lines) {
        write(ESC, 'a', lines);
        fed(lines * lineSpacing());
    }

    /// Raster mode: ESC * r A, continuous page (P 0), nothing at its end (E 1), a row per `b`, ESC * r B.
    @Override
    void picture(RasterImage image, Align wanted) {
        int room = Math.max(0, profile.dotsWide() - image.width());
        int left =
                switch (wanted) {
                    case LEFT -> 0;
                    case CENTER -> room / 2;
                    case RIGHT -> room;
                };
        // Every row begins at the left margin: the alignment of text does not move it.
        int margin = left / 8;
        write(ESC, '*', 'r', 'A', ESC, '*', 'r', 'P', '0', 0, ESC, '*', 'r', 'E', '1', 0);
        for (int row = 0; row < image.height(); row++) {
            byte[] dots = harmless(image.rows(row, 1));
            int length = margin + dots.length;
            write('b', length & 0xFF, length >> 8);
            raw(new byte[margin]);
            raw(dots);
        }
        write(ESC, '*', 'r', 'B');
        fed(image.height());
    }

    @Override
    void stored(String key, int height) {
        throw new IllegalStateException("no pictures are kept in Star printers");
    }

    /// ESC GS y: model (S 0), level (S 1), cell (S 2), data (D 1), print (P).
    @Override
    void qr(byte[] content, int modules, int module) {
        int cell = Math.min(module, LARGEST_CELL);
        align(Align.CENTER);
        write(ESC, GS, 'y', 'S', '0', 2);
        write(ESC, GS, 'y', 'S', '1', 1);
        write(ESC, GS, 'y', 'S', '2', cell);
        write(ESC, GS, 'y', 'D', '1', 0, content.length & 0xFF, content.length >> 8);
        raw(content);
        write(ESC, GS, 'y', 'P');
        fed(modules * cell);
    }

    @Override
    boolean barcode(String content, int module, int height) {
        return false;
    }

    /// ESC d: 2 feeds and cuts, 3 leaves a bridge.
    @Override
    void cut() {
        feed(1);
        Cutter cutter = profile.kiosk().cutter();
        switch (cutter.cut()) {
            case NONE -> {
                double line = profile.millimetres(lineSpacing());
                write(ESC, 'a', Math.max(1, (int) Math.ceil(cutter.headToCutterMm() / line)));
            }
            case FULL -> write(ESC, 'd', 2);
            case PARTIAL -> write(ESC, 'd', 3);
        }
    }

    /// Bytes that end whatever a broken job was in the middle of: as many zeros as a row or a code may lack, then
    /// away with the picture (ESC * r C) and out of raster mode (B).
    static byte[] recovery(int mostRest) {
        byte[] end = {ESC, '*', 'r', 'C', ESC, '*', 'r', 'B'};
        byte[] bytes = Arrays.copyOf(new byte[0], mostRest + end.length);
        System.arraycopy(end, 0, bytes, mostRest, end.length);
        return bytes;
    }
}
