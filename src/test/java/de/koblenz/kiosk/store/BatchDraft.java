package de.koblenz.kiosk.store;

import de.koblenz.kiosk.fleet.model.Alarm;
import de.koblenz.kiosk.fleet.model.AuditEntry;
import de.koblenz.kiosk.fleet.model.Batch;
import de.koblenz.kiosk.fleet.model.Change;
import de.koblenz.kiosk.fleet.model.CommandReply;
import de.koblenz.kiosk.fleet.model.EventCursor;
import de.koblenz.kiosk.fleet.model.FleetEffect;
import de.koblenz.kiosk.fleet.model.HistoryEvent;
import de.koblenz.kiosk.fleet.model.MaintenanceWindow;
import de.koblenz.kiosk.fleet.model.Sample;
import de.koblenz.kiosk.fleet.model.TerminalId;
import java.util.ArrayList;
import java.util.List;

/// A batch while a test fills it.
final class BatchDraft {
    private final List<Change> changes = new ArrayList<>();
    private final List<TerminalId> forgotten = new ArrayList<>();
    private final List<HistoryEvent> events = new ArrayList<>();
    private final List<EventCursor> cursors = new ArrayList<>();
    private final List<Sample> samples = new ArrayList<>();
    private final List<Alarm> alarms = new ArrayList<>();
    private final List<FleetEffect.Notify> notices = new ArrayList<>();
    private final List<MaintenanceWindow> windows = new ArrayList<>();
    private final List<AuditEntry> audit = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private final List<Batch.CommandAnswer> answers = new ArrayList<>();
    private final List<CommandReply> replies = new ArrayList<>();

    BatchDraft with(Change change) {
        changes.add(change);
        return this;
    }

    BatchDraft without(TerminalId terminal) {
        forgotten.add(terminal);
        return this;
    }

    BatchDraft with(HistoryEvent event) {
        events.add(event);
        cursors.add(new EventCursor(event.terminal(), event.outbox(), event.seq()));
        return this;
    }

    BatchDraft with(Sample sample) {
        samples.add(sample);
        return this;
    }

    BatchDraft with(Alarm alarm) {
        alarms.add(alarm);
        return this;
    }

    BatchDraft with(FleetEffect.Notify notice) {
        notices.add(notice);
        return this;
    }

    BatchDraft with(MaintenanceWindow window) {
        windows.add(window);
        return this;
    }

    BatchDraft with(AuditEntry entry) {
        audit.add(entry);
        return this;
    }

    BatchDraft done(String request) {
        requests.add(request);
        return this;
    }

    BatchDraft with(CommandReply reply) {
        replies.add(reply);
        return this;
    }

    BatchDraft with(Batch.CommandAnswer answer) {
        answers.add(answer);
        return this;
    }

    Batch batch() {
        return new Batch(
                changes, forgotten, events, cursors, samples, alarms, notices, windows, audit,
                requests, answers, replies);
    }
}
