package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.FormPart.FieldPart;
import de.koblenz.kiosk.service.form.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Elements that a sentence names: `das Feld F60000000001 "Name"`, `der Familienname (F60000000001)`, `F1, F2 und F3`, or by
/// their names alone where only one is called so.
final class RuleNames {
    private static final int MOST_WORDS = 9;
    private static final RulePhrases ALL =
            RulePhrases.of(
                    "alle|saemtliche|allen der? die? folgende|folgenden|genannten?",
                    "die|den beiden",
                    "die|den folgende|folgenden",
                    "beide|beiden|folgende|folgenden");
    private static final RulePhrases DIFFERENT =
            RulePhrases.of("ein|eine|einem|eines|einer|eins der|von|dieser|aus");

    private static final RulePhrases AND_OR = RulePhrases.of("und / oder");

    private final RuleTokens tokens;
    private final RuleScope scope;
    private final RuleLabels labels;

    RuleNames(RuleTokens tokens, RuleScope scope) {
        this.tokens = tokens;
        this.scope = scope;
        this.labels = new RuleLabels(tokens, scope);
    }

    /// Elements and how they are joined.
    ///
    /// @param or by "oder"; else by "und", or one alone
    /// @param bothOr by "und/oder"
    /// @param said whether it is said how; not where there are only commas
    record Named(List<FormPart> parts, boolean or, boolean bothOr, boolean said) {
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

    /// The words of the name and of the label of an element.
    List<String> words(FormPart part) {
        return scope.words(part);
    }

    /// All elements but one.
    List<FormPart> others(FormPart part) {
        return scope.others(part);
    }

    /// The elements of these paths.
    List<FormPart> parts(List<FieldPath> paths) {
        return scope.parts(paths);
    }

    /// Elements below each other, each behind a dash, or with commas.
    List<FormPart> list() throws RuleMisread {
        List<FormPart> parts = new ArrayList<>();
        do {
            bullet();
            parts.add(one());
            if (!tokens.sign(",") && !tokens.sign(";")) {
                tokens.word(RuleConditions.AND);
            }
        } while (isListed());
        return parts;
    }

    private boolean isListed() {
        int mark = tokens.mark();
        boolean bullet = bullet();
        boolean here = tokens.is(RuleToken.Kind.ID) || (bullet && isHere());
        tokens.reset(mark);
        return here;
    }

    /// Whether a word belongs to the name of an element.
    boolean isOf(FieldPath path, RuleToken word) {
        return scope.parts(List.of(path)).stream()
                .anyMatch(part ->
                        RuleNouns.akin(scope.words(part), word.plain())
                                || RuleNouns.akin(scope.words(part), singular(word.plain())));
    }

    /// Without umlauts, which come with a plural: "Anlässe".
    private static String singular(String plain) {
        return plain.replace("ae", "a").replace("oe", "o").replace("ue", "u");
    }

    /// Whether a path is that of a field rather than of a group.
    boolean isField(FieldPath path) {
        return scope.isField(path);
    }

    /// The elements named here, at least one.
    Named elements() throws RuleMisread {
        return elements(false);
    }

    /// The elements named here, where it does not matter how they are joined: also "F1 / F2".
    List<FormPart> options() throws RuleMisread {
        return elements(true).parts();
    }

