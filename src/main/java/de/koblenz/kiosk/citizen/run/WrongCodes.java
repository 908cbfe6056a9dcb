package de.koblenz.kiosk.citizen.run;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;

/// What a terminal remembers of wrong staff codes while it is off: how many came in a row, and when the last one did. One
/// line in a file of its own, `<count> <time in UTC>`; nothing of a code, nothing of a person. Thread-safe.
public final class WrongCodes {
    private static final System.Logger LOG = System.getLogger("kiosk.staff");

    private final Path file;

    /// What is remembered.
    ///
    /// @param inARow wrong codes since the last right one
    /// @param last time of day of the last one
    record Count(int inARow, Instant last) {
        static final Count NONE = new Count(0, Instant.EPOCH);
    }

    /// @param file made when there is something to remember
    public WrongCodes(Path file) {
        this.file = file;
    }

    /// What was remembered last; nothing where the file is not there or cannot be read.
    synchronized Count recall() {
        try {
            if (!Files.exists(file)) {
                return Count.NONE;
            }
            String[] words = Files.readString(file).strip().split(" ", -1);
            return new Count(Math.max(0, Integer.parseInt(words[0])), Instant.parse(words[1]));
        } catch (IOException
                | NumberFormatException
                | DateTimeException
                | ArrayIndexOutOfBoundsException e) {
            LOG.log(Level.WARNING, "wrong staff codes are not known: {0}", Faults.place(e));
            return Count.NONE;
        }
    }

    /// Remembers, on disk when this returns. A disk on which nothing can be written keeps no staff out: then the count ends
    /// with the program.
    synchronized void remember(Count count) {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            try (FileChannel out =
                    FileChannel.open(
                            next,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE)) {
                ByteBuffer line =
                        StandardCharsets.US_ASCII.encode(
                                count.inARow() + " " + count.last() + "\n");
                while (line.hasRemaining()) {
                    out.write(line);
                }
                out.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "wrong staff codes are not remembered: {0}", Faults.place(e));
        }
    }
}
