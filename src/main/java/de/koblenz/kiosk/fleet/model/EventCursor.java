package de.koblenz.kiosk.fleet.model;

/// Up to where the events of an outbox are here for good.
public record EventCursor(TerminalId terminal, String outbox, long upTo) {}
