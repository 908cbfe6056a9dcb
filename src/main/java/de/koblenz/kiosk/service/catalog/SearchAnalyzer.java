package de.koblenz.kiosk.service.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.CharTokenizer;
import org.jspecify.annotations.Nullable;

/// Cuts text into [SearchWord]s, the same way for what is stored and for what is typed: case,
/// accents, umlauts (`ä`, `ae`, dropped), `ß`, Arabic hamza and vowel signs make no difference, and
/// inflection is cut off. The filters for one script leave the others alone, so nobody has to say
/// which language is typed. Thread-safe.
final class SearchAnalyzer {
    /// Longer texts are cut: no service is named so, and a stuck key must not cost time.
    private static final int MOST_CHARACTERS = 200;

    private static final int MOST_CHARACTERS_OF_WORD = 40;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /// Ukrainian writes an apostrophe within words, and phones write it in many ways or not at all.
    private static final Pattern APOSTROPHE_IN_WORD =
            Pattern.compile("(?<=\\p{IsCyrillic})['’ʼ`ʹ](?=\\p{IsCyrillic})");

    /// Direction marks, zero-width joiners, soft hyphens: nobody types them, copies carry them.
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");

    /// Each text gets filters of its own: kept ones would hold what a citizen typed in their buffers, for every
    /// thread that ever searched.
    private static final Analyzer.ReuseStrategy NOTHING_KEPT =
            new Analyzer.ReuseStrategy() {
                @Override
                public Analyzer.@Nullable TokenStreamComponents getReusableComponents(
                        Analyzer asking, String field) {
                    return null;
                }

                @Override
                public void setReusableComponents(
                        Analyzer asking, String field, Analyzer.TokenStreamComponents made) {}
            };

    private final Analyzer analyzer =
            new Analyzer(NOTHING_KEPT) {
                @Override
                protected TokenStreamComponents createComponents(String field) {
                    Tokenizer words =
                            CharTokenizer.fromTokenCharPredicate(Character::isLetterOrDigit);
                    TokenStream folded =
                            new ArabicNormalizationFilter(
                                    new ASCIIFoldingFilter(new GermanNormalizationFilter(words)));
                    TokenStream twice = new KeywordRepeatFilter(folded);
                    TokenStream german = new GermanLightStemFilter(new GermanFormFilter(twice));
                    return new TokenStreamComponents(
                            words, new ArabicStemFilter(new RussianLightStemFilter(german)));
                }
            };

    /// The words of `text` in their order; empty where there is no letter or digit in it.
    List<SearchWord> words(String text) {
        List<SearchWord> words = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", plain(text))) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            // The repeating filter gives each word twice: as it is, then stemmed.
            while (stream.incrementToken()) {
                String surface = cut(term.toString());
                if (!stream.incrementToken()) {
                    throw new IllegalStateException("a word without its stem: " + surface);
                }
                words.add(new SearchWord(surface, cut(term.toString())));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("reading a string cannot fail", e);
        }
        return words;
    }

    private static String plain(String text) {
        String cut = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        String decomposed =
                Normalizer.normalize(cut.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        String bare = MARKS.matcher(INVISIBLE.matcher(decomposed).replaceAll("")).replaceAll("");
        return APOSTROPHE_IN_WORD.matcher(bare).replaceAll("");
    }

    private static String cut(String word) {
        return word.length() > MOST_CHARACTERS_OF_WORD
                ? word.substring(0, MOST_CHARACTERS_OF_WORD)
                : word;
    }
}
