package de.koblenz.kiosk.fleet.model;

/// How bad an alarm is (ITU-T X.733 §8.1.2.3, RFC 8632 §3.1); worse is greater.
public enum Severity {
    WARNING,
    MINOR,
    MAJOR,
    CRITICAL
}
