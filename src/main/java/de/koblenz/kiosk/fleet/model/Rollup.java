package de.koblenz.kiosk.fleet.model;

import java.time.Instant;

/// Five minutes of a number.
///
/// @param from when they began
/// @param number how many samples
/// @param mean of them
/// @param newest the last of them
public record Rollup(
        Instant from, long number, double mean, double least, double most, double newest) {}
