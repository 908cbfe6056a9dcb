package de.koblenz.kiosk.fleet.model;

import java.time.Instant;

/// Something about a terminal that is different since then: the history that is kept for years, as samples are not.
///
/// @param subject `connection`, `mode`, `health`, `code`, `software`, `configuration`, `device.<x>`, `paper.<x>` or the metric
///     of a further word, such as [MetricNames#PAYMENT]
/// @param value the new value, a technical word
public record Change(TerminalId terminal, Instant at, String subject, String value) {
    /// Subject: [Connection], or [#RETIRED].
    public static final String CONNECTION = "connection";

    /// Value of [#CONNECTION]: there is no such terminal any more.
    public static final String RETIRED = "RETIRED";

    /// Subject: [TerminalMode].
    public static final String MODE = "mode";

    /// Subject: [Health].
    public static final String HEALTH = "health";

    /// Subject: why it is out of service.
    public static final String CODE = "code";

    /// Subject: version of the program.
    public static final String SOFTWARE = "software";

    /// Subject: hash of the configuration.
    public static final String CONFIGURATION = "configuration";
}
