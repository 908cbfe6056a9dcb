package de.koblenz.kiosk.service.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

/// The Lucene query for one typed word: every way in which a phrase may contain it, each with a
/// constant score from 0 to 1 that says how sure that way is; the best one counts.
///
/// The scores were set by trying: an exact word beats its equivalent, that beats a part of a
/// compound, that beats a misspelling, and two slips are only believed in long words.
final class WordQuery {
    /// The words of a phrase themselves.
    static final String WORD = "word";

    /// Words that mean the same as one of them.
    static final String SAME = "same";

    /// Parts of compounds among them.
    static final String PART = "part";

    /// Words that mean the same as such a part.
    static final String FAR = "far";

    /// [SoundForm] of what is in [#WORD].
    static final String SOUND = "sound";

    /// [SoundForm] of what is in [#SAME] and [#PART].
    static final String SOUND_FAR = "soundFar";

    private static final int LEAST_FOR_ONE_SLIP = 4;
    private static final int LEAST_FOR_TWO_SLIPS = 7;
    private static final int LEAST_BEGINNING_FOR_ONE_SLIP = 5;
    private static final int LEAST_BEGINNING_FOR_TWO_SLIPS = 9;
    private static final int STATES = Operations.DEFAULT_DETERMINIZE_WORK_LIMIT;

    private final List<Query> ways = new ArrayList<>();

    private WordQuery() {}

    /// @param word what is typed
    /// @param unfinished whether more letters may follow
    /// @param known whether the catalogue has exactly this word: then a misspelling is unlikely
    static Query of(SearchWord word, boolean unfinished, boolean known) {
        WordQuery query = new WordQuery();
        query.exact(word);
        query.beginning(word.surface(), unfinished);
        query.longer(word.surface());
        query.misspelt(SoundForm.of(word.surface()), unfinished, known ? 0.6f : 1);
        return new DisjunctionMaxQuery(query.ways, 0);
    }

    private void exact(SearchWord word) {
        Set<String> forms = new LinkedHashSet<>(List.of(word.surface(), word.stem()));
        any(WORD, forms, 1f);
        any(SAME, forms, 0.9f);
        any(PART, forms, 0.8f);
        any(FAR, forms, 0.68f);
    }

    private void beginning(String surface, boolean unfinished) {
        if (unfinished) {
            way(new PrefixQuery(new Term(WORD, surface)), 0.88f);
            if (surface.length() > 2) {
                way(new PrefixQuery(new Term(SAME, surface)), 0.76f);
                way(new PrefixQuery(new Term(PART, surface)), 0.7f);
                way(new PrefixQuery(new Term(FAR, surface)), 0.55f);
            }
        } else if (surface.length() > 3) {
            way(new PrefixQuery(new Term(WORD, surface)), 0.62f);
            way(new PrefixQuery(new Term(PART, surface)), 0.5f);
        }
    }

    /// A known word at the beginning of a longer one: inflection that no stemmer cuts off, as in
    /// Turkish `pasaportumu` or Polish `dowodu`.
    private void longer(String surface) {
        Set<String> beginnings = new LinkedHashSet<>();
        int least = Math.max(4, surface.length() * 3 / 5);
        for (int length = surface.length() - 1; length >= least; length--) {
            beginnings.add(surface.substring(0, length));
        }
        if (!beginnings.isEmpty()) {
            any(WORD, beginnings, 0.7f);
            any(SAME, beginnings, 0.6f);
            any(PART, beginnings, 0.5f);
        }
    }

    private void misspelt(String sound, boolean unfinished, float belief) {
        any(SOUND, Set.of(sound), 0.88f * belief);
        any(SOUND_FAR, Set.of(sound), 0.68f * belief);
        int length = sound.codePointCount(0, sound.length());
        if (length < LEAST_FOR_ONE_SLIP) {
            return;
        }
        LevenshteinAutomata near = new LevenshteinAutomata(sound, true);
        Automaton one = near.toAutomaton(1);
        slips(sound, one, 0.77f * belief, 0.6f * belief);
        if (length >= LEAST_FOR_TWO_SLIPS) {
            slips(sound, near.toAutomaton(2), 0.62f * belief, 0.48f * belief);
        }
        if (unfinished && length >= LEAST_BEGINNING_FOR_ONE_SLIP) {
            slips(sound, begun(one), 0.62f * belief, 0.48f * belief);
        }
        if (unfinished && length >= LEAST_BEGINNING_FOR_TWO_SLIPS) {
            slips(sound, begun(near.toAutomaton(2)), 0.5f * belief, 0.4f * belief);
        }
    }

    private static Automaton begun(Automaton near) {
        return Operations.determinize(
                Operations.concatenate(List.of(near, Automata.makeAnyString())), STATES);
    }

    private void slips(String sound, Automaton near, float own, float far) {
        way(new AutomatonQuery(new Term(SOUND, sound), near), own);
        way(new AutomatonQuery(new Term(SOUND_FAR, sound), near), far);
    }

    private void any(String field, Set<String> terms, float score) {
        way(new TermInSetQuery(field, terms.stream().map(BytesRef::new).toList()), score);
    }

    private void way(Query query, float score) {
        ways.add(new BoostQuery(new ConstantScoreQuery(query), score));
    }

    /// All fields, for the reader of the dictionary.
    static Stream<String> dictionary() {
        return Arrays.stream(new String[] {WORD, SAME, PART});
    }
}
