package de.koblenz.kiosk.health.event;

import de.koblenz.kiosk.device.DeviceId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Something that happened at a terminal and must not get lost. It has no place for anything of a citizen: kinds, codes and
/// numbers alone.
///
/// A terminal numbers its events without a gap. The numbers are those of one outbox: a terminal whose disk was exchanged begins
/// a new one. Outbox and number together are the event's identity, by which a monitor drops what comes twice.
///
/// @param outbox made at random together with the terminal's database
/// @param seq from 1
/// @param at by the terminal's clock, whole milliseconds, of the years 1970 to 9999
/// @param severity that of the kind, or [Severity#CLEARED]
/// @param device which one it is about
/// @param code failure code, e.g. `PRN-PAPER-OUT`; empty where there is none
/// @param command `jti` of the command that it answers
/// @param numbers whole numbers by name
public record KioskEvent(
        UUID outbox,
        long seq,
        Instant at,
        EventKind kind,
        Severity severity,
        Optional<DeviceId> device,
        String code,
        Optional<UUID> command,
        Map<EventNumber, Long> numbers) {
    /// The year 10000: beyond it databases have no times.
    private static final Instant END_OF_CALENDARS = Instant.ofEpochSecond(253_402_300_800L);

    public KioskEvent {
        numbers = Map.copyOf(numbers);
        if (seq < 1
                || at.isBefore(Instant.EPOCH)
                || !at.isBefore(END_OF_CALENDARS)
                || !code.matches("([A-Z][A-Z0-9]{0,15}(-[A-Z0-9]{1,16}){1,6})?")
                || (severity != kind.severity() && severity != Severity.CLEARED)) {
            throw new IllegalArgumentException("not an event");
        }
    }
}
