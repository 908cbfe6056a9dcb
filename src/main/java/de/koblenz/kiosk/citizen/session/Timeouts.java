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

    Duration idle(SessionState session) {
        if (session.aids().contains(Aid.MORE_TIME)) {
            return patientIdle;
        }
        return session.personal() ? formIdle : publicIdle;
    }

    Duration warning(SessionState session) {
        if (session.aids().contains(Aid.MORE_TIME)) {
            return patientWarning;
        }
        return session.personal() ? formWarning : publicWarning;
    }
}
