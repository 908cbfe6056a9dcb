package de.koblenz.kiosk.service.journey;

/// Reads journeys from the folder of their service.
public final class JourneyReader {
    private JourneyReader() {}
}
