package de.koblenz.kiosk.health.command;

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

    /// Word on the wire.
    default String kind() {
        return switch (this) {
            case OutOfService _ -> "outOfService";
            case InService _ -> "inService";
            case Restart _ -> "restart";
            case Rebirth _ -> "rebirth";
            case TestPrint _ -> "testPrint";
        };
    }

    /// Whether a citizen at the terminal would notice; it then waits until nobody is there, unless it is forced.
    default boolean disturbs() {
        return switch (this) {
            case OutOfService _, Restart _, TestPrint _ -> true;
            case InService _, Rebirth _ -> false;
        };
    }
}
