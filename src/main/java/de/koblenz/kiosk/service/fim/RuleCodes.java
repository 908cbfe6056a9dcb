package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.FormPart.FieldPart;
import de.koblenz.kiosk.service.fim.SchemaElement.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Values of code lists in rule sentences: `001`, `'Ja'`, `001 "Ja"`, `'Ja' (Code 001)`.
final class RuleCodes {
    private final RuleTokens tokens;

    RuleCodes(RuleTokens tokens) {
        this.tokens = tokens;
    }

    /// The code that is written here by itself, by its wording, or by both. Where both are written the code decides, as the
    /// wording may be that of another version of the list; but not one that says what another code does.
    String code(FieldPart field) throws RuleMisread {
        tokens.word(Set.of("code", "schluessel", "schluesselwert"));
        RuleToken token = tokens.peek();
        Optional<String> whole = whole(field, token);
        if (whole.isPresent()) {
            tokens.next();
            return whole.get();
        }
        Optional<Value> coded = coded(field, token);
        if (coded.isPresent()) {
            Value value = coded.get();
            boolean other =
                    field.values().stream()
                            .anyMatch(v ->
                                    !v.equals(value)
                                            && RuleToken.plain(v.name()).equals(token.plain()));
            if (!wording(field, value) && other) {
                throw new RuleMisread(
                        value.code()
                                + " is a code of "
                                + field.path().id()
                                + " and the wording of another");
            }
            return value.code();
        }
        List<Value> said = new ArrayList<>();
        int longest = 0;
        int mark = tokens.mark();
        int end = mark;
        for (Value value : field.values()) {
            tokens.reset(mark);
            boolean same =
                    tokens.label(value.name())
                            || (token.kind() == RuleToken.Kind.QUOTED
                                    && !bare(token.text()).isEmpty()
                                    && bare(token.text()).equals(bare(value.name()))
                                    && tokens.next().equals(token));
            if (same) {
                if (value.name().length() > longest) {
                    said.clear();
                    longest = value.name().length();
                    end = tokens.mark();
                }
                if (value.name().length() == longest) {
                    said.add(value);
                }
            }
        }
        tokens.reset(mark);
        if (said.size() != 1) {
            throw RuleValues.notAValue(field, tokens);
        }
        tokens.reset(end);
        numbered(field, said.getFirst());
        return said.getFirst().code();
    }

    /// A wording in small letters without its marks.
    private static String bare(String text) {
        return RuleToken.plain(text).replaceAll("[^a-z0-9]+", " ").strip();
    }

    /// `"001 Ja"`, `"Ja (001)"`: code and wording in one pair of quotes.
    private static Optional<String> whole(FieldPart field, RuleToken token) throws RuleMisread {
        if (token.kind() != RuleToken.Kind.QUOTED) {
            return Optional.empty();
        }
        boolean itself =
                field.values().stream()
                        .anyMatch(value ->
                                bare(value.name()).equals(token.plain())
                                        || value.code().equals(token.text()));
        Matcher both = WHOLE.matcher(token.text());
        if (itself || !both.matches()) {
            return Optional.empty();
        }
        boolean ahead = both.group("ahead") != null;
        String code = both.group(ahead ? "ahead" : "behind");
        Optional<Value> value = byCode(field, code);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        fits(field, value.get(), both.group(ahead ? "after" : "before"));
        return value.map(Value::code);
    }

    private static final Pattern WHOLE =
            Pattern.compile(
                    "(?<ahead>[0-9]{1,8}|[A-Z]{1,4}[0-9]*)\\s*(?:[-=:]\\s*|\\s)\\(?(?<after>\\p{L}.*?)\\)?"
                            + "|(?<before>.*\\S)\\s*\\((?<behind>[0-9]{1,8}|[A-Z]{1,4}[0-9]*)\\)");

    /// The value whose code stands here, which is taken.
    private Optional<Value> coded(FieldPart field, RuleToken token) throws RuleMisread {
        if (token.kind() == RuleToken.Kind.ID) {
            return Optional.empty();
        }
        for (Value value : field.values()) {
            if (token.text().equals(value.code())) {
                tokens.next();
                return Optional.of(value);
            }
            if (token.kind() != RuleToken.Kind.QUOTED && inPieces(value.code())) {
                return Optional.of(value);
            }
        }
        boolean wording =
                field.values().stream()
                        .anyMatch(value -> RuleToken.reads(value.name(), token.plain()));
        Optional<Value> near =
                wording || !token.text().matches("[0-9]{1,8}")
                        ? Optional.empty()
                        : byCode(field, token.text());
        if (near.isEmpty()) {
            return near;
        }
        int mark = tokens.mark();
        tokens.next();
        // "1" alone may be something else than 001.
        if (!token.text().startsWith("0") && !wording(field, near.get())) {
            tokens.reset(mark);
            return Optional.empty();
        }
        return near;
    }

    /// The value of a code, which may have lost or won zeros at its beginning where only one can be meant.
    private static Optional<Value> byCode(FieldPart field, String code) {
        for (Value value : field.values()) {
            if (value.code().equals(code)) {
                return Optional.of(value);
            }
        }
        List<Value> same =
                field.values().stream()
                        .filter(value ->
                                value.code().matches("0*[1-9][0-9]*")
                                        && unpadded(value.code()).equals(unpadded(code)))
                        .toList();
        return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
    }

    private static String unpadded(String code) {
        return code.replaceFirst("^0+", "");
    }

    /// Refuses a wording that has nothing of the code's, or more of another's.
    private static void fits(FieldPart field, Value value, String said) throws RuleMisread {
        if (!fitting(field, value, said)) {
            throw new RuleMisread(
                    "the code "
                            + value.code()
                            + " of "
                            + field.path().id()
                            + " is not called '"
                            + said
                            + "'");
        }
    }

