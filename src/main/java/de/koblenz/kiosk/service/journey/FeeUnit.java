package de.koblenz.kiosk.service.journey;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A unit of what a fee is reckoned with: `€`, `mm`, `€/m²/week`. Weeks are seven days; months and years are no days.
///
/// @param factor how many of the base units (€, m, kg, day, month) one of it is
/// @param powers of the base units, none of them 0
public record FeeUnit(BigDecimal factor, Map<String, Integer> powers) {
    /// A plain number.
    public static final FeeUnit NONE = new FeeUnit(BigDecimal.ONE, Map.of());

    public static final FeeUnit EURO = new FeeUnit(BigDecimal.ONE, Map.of("€", 1));

    private static final Map<String, FeeUnit> WORDS = words();

    /// Words for units, the longest first.
    private static final String WORD =
            String.join(
                    "|",
                    WORDS.keySet().stream()
                            .sorted((a, b) -> Integer.compare(b.length(), a.length()))
                            .map(Pattern::quote)
                            .toList());

    /// A unit at the beginning of a text; a word that goes on is none.
    static final Pattern WRITTEN =
            Pattern.compile("(?:" + WORD + ")(?:/(?:" + WORD + ")(?![\\w.\\-]))*(?![\\w.\\-])");

    public FeeUnit {
        powers = Map.copyOf(powers);
    }

    private static Map<String, FeeUnit> words() {
        Map<String, FeeUnit> words = new LinkedHashMap<>();
        for (String euro : List.of("€", "EUR", "Euro")) {
            words.put(euro, EURO);
        }
        for (String cent : List.of("ct", "Cent")) {
            words.put(cent, base("0.01", "€", 1));
        }
        words.put("mm", base("0.001", "m", 1));
        words.put("cm", base("0.01", "m", 1));
        words.put("m", base("1", "m", 1));
        words.put("km", base("1000", "m", 1));
        for (String square : List.of("m²", "m2", "qm")) {
            words.put(square, base("1", "m", 2));
        }
        words.put("ha", base("10000", "m", 2));
        for (String cubic : List.of("m³", "m3", "cbm")) {
            words.put(cubic, base("1", "m", 3));
        }
        words.put("kg", base("1", "kg", 1));
        words.put("t", base("1000", "kg", 1));
        put(words, base("1", "day", 1), "day", "days", "Tag", "Tage");
        put(words, base("7", "day", 1), "week", "weeks", "Woche", "Wochen");
        put(words, base("1", "month", 1), "month", "months", "Monat", "Monate");
        put(words, base("12", "month", 1), "year", "years", "Jahr", "Jahre");
        return words;
    }

    private static void put(Map<String, FeeUnit> words, FeeUnit unit, String... names) {
        for (String name : names) {
            words.put(name, unit);
        }
    }

    private static FeeUnit base(String factor, String base, int power) {
        return new FeeUnit(new BigDecimal(factor), Map.of(base, power));
    }

    /// The unit that `text` writes; empty where it is none.
    public static Optional<FeeUnit> parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            return Optional.empty();
        }
        String[] parts = text.strip().split("/", -1);
        FeeUnit unit = word(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            FeeUnit by = word(parts[i]);
            unit =
                    new FeeUnit(
                            unit.factor.divide(by.factor, Formula.PRECISION),
                            joined(unit.powers, by.powers, -1));
        }
        return Optional.of(unit);
    }

    private static FeeUnit word(String word) {
        return WORDS.getOrDefault(word, NONE);
    }

    /// Powers of a product (`sign` 1) or a quotient (-1).
    static Map<String, Integer> joined(
            Map<String, Integer> left, Map<String, Integer> right, int sign) {
        Map<String, Integer> powers = new TreeMap<>(left);
        right.forEach((base, power) -> powers.merge(base, sign * power, Integer::sum));
        powers.values().removeIf(power -> power == 0);
        return powers;
    }

    /// Powers in words for people: `€·m^-2`; `a plain number` for none.
    static String words(Map<String, Integer> powers) {
        if (powers.isEmpty()) {
            return "a plain number";
        }
        return String.join(
                "·",
                new TreeMap<>(powers)
                        .entrySet().stream()
                                .map(entry ->
                                        entry.getKey()
                                                + (entry.getValue() == 1
                                                        ? ""
                                                        : "^" + entry.getValue()))
                                .toList());
    }
}
