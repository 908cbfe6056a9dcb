package de.koblenz.kiosk.fleet.model;

import java.time.Instant;
import java.util.Map;

/// An event that a terminal told for sure, as it is kept.
///
/// @param terminal who told it
/// @param outbox which of its outboxes
/// @param seq its number there
/// @param at by the terminal's clock
/// @param receivedAt by the monitor's clock
/// @param kind word of the wire, `supply.paper.out`
/// @param severity word of the wire
/// @param device or empty
/// @param code failure code or empty
/// @param command `jti` of the command that it answers, or empty
/// @param numbers whole numbers by name
public record HistoryEvent(
        TerminalId terminal,
        String outbox,
        long seq,
        Instant at,
        Instant receivedAt,
        String kind,
        String severity,
        String device,
        String code,
        String command,
        Map<String, Long> numbers) {
    public HistoryEvent {
        numbers = Map.copyOf(numbers);
    }
}
