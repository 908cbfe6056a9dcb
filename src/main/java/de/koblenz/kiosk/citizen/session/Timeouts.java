package de.koblenz.kiosk.citizen.session;

import java.time.Duration;

/// How long a session waits (ux metrics; WCAG 2.2 clause 2.2.1: a warning of at least 20 s, extended as often as wanted).
///
/// @param publicIdle without personal data: idle time until the warning
/// @param publicWarning length of that warning
/// @param formIdle with personal data: idle time until the warning
/// @param formWarning length of that warning
/// @param patientIdle with the aid "more time": idle time until the warning
/// @param patientWarning length of that warning
/// @param coverWipe how long the cover waits for the citizen's return
public record Timeouts(
        Duration publicIdle,
        Duration publicWarning,
        Duration formIdle,
        Duration formWarning,
        Duration patientIdle,
        Duration patientWarning,
        Duration coverWipe) {
    public static final Timeouts STANDARD =
            new Timeouts(
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(120),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(240),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(45));

    /// While a PIN, CAN or PUK is typed on the screen: then the card is given up, and the form is kept.
    private static final Duration ENTRY_IDLE = Duration.ofSeconds(60);

    private static final Duration ENTRY_WARNING = Duration.ofSeconds(20);

    Duration idle(SessionState session) {
        if (session.aids().contains(Aid.MORE_TIME)) {
            return patientIdle;
        }
        if (CardReducer.typing(session)) {
            return ENTRY_IDLE;
        }
        return session.personal() ? formIdle : publicIdle;
    }

    Duration warning(SessionState session) {
        if (session.aids().contains(Aid.MORE_TIME)) {
            return patientWarning;
        }
        if (CardReducer.typing(session)) {
            return ENTRY_WARNING;
        }
        return session.personal() ? formWarning : publicWarning;
    }
}
