package de.koblenz.kiosk.fleet.board;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which rows are asked for.
///
/// @param words each of them has to be in the row, in lower case
/// @param office id of the one office that is asked for
/// @param group which standings
public record RowFilter(List<String> words, Optional<String> office, Group group) {
    /// Everything.
    public static final RowFilter ALL = new RowFilter(List.of(), Optional.empty(), Group.ALL);

    /// Kinds of rows that operators ask for.
    public enum Group {
        ALL,
        /// Somebody is needed.
        OPEN,
        /// Serves nobody: failed or not heard.
        DOWN,
        /// Set so by people.
        CLOSED
    }

    public RowFilter {
        words = List.copyOf(words);
    }

    /// The same with what somebody typed.
    public RowFilter asking(String typed) {
        String lower = typed.toLowerCase(Locale.ROOT).strip();
        return new RowFilter(
                lower.isEmpty() ? List.of() : Arrays.asList(lower.split("\\s+", -1)),
                office,
                group);
    }

    public RowFilter in(Optional<String> wanted) {
        return new RowFilter(words, wanted, group);
    }

    public RowFilter in(Group wanted) {
        return new RowFilter(words, office, wanted);
    }

    /// Whether that row is asked for.
    public boolean matches(TerminalRow row) {
        if (office.isPresent() && !office.get().equals(row.id().office())) {
            return false;
        }
        if (!in(row)) {
            return false;
        }
        for (String word : words) {
            if (!row.searched().contains(word)) {
                return false;
            }
        }
        return true;
    }

    private boolean in(TerminalRow row) {
        return switch (group) {
            case ALL -> true;
            case OPEN -> row.attention().open();
            case DOWN -> row.standing().compareTo(Standing.FAILED) >= 0;
            case CLOSED ->
                    row.standing() == Standing.CLOSED || row.standing() == Standing.MAINTAINED;
        };
    }
}
