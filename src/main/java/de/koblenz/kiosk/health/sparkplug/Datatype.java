package de.koblenz.kiosk.health.sparkplug;

import java.util.Optional;

/// Type of a metric (Sparkplug 3.0 §6.4.16). Those that no terminal uses are read as what they are, and left alone.
public enum Datatype {
    UNKNOWN(0),
    INT8(1),
    INT16(2),
    INT32(3),
    INT64(4),
    UINT8(5),
    UINT16(6),
    UINT32(7),
    UINT64(8),
    FLOAT(9),
    DOUBLE(10),
    BOOLEAN(11),
    STRING(12),
    /// Milliseconds since 1970, UTC.
    DATE_TIME(13),
    TEXT(14),
    UUID(15),
    DATA_SET(16),
    BYTES(17),
    FILE(18),
    TEMPLATE(19);

    private static final Datatype[] ALL = values();

    private final int code;

    Datatype(int code) {
        this.code = code;
    }

    /// Number on the wire.
    public int code() {
        return code;
    }

    /// Empty for arrays (22 to 34), types of properties (20, 21), and numbers that nobody knows.
    static Optional<Datatype> of(int code) {
        return code >= 0 && code < ALL.length ? Optional.of(ALL[code]) : Optional.empty();
    }
}
