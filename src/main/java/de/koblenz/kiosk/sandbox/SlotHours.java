package de.koblenz.kiosk.sandbox;

import java.time.LocalTime;

/// When a slot begins and ends, every day of the season, in local time.
public record SlotHours(LocalTime start, LocalTime end) {
    public SlotHours {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a slot ends after it starts");
        }
    }
}
