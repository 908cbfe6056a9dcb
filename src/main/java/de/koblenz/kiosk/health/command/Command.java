package de.koblenz.kiosk.health.command;

import java.net.URI;
import java.util.Map;

/// What is asked of a terminal.
public sealed interface Command {
    /// Longest text for citizens, per language.
    int LONGEST_NOTICE = 300;

    /// Serve nobody until [InService], over restarts too.
    ///
    /// @param notice what citizens read, by BCP 47 tag; empty leaves the usual words
    record OutOfService(Map<String, String> notice) implements Command {
        public OutOfService {
            notice = Map.copyOf(notice);
            notice.forEach((tag, text) -> {
                if (!tag.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
                        || text.isBlank()
                        || text.length() > LONGEST_NOTICE) {
                    throw new IllegalArgumentException("not a notice");
                }
            });
        }
    }

    /// Serve citizens again.
    record InService() implements Command {}

    /// End the program; whatever started it starts it again.
    record Restart() implements Command {}

    /// Tell everything anew.
    record Rebirth() implements Command {}

    /// Print a page that shows what the printer can.
    record TestPrint() implements Command {}

    /// Send a picture of the screen. Whoever commands it never sees a citizen's page: it cannot be forced.
    record Screenshot() implements Command {}

    /// Send the newest lines of the terminal's own log.
    ///
    /// @param lines 1 to [#MOST_LINES]
    record Logs(int lines) implements Command {
        /// What fits into a reply.
        public static final int MOST_LINES = 20_000;

        public Logs {
            require(lines >= 1 && lines <= MOST_LINES);
        }
    }

    /// Fetch another configuration, check it, and go over to it when nobody is there; back to this one if the terminal
    /// does not come up healthy with it.
    ///
    /// @param archive where it lies, see [#requireArchive]
    /// @param sha256 of the archive, 64 hexadecimal digits in small letters
    /// @param bytes length of the archive
    record Configuration(URI archive, String sha256, long bytes) implements Command {
        /// Longest archive: a hundred times the one that ships.
        public static final long LARGEST = 16L << 20;

        public Configuration {
            requireArchive(archive, sha256);
            require(bytes >= 1 && bytes <= LARGEST);
        }
    }

    /// Have the machine's own updater fetch and install another version when nobody is there.
    ///
    /// @param version what the terminal tells as its own once it runs
    /// @param archive where it lies, see [#requireArchive]
    /// @param sha256 of the archive
    record SoftwareUpdate(String version, URI archive, String sha256) implements Command {
        public SoftwareUpdate {
            require(version.matches("[0-9A-Za-z][0-9A-Za-z.+-]{0,39}"));
            requireArchive(archive, sha256);
        }
    }

    /// Encrypted, or on this machine; without user, password or fragment.
    private static void requireArchive(URI archive, String sha256) {
        String host = archive.getHost();
        require(
                host != null
                        && archive.getRawUserInfo() == null
                        && archive.getRawFragment() == null
                        && archive.toASCIIString().length() <= 500
                        && ("https".equals(archive.getScheme())
                                || ("http".equals(archive.getScheme())
                                        && (host.equals("127.0.0.1")
                                                || host.equals("localhost")))));
        require(sha256.matches("[0-9a-f]{64}"));
    }

    private static void require(boolean fits) {
        if (!fits) {
            throw new IllegalArgumentException("not a command");
        }
    }

    /// Word on the wire.
    default String kind() {
        return switch (this) {
            case OutOfService _ -> "outOfService";
            case InService _ -> "inService";
            case Restart _ -> "restart";
            case Rebirth _ -> "rebirth";
            case TestPrint _ -> "testPrint";
            case Screenshot _ -> "screenshot";
            case Logs _ -> "logs";
            case Configuration _ -> "configuration";
            case SoftwareUpdate _ -> "softwareUpdate";
        };
    }

    /// Whether it is no business of a terminal that a citizen is using; it then waits until nobody is there.
    default boolean disturbs() {
        return switch (this) {
            case OutOfService _,
                    Restart _,
                    TestPrint _,
                    Screenshot _,
                    Configuration _,
                    SoftwareUpdate _ ->
                    true;
            case InService _, Rebirth _, Logs _ -> false;
        };
    }

    /// Whether the program ends with it and the next one knows what came of it.
    default boolean endsProgram() {
        return switch (this) {
            case Restart _, Configuration _, SoftwareUpdate _ -> true;
            case OutOfService _, InService _, Rebirth _, TestPrint _, Screenshot _, Logs _ -> false;
        };
    }

    /// Whether an operator may have it done in the middle of a session all the same.
    default boolean canBeForced() {
        return !(this instanceof Screenshot);
    }
}
