package de.koblenz.kiosk.order.submission;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/// What the markers at the beginning of a JPEG (ITU-T T.81, annex B) say about its picture.
///
/// @param width pixels, 1 to 65,535
/// @param height pixels, 1 to 65,535
/// @param components 1 for grey, 3 for colour
/// @param perInch pixels per inch of the original by JFIF (ITU-T T.871, 10.1); 0 where it does not say
record JpegHeader(int width, int height, int components, int perInch) {
    private static final int START_OF_IMAGE = 0xFFD8;
    private static final int JFIF = 0xE0;
    private static final int START_OF_SCAN = 0xDA;

    /// Reads up to the frame header; the position of `jpeg` is not moved.
    ///
    /// @throws IOException if this is no JPEG of eight bits in grey or colour that a PDF can hold as it is
    static JpegHeader read(ByteBuffer jpeg) throws IOException {
        ByteBuffer in = jpeg.slice();
        if (in.remaining() < 4 || (in.getShort() & 0xFFFF) != START_OF_IMAGE) {
            throw broken();
        }
        int perInch = 0;
        while (true) {
            int marker = marker(in);
            ByteBuffer segment = segment(in);
            if (marker == JFIF) {
                perInch = density(segment).orElse(perInch);
            } else if (frame(marker)) {
                return picture(segment, perInch);
            } else if (marker == START_OF_SCAN) {
                throw broken();
            }
        }
    }

    private static int marker(ByteBuffer in) throws IOException {
        if (in.remaining() < 4 || (in.get() & 0xFF) != 0xFF) {
            throw broken();
        }
        int marker = in.get() & 0xFF;
        while (marker == 0xFF && in.hasRemaining()) {
            // Any marker may be preceded by fill bytes (B.1.1.2).
            marker = in.get() & 0xFF;
        }
        return marker;
    }

    private static ByteBuffer segment(ByteBuffer in) throws IOException {
        if (in.remaining() < 2) {
            throw broken();
        }
        // The length counts its own two bytes (B.1.1.4).
        int length = (in.getShort() & 0xFFFF) - 2;
        if (length < 0 || length > in.remaining()) {
            throw broken();
        }
        ByteBuffer segment = in.slice(in.position(), length);
        in.position(in.position() + length);
        return segment;
    }

    /// Huffman coding in one of the three ways that PDF readers know (ISO 32000-1, 7.4.8): baseline, extended, progressive.
    private static boolean frame(int marker) {
        return marker >= 0xC0 && marker <= 0xC2;
    }

    private static JpegHeader picture(ByteBuffer segment, int perInch) throws IOException {
        if (segment.remaining() < 6) {
            throw broken();
        }
        int bits = segment.get() & 0xFF;
        int height = segment.getShort() & 0xFFFF;
        int width = segment.getShort() & 0xFFFF;
        int components = segment.get() & 0xFF;
        boolean known = components == 1 || components == 3;
        if (bits != 8 || width == 0 || height == 0 || !known) {
            throw broken();
        }
        return new JpegHeader(width, height, components, perInch);
    }

    /// Only square pixels in inches or centimetres.
    private static Optional<Integer> density(ByteBuffer segment) {
        if (segment.remaining() < 12
                || segment.getInt(0) != 0x4A464946
                || segment.getShort(8) != segment.getShort(10)) {
            return Optional.empty();
        }
        int value = segment.getShort(8) & 0xFFFF;
        return switch (segment.get(7)) {
            case 1 -> Optional.of(value);
            case 2 -> Optional.of(Math.toIntExact(Math.round(value * 2.54)));
            default -> Optional.empty();
        };
    }

    private static IOException broken() {
        return new IOException("no JPEG that can be enclosed");
    }
}
