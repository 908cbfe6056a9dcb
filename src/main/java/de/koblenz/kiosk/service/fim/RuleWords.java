package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.FormPart.FieldPart;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.ConditionText;
import de.koblenz.kiosk.service.form.FieldPath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Rules in words: for the report, and for citizens.
final class RuleWords {
    private static final int MOST_OF_HINT = 300;

    private static final Pattern ID =
            Pattern.compile(
                    "([FG][0-9]{5,12}(?:\\.[FG][0-9]{5,12})*(?:V[0-9]+(?:\\.[0-9]+){0,2})?)(?:\\s*(?:\"[^\"]*\"|'[^']*'))?");

    /// Words of sentences that no citizen can follow while typing.
    private static final Pattern NOT_FOR_CITIZENS =
            Pattern.compile(
                    "\\b(wenn|falls|sofern|dann|sonst|land|laender\\w*|bundes\\w*|berechn\\w*|errechn\\w*|summe|addier\\w*|register\\w*|codeliste\\w*|schema\\w*"
                            + "|automatisch\\w*|system\\w*|fachverfahren\\w*|behoerd\\w*|sachbearbeit\\w*|schnittstelle\\w*|datentyp\\w*|vor(zu)?be\\w*|antragsstrecke|xml|siehe|tbd|todo)\\b");

    private RuleWords() {}

    /// A sentence for the hint of a field.
    record Hint(FieldPath at, String sentence) {}

    /// The sentence as a hint, where it is one that a citizen can follow at one field.
    static Optional<Hint> hint(String text, RuleScope scope, Map<FieldPath, FormPart> all) {
        if (text.length() > MOST_OF_HINT
                || NOT_FOR_CITIZENS.matcher(RuleToken.plain(text)).find()) {
            return Optional.empty();
        }
        Set<FieldPath> named = new LinkedHashSet<>();
        Matcher ids = ID.matcher(RuleToken.normalised(text));
        while (ids.find()) {
            try {
                named.add(scope.find(ids.group(1)).path());
            } catch (RuleMisread _) {
                return Optional.empty();
            }
        }
        Optional<FieldPath> at =
                named.isEmpty() ? scope.place() : Optional.of(named.iterator().next());
        boolean field =
                at.filter(path ->
                                all.get(path) instanceof FieldPart part
                                        && part.field().kind().answered())
                        .isPresent();
        return field && named.size() <= 1
                ? at.map(path -> new Hint(path, forCitizens(text, scope)))
                : Optional.empty();
    }

    /// The sentence with the labels of elements in the place of their ids.
    static String forCitizens(String text, RuleScope scope) {
        Matcher ids = ID.matcher(RuleToken.normalised(text));
        String words =
                ids.replaceAll(found -> {
                    try {
                        return Matcher.quoteReplacement(
                                "„" + scope.find(found.group(1)).head().shortWords() + "“");
                    } catch (RuleMisread _) {
                        return Matcher.quoteReplacement(found.group());
                    }
                });
        return PlainWords.of(words);
    }

    /// Effects in the language of conditions.
    static String of(List<RuleEffect> effects) {
        List<String> words = new ArrayList<>();
        for (RuleEffect effect : effects) {
            words.add(
                    switch (effect) {
                        case RuleEffect.Required(FieldPath target, Condition when) ->
                                "required " + target + when(when);
                        case RuleEffect.Shown(FieldPath target, Condition when) ->
                                "visible " + target + when(when);
                        case RuleEffect.Hidden(FieldPath target, Condition when) ->
                                "visible " + target + when(Conditions.not(when));
                        case RuleEffect.Optional(FieldPath target, Condition when) ->
                                "optional " + target + when(when);
                        case RuleEffect.Must(var _, Condition what, Condition when) ->
                                "must " + ConditionText.write(what) + when(when);
                        case RuleEffect.Count(
                                        List<FieldPath> of,
                                        boolean some,
                                        boolean single,
                                        boolean yes,
                                        Condition when) ->
                                (some && single
                                                ? "exactly one of "
                                                : some ? "at least one of " : "at most one of ")
                                        + of
                                        + (yes ? " is yes" : "")
                                        + when(when);
                    });
        }
        return String.join("; ", words);
    }

    private static String when(Condition when) {
        return when instanceof Condition.Always ? "" : " when " + ConditionText.write(when);
    }
}
