package de.koblenz.kiosk.health.event;

/// How bad it is (ITU-T X.733 §8.1.2.3, RFC 8632 §4.2), and one word for what is not bad at all.
public enum Severity {
    CRITICAL,
    MAJOR,
    MINOR,
    WARNING,
    /// What an earlier event of the same kind and device told is over.
    CLEARED,
    /// No alarm: something that operators asked for, or want to read afterwards.
    NOTICE
}
