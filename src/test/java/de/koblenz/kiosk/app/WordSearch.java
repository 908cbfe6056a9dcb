package de.koblenz.kiosk.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Looks for many words in one pass over a text: a dump of the heap has a hundred million characters. Immutable.
final class WordSearch {
    private static final int START = 4;
    private static final int TABLE_BITS = 16;

    private final List<List<String>> byStart = new ArrayList<>();

    /// @param words of at least four characters
    WordSearch(Collection<String> words) {
        for (int i = 0; i < 1 << TABLE_BITS; i++) {
            byStart.add(List.of());
        }
        for (String word : words) {
            if (word.length() < START) {
                throw new IllegalArgumentException("too short to be looked for");
            }
            int place = place(start(word, 0));
            List<String> same = new ArrayList<>(byStart.get(place));
            same.add(word);
            byStart.set(place, same);
        }
    }

    /// Where each word that the text has stands first.
    Map<String, Integer> first(String text) {
        Map<String, Integer> first = new HashMap<>();
        for (int at = 0; at + START <= text.length(); at++) {
            for (String word : byStart.get(place(start(text, at)))) {
                if (text.startsWith(word, at)) {
                    first.putIfAbsent(word, at);
                }
            }
        }
        return first;
    }

    /// Four characters of Latin-1 as a number.
    private static int start(String text, int at) {
        return text.charAt(at) << 24
                | text.charAt(at + 1) << 16
                | text.charAt(at + 2) << 8
                | text.charAt(at + 3);
    }

    private static int place(int start) {
        return start * 0x9E3779B1 >>> Integer.SIZE - TABLE_BITS;
    }
}
