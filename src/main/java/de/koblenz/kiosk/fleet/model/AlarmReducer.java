package de.koblenz.kiosk.fleet.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The life of alarms: hold-off, suppression of the small by the great, clearing, calls.
final class AlarmReducer {
    private final AlarmPolicy policy;
    private final AlarmCalls calls;

    AlarmReducer(AlarmPolicy policy) {
        this.policy = policy;
        this.calls = new AlarmCalls(policy);
    }

    /// Something is wrong from now on.
    void begins(Draft draft, AlarmKey key, Instant at) {
        if (draft.alarms.containsKey(key) || draft.pending.containsKey(key)) {
            return;
        }
        FleetState.Pending pending = new FleetState.Pending(at, at.plus(key.kind().holdOff()));
        draft.pending = draft.pending.with(key, pending);
        if (ready(draft, key, pending, at)) {
            raise(draft, key, at);
        }
    }

    /// It is not wrong any more.
    void ends(Draft draft, AlarmKey key, Instant at) {
        draft.pending = draft.pending.without(key);
        Alarm alarm = draft.alarms.get(key);
        if (alarm == null) {
            return;
        }
        draft.alarms = draft.alarms.without(key);
        Alarm cleared = alarm.with(AlarmState.CLEARED, at);
        draft.effect(new FleetEffect.KeepAlarm(cleared));
        if (!alarm.call().quiet()) {
            draft.effect(new FleetEffect.Notify(cleared, Notice.CLEARED, at));
        }
    }

    /// Looks whether an office is lost as a whole.
    void judgeSite(Draft draft, String office, Instant at) {
        AlarmKey key = AlarmKey.site(office);
        OfficeTally tally = draft.office(office);
        if (policy.siteLost(tally)) {
            begins(draft, key, at);
        } else if (draft.alarms.containsKey(key) || draft.pending.containsKey(key)) {
            draft.offices = draft.offices.with(office, tally.recovered(at));
            ends(draft, key, at);
        }
    }

    /// Time has passed.
    void tick(Draft draft, Instant at) {
        List<Map.Entry<AlarmKey, FleetState.Pending>> due = new ArrayList<>();
        draft.pending.forEach((key, pending) -> {
            if (!at.isBefore(pending.due())) {
                due.add(Map.entry(key, pending));
            }
        });
        // The great ones first: they speak for the small ones.
        due.sort(Comparator.comparing(entry -> entry.getKey().kind()));
        for (Map.Entry<AlarmKey, FleetState.Pending> entry : due) {
            if (ready(draft, entry.getKey(), entry.getValue(), at)) {
                raise(draft, entry.getKey(), at);
            }
        }
        List<Alarm> open = draft.alarms.values().toList();
        for (Alarm alarm : open) {
            calls.tick(draft, alarm, at);
        }
        draft.windows.values().removeIf(window -> !window.to().isAfter(at));
    }

    private boolean ready(Draft draft, AlarmKey key, FleetState.Pending pending, Instant at) {
        if (at.isBefore(pending.due())) {
            return false;
        }
        if (!key.kind().isOfConnection()) {
            return true;
        }
        Optional<Instant> hearing = draft.hearing;
        if (hearing.isEmpty() || !returned(pending.since(), hearing.get(), at)) {
            return false;
        }
        if (key.kind() == AlarmKind.SITE_LOST) {
            return true;
        }
        return !draft.alarms.containsKey(AlarmKey.site(key.office()))
                && returned(pending.since(), draft.office(key.office()).recoveredAt(), at);
    }

    /// Whether what was lost before `again` has had its time to come back.
    private boolean returned(Instant since, Instant again, Instant at) {
        return !since.isBefore(again) || !at.isBefore(again.plus(policy.returnTime()));
    }

    private void raise(Draft draft, AlarmKey key, Instant at) {
        draft.pending = draft.pending.without(key);
        boolean quiet = calls.hushed(draft, key, Optional.empty(), false, at);
        Alarm alarm =
                new Alarm(
                        draft.nextAlarm,
                        key,
                        AlarmState.RAISED,
                        at,
                        at,
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        calls.first(key, quiet, at));
        draft.nextAlarm += Shard.MOST;
        draft.alarms = draft.alarms.with(key, alarm);
        draft.effect(new FleetEffect.KeepAlarm(alarm));
        if (!quiet) {
            draft.effect(new FleetEffect.Notify(alarm, Notice.RAISED, at));
        }
    }
}