    private static boolean fitting(FieldPart field, Value value, String said) {
        List<String> words = words(said);
        List<String> own = words(value.name());
        if (words.equals(own)) {
            return true;
        }
        int shared = shared(words, own);
        boolean opposite =
                denied(words) != denied(own) || negated(words, own) || negated(own, words);
        return shared > 0
                && !opposite
                && field.values().stream()
                        .noneMatch(other ->
                                !other.equals(value)
                                        && (shared(words, words(other.name())) > shared
                                                || names(words, own, words(other.name()))));
    }

    /// Whether another code is named, too: "ledig oder verheiratet".
    private static boolean names(List<String> words, List<String> own, List<String> other) {
        return words.containsAll(other) && !own.containsAll(other);
    }

    /// The words of a wording.
    static List<String> words(String text) {
        return List.of(bare(text).split(" ", -1)).stream()
                .filter(word -> !word.isEmpty() && !RuleNouns.ARTICLE.contains(word))
                .toList();
    }

    private static int shared(List<String> words, List<String> own) {
        return (int) words.stream().filter(word -> RuleNouns.akin(own, word)).count();
    }

    private static boolean denied(List<String> words) {
        return words.stream()
                .anyMatch(word -> word.matches("nicht|keine?[nrsm]?|nein|ohne|nie|weder"));
    }

    /// "unbefristet" against "befristet"
    private static boolean negated(List<String> words, List<String> own) {
        return words.stream()
                .anyMatch(word ->
                        word.startsWith("un")
                                && !own.contains(word)
                                && own.contains(word.substring(2)));
    }

    /// "A1", "01-02": a code that is several tokens.
    private boolean inPieces(String code) {
        return code.matches(".*[^0-9].*") && code.matches(".*[0-9].*") && tokens.exactly(code);
    }

    /// "'Sonstiges' (Code 099)"
    private void numbered(FieldPart field, Value value) throws RuleMisread {
        int mark = tokens.mark();
        boolean square = tokens.sign("[");
        if (!square && !tokens.sign("(")) {
            return;
        }
        tokens.word(Set.of("code", "schluessel", "wert"));
        if (!tokens.sign("=")) {
            tokens.sign(":");
        }
        if (!tokens.next().text().equals(value.code()) || !tokens.sign(square ? "]" : ")")) {
            tokens.reset(mark);
            throw new RuleMisread(
                    "the code of '" + value.name() + "' of " + field.path().id() + " is another");
        }
    }

    /// The wording behind a code; false where there is none.
    private boolean wording(FieldPart field, Value value) throws RuleMisread {
        int mark = tokens.mark();
        boolean led = tokens.sign("-") || tokens.sign("=") || tokens.sign(":");
        if (tokens.label(value.name())) {
            return true;
        }
        if (tokens.is(RuleToken.Kind.QUOTED) && !tokens.peek().text().isEmpty()) {
            fits(field, value, tokens.next().text());
            return true;
        }
        if (led || tokens.is(RuleToken.Kind.WORD)) {
            boolean plain = plainly(field, value);
            if (plain) {
                return true;
            }
        }
        tokens.reset(mark);
        boolean bracket = tokens.sign("(");
        if (bracket && tokens.label(value.name()) && tokens.sign(")")) {
            return true;
        }
        tokens.reset(mark);
        if (bracket && tokens.sign("(")) {
            StringBuilder said = new StringBuilder();
            List<String> own = words(value.name());
            boolean clear = true;
            while (!tokens.ended() && !tokens.isSign(")") && !tokens.isSign("(")) {
                RuleToken token = tokens.next();
                said.append(' ').append(token.text());
                clear &=
                        token.kind() != RuleToken.Kind.WORD
                                || RuleNouns.ARTICLE.contains(token.plain())
                                || RuleNouns.akin(own, token.plain())
                                || RuleNouns.harmless(token);
            }
            if (clear && tokens.sign(")")) {
                fits(field, value, said.toString());
                return true;
            }
            tokens.reset(mark);
            throw new RuleMisread(
                    "the code "
                            + value.code()
                            + " of "
                            + field.path().id()
                            + " is not called "
                            + tokens.rest());
        }
        return false;
    }

    /// A wording without quotes: words up to the next that its code does not have.
    private boolean plainly(FieldPart field, Value value) throws RuleMisread {
        List<String> own = words(value.name());
        StringBuilder said = new StringBuilder();
        int end = tokens.mark();
        while (tokens.is(RuleToken.Kind.WORD)
                || (!said.isEmpty() && tokens.isSign("/"))
                || (!said.isEmpty() && tokens.isSign("-"))
                || (!said.isEmpty() && tokens.isSign("("))
                || (!said.isEmpty() && tokens.isSign(")"))) {
            RuleToken token = tokens.next();
            if (token.kind() == RuleToken.Kind.WORD) {
                boolean article = RuleNouns.ARTICLE.contains(token.plain());
                boolean closing = RuleNouns.closes(token);
                boolean within =
                        own.contains(token.plain())
                                && !said.isEmpty()
                                && tokens.is(RuleToken.Kind.WORD)
                                && RuleNouns.akin(own, tokens.peek().plain());
                boolean mine = RuleNouns.akin(own, token.plain()) && (!closing || within);
                if (!article && !mine) {
                    break;
                }
                said.append(' ').append(token.text());
                end = article ? end : tokens.mark();
            } else if (token.text().equals(")") && said.toString().contains(" ")) {
                end = tokens.mark();
            }
        }
        tokens.reset(end);
        String whole = said.toString().strip();
        if (words(whole).isEmpty()) {
            return false;
        }
        fits(field, value, whole);
        return true;
    }
}
