package de.koblenz.kiosk.fleet.board;

import de.koblenz.kiosk.fleet.model.TerminalId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which terminals the list shows and in which order. While somebody reads, nothing moves: rows stay where they are, whatever becomes of
/// them, and what is new waits. Used by one thread.
public final class RowSequence {
    private final FleetBoard board;
    private List<TerminalId> shown = List.of();
    private int waiting;

    public RowSequence(FleetBoard board) {
        this.board = board;
    }

    /// What is shown, from top to bottom.
    public List<TerminalId> shown() {
        return Collections.unmodifiableList(shown);
    }

    /// How many terminals need somebody and are not shown, because somebody reads.
    public int waiting() {
        return waiting;
    }

    /// Puts everything in order anew.
    ///
    /// @return whether anything moved
    public boolean order(RowFilter filter, Comparator<TerminalRow> comparator) {
        List<TerminalRow> rows = new ArrayList<>();
        for (TerminalRow row : board.rows()) {
            if (filter.matches(row)) {
                rows.add(row);
            }
        }
        rows.sort(comparator);
        List<TerminalId> next = new ArrayList<>(rows.size());
        for (TerminalRow row : rows) {
            next.add(row.id());
        }
        boolean moved = !next.equals(shown);
        shown = next;
        waiting = 0;
        return moved;
    }

    /// Leaves everything where it is; only what is no more goes.
    ///
    /// @return whether anything went
    public boolean hold(RowFilter filter) {
        Set<TerminalId> there = new HashSet<>();
        List<TerminalId> left = new ArrayList<>(shown.size());
        for (TerminalId id : shown) {
            if (board.row(id).isPresent()) {
                left.add(id);
                there.add(id);
            }
        }
        waiting = 0;
        for (TerminalRow row : board.rows()) {
            if (row.attention().open() && !there.contains(row.id()) && filter.matches(row)) {
                waiting++;
            }
        }
        boolean gone = left.size() != shown.size();
        shown = left;
        return gone;
    }
}
