package de.koblenz.kiosk.sandbox;

import java.time.Instant;

/// Places kept for one order.
///
/// @param id a UUID chosen by the terminal
/// @param slot id of the slot; empty where an unknown hold was released before it was ever made
/// @param orderReference the order that confirmed it, empty before
public record Hold(
        String id,
        String slot,
        int places,
        HoldState state,
        Instant expiresAt,
        String orderReference) {}
