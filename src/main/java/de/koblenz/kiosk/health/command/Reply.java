package de.koblenz.kiosk.health.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/// What a command asked for and no event has room for: a picture of the screen, or lines of text. Immutable.
public final class Reply {
    /// Longest one; a picture of a page is a tenth of it.
    public static final int LARGEST = 1 << 20;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /// Pixels alone: the further chunks of PNG (ISO/IEC 15948 §11.3) hold words, times and places.
    private static final Set<String> PIXELS = Set.of("IHDR", "IDAT", "IEND");

    private final UUID command;
    private final byte[] content;

    private Reply(UUID command, byte[] content) {
        this.command = command;
        this.content = content;
    }

    /// A picture as PNG.
    ///
    /// @throws IllegalArgumentException if it is none, holds anything but pixels, or is too long
    public static Reply picture(UUID command, byte[] png) {
        if (png.length > LARGEST || !isPicture(png)) {
            throw new IllegalArgumentException("not a picture");
        }
        return new Reply(command, png.clone());
    }

    private static boolean isPicture(byte[] png) {
        if (png.length < PNG.length || !Arrays.equals(png, 0, PNG.length, PNG, 0, PNG.length)) {
            return false;
        }
        ByteBuffer chunks = ByteBuffer.wrap(png, PNG.length, png.length - PNG.length);
        byte[] type = new byte[4];
        while (chunks.remaining() >= 12) {
            int length = chunks.getInt();
            chunks.get(type);
            if (!PIXELS.contains(new String(type, StandardCharsets.US_ASCII))
                    || length < 0
                    || length > chunks.remaining() - 4) {
                return false;
            }
            chunks.position(chunks.position() + length + 4);
        }
        return !chunks.hasRemaining() && type[1] == 'E';
    }

    /// Lines of text, UTF-8, compressed (RFC 1952); of too many the last.
    public static Reply lines(UUID command, List<String> lines) {
        List<String> some = lines;
        byte[] packed = pack(some);
        while (packed.length > LARGEST) {
            some = some.subList(some.size() / 2, some.size());
            packed = pack(some);
        }
        return new Reply(command, packed);
    }

    private static byte[] pack(List<String> lines) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            for (String line : lines) {
                out.write(line.getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /// `jti` of the command.
    public UUID command() {
        return command;
    }

    public int length() {
        return content.length;
    }

    /// A copy, as it goes on the wire.
    public byte[] content() {
        return content.clone();
    }
}
