package de.koblenz.kiosk.device.scanner;

import java.io.IOException;

/// What the markers of a JPEG picture say (ITU-T T.81 annex B): its size, and where it ends. Only markers are looked at;
/// nothing is decoded.
///
/// @param width dots, 1 to 20,000
/// @param height dots, 1 to 20,000
/// @param length bytes from the first to the last marker; whatever stands behind it is no part of the picture
record JpegFrame(int width, int height, int length) {
    private static final int MOST_DOTS = 20_000;
    private static final int MOST_PIXELS = 80_000_000;

    private static final int START_OF_IMAGE = 0xD8;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;

    /// SOF0 to SOF2: sequential and progressive, Huffman coded. Nobody reads the others.
    private static final int FIRST_FRAME = 0xC0;

    private static final int LAST_FRAME = 0xC2;

    /// Looks through a picture.
    ///
    /// @throws IOException if it is broken off, none at all, or larger than any paper is
    static JpegFrame of(byte[] bytes) throws IOException {
        if (bytes.length < 4 || at(bytes, 0) != 0xFF || at(bytes, 1) != START_OF_IMAGE) {
            throw new IOException("no JPEG");
        }
        int place = 2;
        int width = 0;
        int height = 0;
        boolean scanned = false;
        while (true) {
            int marker = marker(bytes, place);
            while (at(bytes, place + 1) == 0xFF) {
                // Fill bytes (B.1.1.2).
                place++;
            }
            place += 2;
            if (marker == END_OF_IMAGE) {
                if (!scanned) {
                    throw new IOException("a JPEG without a scan");
                }
                return new JpegFrame(width, height, place);
            }
            if (marker == START_OF_IMAGE || marker < FIRST_FRAME || restart(marker)) {
                throw new IOException("a marker out of place");
            }
            int length = at(bytes, place) << 8 | at(bytes, place + 1);
            if (length < 2 || length > bytes.length - place) {
                throw new IOException("a segment longer than the file");
            }
            if (frame(marker)) {
                if (marker > LAST_FRAME || width > 0 || length < 8 || at(bytes, place + 2) != 8) {
                    throw new IOException("a frame of no known kind");
                }
                height = at(bytes, place + 3) << 8 | at(bytes, place + 4);
                width = at(bytes, place + 5) << 8 | at(bytes, place + 6);
                int colours = at(bytes, place + 7);
                if ((colours != 1 && colours != 3) || length != 8 + 3 * colours) {
                    throw new IOException("neither grey nor in colour");
                }
                check(width, height);
            }
            place += length;
            if (marker == START_OF_SCAN) {
                if (width == 0) {
                    throw new IOException("a scan without a frame");
                }
                scanned = true;
                place = afterScan(bytes, place);
            }
        }
    }

    private static void check(int width, int height) throws IOException {
        if (width < 1 || height < 1 || width > MOST_DOTS || height > MOST_DOTS) {
            throw new IOException("a picture of no size");
        }
        if ((long) width * height > MOST_PIXELS) {
            throw new IOException("a picture larger than any paper");
        }
    }

    private static boolean restart(int marker) {
        return marker >= 0xD0 && marker <= 0xD7;
    }

    /// SOF0 to SOF15, among which stand DHT (C4), JPG (C8) and DAC (CC).
    private static boolean frame(int marker) {
        return marker >= FIRST_FRAME
                && marker <= 0xCF
                && marker != 0xC4
                && marker != 0xC8
                && marker != 0xCC;
    }

    /// The marker that stands there.
    private static int marker(byte[] bytes, int place) throws IOException {
        if (at(bytes, place) != 0xFF) {
            throw new IOException("no marker");
        }
        int code = place + 1;
        while (at(bytes, code) == 0xFF) {
            code++;
        }
        return at(bytes, code);
    }

    /// Where the coded dots end: at the first marker that is no restart and no stuffed byte (F.1.2.3).
    private static int afterScan(byte[] bytes, int from) throws IOException {
        int place = from;
        while (true) {
            if (at(bytes, place) == 0xFF) {
                int next = at(bytes, place + 1);
                if (next != 0 && next != 0xFF && !restart(next)) {
                    return place;
                }
            }
            place++;
        }
    }

    private static int at(byte[] bytes, int place) throws IOException {
        if (place >= bytes.length) {
            throw new IOException("broken off");
        }
        return bytes[place] & 0xFF;
    }
}
