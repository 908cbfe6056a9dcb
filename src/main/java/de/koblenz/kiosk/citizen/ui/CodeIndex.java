package de.koblenz.kiosk.citizen.ui;

import de.koblenz.kiosk.service.form.CodeList;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.journey.JourneyTexts;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The codes of a long list in the words of one language, to be searched while somebody types. Immutable.
///
/// @param entries in the order of the list
/// @param longest letters of the longest wording
record CodeIndex(List<Entry> entries, int longest) {
    CodeIndex {
        entries = List.copyOf(entries);
    }

    /// A code and its wording.
    ///
    /// @param folded the wording in small letters without accents, a blank before each word
    record Entry(String code, String label, String folded) {}

    static CodeIndex of(Words words, JourneyTexts keys, FieldPath path, CodeList list) {
        List<Entry> entries = new ArrayList<>();
        int longest = 0;
        for (CodeList.Code code : list.codes()) {
            String label = words.of(keys.option(path, code));
            entries.add(new Entry(code.code(), label, " " + fold(label)));
            longest = Math.max(longest, label.length());
        }
        return new CodeIndex(entries, longest);
    }

    /// Small letters, without accents, only letters, digits and single blanks.
    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    /// What fits what was typed, best first: wordings that begin so, then those with words that begin so, then those that have
    /// it inside; where there are none, those of which a word begins nearly so. Nothing typed fits all.
    List<Entry> find(String typed) {
        String wanted = fold(typed);
        if (wanted.isEmpty()) {
            return entries;
        }
        List<String> parts = List.of(wanted.split(" ", -1));
        List<Entry> begin = new ArrayList<>();
        List<Entry> word = new ArrayList<>();
        List<Entry> inside = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.folded().startsWith(" " + wanted)) {
                begin.add(entry);
            } else if (parts.stream().allMatch(part -> entry.folded().contains(" " + part))) {
                word.add(entry);
            } else if (parts.stream().allMatch(entry.folded()::contains)) {
                inside.add(entry);
            }
        }
        begin.addAll(word);
        begin.addAll(inside);
        return begin.isEmpty() ? nearly(parts) : begin;
    }

    private List<Entry> nearly(List<String> parts) {
        return entries.stream()
                .filter(entry -> {
                    List<String> has = List.of(entry.folded().strip().split(" ", -1));
                    return parts.stream()
                            .allMatch(part -> has.stream().anyMatch(word -> near(part, word)));
                })
                .toList();
    }

    /// Whether a word begins with what was typed, but for one letter that is wrong, too many or missing.
    private static boolean near(String typed, String word) {
        if (typed.length() < 4) {
            return word.startsWith(typed);
        }
        int same = 0;
        while (same < typed.length()
                && same < word.length()
                && typed.charAt(same) == word.charAt(same)) {
            same++;
        }
        if (same == 0) {
            return false;
        }
        String rest = typed.substring(same);
        String left = word.substring(same);
        String later = rest.isEmpty() ? "" : rest.substring(1);
        String next = left.isEmpty() ? "" : left.substring(1);
        boolean swapped =
                rest.length() > 1
                        && left.length() > 1
                        && rest.charAt(0) == left.charAt(1)
                        && rest.charAt(1) == left.charAt(0)
                        && left.substring(2).startsWith(rest.substring(2));
        return left.startsWith(later) || next.startsWith(later) || next.startsWith(rest) || swapped;
    }
}
