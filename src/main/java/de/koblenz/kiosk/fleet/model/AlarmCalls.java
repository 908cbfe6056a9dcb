package de.koblenz.kiosk.fleet.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Who is called to an open alarm and when: quiet times, reminders, escalation. Only alarms that nobody has acknowledged call.
final class AlarmCalls {
    private final AlarmPolicy policy;

    AlarmCalls(AlarmPolicy policy) {
        this.policy = policy;
    }

    Alarm.Call first(AlarmKey key, boolean quiet, Instant at) {
        return new Alarm.Call(quiet, at, 0, at.plus(policy.reminder(key.kind().severity())));
    }

    /// Whether nobody is called to it now.
    ///
    /// @param quietBefore whether it was so until now: what a greater alarm spoke for gets time to come back
    boolean hushed(
            Draft draft,
            AlarmKey key,
            Optional<Instant> shelvedUntil,
            boolean quietBefore,
            Instant at) {
        if (shelvedUntil.filter(at::isBefore).isPresent()) {
            return true;
        }
        for (MaintenanceWindow window : draft.windows.values()) {
            if (window.silences(key, at)) {
                return true;
            }
        }
        return key.kind().isOfConnection() && spokenFor(draft, key, quietBefore, at);
    }

    private boolean spokenFor(Draft draft, AlarmKey key, boolean quietBefore, Instant at) {
        if (draft.hearing.isEmpty() || (quietBefore && isFresh(draft.hearing.get(), at))) {
            return true;
        }
        return key.kind() == AlarmKind.NODE_LOST
                && (draft.alarms.containsKey(AlarmKey.site(key.office()))
                        || (quietBefore && isFresh(draft.office(key.office()).recoveredAt(), at)));
    }

    private boolean isFresh(Instant recovery, Instant at) {
        return !recovery.equals(Instant.MIN)
                && Duration.between(recovery, at).compareTo(policy.returnTime()) < 0;
    }

    void tick(Draft draft, Alarm alarm, Instant at) {
        boolean back =
                alarm.state() == AlarmState.SHELVED
                        && alarm.shelvedUntil().filter(at::isBefore).isEmpty();
        Alarm now = back ? alarm.unshelved(at) : alarm;
        boolean quiet = hushed(draft, now.key(), now.shelvedUntil(), now.call().quiet(), at);
        if (quiet != now.call().quiet()) {
            Alarm turned = now.with(first(now.key(), quiet, at));
            keep(draft, turned);
            if (!quiet && turned.state() == AlarmState.RAISED) {
                draft.effect(new FleetEffect.Notify(turned, Notice.RETURNED, at));
            }
        } else if (!quiet && now.state() == AlarmState.RAISED) {
            call(draft, now, at);
        } else if (back) {
            keep(draft, now);
        }
    }

    private void call(Draft draft, Alarm alarm, Instant at) {
        Alarm.Call call = alarm.call();
        int level = policy.level(alarm.severity(), Duration.between(call.audibleSince(), at));
        Duration reminder = policy.reminder(alarm.severity());
        boolean due = !reminder.isZero() && !at.isBefore(call.remindAt());
        if (level <= call.level() && !due) {
            return;
        }
        boolean higher = level > call.level();
        Alarm called =
                alarm.with(
                        new Alarm.Call(
                                false,
                                call.audibleSince(),
                                Math.max(level, call.level()),
                                due ? at.plus(reminder) : call.remindAt()));
        keep(draft, called);
        draft.effect(
                new FleetEffect.Notify(called, higher ? Notice.ESCALATED : Notice.REMINDED, at));
    }

    private static void keep(Draft draft, Alarm alarm) {
        draft.alarms = draft.alarms.with(alarm.key(), alarm);
        draft.effect(new FleetEffect.KeepAlarm(alarm));
    }
}
