package de.koblenz.kiosk.fleet.board;

import de.koblenz.kiosk.fleet.model.Alarm;
import de.koblenz.kiosk.fleet.model.AlarmKey;
import de.koblenz.kiosk.fleet.model.AlarmKind;
import de.koblenz.kiosk.fleet.model.FleetState;
import de.koblenz.kiosk.fleet.model.MaintenanceWindow;
import de.koblenz.kiosk.fleet.model.PersistentMap;
import de.koblenz.kiosk.fleet.model.TerminalCondition;
import de.koblenz.kiosk.fleet.model.TerminalId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rows of the fleet as it was last taken. A state after the other is compared by identity, so that a change of one terminal among ten
/// thousand makes one new row. Used by one thread.
public final class FleetBoard {
    private final RowReader reader;
    private final FleetWords words;
    private final Map<TerminalId, Known> known = new HashMap<>();
    private final Map<String, OfficeCount> offices = new HashMap<>();
    private FleetState state = FleetState.EMPTY;
    private List<MaintenanceWindow> holding = List.of();

    public FleetBoard(FleetWords words) {
        this.words = words;
        this.reader = new RowReader(words);
    }

    private record Known(TerminalCondition terminal, TerminalRow row) {}

    /// What is different since the last state.
    ///
    /// @param added terminals that were not there before
    /// @param changed rows that are different, without those
    /// @param removed terminals that are no more
    /// @param offices whose summary may be different
    /// @param moved of those that are different, the ones that the usual order or a filter may put elsewhere
    /// @param alarms whether any alarm is different
    public record Update(
            Set<TerminalId> added,
            Set<TerminalId> changed,
            Set<TerminalId> removed,
            Set<TerminalId> moved,
            Set<String> offices,
            boolean alarms) {
        /// Whether anything is.
        public boolean any() {
            return alarms || !added.isEmpty() || !changed.isEmpty() || !removed.isEmpty();
        }
    }

    /// The state whose rows these are.
    public FleetState state() {
        return state;
    }

    /// Takes another state.
    ///
    /// @param now for maintenance windows
    // States share what did not change, so identity tells what did; comparing contents would cost
    // what it is to save.
    @SuppressWarnings("ReferenceEquality")
    public Update take(FleetState next, Instant now) {
        FleetState before = state;
        state = next;
        List<MaintenanceWindow> windows =
                next.windows().values().stream().filter(window -> window.holds(now)).toList();
        boolean all = !windows.equals(holding);
        holding = windows;
        boolean alarms = before.alarms() != next.alarms() || before.pending() != next.pending();
        Set<TerminalId> touched =
                alarms ? touched(before.alarms(), next.alarms()) : new HashSet<>();
        Update update =
                new Update(
                        new HashSet<>(),
                        new HashSet<>(),
                        new HashSet<>(),
                        new HashSet<>(),
                        new HashSet<>(),
                        before.alarms() != next.alarms());
        if (before.terminals() != next.terminals() || all || !touched.isEmpty()) {
            next.terminals()
                    .forEach((id, terminal) -> {
                        Known old = known.get(id);
                        if (all
                                || old == null
                                || old.terminal != terminal
                                || touched.contains(id)) {
                            renew(update, old, terminal);
                        }
                    });
        }
        if (known.size() != next.terminals().size()) {
            for (TerminalId id : List.copyOf(known.keySet())) {
                if (!next.terminals().containsKey(id)) {
                    drop(update, id);
                }
            }
        }
        return update;
    }

    /// Terminals whose alarms are different.
    @SuppressWarnings("ReferenceEquality")
    private Set<TerminalId> touched(
            PersistentMap<AlarmKey, Alarm> before, PersistentMap<AlarmKey, Alarm> after) {
        Set<TerminalId> touched = new HashSet<>();
        after.forEach((key, alarm) -> {
            if (before.get(key) != alarm) {
                touch(touched, key);
            }
        });
        before.forEach((key, _) -> {
            if (!after.containsKey(key)) {
                touch(touched, key);
            }
        });
        return touched;
    }

    private void touch(Set<TerminalId> touched, AlarmKey key) {
        if (!key.terminal().isEmpty()) {
            touched.add(new TerminalId(key.office(), key.terminal()));
        } else if (key.kind() == AlarmKind.SITE_LOST) {
            for (TerminalId id : known.keySet()) {
                if (id.office().equals(key.office())) {
                    touched.add(id);
                }
            }
        }
    }

    private void renew(Update update, @Nullable Known old, TerminalCondition terminal) {
        TerminalId id = terminal.id();
        boolean maintained = maintained(id);
        TerminalRow row = reader.read(state, terminal, maintained);
        known.put(id, new Known(terminal, row));
        if (old != null && old.row.equals(row)) {
            return;
        }
        OfficeCount count =
                offices.computeIfAbsent(
                        id.office(), office -> new OfficeCount(office, words.office(office)));
        if (old == null) {
            update.added.add(id);
        } else {
            update.changed.add(id);
            if (!row.stays(old.row)) {
                update.moved.add(id);
            }
            count.add(old.row, -1);
        }
        count.add(row, 1);
        update.offices.add(id.office());
    }

    private void drop(Update update, TerminalId id) {
        Known gone = known.remove(id);
        OfficeCount count = offices.get(id.office());
        if (gone != null && count != null) {
            count.add(gone.row, -1);
            if (count.total() == 0) {
                offices.remove(id.office());
            }
        }
        update.removed.add(id);
        update.offices.add(id.office());
    }

    private boolean maintained(TerminalId id) {
        for (MaintenanceWindow window : holding) {
            boolean office = window.office().isEmpty() || window.office().get().equals(id.office());
            boolean own =
                    window.terminal().isEmpty() || window.terminal().get().equals(id.terminal());
            if (office && own) {
                return true;
            }
        }
        return false;
    }

    /// A terminal's row.
    public Optional<TerminalRow> row(TerminalId id) {
        return Optional.ofNullable(known.get(id)).map(Known::row);
    }

    /// All rows, in no order.
    public Collection<TerminalRow> rows() {
        List<TerminalRow> rows = new ArrayList<>(known.size());
        known.values().forEach(each -> rows.add(each.row));
        return rows;
    }

    /// An office at a glance; empty if no terminal of it is known.
    public Optional<OfficeSummary> office(String id) {
        return Optional.ofNullable(offices.get(id)).map(OfficeCount::summary);
    }

    /// All offices, worst first.
    public List<OfficeSummary> offices() {
        return offices.values().stream()
                .map(OfficeCount::summary)
                .sorted(OfficeSummary.WORST_FIRST)
                .toList();
    }

    /// The whole fleet as if it were one office.
    public OfficeSummary total() {
        OfficeCount all = new OfficeCount("", "");
        offices.values().forEach(all::add);
        return all.summary();
    }
}
