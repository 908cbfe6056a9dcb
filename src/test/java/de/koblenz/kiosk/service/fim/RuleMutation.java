package de.koblenz.kiosk.service.fim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Ways to change a rule sentence so that it says something else, or nothing clear.
enum RuleMutation {
    /// A word that the grammar does not know is put somewhere: nothing may be enforced.
    FOREIGN_WORD,
    /// A word that carries the meaning is left out: not the same as before.
    LOST_WORD,
    /// A word is exchanged for its opposite: not the same as before.
    OPPOSITE,
    /// "nicht" is put somewhere: not the same as before.
    DENIED,
    /// "und" and "oder" are exchanged: not the same as before.
    JOINT;

    /// Words between and within which something is put.
    private static final Pattern WORD =
            Pattern.compile(
                    "\"[^\"]*\"|'[^']*'|[FG][0-9.]+[0-9]|[0-9][0-9.,]*|\\p{L}[\\p{L}-]*|<=|>=|<>|!=|==|[^\\s]");

    private static final List<String> FOREIGN =
            List.of(
                    "teilweise",
                    "möglichst",
                    "gegebenenfalls",
                    "grundsätzlich",
                    "ausnahmsweise",
                    "fast",
                    "ungefähr",
                    "selten",
                    "kaum",
                    "nahezu",
                    "doppelt",
                    "künftig",
                    "vielleicht",
                    "bekannt",
                    "mehrfach",
                    "sollte",
                    "vorher",
                    "Behörde",
                    "Summe",
                    "Jahr",
                    "ohne",
                    "bzw.",
                    "weniger",
                    "halb",
                    "früher",
                    "einmal",
                    "beliebig",
                    "ersatzweise");

    private static final Set<String> CARRYING =
            Set.of(
                    "nicht",
                    "kein",
                    "keine",
                    "keinen",
                    "keines",
                    "nur",
                    "weder",
                    "ungleich",
                    "höchstens",
                    "genau",
                    "entweder",
                    "<>",
                    "!=",
                    "≠",
                    "nichts",
                    "ohne",
                    "ausser",
                    "außer");

    private static final Map<String, String> OPPOSITES =
            Map.ofEntries(
                    Map.entry("=", "<>"),
                    Map.entry("<>", "="),
                    Map.entry("!=", "="),
                    Map.entry("<", ">"),
                    Map.entry(">", "<"),
                    Map.entry("<=", ">="),
                    Map.entry(">=", "<="),
                    Map.entry("vor", "nach"),
                    Map.entry("nach", "vor"),
                    Map.entry("größer", "kleiner"),
                    Map.entry("kleiner", "größer"),
                    Map.entry("mindestens", "höchstens"),
                    Map.entry("höchstens", "mindestens"),
                    Map.entry("genau", "mindestens"),
                    Map.entry("muss", "kann"),
                    Map.entry("müssen", "sollen"),
                    Map.entry("ja", "nein"),
                    Map.entry("nein", "ja"),
                    Map.entry("leer", "ausgefüllt"),
                    Map.entry("ausgefüllt", "leer"),
                    Map.entry("angezeigt", "ausgeblendet"),
                    Map.entry("ausgeblendet", "angezeigt"),
                    Map.entry("eingeblendet", "ausgeblendet"),
                    Map.entry("anzuzeigen", "auszublenden"),
                    Map.entry("pflichtfeld", "optional"),
                    Map.entry("zukunft", "vergangenheit"),
                    Map.entry("vergangenheit", "zukunft"),
                    Map.entry("wenn", "außer wenn"),
                    Map.entry("sonst", "zugleich"),
                    Map.entry("aktiviere", "deaktiviere"),
                    Map.entry("deaktiviere", "aktiviere"));

    /// Whether the sentence says by another word what this one says.
    private static boolean saidTwice(String word, String sentence) {
        return switch (word) {
            case "genau" -> sentence.contains("genau dann") || sentence.contains("muss genau");
            case "entweder" ->
                    sentence.contains("nicht beide")
                            || sentence.contains("nicht aber beide")
                            || sentence.contains("nicht jedoch beide")
                            || sentence.contains("oder keine")
                            || sentence.matches(".*entweder [0-9].*");
            // What is shown under a condition is shown only then.
            case "nur" -> !sentence.contains("eines");
            case "höchstens" -> sentence.contains("begrenzt");
            default -> false;
        };
    }

    /// Whether it does not matter how a list is joined, as its number is said.
    private static boolean listed(String sentence) {
        return sentence.matches(
                "(?s).*(eine[ns]? (der|von|dieser)|[Bb]ei [0-9]+ (und|oder)|befüllt sind, DANN muss [FG][0-9]+ (größer|kleiner)|eine der|Genau|genau|Höchstens|Mindestens|mindestens|keine[ns]? der|beiden|nur die Codes|(oder|und) mehr|Von den|Werte).*");
    }

    /// What may come of a mutant.
    enum Allowed {
        /// Nothing is enforced.
        NOTHING,
        /// Something else is enforced, or nothing.
        OTHER
    }

    /// A changed sentence.
    record Mutant(String sentence, Allowed allowed, String change) {}

    /// The sentence changed at one place.
    ///
    /// @param at a number of any size that picks the place
    /// @param pick a number of any size that picks the word
    Optional<Mutant> apply(String sentence, int at, int pick) {
        List<int[]> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(RuleToken.normalised(sentence));
        String normal = RuleToken.normalised(sentence);
        while (matcher.find()) {
            words.add(new int[] {matcher.start(), matcher.end()});
        }
        int place = Math.floorMod(at, words.size());
        int start = words.get(place)[0];
        int end = words.get(place)[1];
        String word = normal.substring(start, end);
        String small = word.toLowerCase(Locale.GERMAN);
        String before = normal.substring(0, start);
        String behind = normal.substring(end);
        return switch (this) {
            case FOREIGN_WORD -> {
                String foreign = FOREIGN.get(Math.floorMod(pick, FOREIGN.size()));
                // "Jahr" is no foreign word beside a name that has "Jahren".
                yield normal.contains(foreign)
                        ? Optional.empty()
                        : Optional.of(
                                new Mutant(
                                        before + " " + foreign + " " + word + behind,
                                        Allowed.NOTHING,
                                        "+" + foreign));
            }
            case DENIED ->
                    Optional.of(
                            new Mutant(
                                    before + " nicht " + word + behind, Allowed.OTHER, "+nicht"));
            case JOINT -> {
                boolean and = small.equals("und");
                boolean joint = (and || small.equals("oder")) && !listed(normal);
                yield joint
                        ? Optional.of(
                                new Mutant(
                                        before + (and ? "oder" : "und") + behind,
                                        Allowed.OTHER,
                                        word + "→" + (and ? "oder" : "und")))
                        : Optional.empty();
            }
            case LOST_WORD ->
                    CARRYING.contains(small) && !saidTwice(small, normal)
                            ? Optional.of(new Mutant(before + behind, Allowed.OTHER, "-" + word))
                            : Optional.empty();
            case OPPOSITE -> {
                String bare = small.replaceAll("[\"']", "");
                String other = OPPOSITES.get(bare);
                // What must be at most five can be at most five.
                boolean limit =
                        bare.equals("muss") && behind.matches("(?s)\\s*(höchstens|maximal)\\b.*");
                yield other == null || limit
                        ? Optional.empty()
                        : Optional.of(
                                new Mutant(
                                        before
                                                + word.toLowerCase(Locale.GERMAN)
                                                        .replace(bare, other)
                                                + behind,
                                        Allowed.OTHER,
                                        word + "→" + other));
            }
        };
    }
}
