package de.koblenz.kiosk.eid.ausweisapp;

import java.time.Duration;

/// How long the AusweisApp is waited for.
///
/// @param connect until the connection stands
/// @param answer for what needs neither card nor network
/// @param card until a card that lies on the reader is recognised; the app looks every half second
/// @param work for card and eID-Server together
/// @param entry for a citizen at the reader's own keypad
public record AppTimings(
        Duration connect, Duration answer, Duration card, Duration work, Duration entry) {
    public static final AppTimings USUAL =
            new AppTimings(
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(150));
}
