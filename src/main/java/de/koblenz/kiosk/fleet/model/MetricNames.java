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

    /// First moment of the certificate by which the terminal reads identity cards, milliseconds since 1970.
    public static final String RIGHT_START = "eid.cert.notBefore";

    /// End of it.
    public static final String RIGHT_END = "eid.cert.notAfter";

    /// A word: whether the terminal has a right to read identity cards, `missing` where it should and has not.
    public static final String RIGHT = "Status/Identity Right";

    /// A word: how the payment platform answers, `reachable`.
    public static final String PAYMENT = "Status/Payment";

    /// Words: services of the configuration that the terminal cannot start, each with a code; empty for none.
    public static final String SERVICES = "Status/Services";

    /// Paper left in a printer, millimetres.
    public static final String PAPER_REMAINING = "Supply/Paper Remaining";

    /// Papers of usual length that it is enough for.
    public static final String PRINTS_LEFT = "Supply/Prints Until Empty";

    private MetricNames() {}
}
