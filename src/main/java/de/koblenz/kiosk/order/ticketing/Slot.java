package de.koblenz.kiosk.order.ticketing;

import java.time.OffsetDateTime;

/// A time span at a venue with a capacity; `free` is what the booking service knew when it was asked.
///
/// @param id id at the booking service
/// @param venueId whose slot
/// @param start begin
/// @param end end
/// @param capacity all places
/// @param free places neither held nor sold, at the time of asking
public record Slot(
        String id,
        String venueId,
        OffsetDateTime start,
        OffsetDateTime end,
        int capacity,
        int free) {}
