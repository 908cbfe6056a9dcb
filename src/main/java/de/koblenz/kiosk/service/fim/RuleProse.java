package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.FormPart.FieldPart;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.Condition.Comparison;
import de.koblenz.kiosk.service.form.Condition.Operand;
import de.koblenz.kiosk.service.form.FieldPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Everyday words before the condition that says the same in brackets: `eine Zuwendung beantragt wird (F1 ist befüllt)`.
///
/// The brackets decide. The words before them may only be such as cannot say anything else: nouns, words of the elements, verbs
/// of having and asking for; a number, a comparison, a denial and the wording of a code must be those of the brackets.
final class RuleProse {
    private static final int MOST_WORDS = 14;
    private static final RulePhrases THAT_IS =
            RulePhrases.of("d . h . ,|:?", "das heisst ,|:?", "also|sprich|hier ,|:?");
    private static final Set<String> SMALL =
            Set.of(
                    ("es sich um an am auf durch gegen man sie er so diese dieser dieses einer einem eines einen ihre seine "
                                    + "ab ueber unter bis vor nach mit bei fuer in im zu zum zur")
                            .split(" "));
    private static final Set<String> VERBS =
            Set.of(
                    ("ist sind war wird werden wurde wurden soll sollen will moechte liegt liegen vorliegt vorliegen handelt "
                                    + "besteht bestehen gibt hat haben findet statt stattfindet erfolgt kommt vorhanden geplant "
                                    + "noetig betrifft gehoert dient begehrt wuenscht beabsichtigt plant beantragt fuehrt "
                                    + "nutzt besitzt verfuegt lebt wohnt nimmt stellt umfasst betraegt")
                            .split(" "));
    private static final Pattern PARTICIPLE =
            Pattern.compile(
                    "(ge|be|ver|er|ent|zer|[a-z]{2,7}ge|[a-z]{2,7}be|[a-z]{2,7}zu)[a-z]{3,}(t|en)");
    private static final Set<String> LIMITING =
            Set.of(
                    ("bekannt bestimmt vermehrt erneut entsprechend gesamt insgesamt gesondert getrennt gemeinsam vereinzelt "
                                    + "verspaetet begrenzt beschraenkt berechtigt gelegentlich gegebenen bereits beiden gegenueber "
                                    + "bedingt vermutet gerundet verdoppelt halbiert gemindert")
                            .split(" "));
    private static final Set<String> DENIAL =
            Set.of(
                    "nicht", "kein", "keine", "keinen", "keiner", "keines", "ohne", "fehlt",
                    "fehlen");
    private static final RulePhrases AT_LEAST = RulePhrases.of("ab|mindestens|wenigstens");
    private static final RulePhrases MORE =
            RulePhrases.of("mehr als", "groesser als", "ueber|nach");
    private static final RulePhrases LESS =
            RulePhrases.of("weniger als", "kleiner als", "unter|vor");
    private static final RulePhrases AT_MOST = RulePhrases.of("bis zu?", "hoechstens|maximal");

    private final RuleTokens tokens;
    private final RuleNames names;
    private final RuleAges.Bracketed formal;
    private final RuleAges.Bracketed picked;

    RuleProse(
            RuleTokens tokens,
            RuleNames names,
            RuleAges.Bracketed formal,
            RuleAges.Bracketed picked) {
        this.tokens = tokens;
        this.names = names;
        this.formal = formal;
        this.picked = picked;
    }

    /// The condition in the brackets behind such words; nothing is taken where that is not said.
    Optional<Condition> condition() {
        int start = tokens.mark();
        int length = length();
        if (length == 0) {
            return Optional.empty();
        }
        tokens.reset(start + length);
        tokens.next();
        tokens.take(THAT_IS);
        Optional<Condition> inner = inner();
        int end = tokens.mark();
        tokens.reset(start);
        if (inner.isEmpty() || !fits(length, inner.get())) {
            tokens.reset(start);
            return Optional.empty();
        }
        tokens.reset(end);
        trailing();
        return inner;
    }

