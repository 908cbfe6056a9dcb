package de.koblenz.kiosk.fleet.model;

import static de.koblenz.kiosk.fleet.model.Severity.CRITICAL;
import static de.koblenz.kiosk.fleet.model.Severity.MAJOR;
import static de.koblenz.kiosk.fleet.model.Severity.MINOR;
import static de.koblenz.kiosk.fleet.model.Severity.WARNING;

import java.time.Duration;
import java.util.Optional;

/// What can be wrong. The word is the alarm's type in the sense of RFC 8632 §3.2; an `<x>` in it stands for the device.
public enum AlarmKind {
    /// Its own broker: everything else is unknown meanwhile, and nothing is told of it.
    BROKER_LOST("monitor.broker.lost", CRITICAL, Duration.ofSeconds(5), true),
    SITE_LOST("site.connection.lost", CRITICAL, Duration.ZERO, true),
    NODE_LOST("node.connection.lost", MAJOR, Duration.ofSeconds(60), true),
    DEVICE_MISSING("device.<x>.noDevice", MAJOR, Duration.ofSeconds(30), true),
    DEVICE_BROKEN("device.<x>.hardwareError", MAJOR, Duration.ofSeconds(30), true),
    DEVICE_OFF("device.<x>.powerOff", MAJOR, Duration.ofSeconds(30), true),
    JAMMED("device.<x>.jammed", MAJOR, Duration.ZERO, true),
    PAPER_OUT("supply.paper.out", MAJOR, Duration.ZERO, true),
    PAPER_LOW("supply.paper.low", WARNING, Duration.ofSeconds(30), true),
    FRAUD("security.fraudAttempt", CRITICAL, Duration.ZERO, false),
    CERTIFICATE_INVALID("security.cert.invalid", CRITICAL, Duration.ZERO, true),
    CERTIFICATE_EXPIRING("cert.expiring", WARNING, Duration.ZERO, true),
    DISK_LOW("host.disk.low", MINOR, Duration.ofMinutes(5), true),
    CRASH_LOOP("app.crash.loop", CRITICAL, Duration.ZERO, false),
    /// It serves nobody, and nobody told it so.
    OUT_OF_SERVICE("app.outOfService", MAJOR, Duration.ZERO, false),
    ROLLED_BACK("configuration.rolledBack", MAJOR, Duration.ZERO, false),
    OUTBOX_BACKLOG("outbox.backlog", MINOR, Duration.ofMinutes(2), true),
    CLOCK_SKEW("clock.skew", MINOR, Duration.ofMinutes(2), true),
    /// The terminal had to drop events.
    EVENTS_LOST("outbox.lost", MAJOR, Duration.ZERO, false),
    CARD_LEFT("device.cardLeft", WARNING, Duration.ZERO, false),
    COMMAND_FAILED("command.failed", WARNING, Duration.ZERO, false),
    COMMAND_REJECTED("command.rejected", WARNING, Duration.ZERO, false),
    /// Two terminals take turns at one identity.
    IDENTITY_DOUBLED("security.identity.doubled", CRITICAL, Duration.ZERO, false);

    private final String word;
    private final Severity severity;
    private final Duration holdOff;
    private final boolean passes;

    AlarmKind(String word, Severity severity, Duration holdOff, boolean passes) {
        this.word = word;
        this.severity = severity;
        this.holdOff = holdOff;
        this.passes = passes;
    }

    /// Type, with `<x>` where the device stands.
    public String word() {
        return word;
    }

    public Severity severity() {
        return severity;
    }

    /// How long it has to be so before anybody is told.
    public Duration holdOff() {
        return holdOff;
    }

    /// Whether it is a condition that is judged anew with every message. What only an event tells of stays until an operator clears it
    /// or the terminal says that it is over.
    public boolean passes() {
        return passes;
    }

    /// Whether it says no more than that somebody is not heard, which nobody can tell who hears nothing.
    boolean isOfConnection() {
        return this == NODE_LOST || this == SITE_LOST;
    }

    /// @param word as [#word()]
    public static Optional<AlarmKind> of(String word) {
        for (AlarmKind kind : values()) {
            if (kind.word.equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
