package de.koblenz.kiosk.fleet.collector;

import de.koblenz.kiosk.fleet.model.Alarm;
import de.koblenz.kiosk.fleet.model.AuditEntry;
import de.koblenz.kiosk.fleet.model.Batch;
import de.koblenz.kiosk.fleet.model.Change;
import de.koblenz.kiosk.fleet.model.CommandReply;
import de.koblenz.kiosk.fleet.model.EventCursor;
import de.koblenz.kiosk.fleet.model.FleetEffect;
import de.koblenz.kiosk.fleet.model.FleetEvent;
import de.koblenz.kiosk.fleet.model.HistoryEvent;
import de.koblenz.kiosk.fleet.model.MaintenanceWindow;
import de.koblenz.kiosk.fleet.model.Sample;
import de.koblenz.kiosk.fleet.model.TerminalId;
import de.koblenz.kiosk.health.HostLine;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What has come since the last commit: what is to be written down, and what is to be said once that is done. Used by one thread.
final class Harvest {
    private static final System.Logger LOG = System.getLogger(Harvest.class.getName());

    /// Of ten thousand terminals in ten minutes without a store; more are not worth the memory.
    private static final int MOST_SAMPLES = 500_000;

    private final List<Change> changes = new ArrayList<>();
    private final List<HistoryEvent> events = new ArrayList<>();
    private final Map<String, EventCursor> cursors = new LinkedHashMap<>();
    private final List<Sample> samples = new ArrayList<>();
    private final Map<Long, Alarm> alarms = new LinkedHashMap<>();
    private final List<FleetEffect.Notify> notices = new ArrayList<>();
    private final Map<String, MaintenanceWindow> windows = new LinkedHashMap<>();
    private final List<AuditEntry> audit = new ArrayList<>();
    private final Set<String> requests = new LinkedHashSet<>();
    private final List<Batch.CommandAnswer> answers = new ArrayList<>();
    private final List<CommandReply> replies = new ArrayList<>();
    private final Set<TerminalId> forgotten = new LinkedHashSet<>();

    private boolean lossy;

    private final Set<TerminalId> mirrors = new LinkedHashSet<>();
    private final Set<TerminalId> rebirths = new LinkedHashSet<>();
    private final Map<String, EventCursor> acknowledgements = new LinkedHashMap<>();
    private final List<Receipt> receipts = new ArrayList<>();

    /// A message that waits for its acknowledgement.
    record Receipt(HostLine line, int id, int qos) {}

    void effect(FleetEffect effect) {
        switch (effect) {
            case FleetEffect.KeepAlarm(Alarm alarm) -> alarms.put(alarm.id(), alarm);
            case FleetEffect.Notify notify -> notices.add(notify);
            case FleetEffect.KeepChange(Change change) -> changes.add(change);
            case FleetEffect.RequestRebirth(TerminalId id) -> rebirths.add(id);
            case FleetEffect.Mirror(TerminalId id) -> mirrors.add(id);
            case FleetEffect.Forget(TerminalId id) -> forget(id);
            case FleetEffect.KeepWindow(MaintenanceWindow window) ->
                    windows.put(window.id(), window);
            case FleetEffect.Audit entry -> audit.add(AuditEntry.of(entry));
        }
    }

    private void forget(TerminalId id) {
        forgotten.add(id);
        mirrors.add(id);
        changes.removeIf(change -> change.terminal().equals(id));
    }

    void event(HistoryEvent event) {
        events.add(event);
        cursors.put(
                event.terminal() + " " + event.outbox(),
                new EventCursor(event.terminal(), event.outbox(), event.seq()));
        if (event.kind().startsWith("command.") && !event.command().isEmpty()) {
            answers.add(
                    new Batch.CommandAnswer(
                            event.terminal(),
                            event.command(),
                            event.kind().substring("command.".length()),
                            event.code(),
                            event.receivedAt()));
        }
    }

    void reply(CommandReply reply) {
        replies.add(reply);
    }

    /// The terminal is to be told up to where its events are here, also if it sent one again.
    void acknowledge(EventCursor cursor) {
        acknowledgements.put(cursor.terminal() + " " + cursor.outbox(), cursor);
    }

    void receipt(Receipt receipt) {
        receipts.add(receipt);
    }

    /// Takes the id of what an operator wants.
    ///
    /// @return whether it was not taken before: it is there until it is written down that it was done
    boolean request(String id) {
        return requests.add(id);
    }

    void samples(FleetEvent.OfTerminal event) {
        switch (event) {
            case FleetEvent.Born born -> add(event, "", born.report().metrics());
            case FleetEvent.Reported told -> add(event, "", told.report().metrics());
            case FleetEvent.DeviceReported told ->
                    add(event, told.device(), told.report().metrics());
            case FleetEvent.Died _,
                    FleetEvent.DeviceDied _,
                    FleetEvent.Occurred _,
                    FleetEvent.Passed _ -> {}
        }
    }

    private void add(FleetEvent.OfTerminal event, String device, Map<String, Double> numbers) {
        if (samples.size() > MOST_SAMPLES) {
            if (!lossy) {
                lossy = true;
                LOG.log(Level.WARNING, "fleet: numbers are dropped until the store works again");
            }
            return;
        }
        numbers.forEach((metric, value) ->
                samples.add(new Sample(event.terminal(), device, metric, event.at(), value)));
    }

    /// What is to be written down.
    Batch batch() {
        return new Batch(
                changes,
                List.copyOf(forgotten),
                events,
                List.copyOf(cursors.values()),
                samples,
                List.copyOf(alarms.values()),
                notices,
                List.copyOf(windows.values()),
                audit,
                List.copyOf(requests),
                answers,
                replies);
    }

    /// Whether there is nothing to be written down or said.
    boolean isEmpty() {
        return receipts.isEmpty()
                && changes.isEmpty()
                && alarms.isEmpty()
                && audit.isEmpty()
                && samples.isEmpty()
                && mirrors.isEmpty()
                && rebirths.isEmpty()
                && requests.isEmpty()
                && notices.isEmpty()
                && forgotten.isEmpty();
    }

    /// How many messages wait.
    int size() {
        return receipts.size();
    }

    List<Receipt> receipts() {
        return receipts;
    }

    Set<TerminalId> mirrors() {
        return mirrors;
    }

    Set<TerminalId> rebirths() {
        return rebirths;
    }

    Iterable<EventCursor> acknowledgements() {
        return acknowledgements.values();
    }
}
