package de.koblenz.kiosk.device.printer;

import de.koblenz.kiosk.device.printer.PrintDocument.Align;
import de.koblenz.kiosk.device.profile.Completion;
import de.koblenz.kiosk.device.profile.Cutter;
import de.koblenz.kiosk.device.profile.DeviceProfile;
import de.koblenz.kiosk.device.profile.Feature;
import java.nio.charset.StandardCharsets;

/// Writes ESC/POS; clauses are those of Epson's ESC/POS command reference. Not thread-safe.
final class EscPosWriter extends PrinterWriter {
    /// Largest piece of a picture: a printer that lost its place in one finds out within these bytes.
    private static final int MOST_STRIP_BYTES = 2048;

    EscPosWriter(DeviceProfile profile) {
        super(profile);
        // ESC @ initialises; ESC R 0 keeps ASCII what it is on printers set to a national character
        // set.
        write(ESC, '@', ESC, 'R', 0);
    }

    @Override
    protected void select(int number) {
        write(ESC, 't', number);
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
            write(ESC, 'a', value);
            align = wanted;
        }
    }

    @Override
    protected void style(TextStyle wanted) {
        if (wanted.bold() != style.bold()) {
            write(ESC, 'E', wanted.bold() ? 1 : 0);
        }
        if (wanted.wide() != style.wide() || wanted.high() != style.high()) {
            write(GS, '!', (wanted.wide() - 1) * 16 + wanted.high() - 1);
        }
        style = wanted;
    }

    /// ESC d.
    @Override
    void feed(int lines) {
        write(ESC, 'd', lines);
        fed(lines * lineSpacing());
    }

    /// GS v 0, in strips.
    @Override
    void picture(RasterImage image, Align wanted) {
        align(wanted);
        int bytesPerRow = image.bytesPerRow();
        int rows = Math.max(1, MOST_STRIP_BYTES / bytesPerRow);
        for (int top = 0; top < image.height(); top += rows) {
            int count = Math.min(rows, image.height() - top);
            write(GS, 'v', '0', 0, bytesPerRow & 0xFF, bytesPerRow >> 8, count & 0xFF, count >> 8);
            raw(harmless(image.rows(top, count)));
        }
        fed(image.height());
    }

    /// GS ( L function 69: the picture in non-volatile memory, in normal size.
    @Override
    void stored(String key, int height) {
        align(Align.CENTER);
        write(GS, '(', 'L', 6, 0, 0x30, 0x45, key.charAt(0), key.charAt(1), 1, 1);
        fed(height);
    }

    /// GS ( k, functions 165, 167, 169, 180, 181.
    @Override
    void qr(byte[] content, int modules, int module) {
        align(Align.CENTER);
        write(GS, '(', 'k', 4, 0, 0x31, 0x41, 0x32, 0);
        write(GS, '(', 'k', 3, 0, 0x31, 0x43, module);
        write(GS, '(', 'k', 3, 0, 0x31, 0x45, 0x31);
        int length = content.length + 3;
        write(GS, '(', 'k', length & 0xFF, length >> 8, 0x31, 0x50, 0x30);
        raw(content);
        write(GS, '(', 'k', 3, 0, 0x31, 0x51, 0x30);
        fed(modules * module);
    }

    /// GS h height, GS w module, GS H 0 no digits, GS k 73 Code 128 beginning with {B.
    @Override
    boolean barcode(String content, int module, int height) {
        if (!profile.has(Feature.BARCODE_B)) {
            return false;
        }
        align(Align.CENTER);
        byte[] data = ("{B" + content.replace("{", "{{")).getBytes(StandardCharsets.US_ASCII);
        write(GS, 'h', height, GS, 'w', module, GS, 'H', 0, GS, 'k', 73, data.length);
        raw(data);
        fed(height);
        return true;
    }

    /// GS V, functions A and B; ESC d where the printer does not feed by itself.
    @Override
    void cut() {
        feed(1);
        Cutter cutter = profile.kiosk().cutter();
        boolean full = cutter.cut() == Cutter.Cut.FULL;
        // Where cuts prove a job, the paper is fed first: the zeros that end a cut command broken
        // off by a fault then
        // cut nothing but a whole paper.
        boolean feedFirst =
                !cutter.feedsItself() || profile.kiosk().completion() == Completion.COUNTERS;
        if (cutter.cut() == Cutter.Cut.NONE || feedFirst) {
            double line = profile.millimetres(lineSpacing());
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

    /// GS ( L function 67: keeps a picture in the printer's memory for ever.
    static byte[] storing(String key, RasterImage image) {
        byte[] rows = harmless(image.rows(0, image.height()));
        int width = image.bytesPerRow() * 8;
        int length = rows.length + 11;
        byte[] command = new byte[5 + length];
        int[] head = {
            GS,
            '(',
            'L',
            length & 0xFF,
            length >> 8,
            0x30,
            0x43,
            0x30,
            key.charAt(0),
            key.charAt(1),
            1,
            width & 0xFF,
            width >> 8,
            image.height() & 0xFF,
            image.height() >> 8,
            0x31
        };
        for (int at = 0; at < head.length; at++) {
            command[at] = (byte) head[at];
        }
        System.arraycopy(rows, 0, command, head.length, rows.length);
        return command;
    }
}
