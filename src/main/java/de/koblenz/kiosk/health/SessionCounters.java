package de.koblenz.kiosk.health;

/// How the sessions since the start of the program ended. Only counts: nothing here belongs to one person.
///
/// @param completed a service was finished
/// @param ended the citizen pressed "Beenden" before
/// @param timedOut nobody touched the terminal any more
/// @param failed a device or an outside service made it impossible
public record SessionCounters(long completed, long ended, long timedOut, long failed) {
    /// Before the first session.
    public static final SessionCounters NONE = new SessionCounters(0, 0, 0, 0);

    public SessionCounters {
        if (completed < 0 || ended < 0 || timedOut < 0 || failed < 0) {
            throw new IllegalArgumentException("a counter below 0");
        }
    }
}
