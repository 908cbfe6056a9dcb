package de.koblenz.kiosk.sandbox;

/// A name in the two languages of the protocol.
public record Name(String de, String en) {}
