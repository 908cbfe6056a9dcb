package de.koblenz.kiosk.fleet.model;

import java.nio.ByteBuffer;
import java.time.Instant;

/// What a terminal sent because a command asked for it: a picture of its screen, or compressed lines of text. Immutable.
public final class CommandReply {
    /// Longest one that is kept.
    public static final int LARGEST = 1 << 20;

    /// Pixels of a picture that is shown, along each side.
    static final int LONGEST_SIDE = 4_096;

    private static final int WIDTH_AT = 16;
    private static final int HEIGHT_AT = 20;
    private static final int HEADER = 33;

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

    /// Whether it is a picture of a screen, by the first bytes of PNG (ISO/IEC 15948 §5.2) and its size in pixels (§11.2.2): a megabyte may
    /// hold a picture that no memory has room for.
    public boolean isPicture() {
        return content.length > HEADER
                && content[0] == (byte) 0x89
                && content[1] == 'P'
                && content[2] == 'N'
                && content[3] == 'G'
                && isSide(WIDTH_AT)
                && isSide(HEIGHT_AT);
    }

    private boolean isSide(int place) {
        int pixels = ByteBuffer.wrap(content).getInt(place);
        return pixels >= 1 && pixels <= LONGEST_SIDE;
    }

    /// A copy, as it came.
    public byte[] content() {
        return content.clone();
    }
}
