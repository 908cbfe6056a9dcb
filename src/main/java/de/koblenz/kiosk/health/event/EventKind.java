package de.koblenz.kiosk.health.event;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a terminal tells by an event, with the severity while it is so. What only an outsider sees, such as a lost
/// connection, is the monitor's to say.
public enum EventKind {
    /// A device is not there.
    DEVICE_GONE("device.noDevice", Severity.MAJOR),
    /// A device needs a technician.
    DEVICE_BROKEN("device.hardwareError", Severity.MAJOR),
    /// Paper is stuck.
    DEVICE_JAMMED("device.jammed", Severity.MAJOR),
    PAPER_OUT("supply.paper.out", Severity.MAJOR),
    PAPER_LOW("supply.paper.low", Severity.WARNING),
    /// A card was left behind.
    CARD_LEFT("device.cardLeft", Severity.WARNING),
    /// Somebody tries staff codes, five wrong ones in a row; over with a right one.
    FRAUD("security.fraudAttempt", Severity.CRITICAL),
    /// Somebody else connects under the terminal's name; over when nobody did for an hour.
    IDENTITY_DOUBLED("security.identity.doubled", Severity.CRITICAL),
    /// The terminal's certificate cannot be read, or is over.
    CERTIFICATE_INVALID("security.cert.invalid", Severity.CRITICAL),
    /// It ends within 30 days.
    CERTIFICATE_EXPIRING("cert.expiring", Severity.WARNING),
    /// Less than a tenth of the disk is free.
    DISK_LOW("host.disk.low", Severity.MINOR),
    /// The program was started three times within ten minutes.
    CRASH_LOOP("app.crash.loop", Severity.CRITICAL),
    /// More than a thousand events wait.
    OUTBOX_BACKLOG("outbox.backlog", Severity.MINOR),
    /// The outbox is full and events were dropped; `lost` says how many.
    OUTBOX_LOST("outbox.lost", Severity.MAJOR),
    /// The terminal's clock is off by more than five seconds.
    CLOCK_SKEW("clock.skew", Severity.MINOR),
    /// The terminal serves nobody, without anybody having told it so.
    OUT_OF_SERVICE("app.outOfService", Severity.MAJOR),
    /// The program was started.
    STARTED("app.started", Severity.NOTICE),
    /// A command was carried out.
    COMMAND_DONE("command.done", Severity.NOTICE),
    /// A command was accepted and waits for the terminal to be idle.
    COMMAND_WAITING("command.waiting", Severity.NOTICE),
    /// A command was accepted and could not be carried out.
    COMMAND_FAILED("command.failed", Severity.WARNING),
    /// A command was refused: replayed, expired, for another, altered, unknown.
    COMMAND_REJECTED("command.rejected", Severity.WARNING),
    /// A configuration that was pushed did not come up healthy and was taken back.
    CONFIGURATION_ROLLED_BACK("configuration.rolledBack", Severity.MAJOR);

    private static final Map<String, EventKind> KEYS =
            Arrays.stream(values()).collect(Collectors.toMap(EventKind::key, Function.identity()));

    private final String key;
    private final Severity severity;

    EventKind(String key, Severity severity) {
        this.key = key;
        this.severity = severity;
    }

    /// Word on the wire.
    public String key() {
        return key;
    }

    /// Whether it lasts until an event of the same kind and device says [Severity#CLEARED].
    public boolean stands() {
        return switch (this) {
            case DEVICE_GONE,
                    DEVICE_BROKEN,
                    DEVICE_JAMMED,
                    PAPER_OUT,
                    PAPER_LOW,
                    CARD_LEFT,
                    FRAUD,
                    IDENTITY_DOUBLED,
                    CERTIFICATE_INVALID,
                    CERTIFICATE_EXPIRING,
                    DISK_LOW,
                    CRASH_LOOP,
                    OUTBOX_BACKLOG,
                    CLOCK_SKEW,
                    OUT_OF_SERVICE ->
                    true;
            case OUTBOX_LOST,
                    STARTED,
                    COMMAND_DONE,
                    COMMAND_WAITING,
                    COMMAND_FAILED,
                    COMMAND_REJECTED,
                    CONFIGURATION_ROLLED_BACK ->
                    false;
        };
    }

    /// How bad it is while it is so.
    public Severity severity() {
        return severity;
    }

    /// The kind of a word.
    public static Optional<EventKind> of(String key) {
        return Optional.ofNullable(KEYS.get(key));
    }
}
