package de.koblenz.kiosk.service.catalog;

import java.util.List;

/// One name of one entry, cut into words.
///
/// @param entry position of the entry it leads to
/// @param worth how much a match of this phrase counts, 0 to 1: names more than nicknames
/// @param words at least one, without fill words unless there are no others
/// @param fill the fill words left out
record SearchPhrase(int entry, double worth, List<SearchWord> words, List<SearchWord> fill) {
    /// What a fill word weighs: enough to tell "Ausweis" from "ist mein Ausweis da".
    static final double FILL_WEIGHT = 0.2;

    SearchPhrase {
        words = List.copyOf(words);
        fill = List.copyOf(fill);
    }
}
