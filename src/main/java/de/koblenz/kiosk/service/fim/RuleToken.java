package de.koblenz.kiosk.service.fim;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A word, id, value or sign of a rule sentence.
///
/// @param text as written, without quotes
/// @param plain in small letters with umlauts spelt out, for words
/// @param start where it begins in the normalised sentence
/// @param end behind its last character
record RuleToken(Kind kind, String text, String plain, int start, int end) {
    enum Kind {
        ID,
        QUOTED,
        NUMBER,
        DATE,
        WORD,
        SIGN,
        END
    }

    private static final Pattern TOKEN =
            Pattern.compile(
                    "(?<blank>\\s+)"
                            + "|(?<id>[FG][0-9]{5,12}(?:\\.[FG][0-9]{5,12})*(?:V[0-9]+(?:\\.[0-9]+){0,2})?(?![0-9A-Za-z]))"
                            + "|(?<quoted>\"[^\"]{0,300}\"|'[^']{0,300}')"
                            + "|(?<date>[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{4}(?![0-9])|[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9]))"
                            + "|(?<number>[0-9]+(?:[.,][0-9]+)*)"
                            + "|(?<word>\\p{L}[\\p{L}\\p{M}]*(?:-\\p{L}[\\p{L}\\p{M}]*)*)"
                            + "|(?<sign><=|>=|<>|[<>=.,;:()/+€%&§!?\\[\\]*#|_…·-]|[^\\s])");

    private static final Pattern ID_WITHIN = Pattern.compile("\\b[FG][0-9]{8,}");

    /// The same as a sign: no word of a name.
    RuleToken sign() {
        return new RuleToken(Kind.SIGN, text, plain, start, end);
    }

