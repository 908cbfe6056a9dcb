package de.koblenz.kiosk;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The real programs that some tests talk to (a broker, an X server). A test whose peer is not
/// installed is skipped by name; with `-Dpeers=required`, as the gate runs, that is a failure. With `-Dpeers=absent` none is
/// looked for, as on a fresh machine.
public final class Peers {
    private static final List<Path> FOLDERS =
            List.of(
                    Path.of("/usr/bin"),
                    Path.of("/usr/sbin"),
                    Path.of("/usr/local/bin"),
                    Path.of("/usr/local/sbin"),
                    Path.of("/bin"));

    private Peers() {}

    private static String mode() {
        return System.getProperty("peers", "optional");
    }

    /// Returns the path of a program, or ends the test as skipped (as failed where peers are required).
    public static Path require(String program) {
        return find(program).orElseGet(() -> missing("the program " + program));
    }

    /// Returns the path of a program without which a test still says something; where peers are required it must be there.
    public static Optional<Path> prefer(String program) {
        return mode().equals("required") ? Optional.of(require(program)) : find(program);
    }

    private static Optional<Path> find(String program) {
        if (mode().equals("absent")) {
            return Optional.empty();
        }
        return FOLDERS.stream()
                .map(folder -> folder.resolve(program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// Ends the test as skipped or failed for a peer that is no program, such as a display.
    public static Path missing(String peer) {
        String message = "peer missing: " + peer;
        if (mode().equals("required")) {
            return fail(message + " (peers are required in this run)");
        }
        return abort(message);
    }
}
