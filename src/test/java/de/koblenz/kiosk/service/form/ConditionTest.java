package de.koblenz.kiosk.service.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.koblenz.kiosk.service.form.Condition.Comparison;
import de.koblenz.kiosk.service.form.Condition.Operand;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Conditions: what they mean, and how they are written.
class ConditionTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 6);
    private static final Map<String, String> ANSWERS =
            Map.ofEntries(
                    Map.entry("owner", "other"),
                    Map.entry("length", "4350"),
                    Map.entry("weight", "1.50"),
                    Map.entry("born", "2008-06-06"),
                    Map.entry("start", "2026-07-01"),
                    Map.entry("name", "O'Neill"),
                    Map.entry("again", "other"),
                    Map.entry("year", "2026"),
                    Map.entry("g.n", "-3"),
                    Map.entry("yes", "true"),
                    Map.entry("from", "09:30"),
                    Map.entry("till", "17:05"));

    private static Optional<String> value(FieldPath path) {
        return Optional.ofNullable(ANSWERS.get(path.toString()));
    }

    private static boolean holds(String text) {
        return switch (ConditionText.read(text)) {
            case ConditionText.Read(Condition condition) ->
                    condition.holds(ConditionTest::value, TODAY);
            case ConditionText.Mistake mistake -> throw new AssertionError(text + ": " + mistake);
        };
    }

    /// Answers of numbers are kept in one way, so that what is written otherwise is a text.
    @ParameterizedTest
    @CsvSource({
        "12.50, 12.5, true",
        "7, 7, true",
        "-3, -3.00, true",
        "007, 7, false",
        "01067, 1067, false",
        "1.0, 1.00, false",
        "A, a, false"
    })
    void theSameIsTheSameNumberOrTheSameText(String one, String other, boolean same) {
        FieldPath first = FieldPath.of("one");
        FieldPath second = FieldPath.of("other");
        Condition alike =
                new Condition.Compare(
                        first, Comparison.SAME, new Condition.Operand.OfField(second));
        Map<FieldPath, String> answers = Map.of(first, one, second, other);
        assertEquals(same, alike.holds(path -> Optional.ofNullable(answers.get(path)), TODAY));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "always;true",
                "never;false",
                "owner = other;true",
                "owner = Other;false",
                "owner != self;true",
                "owner == again;true",
                "owner == name;false",
                "owner == missing;false",
                "year <= today;true",
                "year < today;false",
                "year >= today - 1 years;true",
                "missing = x;false",
                "missing != x;true",
                "missing is empty;true",
                "owner is filled;true",
                "owner in [self, other];true",
                "owner in [self];false",
                "name = 'O''Neill';true",
                "yes = true;true",
                "length > 4349;true",
                "length > 4350;false",
                "length >= 4350.0;true",
                "weight == 1.5;true",
                "weight = 1.5;false",
                "g.n < -2;true",
                "g.n = -3;true",
                "born <= today - 18 years;true",
                "born <= today - 19 years;false",
                "start > today;true",
                "start <= today + 4 weeks;true",
                "start < 2026-07-01;false",
                "start <= 2026-07-01;true",
                "start > born;true",
                "from < till;true",
                "from >= till;false",
                "from < 10:00;true",
                "from < '10:00';true",
                "from <= 09:30;true",
                "from < 09:30;false",
                "from == 09:30;true",
                "from = 09:30;true",
                "from != 09:30;false",
                "till in [17:05, 18:00];true",
                "till > 09:59 and till < 23:59;true",
                "from > born;false",
                "from < 10;false",
                "length > from;false",
                "missing < 10:00;false",
                "length > born;false",
                "length > missing;false",
                "missing < 5;false",
                "owner > 5;false",
                "not owner = self;true",
                "not not yes = true;true",
                "owner = self or length > 1 and yes = true;true",
                "(owner = self or length > 1) and yes = false;false",
                "owner = self and yes = true or yes = true;true",
            })
    void meaning(String text, boolean expected) {
        assertEquals(expected, holds(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                ";1",
                "owner;6",
                "owner =;8",
                "owner = = x;9",
                "owner = self and;17",
                "owner = self owner;14",
                "(owner = self;14",
                "owner in self;10",
                "owner in [];11",
                "owner in [self,;16",
                "owner is there;10",
                "length > 'x';10",
                "from < 24:00;8",
                "from < 9:30;8",
                "from < 09:60;8",
                "from < 09:3;8",
                "from < -09:30;9",
                "from < 09:30:00;10",
                "length > today + 3;19",
                "length > today + x days;18",
                "owner = 'open;9",
                "System.exit(0);12",
                "${x} = 1;1",
                "and = 1;1",
                "owner[a1] = 1;6",
                "1a = 2;1"
            })
    void mistakesAreLocated(String text, int position) {
        String written = text == null ? "" : text;
        if (ConditionText.read(written) instanceof ConditionText.Mistake mistake) {
            assertEquals(position, mistake.position(), mistake.message());
        } else {
            throw new AssertionError("read: " + written);
        }
    }

    @Test
    void endlessTextsAreRefused() {
        for (String endless :
                List.of(
                        "(".repeat(1999),
                        "not ".repeat(400) + "a = b",
                        "a = b or ".repeat(1000),
                        "(a=b or (c=d and ".repeat(100))) {
            assertEquals(
                    ConditionText.Mistake.class, ConditionText.read(endless).getClass(), endless);
        }
    }

    @Test
    void conditionsMadeByProgramsHaveALimitedDepth() {
        assertThrows(
                IllegalArgumentException.class,
                () -> {
                    Condition deep = Condition.always();
                    for (int i = 0; i < 100_000; i++) {
                        deep = new Condition.Not(deep);
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "always",
                "vehicle.owner in [company, other]",
                "a = 1 or (b != 'two words' and not (c > 3))",
                "(a = 1 or b = 2) and c is filled",
                "start >= today - 3 months"
            })
    void whatIsWellWrittenIsWrittenTheSame(String text) {
        switch (ConditionText.read(text)) {
            case ConditionText.Read(Condition condition) ->
                    assertEquals(text, ConditionText.write(condition));
            case ConditionText.Mistake mistake -> throw new AssertionError(mistake.toString());
        }
    }

    @Test
    void whatIsWrittenIsReadBackTheSame() {
        Random random = new Random(20260606);
        for (int i = 0; i < 5_000; i++) {
            Condition condition = any(random, 4);
            assertEquals(
                    new ConditionText.Read(condition),
                    ConditionText.read(ConditionText.write(condition)));
        }
    }

    /// The evaluator against a second, naive one that works on the text's own shape.
    @Test
    void allAnyAndNotFollowDeMorgan() {
        Random random = new Random(7);
        int held = 0;
        for (int i = 0; i < 5_000; i++) {
            Condition left = any(random, 3);
            Condition right = any(random, 3);
            boolean a = left.holds(ConditionTest::value, TODAY);
            boolean b = right.holds(ConditionTest::value, TODAY);
            held += a ? 1 : 0;
            Condition both = new Condition.All(List.of(left, right));
            Condition dual =
                    new Condition.Not(
                            new Condition.Any(
                                    List.of(new Condition.Not(left), new Condition.Not(right))));
            assertEquals(a && b, both.holds(ConditionTest::value, TODAY));
            assertEquals(a && b, dual.holds(ConditionTest::value, TODAY));
        }
        assertEquals(true, held > 500 && held < 4_500, "conditions all alike: " + held);
    }

    private static Condition any(Random random, int depth) {
        FieldPath field =
                FieldPath.parse(List.of("owner", "length", "born", "g.n").get(random.nextInt(4)));
        int kind = random.nextInt(depth == 0 ? 6 : 9);
        return switch (kind) {
            case 0 -> new Condition.Equals(field, value(random));
            case 1 -> new Condition.In(field, Set.of(value(random), "x"));
            case 2 -> new Condition.Empty(field);
            case 3, 4 ->
                    new Condition.Compare(
                            field,
                            Comparison.values()[random.nextInt(Comparison.values().length)],
                            operand(random));
            case 5 -> random.nextBoolean() ? Condition.always() : Condition.never();
            case 6 -> new Condition.All(parts(random, depth));
            case 7 -> new Condition.Any(parts(random, depth));
            default -> new Condition.Not(any(random, depth - 1));
        };
    }

    private static List<Condition> parts(Random random, int depth) {
        List<Condition> parts = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            parts.add(any(random, depth - 1));
        }
        return parts;
    }

    private static Operand operand(Random random) {
        return switch (random.nextInt(5)) {
            case 3 -> new Operand.Value("1" + random.nextInt(10) + ":4" + random.nextInt(10));
            case 0 -> new Operand.Value(Integer.toString(random.nextInt(9000) - 3000));
            case 1 -> new Operand.Value("2026-0" + (1 + random.nextInt(9)) + "-15");
            case 2 -> new Operand.OfField(FieldPath.of("length"));
            default ->
                    new Operand.Day(
                            new DateBound.FromToday(
                                    random.nextInt(9000) - 4500,
                                    List.of(ChronoUnit.DAYS, ChronoUnit.WEEKS, ChronoUnit.MONTHS)
                                            .get(random.nextInt(3))));
        };
    }

    private static String value(Random random) {
        return List.of("other", "4350", "it's", "and", "ä ]", "-3", "", "today", "09:30")
                .get(random.nextInt(9));
    }
}
