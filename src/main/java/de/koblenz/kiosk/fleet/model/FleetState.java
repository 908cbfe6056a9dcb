package de.koblenz.kiosk.fleet.model;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Everything that one monitor knows, immutable. A copy with a change shares nearly everything with the original, so whoever draws may keep
/// one and compare its terminals by identity.
///
/// @param terminals every terminal that is known
/// @param offices how many terminals are heard, by office
/// @param alarms every open alarm
/// @param pending what is wrong but not told of yet
/// @param windows maintenance, past ones included until they are dropped
/// @param hearing since when the monitor hears its broker; empty while it does not
/// @param nextAlarm id of the next alarm
/// @param judgedAt when all terminals were last judged for what comes with time alone
public record FleetState(
        PersistentMap<TerminalId, TerminalCondition> terminals,
        PersistentMap<String, OfficeTally> offices,
        PersistentMap<AlarmKey, Alarm> alarms,
        PersistentMap<AlarmKey, Pending> pending,
        Map<String, MaintenanceWindow> windows,
        Optional<Instant> hearing,
        long nextAlarm,
        Instant judgedAt) {

    /// Something that is wrong and not told of yet.
    ///
    /// @param since when it began
    /// @param due when somebody is to be told, if nothing stands against it
    public record Pending(Instant since, Instant due) {}

    /// Nothing known, nobody heard.
    public static final FleetState EMPTY =
            new FleetState(
                    PersistentMap.empty(),
                    PersistentMap.empty(),
                    PersistentMap.empty(),
                    PersistentMap.empty(),
                    Map.of(),
                    Optional.empty(),
                    Shard.MOST,
                    Instant.MIN);

    public FleetState {
        windows = Map.copyOf(windows);
    }

    /// This state with what stands in the database: terminals that it does not know yet are unheard, alarms and windows are those of the
    /// database alone, so that none is raised twice.
    FleetState remembering(FleetMemory memory, Instant at) {
        PersistentMap<AlarmKey, Alarm> open = PersistentMap.empty();
        Map<String, Set<AlarmKey>> faults = new HashMap<>();
        for (Alarm alarm : memory.alarms()) {
            open = open.with(alarm.key(), alarm);
            String subject = alarm.key().office() + "/" + alarm.key().terminal();
            faults.computeIfAbsent(subject, _ -> new HashSet<>()).add(alarm.key());
        }
        Map<TerminalId, TerminalCondition> known = new HashMap<>();
        for (TerminalCondition terminal : memory.terminals()) {
            boolean lost = terminal.connection() == Connection.LOST;
            known.put(terminal.id(), lost ? terminal : terminal.with(Connection.UNKNOWN, at));
        }
        terminals.forEach(known::put);
        PersistentMap<TerminalId, TerminalCondition> judged = PersistentMap.empty();
        PersistentMap<String, OfficeTally> tallies = PersistentMap.empty();
        for (TerminalCondition terminal : known.values()) {
            Set<AlarmKey> wrong = faults.getOrDefault(terminal.id().toString(), Set.of());
            String office = terminal.id().office();
            OfficeTally before = tallies.get(office);
            OfficeTally tally = before == null ? OfficeTally.NONE : before;
            tallies =
                    tallies.with(
                            office,
                            tally.plus(1, terminal.connection() == Connection.LOST ? 1 : 0));
            judged =
                    judged.with(
                            terminal.id(),
                            terminal.withFaults(wrong).withOccurrences(happened(wrong)));
        }
        Map<String, MaintenanceWindow> byId = new HashMap<>();
        memory.windows().forEach(window -> byId.put(window.id(), window));
        return new FleetState(
                judged,
                tallies,
                open,
                PersistentMap.empty(),
                byId,
                hearing,
                memory.nextAlarm(),
                Instant.MIN);
    }

    /// This state with the alarms of another: a monitor that looks on raises none itself.
    public FleetState withAlarmsOf(FleetState other) {
        return new FleetState(
                terminals,
                offices,
                other.alarms,
                PersistentMap.empty(),
                windows,
                hearing,
                other.nextAlarm,
                judgedAt);
    }

    private static Set<AlarmKind> happened(Set<AlarmKey> faults) {
        Set<AlarmKind> kinds = new HashSet<>();
        for (AlarmKey fault : faults) {
            if (!fault.kind().passes()) {
                kinds.add(fault.kind());
            }
        }
        return kinds;
    }

    /// What is known of a terminal.
    public Optional<TerminalCondition> terminal(TerminalId id) {
        return Optional.ofNullable(terminals.get(id));
    }

    /// An open alarm.
    public Optional<Alarm> alarm(long id) {
        return alarms.values().filter(alarm -> alarm.id() == id).findAny();
    }
}
