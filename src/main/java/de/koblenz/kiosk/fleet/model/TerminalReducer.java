package de.koblenz.kiosk.fleet.model;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What terminals say, turned into what is known of them.
final class TerminalReducer {
    /// Devices that a new birth has not told of for so long are gone.
    private static final Duration BIRTH_TIME = Duration.ofSeconds(30);

    private final AlarmPolicy policy;
    private final AlarmReducer alarms;

    TerminalReducer(AlarmPolicy policy, AlarmReducer alarms) {
        this.policy = policy;
        this.alarms = alarms;
    }

    void told(Draft draft, FleetEvent.OfTerminal event) {
        TerminalCondition known = draft.terminals.get(event.terminal());
        boolean dead = event instanceof FleetEvent.Died;
        if (known == null && dead) {
            return;
        }
        TerminalCondition before =
                known == null ? enrolled(draft, event.terminal(), event.at()) : known;
        Instant at = event.at();
        TerminalCondition after =
                switch (event) {
                    case FleetEvent.Born born ->
                            heard(before, at)
                                    .with(Sequence.born(born.birth(), born.seq()))
                                    .with(born.report());
                    case FleetEvent.Reported told ->
                            counted(draft, heard(before, at), told.seq(), at).with(told.report());
                    case FleetEvent.DeviceReported told ->
                            device(
                                    counted(draft, heard(before, at), told.seq(), at),
                                    told.device(),
                                    told.report());
                    case FleetEvent.DeviceDied told ->
                            device(
                                    counted(draft, heard(before, at), told.seq(), at),
                                    told.device(),
                                    DeviceReport.of(DeviceStatus.NO_DEVICE, PaperStatus.UNKNOWN));
                    case FleetEvent.Died died -> died(before, died);
                    case FleetEvent.Occurred occurred -> occurred(before, occurred.kind());
                    case FleetEvent.Passed passed -> passed(before, passed.kind());
                };
        settle(draft, before, after, at);
    }

    /// It is there from now on.
    TerminalCondition enrolled(Draft draft, TerminalId id, Instant at) {
        TerminalCondition fresh = TerminalCondition.unheard(id, at);
        draft.terminals = draft.terminals.with(id, fresh);
        draft.offices = draft.offices.with(id.office(), draft.office(id.office()).plus(1, 0));
        alarms.judgeSite(draft, id.office(), at);
        draft.effect(
                new FleetEffect.KeepChange(
                        new Change(id, at, Change.CONNECTION, Connection.UNKNOWN.name())));
        return fresh;
    }

    /// It is not there any more, and nothing is wrong with it.
    void retired(Draft draft, TerminalCondition terminal, Instant at) {
        terminal.faults().forEach(fault -> alarms.ends(draft, fault, at));
        draft.terminals = draft.terminals.without(terminal.id());
        boolean lost = terminal.connection() == Connection.LOST;
        String office = terminal.id().office();
        draft.offices = draft.offices.with(office, draft.office(office).plus(-1, lost ? -1 : 0));
        alarms.judgeSite(draft, office, at);
        draft.effect(new FleetEffect.Forget(terminal.id()));
        // The history stays: from here on neither its service nor its outage is counted.
        draft.effect(
                new FleetEffect.KeepChange(
                        new Change(terminal.id(), at, Change.CONNECTION, Change.RETIRED)));
    }

    /// Something that happened is settled.
    void cleared(Draft draft, TerminalCondition terminal, AlarmKind kind, Instant at) {
        settle(draft, terminal, passed(terminal, kind), at);
    }

    /// Time has passed over it.
    void aged(Draft draft, TerminalCondition before, boolean lost, Instant at) {
        TerminalCondition after = lost ? before.with(Connection.LOST, at) : before;
        long birth = before.sequence().birth();
        boolean settled =
                Duration.between(before.connectedSince(), at).compareTo(BIRTH_TIME) > 0
                        && before.sequence().next() >= 0;
        if (settled && before.devices().values().stream().anyMatch(d -> d.birth() != birth)) {
            Map<String, DeviceCondition> rest = new HashMap<>(before.devices());
            rest.values().removeIf(device -> device.birth() != birth);
            after = after.withDevices(rest);
        }
        settle(draft, before, after, at);
    }

    private static TerminalCondition heard(TerminalCondition before, Instant at) {
        return before.with(Connection.ONLINE, at).seen(at);
    }