    /// How many words stand before the next bracket; 0 where there is something else between.
    private int length() {
        for (int i = 0; i <= MOST_WORDS; i++) {
            RuleToken token = tokens.peek(i);
            if (token.text().equals("(")) {
                return i;
            }
            boolean word =
                    token.kind() == RuleToken.Kind.WORD
                            || token.kind() == RuleToken.Kind.NUMBER
                            || token.kind() == RuleToken.Kind.DATE
                            || (i > 0 && token.text().equals("€"));
            if (!word) {
                return 0;
            }
        }
        return 0;
    }

    private Optional<Condition> inner() {
        int mark = tokens.mark();
        for (RuleAges.Bracketed way : List.of(formal, picked)) {
            tokens.reset(mark);
            try {
                Condition said = way.condition();
                if (tokens.sign(")")) {
                    return Optional.of(said);
                }
            } catch (RuleMisread _) {
                // Then it is said in another way, or not at all.
            }
        }
        return Optional.empty();
    }

    /// "… (F1 = ja) beantragt wird,": what is left of the words.
    private void trailing() {
        int mark = tokens.mark();
        while (tokens.is(RuleToken.Kind.WORD)
                && (VERBS.contains(tokens.peek().plain()) || participle(tokens.peek().plain()))) {
            tokens.next();
        }
        if (!tokens.isSign(",") && !tokens.isWord(Set.of("und", "oder", "dann", "so"))) {
            tokens.reset(mark);
        }
    }

    private static boolean participle(String plain) {
        return PARTICIPLE.matcher(plain).matches() && !LIMITING.contains(plain);
    }

    // ---- whether the words can say the same

    private boolean fits(int length, Condition inner) {
        int start = tokens.mark();
        List<FieldPart> fields = new ArrayList<>();
        for (FormPart part : names.parts(List.copyOf(inner.fields()))) {
            if (part instanceof FieldPart field) {
                fields.add(field);
            }
        }
        Map<FieldPath, Set<String>> chosen = new HashMap<>();
        List<Condition.Compare> compared = new ArrayList<>();
        collect(inner, chosen, compared);
        List<String> own = new ArrayList<>();
        fields.forEach(field -> own.addAll(names.words(field)));
        List<String> values = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (FieldPart field : fields) {
            Set<String> codes = chosen.getOrDefault(field.path(), Set.of());
            for (SchemaElement.Value value : field.values()) {
                (codes.contains(value.code()) ? values : others)
                        .addAll(RuleCodes.words(value.name()));
            }
        }
        RuleToken last = tokens.peek(length - 1);
        if (SMALL.contains(last.plain()) && !last.plain().equals("vor")) {
            // "Liegt eine Zuwendung nach (…)"
            return false;
        }
        // "Soll eine Person mitkommen"
        boolean wanted = tokens.isWord(Set.of("soll", "sollen", "will", "wollen", "moechte"));
        List<RuleToken> nouns = new ArrayList<>();
        int denials = 0;
        boolean numbers = false;
        Optional<Comparison> comparison = Optional.empty();
        int end = start + length;
        while (tokens.mark() < end) {
            Optional<Comparison> here = numberAhead(end) ? comparing() : Optional.empty();
            if (here.isPresent()) {
                if (comparison.isPresent()) {
                    return false;
                }
                comparison = here;
                continue;
            }
            RuleToken token = tokens.next();
            String plain = token.plain();
            if (token.kind() == RuleToken.Kind.NUMBER || token.kind() == RuleToken.Kind.DATE) {
                boolean unit = tokens.isSign("€");
                if (unit) {
                    tokens.next();
                }
                numbers = true;
                if (compared.stream().noneMatch(one -> names(one, token))) {
                    return false;
                }
                continue;
            }
            if (DENIAL.contains(plain)) {
                denials++;
                continue;
            }
            boolean mine = RuleNouns.akin(own, plain) || RuleNouns.akin(values, plain);
            boolean small =
                    (token.equals(last) && wanted && plain.endsWith("en"))
                            || SMALL.contains(plain)
                            || RuleNouns.general(plain)
                            || VERBS.contains(plain)
                            || participle(plain);
            boolean joined =
                    (plain.equals("oder") && joins(inner, false))
                            || (plain.equals("und") && joins(inner, true));
            boolean another = RuleNouns.akin(others, plain) && !RuleNouns.akin(values, plain);
            if (another && !RuleNouns.general(plain)) {
                return false;
            }
            if (!mine && !small && !joined && !RuleNouns.harmless(token)) {
                return false;
            }
            if (mine || (!small && !joined)) {
                nouns.add(token);
            }
        }
        boolean compares =
                !numbers
                        || compared.stream().allMatch(one -> one.comparison() == Comparison.SAME)
                        || comparison.isPresent();
        Optional<Comparison> said = comparison;
        boolean same =
                said.isEmpty() || compared.stream().anyMatch(one -> one.comparison() == said.get());
        List<String> all = new ArrayList<>(own);
        all.addAll(values);
        return compares
                && same
                && !nouns.isEmpty()
                && denials == (negative(inner) ? 1 : 0)
                && !ofAnother(fields, nouns, all);
    }

