package de.koblenz.kiosk.service.catalog;

import java.util.Arrays;

/// How many slips lie between a typed word and the word that a walk spells out letter by letter: a
/// row for each letter of the walk, a column for each typed one. Used by one call.
final class SlipTable {
    private final char[] typed;
    private final int most;
    private final int[][] rows;

    /// The letter of the walk at each depth.
    private final char[] letters;

    /// By depth the fewest slips between the typed word and any beginning of the walk so far.
    private final int[] beginnings;

    /// @param most slips that matter; more are not told apart
    SlipTable(String typed, int most) {
        this.typed = typed.toCharArray();
        this.most = most;
        // A letter more than these and every walk is too far off.
        int deepest = typed.length() + most + 1;
        rows = new int[deepest + 1][typed.length() + 1];
        for (int depth = 0; depth <= deepest; depth++) {
            Arrays.fill(rows[depth], most + 1);
            rows[depth][0] = depth;
        }
        for (int column = 0; column <= typed.length(); column++) {
            rows[0][column] = column;
        }
        letters = new char[deepest + 1];
        beginnings = new int[deepest + 1];
        beginnings[0] = typed.length();
    }

    /// Goes on from the walk of one letter less, whatever was filled deeper before; false where this
    /// beginning is too far off, whatever may follow.
    boolean fill(int depth, char letter) {
        letters[depth] = letter;
        int[] above = rows[depth - 1];
        int[] row = rows[depth];
        int least = row[0];
        // Cells further from the diagonal are too far off in every walk.
        int to = Math.min(typed.length, depth + most);
        for (int column = Math.max(1, depth - most); column <= to; column++) {
            char other = typed[column - 1];
            int value = above[column - 1] + (letter == other ? 0 : 1);
            value = Math.min(value, Math.min(above[column], row[column - 1]) + 1);
            if (depth > 1
                    && column > 1
                    && letter == typed[column - 2]
                    && other == letters[depth - 1]) {
                value = Math.min(value, rows[depth - 2][column - 2] + 1);
            }
            row[column] = value;
            least = Math.min(least, value);
        }
        beginnings[depth] = Math.min(beginnings[depth - 1], row[typed.length]);
        return least <= most;
    }

    /// Between the typed word and the walk to `depth`.
    int slips(int depth) {
        return rows[depth][typed.length];
    }

    /// Between the typed word and that beginning of the walk to `depth` which is nearest.
    int slipsOfBeginning(int depth) {
        return beginnings[depth];
    }
}