    /// Marks of the same meaning are made one.
    static String normalised(String sentence) {
        String composed = single(Normalizer.normalize(sentence, Normalizer.Form.NFC));
        StringBuilder made = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            switch (c) {
                case '„', '“', '”', '»', '«' -> made.append('"');
                case '‚', '‘', '’', '›', '‹', '`', '´' -> made.append('\'');
                case '–', '—', '−' -> made.append('-');
                case '≠' -> made.append("<>");
                case '≤' -> made.append("<=");
                case '≥' -> made.append(">=");
                case '\u00A0' -> made.append(' ');
                default -> made.append(c);
            }
        }
        unquote(made);
        String marks = TORN.matcher(made).replaceAll("$1$2");
        if (marks.indexOf('=') >= 0) {
            marks = UNEQUAL.matcher(SAME.matcher(marks).replaceAll("=")).replaceAll("<>");
            marks = AT_MOST.matcher(marks).replaceAll("<=");
        }
        if (marks.indexOf('.') >= 0) {
            marks = LEAST.matcher(marks).replaceAll("mindestens");
            marks = MOST.matcher(marks).replaceAll("maximal");
        }
        return marks;
    }

    /// Takes away marks that open a quotation which is not closed before the next, or close one that was not opened.
    private static void unquote(StringBuilder sentence) {
        alike(sentence);
        int open = -1;
        for (int i = 0; i < sentence.length(); i++) {
            if (sentence.charAt(i) != '"') {
                continue;
            }
            boolean before = before(sentence, i);
            boolean behind = behind(sentence, i);
            if (open < 0 && behind && !before) {
                sentence.setCharAt(i, ' ');
            } else if (open >= 0 && before && !behind) {
                sentence.setCharAt(open, ' ');
                open = i;
            } else {
                open = open < 0 ? i : -1;
            }
        }
        if (open >= 0) {
            sentence.setCharAt(open, ' ');
        }
    }

    private static boolean before(StringBuilder sentence, int at) {
        return at == 0 || " \n\t([=>:".indexOf(sentence.charAt(at - 1)) >= 0;
    }

    private static boolean behind(StringBuilder sentence, int at) {
        return at + 1 == sentence.length()
                || " \n\t.,;:)]!?<=".indexOf(sentence.charAt(at + 1)) >= 0;
    }

    /// Makes a mark that closes what another kind has opened one of that kind: "'Name\"".
    private static void alike(StringBuilder sentence) {
        int open = -1;
        for (int i = 0; i < sentence.length(); i++) {
            char c = sentence.charAt(i);
            if (c != '"' && c != '\'') {
                continue;
            }
            boolean opens = before(sentence, i) && !behind(sentence, i);
            boolean closes = !before(sentence, i) && behind(sentence, i);
            if (open < 0) {
                open = opens ? i : -1;
            } else if (c == sentence.charAt(open)) {
                open = -1;
            } else if (closes) {
                sentence.setCharAt(i, sentence.charAt(open));
                open = -1;
            }
        }
    }

    /// Without the one straight mark of a sentence that quotes with others.
    private static String single(String sentence) {
        int at = sentence.indexOf('"');
        boolean alone = at >= 0 && at == sentence.lastIndexOf('"');
        return alone && sentence.indexOf('„') >= 0 && sentence.indexOf('“') > sentence.indexOf('„')
                ? sentence.substring(0, at) + ' ' + sentence.substring(at + 1)
                : sentence;
    }

    /// "< =", "< >"
    private static final Pattern TORN = Pattern.compile("([<>!])\\s+(=)|(?<=<)\\s+(?=>)");

    private static final Pattern SAME = Pattern.compile("(?<![!=<>])={2,3}");
    private static final Pattern UNEQUAL = Pattern.compile("!=+|=!=|=/=");
    private static final Pattern AT_MOST = Pattern.compile("=<(?!>)");
    private static final Pattern LEAST = Pattern.compile("\\b[Mm]in(d|imal)?\\.");
    private static final Pattern MOST = Pattern.compile("\\b[Mm]ax(imal)?\\.");

    /// The tokens of a normalised sentence with one of kind END behind them.
    static List<RuleToken> of(String sentence) throws RuleMisread {
        List<RuleToken> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(sentence);
        int at = 0;
        while (at < sentence.length()) {
            matcher.region(at, sentence.length());
            if (!matcher.lookingAt()) {
                throw new RuleMisread(
                        "'"
                                + sentence.substring(at, Math.min(sentence.length(), at + 12))
                                + "' is not understood");
            }
            add(matcher, tokens);
            at = matcher.end();
        }
        tokens.add(new RuleToken(Kind.END, "", "", at, at));
        return tokens;
    }

    private static void add(Matcher matcher, List<RuleToken> tokens) throws RuleMisread {
        for (Kind kind :
                List.of(Kind.ID, Kind.QUOTED, Kind.DATE, Kind.NUMBER, Kind.WORD, Kind.SIGN)) {
            String text = matcher.group(kind.name().toLowerCase(Locale.ROOT));
            if (text != null && kind == Kind.QUOTED && ID_WITHIN.matcher(text).find()) {
                // The closing mark of a name was forgotten.
                throw new RuleMisread("a quotation mark is not closed before " + text.substring(1));
            }
            if (text != null) {
                String bare =
                        kind == Kind.QUOTED ? text.substring(1, text.length() - 1).strip() : text;
                String plain =
                        kind == Kind.WORD ? RuleSpelling.corrected(plain(bare)) : plain(bare);
                tokens.add(new RuleToken(kind, bare, plain, matcher.start(), matcher.end()));
            }
        }
    }

    /// Whether a text reads so; of thousands of values, most begin otherwise.
    static boolean reads(String text, String plain) {
        char first = text.isEmpty() ? ' ' : text.charAt(0);
        boolean otherwise =
                first > ' '
                        && first < 128
                        && !plain.isEmpty()
                        && Character.toLowerCase(first) != plain.charAt(0);
        return !otherwise && plain(text).equals(plain);
    }

    /// Small letters, umlauts spelt out, single blanks.
    static String plain(String text) {
        StringBuilder made = new StringBuilder(text.length() + 4);
        boolean blank = false;
        String small = text.toLowerCase(Locale.GERMAN);
        for (int i = 0; i < small.length(); i++) {
            char c = small.charAt(i);
            if (Character.isWhitespace(c)) {
                blank = true;
                continue;
            }
            if (blank && !made.isEmpty()) {
                made.append(' ');
            }
            blank = false;
            switch (c) {
                case 'ä' -> made.append("ae");
                case 'ö' -> made.append("oe");
                case 'ü' -> made.append("ue");
                case 'ß' -> made.append("ss");
                default -> made.append(c);
            }
        }
        return made.toString();
    }
}
