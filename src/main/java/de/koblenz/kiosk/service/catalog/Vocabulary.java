package de.koblenz.kiosk.service.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// All words that the search knows, and which of them a typed word may mean: itself, those it
/// begins, those that sound like it, those a slip or two away. Immutable and thread-safe.
///
/// How sure each way is, 0 to 1, was set by trying: an exact word beats a beginning, that beats a
/// misspelling, and two slips are only believed in long words.
final class Vocabulary {
    private static final float EXACT = 1;
    private static final float BEGINNING = 0.88f;
    private static final float SOUND = 0.88f;
    private static final float ONE_SLIP = 0.77f;
    private static final float LONGER = 0.7f;
    private static final float SHORTENED = 0.62f;
    private static final float TWO_SLIPS = 0.62f;
    private static final float BEGINNING_ONE_SLIP = 0.62f;
    private static final float END = 0.55f;
    private static final float BEGINNING_TWO_SLIPS = 0.5f;

    /// How much less a misspelling is believed where the word as typed exists.
    private static final float KNOWN = 0.6f;

    private static final int LEAST_FOR_ONE_SLIP = 4;
    private static final int LEAST_FOR_TWO_SLIPS = 7;
    private static final int LEAST_BEGINNING_FOR_ONE_SLIP = 5;
    private static final int LEAST_BEGINNING_FOR_TWO_SLIPS = 9;
    private static final int LEAST_SHORTENED = 4;
    private static final int LEAST_LONGER = 4;

    /// A vowel of any script but Latin is any letter of it.
    private static final Pattern VOWEL = Pattern.compile("[aeiouy]|[^\\x00-\\x7F]");

    private final NavigableSet<String> words;
    private final Map<String, List<String>> wordsByForm = new HashMap<>();
    private final NearWords nearForms;

    /// @param words surfaces and stems
    Vocabulary(Collection<String> words) {
        this.words = new TreeSet<>(words);
        for (String word : this.words) {
            String sound = SoundForm.of(word);
            wordsByForm.computeIfAbsent(word, _ -> new ArrayList<>()).add(word);
            if (!sound.equals(word)) {
                wordsByForm.computeIfAbsent(sound, _ -> new ArrayList<>()).add(word);
            }
        }
        nearForms = new NearWords(wordsByForm.keySet());
    }

    boolean has(String word) {
        return words.contains(word);
    }

    boolean has(SearchWord word) {
        return has(word.surface()) || has(word.stem());
    }

    /// What `word` may mean, each known word with how sure that is, 0 to 1.
    ///
    /// @param unfinished whether more letters may follow
    /// @param ends known words at its ends, for a compound that is not known
    Map<String, Float> meanings(SearchWord word, boolean unfinished, Set<String> ends) {
        Map<String, Float> found = new LinkedHashMap<>();
        String surface = word.surface();
        add(found, List.of(surface, word.stem()), EXACT);
        if (unfinished) {
            add(found, beginningWith(surface), BEGINNING);
        } else if (surface.length() >= LEAST_SHORTENED) {
            add(found, beginningWith(surface), SHORTENED);
        }
        // A known word at the beginning of a longer one: inflection that no stemmer cuts off, as in
        // Turkish "pasaportumu" or Polish "dowodu".
        int least = Math.max(LEAST_LONGER, surface.length() * 3 / 5);
        for (int length = surface.length() - 1; length >= least; length--) {
            add(found, List.of(surface.substring(0, length)), LONGER);
        }
        add(found, ends, END);
        if (!VOWEL.matcher(surface).find()) {
            // Nobody slips over every vowel: such letters are an abbreviation, or none that means
            // anything.
            return found;
        }
        float belief = has(word) ? KNOWN : 1;
        String sound = SoundForm.of(surface);
        addMisspelt(found, sound, unfinished, belief);
        if (!sound.equals(surface)) {
            addMisspelt(found, surface, unfinished, belief);
        }
        return found;
    }

    private Collection<String> beginningWith(String surface) {
        return words.subSet(surface, true, surface + Character.MAX_VALUE, true);
    }

    private void addMisspelt(
            Map<String, Float> found, String form, boolean unfinished, float belief) {
        addForms(found, List.of(form), SOUND * belief);
        int length = form.length();
        if (length < LEAST_FOR_ONE_SLIP) {
            return;
        }
        int slips = length < LEAST_FOR_TWO_SLIPS ? 1 : 2;
        int slipsOfBeginning =
                !unfinished || length < LEAST_BEGINNING_FOR_ONE_SLIP
                        ? 0
                        : length < LEAST_BEGINNING_FOR_TWO_SLIPS ? 1 : 2;
        NearWords.Near near = nearForms.near(form, slips, slipsOfBeginning);
        addForms(found, near.whole().get(1), ONE_SLIP * belief);
        addForms(found, near.whole().get(2), TWO_SLIPS * belief);
        addForms(found, near.begun().get(1), BEGINNING_ONE_SLIP * belief);
        addForms(found, near.begun().get(2), BEGINNING_TWO_SLIPS * belief);
    }

    private void addForms(Map<String, Float> found, List<String> forms, float sure) {
        forms.forEach(form -> add(found, wordsByForm.getOrDefault(form, List.of()), sure));
    }

    private void add(Map<String, Float> found, Collection<String> some, float sure) {
        for (String word : some) {
            if (words.contains(word)) {
                found.merge(word, sure, Math::max);
            }
        }
    }
}
