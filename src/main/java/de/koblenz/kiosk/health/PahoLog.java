package de.koblenz.kiosk.health;

import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Keeps Paho from speaking for itself: over `java.util.logging` it tells with whole traces that lines break, which is usual, and what we say
/// of a line ourselves. Thread-safe.
public final class PahoLog {
    private static final String PAHO = "org.eclipse.paho";

    /// Held so that its level stays.
    private static final Logger ITS = Logger.getLogger(PAHO);

    private PahoLog() {}

    /// From now on it says nothing, also by loggers that it has yet to make.
    static void silence() {
        ITS.setLevel(Level.OFF);
    }

    /// Whether a fault that ended a thread is Paho's own: its threads may fail when a line is closed under them, and whoever uses the line
    /// learns by other ways that it is lost.
    public static boolean isIts(Throwable fault) {
        return Arrays.stream(fault.getStackTrace())
                .map(StackTraceElement::getClassName)
                .filter(name -> !name.startsWith("java.") && !name.startsWith("sun."))
                .findFirst()
                .filter(name -> name.startsWith(PAHO))
                .isPresent();
    }
}