    /// Whether the words speak of another element rather than of these.
    private boolean ofAnother(List<FieldPart> fields, List<RuleToken> nouns, List<String> own) {
        boolean any = nouns.stream().anyMatch(noun -> RuleNouns.akin(own, noun.plain()));
        return !any
                && !fields.isEmpty()
                && names.others(fields.getFirst()).stream()
                        .anyMatch(other ->
                                nouns.stream()
                                        .allMatch(noun ->
                                                RuleNouns.akin(names.words(other), noun.plain())));
    }

    private boolean numberAhead(int end) {
        for (int i = 0; tokens.mark() + i < end; i++) {
            RuleToken.Kind kind = tokens.peek(i).kind();
            if (kind == RuleToken.Kind.NUMBER || kind == RuleToken.Kind.DATE) {
                return true;
            }
        }
        return false;
    }

    private Optional<Comparison> comparing() {
        return tokens.take(AT_LEAST)
                ? Optional.of(Comparison.AT_LEAST)
                : tokens.take(AT_MOST)
                        ? Optional.of(Comparison.AT_MOST)
                        : tokens.take(MORE)
                                ? Optional.of(Comparison.MORE)
                                : tokens.take(LESS)
                                        ? Optional.of(Comparison.LESS)
                                        : Optional.empty();
    }

    /// Whether a number or day is the one that is compared with.
    private static boolean names(Condition.Compare compare, RuleToken token) {
        if (!(compare.operand() instanceof Operand.Value(String value))) {
            return false;
        }
        if (token.kind() == RuleToken.Kind.DATE) {
            return RuleDays.written(token.text())
                    .map(Object::toString)
                    .filter(value::equals)
                    .isPresent();
        }
        String plain = token.text().replaceAll("\\.(?=[0-9]{3}(\\D|$))", "").replace(',', '.');
        return plain.equals(value);
    }

    private static boolean joins(Condition inner, boolean and) {
        return and
                ? inner instanceof Condition.All || inner instanceof Condition.In
                : inner instanceof Condition.Any || inner instanceof Condition.In;
    }

    /// Whether a condition says that something is not.
    private static boolean negative(Condition inner) {
        return switch (inner) {
            case Condition.Not(Condition of) -> !negative(of);
            case Condition.Empty _ -> true;
            case Condition.Equals(var _, String value) -> value.equals("false");
            case Condition.All(List<Condition> parts) ->
                    parts.stream().allMatch(RuleProse::negative);
            case Condition.Any(List<Condition> parts) ->
                    parts.stream().allMatch(RuleProse::negative);
            case Condition.In _, Condition.Compare _, Condition.Always(), Condition.Never() ->
                    false;
        };
    }

    private static void collect(
            Condition inner, Map<FieldPath, Set<String>> chosen, List<Condition.Compare> compared) {
        switch (inner) {
            case Condition.Equals(FieldPath field, String value) ->
                    chosen.computeIfAbsent(field, _ -> new HashSet<>()).add(value);
            case Condition.In(FieldPath field, Set<String> values) ->
                    chosen.computeIfAbsent(field, _ -> new HashSet<>()).addAll(values);
            case Condition.Compare compare -> compared.add(compare);
            case Condition.All(List<Condition> parts) ->
                    parts.forEach(part -> collect(part, chosen, compared));
            case Condition.Any(List<Condition> parts) ->
                    parts.forEach(part -> collect(part, chosen, compared));
            case Condition.Not(Condition part) -> collect(part, chosen, compared);
            case Condition.Empty _, Condition.Always(), Condition.Never() -> {}
        }
    }
}
