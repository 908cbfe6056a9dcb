package de.koblenz.kiosk.health.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class ReplyTest {
    private static final UUID ID = UUID.fromString("7f6e5d4c-3b2a-4190-8877-665544332211");

    /// Chunks of nothing, with lengths, names and sums (ISO/IEC 15948 §5.3).
    private static byte[] png(String... chunks) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(png)) {
            out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
            for (String chunk : chunks) {
                out.writeInt(3);
                out.write(chunk.getBytes(StandardCharsets.US_ASCII));
                out.write(new byte[] {1, 2, 3});
                out.writeInt(0x12345678);
            }
        }
        return png.toByteArray();
    }

    @Test
    void aPictureHoldsPixelsAlone() throws Exception {
        byte[] good = png("IHDR", "IDAT", "IDAT", "IEND");
        assertArrayEquals(good, Reply.picture(ID, good).content());
        for (byte[] bad :
                List.of(
                        png("IHDR", "tEXt", "IDAT", "IEND"),
                        png("IHDR", "eXIf", "IEND"),
                        png("IHDR", "IDAT"),
                        png(),
                        Arrays.copyOf(good, good.length - 1),
                        Arrays.copyOf(good, good.length + 5),
                        new byte[0],
                        "a citizen's name".getBytes(StandardCharsets.UTF_8))) {
            assertThrows(IllegalArgumentException.class, () -> Reply.picture(ID, bad));
        }
    }

    @Test
    void ofTooManyLinesTheLastAreSent() throws Exception {
        Random random = new Random(4711);
        List<String> lines = new ArrayList<>();
        IntStream.range(0, 20_000)
                .forEach(line -> {
                    byte[] noise = new byte[60];
                    random.nextBytes(noise);
                    lines.add(
                            line
                                    + new String(noise, StandardCharsets.ISO_8859_1)
                                            .replace('\n', ' ')
                                            .replace('\r', ' '));
                });
        Reply reply = Reply.lines(ID, lines);
        assertTrue(reply.length() <= Reply.LARGEST);
        List<String> some = read(reply);
        assertEquals(
                lines.subList(lines.size() - some.size(), lines.size()).getLast(), some.getLast());
        assertTrue(some.size() >= 5_000, () -> "only " + some.size());
        assertEquals(List.of(), read(Reply.lines(ID, List.of())));
    }

    private static List<String> read(Reply reply) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(reply.content()))) {
            return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1))
                    .stream()
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }
}
