package de.koblenz.kiosk.fleet.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The next state while it is being made, and what is to be done. Lives for one call of the reducer, in one thread.
final class Draft {
    PersistentMap<TerminalId, TerminalCondition> terminals = PersistentMap.empty();
    PersistentMap<String, OfficeTally> offices = PersistentMap.empty();
    PersistentMap<AlarmKey, Alarm> alarms = PersistentMap.empty();
    PersistentMap<AlarmKey, FleetState.Pending> pending = PersistentMap.empty();
    final Map<String, MaintenanceWindow> windows = new HashMap<>();
    Optional<Instant> hearing = Optional.empty();
    long nextAlarm;
    Instant judgedAt = Instant.MIN;

    /// Open alarms by number, made when first asked for: who handles thousands must not look through all for each.
    private @Nullable Map<Long, AlarmKey> numbers;

    private long numberedTo;
    private final List<FleetEffect> effects = new ArrayList<>();

    Draft(FleetState state) {
        begin(state);
    }

    /// Goes on from another state; what is to be done already is done all the same.
    void begin(FleetState state) {
        terminals = state.terminals();
        offices = state.offices();
        alarms = state.alarms();
        pending = state.pending();
        numbers = null;
        windows.clear();
        windows.putAll(state.windows());
        hearing = state.hearing();
        nextAlarm = state.nextAlarm();
        judgedAt = state.judgedAt();
    }

    void effect(FleetEffect effect) {
        effects.add(effect);
    }

    OfficeTally office(String office) {
        OfficeTally tally = offices.get(office);
        return tally == null ? OfficeTally.NONE : tally;
    }

    /// The open alarm of a number.
    Optional<Alarm> alarm(long id) {
        Map<Long, AlarmKey> known = numbers;
        if (known == null || id >= numberedTo) {
            Map<Long, AlarmKey> all = new HashMap<>();
            alarms.forEach((key, alarm) -> all.put(alarm.id(), key));
            known = all;
            numbers = all;
            numberedTo = nextAlarm;
        }
        return Optional.ofNullable(known.get(id))
                .map(alarms::get)
                .filter(alarm -> alarm.id() == id);
    }

    FleetState state() {
        return new FleetState(
                terminals, offices, alarms, pending, windows, hearing, nextAlarm, judgedAt);
    }

    FleetTransition done() {
        return new FleetTransition(state(), effects);
    }
}
