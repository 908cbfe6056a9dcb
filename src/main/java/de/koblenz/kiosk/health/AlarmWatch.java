package de.koblenz.kiosk.health;

import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.device.DeviceId;
import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.health.event.Alarm;
import de.koblenz.kiosk.health.event.EventDraft;
import de.koblenz.kiosk.health.event.EventKind;
import de.koblenz.kiosk.health.event.EventNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Which alarms stand at a moment, by what is known then. Pure; whoever asks compares it with what stood before, so that an alarm
/// that could not be written down is not lost but raised the next time.
final class AlarmWatch {
    private static final double LEAST_FREE = 0.1;
    private static final Duration CERTIFICATE_WARNING = Duration.ofDays(30);
    private static final Optional<DeviceId> READER = Optional.of(new DeviceId("card-reader"));
    private static final long BACKLOG = 1_000;
    private static final double SKEW_SECONDS = 5;
    private static final long LOOP_SECONDS = 600;

    private final Instant now;
    private final Map<Alarm, EventDraft> alarms = new LinkedHashMap<>();

    private AlarmWatch(Instant now) {
        this.now = now;
    }

    /// @param certificateEnd milliseconds since 1970; empty where there is no certificate
    static Map<Alarm, EventDraft> at(
            Instant now,
            HealthReport report,
            HostFigures.Reading host,
            long outboxDepth,
            OptionalLong certificateEnd,
            OutsideServices.Reading services) {
        AlarmWatch watch = new AlarmWatch(now);
        if (report.mode() == HealthReport.Mode.OUT_OF_SERVICE) {
            watch.raise(EventKind.OUT_OF_SERVICE, Optional.empty(), report.code(), Map.of());
        }
        report.devices().stream().filter(HealthStep::fitted).forEach(watch::device);
        if (host.filesystem().orElse(0) > 1 - LEAST_FREE) {
            long free = Math.round((1 - host.filesystem().getAsDouble()) * 100);
            watch.raise(EventKind.DISK_LOW, EventNumber.FREE_PERCENT, free);
        }
        certificateEnd.ifPresent(watch::certificate);
        watch.right(services.right());
        if (outboxDepth > BACKLOG) {
            watch.raise(EventKind.OUTBOX_BACKLOG, EventNumber.DEPTH, outboxDepth);
        }
        OptionalDouble offset = services.clockOffset();
        if (Math.abs(offset.orElse(0)) > SKEW_SECONDS) {
            long millis = Math.round(offset.getAsDouble() * 1_000);
            watch.raise(EventKind.CLOCK_SKEW, EventNumber.OFFSET_MILLIS, millis);
        }
        return watch.alarms;
    }

    private void certificate(long end) {
        Duration left = Duration.between(now, Instant.ofEpochMilli(end));
        if (left.isNegative()) {
            raise(EventKind.CERTIFICATE_INVALID, EventNumber.DAYS, left.toDays());
        } else if (left.compareTo(CERTIFICATE_WARNING) < 0) {
            raise(EventKind.CERTIFICATE_EXPIRING, EventNumber.DAYS, left.toDays());
        }
    }

    /// The right to read cards is the reader's: what is told of it names that.
    private void right(OutsideServices.Right right) {
        switch (right) {
            case OutsideServices.Right.Unknown() -> {
                // None, or not looked at yet.
            }
            case OutsideServices.Right.Missing() ->
                    raise(EventKind.CERTIFICATE_INVALID, READER, "", Map.of());
            case OutsideServices.Right.Held held -> {
                Duration left = Duration.between(now, held.until());
                Map<EventNumber, Long> days = Map.of(EventNumber.DAYS, left.toDays());
                if (held.over(now)) {
                    raise(EventKind.CERTIFICATE_INVALID, READER, "", days);
                } else if (left.compareTo(held.notice(CERTIFICATE_WARNING)) < 0) {
                    raise(EventKind.CERTIFICATE_EXPIRING, READER, "", days);
                }
            }
        }
    }

    private void device(DeviceHealth device) {
        String paper = device.details().getOrDefault("paper", "");
        switch (device.state()) {
            case NO_DEVICE, POWER_OFF, OFFLINE -> raise(device, EventKind.DEVICE_GONE);
            case HARDWARE_ERROR -> raise(device, EventKind.DEVICE_BROKEN);
            case ONLINE, USER_ERROR, DEVICE_BUSY -> paper(device, paper);
            case STARTING -> {
                // Nothing is known yet.
            }
        }
        if (device.details().getOrDefault("cardLeft", "").equals("yes")) {
            raise(device, EventKind.CARD_LEFT);
        }
    }

    private void paper(DeviceHealth device, String paper) {
        switch (paper) {
            case "jammed" -> raise(device, EventKind.DEVICE_JAMMED);
            case "out" -> raise(device, EventKind.PAPER_OUT);
            case "low" -> raise(device, EventKind.PAPER_LOW);
            default -> {
                // Full, or not known.
            }
        }
    }

    private void raise(DeviceHealth device, EventKind kind) {
        Map<EventNumber, Long> numbers = new HashMap<>();
        number(device, DeviceHealth.PRINTS_LEFT)
                .ifPresent(left -> numbers.put(EventNumber.PRINTS_LEFT, left));
        number(device, DeviceHealth.PAPER_LEFT_MM)
                .ifPresent(left -> numbers.put(EventNumber.PAPER_LEFT_MM, left));
        raise(kind, Optional.of(device.id()), "", numbers);
    }

    private static Optional<Long> number(DeviceHealth device, String detail) {
        String value = device.details().getOrDefault(detail, "");
        return value.matches("[0-9]{1,6}") ? Optional.of(Long.valueOf(value)) : Optional.empty();
    }

    private void raise(EventKind kind, EventNumber name, long number) {
        raise(kind, Optional.empty(), "", Map.of(name, number));
    }

    private void raise(
            EventKind kind,
            Optional<DeviceId> device,
            String code,
            Map<EventNumber, Long> numbers) {
        Alarm alarm = new Alarm(kind, device);
        alarms.put(alarm, EventDraft.raised(now, alarm, code, numbers));
    }

    /// Whether an alarm that is not there any more is over: it is one of those that are watched here, and of its device something is
    /// known.
    static boolean isWatched(Alarm alarm, HealthReport report, HostFigures.Reading host) {
        return switch (alarm.kind()) {
            // A program that has run for so long is in no loop.
            case CRASH_LOOP -> host.processUptime().orElse(0) > LOOP_SECONDS;
            case FRAUD, IDENTITY_DOUBLED -> false;
            default -> isKnown(alarm, report);
        };
    }

    private static boolean isKnown(Alarm alarm, HealthReport report) {
        return alarm.device()
                .map(id ->
                        report.devices().stream()
                                .anyMatch(d ->
                                        d.id().equals(id) && d.state() != DeviceState.STARTING))
                .orElse(true);
    }
}
