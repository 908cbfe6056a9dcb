package de.koblenz.kiosk.device.printer;

import java.awt.image.BufferedImage;
import java.util.BitSet;

/// A picture of black dots, as a print head prints it.
///
/// @param width dots across
/// @param height dots down
/// @param dark row by row, set for printed dots
public record RasterImage(int width, int height, BitSet dark) {
    /// Grey values below this print.
    private static final int THRESHOLD = 140;

    public RasterImage {
        dark = (BitSet) dark.clone();
    }

    /// The dark dots of a picture.
    public static RasterImage of(BufferedImage picture) {
        int width = picture.getWidth();
        BitSet dark = new BitSet(width * picture.getHeight());
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < width; x++) {
                int rgb = picture.getRGB(x, y);
                int grey =
                        (299 * (rgb >> 16 & 0xFF) + 587 * (rgb >> 8 & 0xFF) + 114 * (rgb & 0xFF))
                                / 1000;
                dark.set(y * width + x, grey < THRESHOLD);
            }
        }
        return new RasterImage(width, picture.getHeight(), dark);
    }

    /// Whether the dot in column `x` and row `y`, both from 0, prints.
    public boolean isDark(int x, int y) {
        return dark.get(y * width + x);
    }

    /// Two printable characters that stand for this picture: its fingerprint.
    String key() {
        int hash = 31 * (31 * width + height) + dark.hashCode();
        int letters = '~' - '!' + 1;
        char[] key = {
            (char) ('!' + Math.floorMod(hash, letters)),
            (char) ('!' + Math.floorMod(hash / letters, letters))
        };
        return new String(key);
    }

    /// Bytes of one row, eight dots each, the leftmost highest (`GS v 0`).
    int bytesPerRow() {
        return (width + 7) / 8;
    }

    /// The rows from `top` on as bytes of `GS v 0`.
    byte[] rows(int top, int count) {
        byte[] bytes = new byte[bytesPerRow() * count];
        for (int bit = dark.nextSetBit(top * width);
                bit >= 0 && bit < (top + count) * width;
                bit = dark.nextSetBit(bit + 1)) {
            int x = bit % width;
            int y = bit / width - top;
            bytes[y * bytesPerRow() + x / 8] |= (byte) (0x80 >> x % 8);
        }
        return bytes;
    }

    @Override
    public BitSet dark() {
        return (BitSet) dark.clone();
    }
}
