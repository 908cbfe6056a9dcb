package de.koblenz.kiosk.sandbox;

/// What a ticket costs.
///
/// @param cents price of one ticket, 0 or more
/// @param places how many places one ticket takes, 1 or more
public record Tariff(String id, Name name, int cents, int places) {}
