package de.koblenz.kiosk.citizen.session;

import java.time.Instant;
import java.util.UUID;

/// What the pure core may not make itself, handed in with each event.
///
/// @param at when the event happened
/// @param fresh an id that was never used before, for a session or an order that begins with this event
public record Stamp(Instant at, UUID fresh) {}
