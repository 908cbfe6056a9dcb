package de.koblenz.kiosk.health.event;

import de.koblenz.kiosk.device.DeviceId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A [KioskEvent] that has no number yet; its parts are those of the event.
public record EventDraft(
        Instant at,
        EventKind kind,
        Severity severity,
        Optional<DeviceId> device,
        String code,
        Optional<UUID> command,
        Map<EventNumber, Long> numbers) {
    public EventDraft {
        numbers = Map.copyOf(numbers);
    }

    /// Something that stands from now on.
    public static EventDraft raised(
            Instant at, Alarm alarm, String code, Map<EventNumber, Long> numbers) {
        return new EventDraft(
                at,
                alarm.kind(),
                alarm.kind().severity(),
                alarm.device(),
                code,
                Optional.empty(),
                numbers);
    }

    /// Something that is over.
    public static EventDraft cleared(Instant at, Alarm alarm) {
        return new EventDraft(
                at, alarm.kind(), Severity.CLEARED, alarm.device(), "", Optional.empty(), Map.of());
    }

    /// Something that happened and is not about a device.
    public static EventDraft happened(
            Instant at,
            EventKind kind,
            String code,
            Optional<UUID> command,
            Map<EventNumber, Long> numbers) {
        return new EventDraft(at, kind, kind.severity(), Optional.empty(), code, command, numbers);
    }

    /// The event under its number.
    public KioskEvent numbered(UUID outbox, long seq) {
        return new KioskEvent(outbox, seq, at, kind, severity, device, code, command, numbers);
    }
}
