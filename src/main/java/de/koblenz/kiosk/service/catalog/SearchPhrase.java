package de.koblenz.kiosk.service.catalog;

import java.util.List;

/// One name of one entry, cut into words.
///
/// @param entry position of the entry it leads to
/// @param worth how much a match of this phrase counts, 0 to 1: names more than nicknames
/// @param words at least one, without fill words unless there are no others
record SearchPhrase(int entry, double worth, List<SearchWord> words) {
    SearchPhrase {
        words = List.copyOf(words);
    }
}
