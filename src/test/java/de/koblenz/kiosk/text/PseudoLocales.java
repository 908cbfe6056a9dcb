package de.koblenz.kiosk.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Invented languages made from the German texts, to find what breaks in a real one: words from code, places that
/// are too small, and what does not mirror. Placeholders stay as they are.
public final class PseudoLocales {
    /// Latin letters with accents, at least 40 % longer than German.
    public static final String LONGER = "en-XA";

    /// Arabic letters, right to left.
    public static final String RIGHT_TO_LEFT = "ar-XB";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-zA-Z0-9]+}");
    private static final double GROWTH = 0.4;
    private static final int WORD = 7;

    /// Arabic does not write compounds as one word, and nothing may be hyphenated there.
    private static final Pattern LONG_WORD = Pattern.compile("\\p{L}{9}(?=\\p{L})");

    private static final String LATIN = "abcdefghijklmnopqrstuvwxyzäöüß";
    private static final String ACCENTED = "áƀçđéƒğħíĵķłɱñóþʠřšţúṽŵẋýžäöüß";
    private static final String ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويةى";

    private PseudoLocales() {}

    /// `real` with the two invented languages behind its own.
    public static Locales beside(Locales real) {
        Texts german = real.texts("de");
        Map<String, Texts> byTag = new HashMap<>(real.byTag());
        byTag.put(LONGER, longer(german));
        byTag.put(RIGHT_TO_LEFT, rightToLeft(german));
        List<String> tags = new ArrayList<>(real.tags());
        tags.add(LONGER);
        tags.add(RIGHT_TO_LEFT);
        return new Locales(tags, byTag);
    }

    /// The texts in [#LONGER].
    public static Texts longer(Texts german) {
        return translated(
                LONGER,
                german,
                text -> {
                    String accented = outsidePlaceholders(text, word -> letters(word, ACCENTED));
                    return accented + filler((int) Math.ceil(text.length() * GROWTH));
                });
    }

    /// The texts in [#RIGHT_TO_LEFT].
    public static Texts rightToLeft(Texts german) {
        return translated(
                RIGHT_TO_LEFT,
                german,
                text ->
                        outsidePlaceholders(
                                text,
                                word ->
                                        LONG_WORD
                                                .matcher(letters(word, ARABIC))
                                                .replaceAll("$0 ")
                                                .replace('?', '؟')
                                                .replace(',', '،')));
    }

    private static Texts translated(String tag, Texts german, UnaryOperator<String> translation) {
        Map<String, String> texts = new HashMap<>();
        german.keys().forEach(key -> texts.put(key, translation.apply(german.of(key))));
        return new Texts(Locale.forLanguageTag(tag), texts);
    }

    private static String outsidePlaceholders(String text, UnaryOperator<String> change) {
        StringBuilder changed = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(text);
        int from = 0;
        while (placeholder.find()) {
            changed.append(change.apply(text.substring(from, placeholder.start())));
            changed.append(placeholder.group());
            from = placeholder.end();
        }
        return changed.append(change.apply(text.substring(from))).toString();
    }

    private static String letters(String text, String others) {
        StringBuilder changed = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            int at = LATIN.indexOf(Character.toLowerCase(letter));
            char other = at < 0 ? letter : others.charAt(at);
            changed.append(Character.isUpperCase(letter) ? Character.toUpperCase(other) : other);
        }
        return changed.toString();
    }

    /// Words of a usual length; the last sign shows whether a text is cut off.
    private static String filler(int length) {
        StringBuilder filler = new StringBuilder(" ");
        for (int i = 0; filler.length() < length; i++) {
            filler.append(i % (WORD + 1) == WORD ? ' ' : ACCENTED.charAt(i * 5 % 26));
        }
        return filler.append('¶').toString();
    }
}
