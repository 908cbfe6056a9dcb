package de.koblenz.kiosk.fleet.model;

import java.time.Instant;

/// One number that a terminal told.
///
/// @param device or empty for the terminal itself
public record Sample(TerminalId terminal, String device, String metric, Instant at, double value) {}
