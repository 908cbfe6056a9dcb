package de.koblenz.kiosk.fleet.model;

/// The metrics that alarms and forecasts are judged by; others are kept and shown without being understood.
public final class MetricNames {
    /// Part of the disk that is used, 0 to 1 (OpenTelemetry).
    public static final String DISK = "system.filesystem.utilization";

    /// Messages that wait at the terminal.
    public static final String OUTBOX = "outbox.depth";

    /// Seconds by which the terminal's clock is ahead of true time; negative if it is behind.
    public static final String CLOCK = "clock.offset";

    /// End of the terminal's certificate, milliseconds since 1970.
    public static final String CERTIFICATE_END = "cert.notAfter";

    /// Paper left in a printer, millimetres.
    public static final String PAPER_REMAINING = "Supply/Paper Remaining";

    /// Papers of usual length that it is enough for.
    public static final String PRINTS_LEFT = "Supply/Prints Until Empty";

    private MetricNames() {}
}
