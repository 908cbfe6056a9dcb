package de.koblenz.kiosk.citizen.ui.view;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Writes pictures as PNG (ISO/IEC 15948): 8-bit RGB, filter "up", which flat pages compress well with.
final class PngEncoder {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private PngEncoder() {}

    /// @param argb pixels row by row; alpha is ignored
    static void write(OutputStream out, int width, int height, int[] argb) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.write(SIGNATURE);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        try (DataOutputStream fields = new DataOutputStream(header)) {
            fields.writeInt(width);
            fields.writeInt(height);
            fields.write(new byte[] {8, 2, 0, 0, 0});
        }
        chunk(data, "IHDR", header.toByteArray());
        chunk(data, "IDAT", compress(width, height, argb));
        chunk(data, "IEND", new byte[0]);
        data.flush();
    }

    private static byte[] compress(int width, int height, int[] argb) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (OutputStream out = new DeflaterOutputStream(compressed, deflater, 1 << 16)) {
            byte[] row = new byte[1 + 3 * width];
            row[0] = 2;
            for (int y = 0; y < height; y++) {
                int like = likeAbove(argb, y, width);
                Arrays.fill(row, 1, 1 + 3 * like, (byte) 0);
                for (int x = like; x < width; x++) {
                    int pixel = argb[y * width + x];
                    int above = y == 0 ? 0 : argb[(y - 1) * width + x];
                    row[1 + 3 * x] = (byte) ((pixel >> 16) - (above >> 16));
                    row[2 + 3 * x] = (byte) ((pixel >> 8) - (above >> 8));
                    row[3 + 3 * x] = (byte) (pixel - above);
                }
                out.write(row);
            }
        } finally {
            deflater.end();
        }
        return compressed.toByteArray();
    }

    /// How many pixels from the left are those of the row above: of pages, most rows whole.
    private static int likeAbove(int[] argb, int y, int width) {
        int row = y * width;
        if (y == 0) {
            return 0;
        }
        int other = Arrays.mismatch(argb, row, row + width, argb, row - width, row);
        return other < 0 ? width : other;
    }

    private static void chunk(DataOutputStream out, String type, byte[] content)
            throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) crc.getValue());
    }
}