    private Named elements(boolean slashes) throws RuleMisread {
        int start = tokens.mark();
        boolean whole = tokens.take(ALL);
        boolean both = tokens.word("sowohl");
        int nouns = tokens.mark();
        boolean list =
                tokens.word(RuleNouns.FIELDS) || tokens.word(Set.of("angaben", "feldgruppen"));
        list = list && tokens.sign(":");
        if (!list) {
            tokens.reset(nouns);
        }
        boolean bracket = (list || tokens.isWord(RuleNouns.FIELDS)) && bracketed();
        if (list) {
            bullet();
        }
        if (!whole && tokens.isAt(DIFFERENT)) {
            throw new RuleMisread("it is not clear which of several is meant: " + tokens.rest());
        }
        List<FormPart> parts = new ArrayList<>(List.of(one()));
        boolean or = false;
        boolean and = both;
        boolean bothOr = false;
        boolean mixed = false;
        while (true) {
            int mark = tokens.mark();
            boolean line = list && bullet();
            boolean comma = tokens.sign(",") || (slashes && tokens.sign("/"));
            boolean andOr = tokens.take(AND_OR);
            boolean hereOr = andOr || tokens.word("oder");
            boolean hereAnd =
                    !hereOr
                            && (tokens.word(RuleConditions.AND)
                                    || tokens.sign("&")
                                    || (both && tokens.words("als auch")));
            if (list) {
                bullet();
            }
            if ((!comma && !hereOr && !hereAnd && !line) || !isHere()) {
                tokens.reset(mark);
                break;
            }
            parts.add(one());
            mixed |= (hereAnd && or) || (hereOr && and && !andOr);
            or |= hereOr;
            and |= hereAnd;
            bothOr |= andOr;
        }
        if (bracket && !tokens.sign(")")) {
            throw new RuleMisread("a bracket is not closed before " + tokens.rest());
        }
        if (mixed || (and && or)) {
            throw new RuleMisread("'und' and 'oder' between elements");
        }
        if ((whole || both) && (or || parts.size() < 2)) {
            tokens.reset(start);
            throw new RuleMisread("it is not clear what is meant by " + tokens.rest());
        }
        return new Named(parts, or, bothOr, whole || and || or || parts.size() == 1);
    }

    /// "die Felder (F1, F2)"
    private boolean bracketed() {
        int mark = tokens.mark();
        tokens.word(RuleNouns.FIELDS);
        if (tokens.sign("(")
                && tokens.is(RuleToken.Kind.ID)
                && Set.of(",", "und", "oder").contains(tokens.peek(1).plain())) {
            return true;
        }
        tokens.reset(mark);
        return false;
    }

    private boolean bullet() {
        return tokens.sign("-") || tokens.sign("*") || tokens.sign("•");
    }

    private static final RulePhrases INSIDE = RulePhrases.of("im", "in dem", "das|dem");
    private static final RulePhrases AROUND =
            RulePhrases.of(
                    "in|aus|innerhalb? der gruppe|feldgruppe|datenfeldgruppe",
                    "der gruppe|feldgruppe|datenfeldgruppe");

    /// One element with its articles, nouns and label; also with the group around it: "in der Gruppe G1 im Feld F1".
    FormPart one() throws RuleMisread {
        FormPart first = alone();
        int mark = tokens.mark();
        boolean group = !(first instanceof FieldPart);
        if (tokens.take(group ? INSIDE : AROUND)) {
            try {
                tokens.reset(mark);
                FormPart second = alone();
                FormPart inner = group ? second : first;
                FormPart outer = group ? first : second;
                if (inner instanceof FieldPart
                        && !(outer instanceof FieldPart)
                        && !inner.path().equals(outer.path())
                        && inner.path().within(outer.path())) {
                    return inner;
                }
            } catch (RuleMisread _) {
                // Then no group is named.
            }
            tokens.reset(mark);
        }
        return first;
    }

