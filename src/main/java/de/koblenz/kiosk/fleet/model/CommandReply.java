package de.koblenz.kiosk.fleet.model;

import java.time.Instant;

/// What a terminal sent because a command asked for it: a picture of its screen, or compressed lines of text. Immutable.
public final class CommandReply {
    /// Longest one that is kept.
    public static final int LARGEST = 1 << 20;

    /// Widest and highest picture that is shown.
    private static final int LONGEST_SIDE = 4096;

    /// Signature, and the chunk that begins every picture.
    private static final int HEADER = 33;

    private static final int PNG = 0x8950_4E47;
    private static final int LINES = 0x0D0A_1A0A;
    private static final int IHDR = 0x4948_4452;

    private final String jti;
    private final TerminalId terminal;
    private final Instant receivedAt;
    private final byte[] content;

    /// @param jti of the command
    /// @param content PNG, or UTF-8 in the form of RFC 1952 (gzip)
    /// @throws IllegalArgumentException if it is longer than [#LARGEST]
    public CommandReply(String jti, TerminalId terminal, Instant receivedAt, byte[] content) {
        if (content.length > LARGEST) {
            throw new IllegalArgumentException("not a reply");
        }
        this.jti = jti;
        this.terminal = terminal;
        this.receivedAt = receivedAt;
        this.content = content.clone();
    }

    public String jti() {
        return jti;
    }

    public TerminalId terminal() {
        return terminal;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /// Whether it is a picture that a screen can have: PNG by its first bytes (ISO/IEC 15948 §5.2, §11.2.2), and not so wide or high that it
    /// fills the memory of whoever shows it.
    public boolean isPicture() {
        if (content.length < HEADER) {
            return false;
        }
        return number(0) == PNG
                && number(4) == LINES
                && number(12) == IHDR
                && fits(number(16))
                && fits(number(20));
    }

    /// Four bytes, the greatest first.
    private int number(int place) {
        int number = 0;
        for (int i = place; i < place + Integer.BYTES; i++) {
            number = (number << Byte.SIZE) | (content[i] & 0xFF);
        }
        return number;
    }

    private static boolean fits(int pixels) {
        return pixels > 0 && pixels <= LONGEST_SIDE;
    }

    /// A copy, as it came.
    public byte[] content() {
        return content.clone();
    }
}
