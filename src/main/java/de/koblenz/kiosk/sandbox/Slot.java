package de.koblenz.kiosk.sandbox;

import java.time.ZonedDateTime;

/// A time at a venue that can be booked.
record Slot(String id, Venue venue, ZonedDateTime start, ZonedDateTime end) {}
