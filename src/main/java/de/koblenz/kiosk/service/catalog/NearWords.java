package de.koblenz.kiosk.service.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/// All words of the index, to find those that differ from a typed one by one or two slips of the
/// finger: a letter too many, too few, wrong, or two neighbours swapped (optimal string alignment).
/// Immutable and thread-safe.
///
/// The words are walked in order and the rows of the distance table are kept for the beginning that
/// a word shares with the one before it; a beginning that is too far off already is skipped with
/// all words that have it. For ten thousand words that takes a fraction of a millisecond, where an
/// automaton of two edits takes several to build, and it is built for each keystroke.
final class NearWords {
    private static final int MOST_SLIPS = 2;
    private static final int MOST_LETTERS = 64;

    /// More than [#MOST_SLIPS]; how much more does not matter.
    private static final int TOO_FAR = MOST_SLIPS + 1;

    private final List<String> words;

    NearWords(Collection<String> words) {
        this.words =
                new TreeSet<>(words)
                        .stream().filter(word -> word.length() <= MOST_LETTERS).toList();
    }

    /// What is near a typed word.
    ///
    /// @param whole by number of slips (0 for none, not listed; 1; 2) the words
    /// @param begun the same for words of which the typed one is a beginning
    record Near(List<List<String>> whole, List<List<String>> begun) {}

    /// The words at most two slips away, and those that begin so.
    Near near(String typed) {
        List<List<String>> whole = List.of(List.of(), new ArrayList<>(), new ArrayList<>());
        List<List<String>> begun = List.of(List.of(), new ArrayList<>(), new ArrayList<>());
        int letters = Math.min(typed.length(), MOST_LETTERS);
        int[][] rows = new int[MOST_LETTERS + 1][letters + 1];
        for (int[] row : rows) {
            Arrays.fill(row, TOO_FAR);
        }
        for (int column = 0; column <= Math.min(letters, MOST_SLIPS); column++) {
            rows[0][column] = column;
        }
        // least[depth]: how near the typed word is to any beginning of at most `depth` letters.
        int[] least = new int[MOST_LETTERS + 1];
        least[0] = Math.min(letters, TOO_FAR);
        String before = "";
        int number = 0;
        while (number < words.size()) {
            String word = words.get(number);
            int depth = shared(before, word);
            boolean tooFar = false;
            while (depth < word.length() && !tooFar) {
                depth++;
                tooFar = row(rows, depth, word, typed, letters) > MOST_SLIPS;
                least[depth] = Math.min(least[depth - 1], rows[depth][letters]);
            }
            if (!tooFar) {
                add(whole, rows[word.length()][letters], word);
                add(begun, least[word.length()], word);
                before = word;
                number++;
            } else if (least[depth] <= MOST_SLIPS) {
                // The typed word is a beginning of all these, whatever follows.
                String beginning = word.substring(0, depth);
                for (; number < words.size() && words.get(number).startsWith(beginning); number++) {
                    add(begun, least[depth], words.get(number));
                }
                before = beginning;
            } else {
                before = word.substring(0, depth);
                number = after(before, number);
            }
        }
        return new Near(whole, begun);
    }

    private static void add(List<List<String>> bySlips, int slips, String word) {
        if (slips > 0 && slips <= MOST_SLIPS) {
            bySlips.get(slips).add(word);
        }
    }

    private static int shared(String before, String word) {
        int most = Math.min(before.length(), word.length());
        int shared = 0;
        while (shared < most && before.charAt(shared) == word.charAt(shared)) {
            shared++;
        }
        return shared;
    }

    /// Fills the row of the letter at `depth` as far as it can be near enough (the other cells stay
    /// too far in every row); returns its least value.
    private static int row(int[][] rows, int depth, String word, String typed, int letters) {
        int[] above = rows[depth - 1];
        int[] row = rows[depth];
        char letter = word.charAt(depth - 1);
        int least = TOO_FAR;
        if (depth <= MOST_SLIPS) {
            row[0] = depth;
            least = depth;
        }
        int to = Math.min(letters, depth + MOST_SLIPS);
        for (int column = Math.max(1, depth - MOST_SLIPS); column <= to; column++) {
            char other = typed.charAt(column - 1);
            int value = above[column - 1] + (letter == other ? 0 : 1);
            value = Math.min(value, Math.min(above[column], row[column - 1]) + 1);
            if (depth > 1
                    && column > 1
                    && letter == typed.charAt(column - 2)
                    && other == word.charAt(depth - 2)) {
                value = Math.min(value, rows[depth - 2][column - 2] + 1);
            }
            row[column] = value;
            least = Math.min(least, value);
        }
        return least;
    }

    /// The number of the first word after all that begin with `beginning`.
    private int after(String beginning, int from) {
        int low = from;
        int high = words.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (words.get(middle).startsWith(beginning)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
