package de.koblenz.kiosk.health.event;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The only further values that an event may hold; all are whole numbers.
public enum EventNumber {
    PRINTS_LEFT("printsLeft"),
    PAPER_LEFT_MM("paperLeftMm"),
    /// Percent of the disk that is free.
    FREE_PERCENT("freePercent"),
    /// Until the certificate ends; negative after it.
    DAYS("days"),
    OFFSET_MILLIS("offsetMs"),
    /// Events that wait.
    DEPTH("depth"),
    /// Events that were dropped.
    LOST("lost"),
    /// Starts of the program.
    STARTS("starts"),
    /// Sequence number of a command.
    COMMAND_SEQ("commandSeq"),
    /// Bytes of an answer that a command asked for, such as a picture.
    BYTES("bytes");

    private static final Map<String, EventNumber> KEYS =
            Arrays.stream(values())
                    .collect(Collectors.toMap(EventNumber::key, Function.identity()));

    private final String key;

    EventNumber(String key) {
        this.key = key;
    }

    /// Name on the wire.
    public String key() {
        return key;
    }

    /// The number of a name.
    public static Optional<EventNumber> of(String key) {
        return Optional.ofNullable(KEYS.get(key));
    }
}
