package de.koblenz.kiosk.fleet.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandReplyTest {
    private static CommandReply reply(byte[] content) {
        return new CommandReply("j", new TerminalId("amt", "terminal-1"), Instant.EPOCH, content);
    }

    /// Signature and IHDR (ISO/IEC 15948 §11.2.2), as every picture begins.
    private static byte[] png(int width, int height) {
        return ByteBuffer.allocate(64)
                .putLong(0x89504E470D0A1A0AL)
                .putInt(13)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .array();
    }

    @ParameterizedTest
    @CsvSource({
        "540,960,true",
        "4096,4096,true",
        "4097,1,false",
        "1,100000,false",
        "0,10,false",
        "-1,10,false"
    })
    void aPictureIsNoGreaterThanAScreen(int width, int height, boolean picture) {
        assertEquals(picture, reply(png(width, height)).isPicture());
    }

    @Test
    void whatBreaksOffIsNone() {
        assertFalse(reply(new byte[0]).isPicture());
        assertFalse(reply(java.util.Arrays.copyOf(png(540, 960), 20)).isPicture());
        byte[] other = png(540, 960);
        other[12] = 'X';
        assertFalse(reply(other).isPicture());
    }
}
