package de.koblenz.kiosk.fleet.model;

import java.time.Instant;
import java.util.List;

/// What is written down together: all of it, or nothing.
///
/// @param changes in their order
/// @param forgotten terminals whose last state is to go
/// @param events new ones only
/// @param cursors where their outboxes stand after them
/// @param samples raw numbers, which are kept as rollups alone
/// @param alarms the newest of each
/// @param notices calls to make afterwards
/// @param windows new or changed
/// @param audit in their order
/// @param requests ids of requests that are done by this
/// @param answers to commands
/// @param replies what commands asked for; those that none asked for are not kept
public record Batch(
        List<Change> changes,
        List<TerminalId> forgotten,
        List<HistoryEvent> events,
        List<EventCursor> cursors,
        List<Sample> samples,
        List<Alarm> alarms,
        List<FleetEffect.Notify> notices,
        List<MaintenanceWindow> windows,
        List<AuditEntry> audit,
        List<String> requests,
        List<CommandAnswer> answers,
        List<CommandReply> replies) {

    /// A terminal's answer to a command.
    ///
    /// @param terminal who answers; counts only where the command was for it
    /// @param jti which command
    /// @param outcome `done`, `waiting`, `failed` or `rejected`
    /// @param code failure code or empty
    public record CommandAnswer(
            TerminalId terminal, String jti, String outcome, String code, Instant at) {}

    public Batch {
        changes = List.copyOf(changes);
        forgotten = List.copyOf(forgotten);
        events = List.copyOf(events);
        cursors = List.copyOf(cursors);
        samples = List.copyOf(samples);
        alarms = List.copyOf(alarms);
        notices = List.copyOf(notices);
        windows = List.copyOf(windows);
        audit = List.copyOf(audit);
        requests = List.copyOf(requests);
        answers = List.copyOf(answers);
        replies = List.copyOf(replies);
    }
}
