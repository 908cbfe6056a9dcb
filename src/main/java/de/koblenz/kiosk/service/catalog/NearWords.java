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
/// The words lie as a tree of their letters, each node before those that go on from it. A walk from
/// the front to the back fills one row of the distance table for each node and leaps over what goes
/// on from a beginning that is too far off. For ten thousand words that takes a fraction of a
/// millisecond, where an automaton of two edits takes several to build, and it is built for each
/// keystroke.
final class NearWords {
    private final List<String> words;

    /// The last letter of each node.
    private final char[] letters;

    /// How many letters each node has; a word has at most as many as a `short` can say.
    private final short[] depths;

    /// The number of the first word that begins with each node, and of the end of the list.
    private final int[] firsts;

    /// The next node after each that does not go on from it.
    private final int[] nexts;

    NearWords(Collection<String> words) {
        this.words = List.copyOf(new TreeSet<>(words));
        int nodes = 0;
        String before = "";
        for (String word : this.words) {
            nodes += word.length() - shared(before, word);
            before = word;
        }
        letters = new char[nodes];
        depths = new short[nodes];
        firsts = new int[nodes + 1];
        nexts = new int[nodes];
        int node = 0;
        before = "";
        for (int number = 0; number < this.words.size(); number++) {
            String word = this.words.get(number);
            for (int at = shared(before, word); at < word.length(); at++, node++) {
                letters[node] = word.charAt(at);
                depths[node] = (short) (at + 1);
                firsts[node] = number;
            }
            before = word;
        }
        firsts[nodes] = this.words.size();
        for (node = nodes - 1; node >= 0; node--) {
            int next = node + 1;
            while (next < nodes && depths[next] > depths[node]) {
                next = nexts[next];
            }
            nexts[node] = next;
        }
    }

    private static int shared(String before, String word) {
        int differs = Arrays.mismatch(before.toCharArray(), word.toCharArray());
        return differs < 0 ? word.length() : differs;
    }

    /// What is near a typed word.
    ///
    /// @param whole by number of slips (0 for none, not listed; 1; 2) the words
    /// @param begun the same for words of which the typed one is a beginning
    record Near(List<List<String>> whole, List<List<String>> begun) {}

    /// The words at most `slips` away, and those that begin with something at most
    /// `slipsOfBeginning` away.
    ///
    /// @param slips 1 or 2
    /// @param slipsOfBeginning 0 for none, and no more than `slips`
    Near near(String typed, int slips, int slipsOfBeginning) {
        List<List<String>> whole = List.of(List.of(), new ArrayList<>(), new ArrayList<>());
        List<List<String>> begun = List.of(List.of(), new ArrayList<>(), new ArrayList<>());
        SlipTable table = new SlipTable(typed, slips);
        int node = 0;
        while (node < letters.length) {
            int depth = depths[node];
            int next = table.fill(depth, letters[node]) ? node + 1 : nexts[node];
            // The word that ends at this node, or all that begin so where it is too far off.
            int from = firsts[node];
            int to = firsts[next];
            if (from < to) {
                add(whole, table.slips(depth), slips, from, to);
                add(begun, table.slipsOfBeginning(depth), slipsOfBeginning, from, to);
            }
            node = next;
        }
        return new Near(whole, begun);
    }

    private void add(List<List<String>> bySlips, int slips, int most, int from, int to) {
        if (slips > 0 && slips <= most) {
            bySlips.get(slips).addAll(words.subList(from, to));
        }
    }
}