    private FormPart alone() throws RuleMisread {
        int start = tokens.mark();
        List<RuleToken> sequence = new ArrayList<>();
        boolean within = false;
        boolean fieldsOf = false;
        boolean answersOf = false;
        boolean byIt = false;
        int words = 0;
        while ((tokens.is(RuleToken.Kind.WORD) || (words > 0 && tokens.is(RuleToken.Kind.NUMBER)))
                && words++ < MOST_WORDS) {
            RuleToken word = tokens.next();
            boolean answerTo =
                    word.plain().equals("auf")
                            && !sequence.isEmpty()
                            && Set.of("antwort", "antworten").contains(sequence.getLast().plain());
            if (answerTo) {
                // "die Antwort auf F1"
                continue;
            }
            if (Set.of("gemaess", "laut").contains(word.plain())) {
                // "das Kind gemäß F1 (Geburtsdatum)" says whose it is
                byIt = !sequence.isEmpty();
            } else if (RuleNouns.WITHIN.contains(word.plain())) {
                within = true;
            } else if (!RuleNouns.general(word.plain())) {
                within = false;
            }
            sequence.add(word);
            // "die Felder der Gruppe G1" are not the group
            if (RuleNouns.GROUPS.contains(word.plain()) && fieldsOf) {
                throw new RuleMisread("the fields of a group");
            }
            fieldsOf |= RuleNouns.FIELDS.contains(word.plain());
            answersOf |= word.plain().equals("angaben");
        }
        List<RuleToken> described = new ArrayList<>(RuleNouns.described(sequence));
        if (tokens.is(RuleToken.Kind.QUOTED)
                && (tokens.peek(1).kind() == RuleToken.Kind.ID
                        || (Set.of("(", "[").contains(tokens.peek(1).text())
                                && tokens.peek(2).kind() == RuleToken.Kind.ID))) {
            // "das Feld 'Name' (F60000000001)"
            described.addAll(RuleLabels.words(tokens.next()));
            within = false;
        }
        boolean bracket = tokens.sign("(");
        boolean square = !bracket && tokens.sign("[");
        if (bracket) {
            tokens.word(RuleNouns.FIELDS);
        }
        if (!tokens.is(RuleToken.Kind.ID)) {
            tokens.reset(start);
            return called();
        }
        FormPart part = scope.find(tokens.next().text());
        if (answersOf && fieldsOf && !(part instanceof FieldPart)) {
            throw new RuleMisread("the fields of a group");
        }
        if (!byIt || !described.stream().allMatch(RuleNouns::harmless)) {
            labels.describes(part, described, within);
        }
        if (bracket && tokens.sign(",") && tokens.label(part.head().label())) {
            within = false;
        }
        labels.label(part);
        if ((bracket && !tokens.sign(")")) || (square && !tokens.sign("]"))) {
            throw new RuleMisread("a bracket is not closed before " + tokens.rest());
        }
        if (bracket || square) {
            labels.label(part);
        }
        // "das in F60000000001 angegebene Datum"
        if (tokens.word(Set.of("angegebene", "angegebenen", "eingetragene", "eingetragenen"))) {
            List<RuleToken> noun = List.of(tokens.next());
            boolean general = RuleNouns.general(noun.getFirst().plain());
            if (!general) {
                labels.describes(part, noun, false);
            }
        }
        return part;
    }

    // ---- names without ids

    /// The element that is called so, where only one is.
    private FormPart called() throws RuleMisread {
        String wrong = "expected the id of an element instead of " + tokens.rest();
        while (tokens.isWord(RuleNouns.ARTICLE)
                || tokens.isWord(RuleNouns.FIELDS)
                || tokens.isWord(RuleNouns.GROUPS)) {
            tokens.next();
        }
        if (tokens.is(RuleToken.Kind.QUOTED)) {
            return scope.called(tokens.next().plain());
        }
        boolean noun =
                tokens.is(RuleToken.Kind.WORD)
                        && Character.isUpperCase(tokens.peek().text().codePointAt(0));
        String longest = "";
        int mark = tokens.mark();
        int end = mark;
        for (String name : noun ? scope.names() : Set.<String>of()) {
            tokens.reset(mark);
            if (name.length() > Math.max(3, longest.length()) && tokens.label(name)) {
                longest = name;
                end = tokens.mark();
            }
        }
        tokens.reset(end);
        String found = longest;
        if (found.isEmpty()
                || scope.names().stream()
                        .anyMatch(name ->
                                !name.equals(found)
                                        && List.of(name.split("[^a-z0-9]+", -1))
                                                .containsAll(List.of(found.split(" ", -1))))) {
            throw new RuleMisread(wrong);
        }
        return scope.called(found);
    }
}
