package de.koblenz.kiosk.service.catalog;

/// A service of the federal catalogue (LeiKa) as a city's list gives it.
///
/// @param key its key
/// @param name its official name, not empty
/// @param responsible who carries it out
public record LeikaName(LeikaKey key, String name, Responsible responsible) {}
