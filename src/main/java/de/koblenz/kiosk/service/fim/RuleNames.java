package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.FormPart.FieldPart;
import de.koblenz.kiosk.service.fim.SchemaElement.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Elements that a sentence names by their ids: `das Feld F60000000001 "Name"`, `F1, F2 und F3`.
final class RuleNames {
    private static final Set<String> ARTICLE =
            Set.of(
                    "das", "die", "der", "dem", "den", "des", "ein", "eine", "einem", "im", "in",
                    "fuer", "unter");
    private static final Set<String> NOUN =
            Set.of(
                    "feld",
                    "felder",
                    "felds",
                    "feldes",
                    "feldern",
                    "datenfeld",
                    "datenfelds",
                    "datenfelder",
                    "datenfeldes",
                    "datenfeldern",
                    "feldgruppe",
                    "feldgruppen",
                    "datenfeldgruppe",
                    "datenfeldgruppen",
                    "gruppe",
                    "gruppen",
                    "datengruppe",
                    "datengruppen",
                    "angabe",
                    "angaben",
                    "wert",
                    "werte",
                    "eingabe",
                    "eingaben",
                    "inhalt",
                    "element",
                    "elemente",
                    "elementen",
                    "auswahl",
                    "auswahlfeld",
                    "frage",
                    "abfrage",
                    "antwort",
                    "datum");

    private final RuleTokens tokens;
    private final RuleScope scope;

    RuleNames(RuleTokens tokens, RuleScope scope) {
        this.tokens = tokens;
        this.scope = scope;
    }

    /// Elements and how they are joined.
    ///
    /// @param or by "oder"; else by "und", or one alone
    /// @param bothOr by "und/oder"
    record Named(List<FormPart> parts, boolean or, boolean bothOr) {
        Named {
            parts = List.copyOf(parts);
        }
    }

    /// Whether an element is named here, after articles and nouns.
    boolean isHere() {
        int mark = tokens.mark();
        try {
            one();
            return true;
        } catch (RuleMisread _) {
            return false;
        } finally {
            tokens.reset(mark);
        }
    }

    /// The elements named here, at least one.
    Named elements() throws RuleMisread {
        List<FormPart> parts = new ArrayList<>(List.of(one()));
        boolean or = false;
        boolean and = false;
        boolean both = false;
        while (true) {
            int mark = tokens.mark();
            boolean comma = tokens.sign(",");
            boolean andOr =
                    tokens.isWord("und")
                            && tokens.peek(1).text().equals("/")
                            && tokens.peek(2).plain().equals("oder");
            if (andOr) {
                tokens.next();
                tokens.next();
            }
            boolean hereOr = tokens.word("oder");
            boolean hereAnd = !hereOr && tokens.word(RuleConditions.AND);
            if ((!comma && !hereOr && !hereAnd) || !isHere()) {
                tokens.reset(mark);
                break;
            }
            parts.add(one());
            or |= hereOr;
            and |= hereAnd;
            both |= andOr;
        }
        if (and && or) {
            throw new RuleMisread("'und' and 'oder' between elements");
        }
        return new Named(parts, or, both);
    }

    /// One element with its articles, nouns and label.
    FormPart one() throws RuleMisread {
        while (tokens.word(ARTICLE)) {
            // "in dem", "aus der"
        }
        int nouns = 0;
        List<String> own = new ArrayList<>();
        while (tokens.is(RuleToken.Kind.WORD) && nouns++ < 5) {
            boolean noun = tokens.isWord(NOUN);
            if (!noun) {
                own.add(tokens.peek().plain());
            }
            tokens.next();
            if (noun) {
                // "der Wert von", "die Angabe im Feld"
                tokens.word(Set.of("von", "in", "im", "des", "der", "zu", "gemaess"));
            }
        }
        if (tokens.is(RuleToken.Kind.QUOTED)
                && tokens.peek(1).text().equals("(")
                && tokens.peek(2).kind() == RuleToken.Kind.ID) {
            // "das Feld 'Name' (F60000000001)"
            own.addAll(List.of(tokens.next().plain().split("[^a-z0-9]+", -1)));
        }
        boolean bracket = tokens.sign("(");
        if (!tokens.is(RuleToken.Kind.ID)) {
            throw new RuleMisread("expected the id of an element instead of " + tokens.rest());
        }
        FormPart part = scope.find(tokens.next().text());
        List<String> said =
                List.of(
                        RuleToken.plain(part.head().name() + " " + part.head().label())
                                .split("[^a-z0-9]+", -1));
        for (String noun : own) {
            if (!said.contains(noun)) {
                throw new RuleMisread(
                        "'" + noun + "' before " + part.path().id() + " is not understood");
            }
        }
        if (bracket && !tokens.sign(")")) {
            throw new RuleMisread("a bracket is not closed before " + tokens.rest());
        }
        label(part);
        // "das in F60000000001 angegebene Datum"
        if (tokens.word(Set.of("angegebene", "angegebenen", "eingetragene", "eingetragenen"))
                && tokens.next().kind() != RuleToken.Kind.WORD) {
            throw new RuleMisread("it is not clear what is meant before " + tokens.rest());
        }
        return part;
    }

    /// The name behind an id. One that is another's, or has nothing of its own, may mean that the id is wrong.
    private void label(FormPart part) throws RuleMisread {
        if (tokens.label(part.head().label()) || tokens.label(part.head().name())) {
            return;
        }
        boolean bracket =
                tokens.isSign("(")
                        && tokens.peek(1).kind() == RuleToken.Kind.QUOTED
                        && tokens.peek(2).text().equals(")");
        RuleToken quoted = bracket ? tokens.peek(1) : tokens.peek();
        if (quoted.kind() != RuleToken.Kind.QUOTED || (!bracket && isValue(part, quoted.plain()))) {
            return;
        }
        String own = RuleToken.plain(part.head().name() + " " + part.head().label());
        if (scope.isNameOfAnother(part, quoted.plain())
                || (!own.isBlank() && !akin(own, quoted.plain()))) {
            throw new RuleMisread(part.path().id() + " is not called '" + quoted.text() + "'");
        }
        for (int i = 0; i < (bracket ? 3 : 1); i++) {
            tokens.next();
        }
    }

    /// Whether two names have a word in common, or one contains the other.
    private static boolean akin(String own, String said) {
        List<String> words = List.of(own.split("[^a-z0-9]+", -1));
        return own.contains(said)
                || List.of(said.split("[^a-z0-9]+", -1)).stream()
                        .anyMatch(word -> word.length() > 3 && words.contains(word));
    }

    /// Whether a text in quotes behind an id may be its value rather than its name.
    private static boolean isValue(FormPart part, String plain) {
        if (Set.of("ja", "nein", "wahr", "falsch", "true", "false").contains(plain)) {
            return true;
        }
        if (part instanceof FieldPart field) {
            for (Value value : field.values()) {
                if (RuleToken.plain(value.code()).equals(plain)
                        || RuleToken.plain(value.name()).equals(plain)) {
                    return true;
                }
            }
        }
        return false;
    }
}
