package de.koblenz.kiosk.fleet.collector;

import de.koblenz.kiosk.fleet.model.CommandReply;
import de.koblenz.kiosk.health.command.Command;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// Reads the lines of a reply.
public final class ReplyText {
    /// More than the log of a terminal; a reply of its longest that says nothing but the same again would be a thousand times as long.
    private static final int LARGEST = 8 << 20;

    private ReplyText() {}

    /// The lines of a reply that is no picture, of too many the first; control characters are left out.
    ///
    /// @throws IOException if it is none
    public static List<String> lines(CommandReply reply) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(reply.content()))) {
            return new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8)
                    .lines()
                    .limit(Command.Logs.MOST_LINES)
                    .map(line -> line.replaceAll("\\p{Cntrl}", " "))
                    .toList();
        }
    }
}
