package de.koblenz.kiosk.fleet.board;

import de.koblenz.kiosk.fleet.model.AlarmKey;
import de.koblenz.kiosk.fleet.model.PaperStatus;
import de.koblenz.kiosk.fleet.model.TerminalId;
import de.koblenz.kiosk.fleet.model.TerminalMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// One line of the list of terminals.
///
/// @param id which terminal; the row's key
/// @param office name of its office for people
/// @param standing how it is
/// @param attention whether somebody is needed
/// @param problem the worst of what is wrong, in words; empty where nothing is
/// @param worst what that is
/// @param further how many other things are wrong
/// @param since since when the worst is so, or the terminal is as it is
/// @param mode what it is set to
/// @param paper the worst of its printers
/// @param printsLeft the least of its printers; -1 where none says
/// @param software version of its program, or empty
/// @param searched everything that a search looks at, lower case
public record TerminalRow(
        TerminalId id,
        String office,
        Standing standing,
        Attention attention,
        String problem,
        Optional<AlarmKey> worst,
        int further,
        Instant since,
        TerminalMode mode,
        PaperStatus paper,
        long printsLeft,
        String software,
        String searched) {
    /// Whether it stays where it is, whatever else is different about it.
    boolean stays(TerminalRow before) {
        return attention == before.attention
                && standing == before.standing
                && since.equals(before.since)
                && searched.equals(before.searched);
    }

    /// Worst first; of two that are alike the one that has been so for longer.
    public static final Comparator<TerminalRow> WORST_FIRST =
            Comparator.comparing(TerminalRow::attention)
                    .thenComparing(TerminalRow::standing)
                    .reversed()
                    .thenComparing(
                            row -> row.standing() == Standing.WELL ? Instant.MIN : row.since())
                    .thenComparing(TerminalRow::id);
}
