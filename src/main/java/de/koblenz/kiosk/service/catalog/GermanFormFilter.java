package de.koblenz.kiosk.service.catalog;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;

/// Brings a verb and its noun to one stem, as far as a rule can: `Anmeldung`, `anzumelden`,
/// `angemeldet` → `anmeld`. Stands before the light stemmer, which cuts case and number only.
/// Works on folded lower case; words of other scripts match none of its rules.
final class GermanFormFilter extends TokenFilter {
    private static final String PARTICLE = "(an|ab|um|aus|ein|auf|nach|weg|zuruck|mit|vor)";
    private static final Pattern WITH_ZU = Pattern.compile(PARTICLE + "zu(.{3,}n)");
    private static final Pattern PARTICIPLE = Pattern.compile(PARTICLE + "ge(.{3,}?)(e?t|en)");

    /// What must be left of a word when its ending is cut off.
    private static final int LEAST_STEM = 4;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);

    GermanFormFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (!keyword.isKeyword()) {
            String stem = stem(term.toString());
            term.setEmpty().append(stem);
        }
        return true;
    }

    private static String stem(String word) {
        Matcher infinitive = WITH_ZU.matcher(word);
        if (infinitive.matches()) {
            return infinitive.group(1) + infinitive.group(2);
        }
        Matcher participle = PARTICIPLE.matcher(word);
        if (participle.matches()) {
            return participle.group(1) + participle.group(2);
        }
        for (String ending : new String[] {"ungen", "ungs", "ung"}) {
            if (word.endsWith(ending) && word.length() - ending.length() >= LEAST_STEM) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        // "Autos", "Kitas": the light stemmer keeps an s after a vowel, for the sake of "Ausweis".
        if (word.length() > LEAST_STEM && (word.endsWith("os") || word.endsWith("as"))) {
            return word.substring(0, word.length() - 1);
        }
        return word;
    }
}