    /// Compares the count; what does not fit is taken all the same, as values are absolute, but a birth is asked for.
    private TerminalCondition counted(
            Draft draft, TerminalCondition terminal, int seq, Instant at) {
        Sequence sequence = terminal.sequence();
        if (sequence.fits(seq)) {
            return terminal.with(sequence.advanced());
        }
        boolean asked =
                sequence.rebirthAskedAt()
                        .filter(then ->
                                Duration.between(then, at).compareTo(policy.rebirthPause()) < 0)
                        .isPresent();
        if (asked) {
            return terminal;
        }
        draft.effect(new FleetEffect.RequestRebirth(terminal.id()));
        return terminal.with(sequence.asking(at));
    }

    /// A death that belongs to an older birth says nothing (Sparkplug 3.0 §6.4.19, `bdSeq`).
    private static TerminalCondition died(TerminalCondition before, FleetEvent.Died died) {
        long birth = before.sequence().birth();
        if (birth >= 0 && birth != died.birth()) {
            return before;
        }
        return before.with(Connection.LOST, died.at());
    }

    private static TerminalCondition device(
            TerminalCondition terminal, String name, DeviceReport report) {
        DeviceCondition before = terminal.devices().getOrDefault(name, DeviceCondition.UNHEARD);
        DeviceStatus status = report.status().orElse(before.status());
        Map<String, DeviceCondition> devices = new HashMap<>(terminal.devices());
        devices.put(
                name,
                new DeviceCondition(
                        status,
                        report.paper().orElse(before.paper()),
                        TerminalCondition.merged(before.words(), report.words()),
                        TerminalCondition.merged(before.metrics(), report.metrics()),
                        terminal.sequence().birth()));
        TerminalCondition after = terminal.withDevices(devices);
        boolean fraud = isFraud(status) && !isFraud(before.status());
        return fraud ? occurred(after, AlarmKind.FRAUD) : after;
    }

    private static boolean isFraud(DeviceStatus status) {
        return status == DeviceStatus.FRAUD_ATTEMPT || status == DeviceStatus.POTENTIAL_FRAUD;
    }

    private static TerminalCondition occurred(TerminalCondition terminal, AlarmKind kind) {
        if (kind.passes()) {
            return terminal;
        }
        Set<AlarmKind> all = new HashSet<>(terminal.occurrences());
        all.add(kind);
        return terminal.withOccurrences(all);
    }

    private static TerminalCondition passed(TerminalCondition terminal, AlarmKind kind) {
        if (!terminal.occurrences().contains(kind)) {
            return terminal;
        }
        Set<AlarmKind> rest = new HashSet<>(terminal.occurrences());
        rest.remove(kind);
        return terminal.withOccurrences(rest);
    }

    /// Judges the change and puts it into the state.
    private void settle(
            Draft draft, TerminalCondition before, TerminalCondition after, Instant at) {
        Set<AlarmKey> faults = judged(after, at);
        if (after.equals(before) && faults.equals(before.faults())) {
            return;
        }
        TerminalCondition judged = after.withFaults(faults);
        draft.terminals = draft.terminals.with(after.id(), judged);
        tally(draft, before, after, at);
        for (AlarmKey fault : before.faults()) {
            if (!faults.contains(fault)) {
                alarms.ends(draft, fault, at);
            }
        }
        for (AlarmKey fault : faults) {
            if (!before.faults().contains(fault)) {
                alarms.begins(draft, fault, at);
            }
        }
        Changes.between(before, after, at)
                .forEach(change -> draft.effect(new FleetEffect.KeepChange(change)));
        if (!after.equals(before)) {
            draft.effect(new FleetEffect.Mirror(after.id()));
        }
    }

    /// Until a birth has told everything anew, what was wrong stays wrong; otherwise each start of a monitor would clear alarms only to
    /// raise them again.
    private Set<AlarmKey> judged(TerminalCondition terminal, Instant at) {
        Set<AlarmKey> faults = Faults.of(terminal, policy, at);
        if (terminal.sequence().birth() < 0) {
            for (AlarmKey fault : terminal.faults()) {
                if (fault.kind().passes() && fault.kind() != AlarmKind.NODE_LOST) {
                    faults.add(fault);
                }
            }
        }
        return faults;
    }

    private void tally(Draft draft, TerminalCondition before, TerminalCondition after, Instant at) {
        int lost =
                (after.connection() == Connection.LOST ? 1 : 0)
                        - (before.connection() == Connection.LOST ? 1 : 0);
        if (lost != 0) {
            String office = after.id().office();
            draft.offices = draft.offices.with(office, draft.office(office).plus(0, lost));
            alarms.judgeSite(draft, office, at);
        }
    }
}
