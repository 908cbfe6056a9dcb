package de.koblenz.kiosk.service.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.service.catalog.Fee;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldGroup;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.form.FormData;
import de.koblenz.kiosk.service.form.FormDefinition;
import de.koblenz.kiosk.service.form.Occurrence;
import de.koblenz.kiosk.service.form.Questionnaire;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Fees as formulas.
class FormulaTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 6);
    private static final FormDefinition FORM =
            new FormDefinition(
                    "f",
                    List.of(
                            Field.of("a", new FieldType.WholeNumber(0, 30_000, "")),
                            Field.of("b", new FieldType.WholeNumber(0, 30_000, "")),
                            Field.of("maybe", new FieldType.WholeNumber(0, 9, "")).optional(),
                            Field.of("euros", new FieldType.Money(0, 1_000_000)),
                            new FieldGroup(
                                    "dogs",
                                    new Occurrence(0, 5),
                                    List.of(
                                            Field.of("breed", new FieldType.WholeNumber(0, 9, ""))
                                                    .optional()),
                                    Condition.always())));

    private static Formula read(String text) throws FormulaText.Wrong {
        return FormulaText.read(
                text,
                name ->
                        switch (name) {
                            case "a", "b" ->
                                    Optional.of(
                                            new Formula.OfField(
                                                    FieldPath.of(name),
                                                    FeeUnit.parse("mm").orElseThrow()));
                            case "maybe" ->
                                    Optional.of(
                                            new Formula.OfField(FieldPath.of(name), FeeUnit.NONE));
                            case "euros" ->
                                    Optional.of(
                                            new Formula.OfField(FieldPath.of(name), FeeUnit.EURO));
                            default -> Optional.empty();
                        },
                name ->
                        name.equals("dogs")
                                ? Optional.of(new Formula.Entries(FieldPath.of(name)))
                                : Optional.empty());
    }

    private static Optional<Integer> cents(String text, FormData data) throws FormulaText.Wrong {
        return new FeeByAnswers(Optional.empty(), read(text), List.of())
                .bill("x", new Questionnaire(FORM, List.of()).view(data, TODAY))
                .map(Bill::cents);
    }

    @Test
    void theFeeOfAParkingPermitIsThatOfTheCatalogue() throws FormulaText.Wrong {
        Fee.ByArea catalogue = new Fee.ByArea(10_000, 45, 52);
        Random random = new Random(26);
        for (int i = 0; i < 2_000; i++) {
            int length = random.nextInt(1, 30_000);
            int width = random.nextInt(1, 30_000);
            FormData data =
                    FormData.EMPTY
                            .with("a", Integer.toString(length))
                            .with("b", Integer.toString(width));
            assertEquals(
                    Optional.of(catalogue.cents(length, width)),
                    cents("max(100 €, a * b * 0.45 €/m²/week * 52 weeks)", data),
                    length + " × " + width);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12 €                        | 1200",
                "12.5 € + 5 ct               | 1255",
                "2 * (3 € - 1 €)             | 400",
                "1 € - 3 €                   | 0",
                "10 € / 3                    | 333",
                "20 € / 3                    | 667",
                "min(3 €, 2 €, 4 €)          | 200",
                "ceil(8 days, 1 week) * 1 €/week | 200",
                "ceil(7 days, 1 week) * 1 €/week | 100",
                "14 months * 1 €/year        | 117",
                "maybe * 5 €                 | 0",
                "2 € × 3 · 2                 | 1200",
                "min(1 €,2 €)*max(1,2)       | 200",
                "0.005 €                     | 1"
            })
    void amountsAreReckonedAndRounded(String text, int expected) throws FormulaText.Wrong {
        assertEquals(Optional.of(expected), cents(text, FormData.EMPTY));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                   | expected a number, a field or (",
                "5                    | the whole is no amount in €, but a plain number",
                "a * 1 €              | the whole is no amount in €, but m·€",
                "1 € + 1              | units do not fit: € and a plain number",
                "max(1 €, a)          | units do not fit: € and m",
                "1 €/m + 1 €/week     | units do not fit",
                "ceil(1 €)            | ceil takes a value and a step",
                "unknown * 1 €        | 'unknown' is no field that can be reckoned with",
                "(1 €                 | expected ')'",
                "1 € €                | expected + - * / or the end",
                "1,5 €                | expected + - * / or the end",
                "min                  | expected '('"
            })
    void whatIsNoFormulaIsRefused(String text, String expected) {
        FormulaText.Wrong wrong = assertThrows(FormulaText.Wrong.class, () -> read(text));
        assertTrue(String.valueOf(wrong.getMessage()).contains(expected), wrong.getMessage());
    }

    @Test
    void nestingAndLengthEnd() {
        assertThrows(
                FormulaText.Wrong.class, () -> read("(".repeat(100) + "1 €" + ")".repeat(100)));
        assertThrows(FormulaText.Wrong.class, () -> read("1 €" + " + 1 €".repeat(200)));
    }

    @Test
    void nothingIsBilledAsLongAsAnAnswerIsMissingOrADivisorIsZero() throws FormulaText.Wrong {
        assertEquals(Optional.empty(), cents("a / 1 m * 1 €", FormData.EMPTY));
        assertEquals(Optional.empty(), cents("1 € / maybe", FormData.EMPTY));
        assertEquals(Optional.empty(), cents("ceil(1 €, maybe * 1 €)", FormData.EMPTY));
        assertEquals(
                Optional.empty(), cents("999999999 € * 999999999 * 999999999", FormData.EMPTY));
    }

    @Test
    void anAmountIsInEurosByItself() throws FormulaText.Wrong {
        assertEquals(Optional.of(125), cents("euros * 0.1", FormData.EMPTY.with("euros", "12.50")));
    }

    @Test
    void unitsAreReadAndOthersAreNot() {
        assertEquals(
                new BigDecimal("0.001"), FeeUnit.parse("mm").map(FeeUnit::factor).orElseThrow());
        for (String none : List.of("", "x", "m/", "/m", "m m", "€/x", "week/")) {
            assertEquals(Optional.empty(), FeeUnit.parse(none), none);
        }
    }

    private static Bill bill(String text, FormData data) throws FormulaText.Wrong {
        return new FeeByAnswers(Optional.empty(), read(text), List.of())
                .bill("Hund", new Questionnaire(FORM, List.of()).view(data, TODAY))
                .orElseThrow();
    }

    private static FormData dogs(int count) {
        FormData data = FormData.EMPTY;
        for (int i = 0; i < count; i++) {
            data = data.addInstance(FieldPath.of("dogs"));
        }
        return data;
    }

    @Test
    void eachEntryHasItsPriceAsPiecesOnTheReceipt() throws FormulaText.Wrong {
        for (String text :
                List.of(
                        "entries(dogs) * 6 €",
                        "6 € * entries( dogs )",
                        "min(entries(dogs), 9) * 6 €")) {
            assertEquals(
                    List.of(new Bill.Position("Hund", 3, 600)), bill(text, dogs(3)).positions());
        }
        assertEquals(0, bill("entries(dogs) * 6 €", dogs(0)).cents());
    }

    @Test
    void entriesHaveLimits() throws FormulaText.Wrong {
        assertEquals(
                List.of(new Bill.Position("Hund", 2, 600)),
                bill("min(entries(dogs), 2) * 6 €", dogs(5)).positions());
        assertEquals(1_800, bill("max(entries(dogs), 3) * 6 €", dogs(1)).cents());
        assertEquals(0, bill("max(entries(dogs) - 1, 0) * 6 €", dogs(0)).cents());
        assertEquals(
                List.of(new Bill.Position("Hund", 4, 600)),
                bill("(entries(dogs) - 1) * 6 €", dogs(5)).positions());
        assertEquals(1_900, bill("10 € + (entries(dogs) - 2) * 3 €", dogs(5)).cents());
        assertEquals(0, bill("(entries(dogs) - 1) * 6 €", dogs(0)).cents());
        assertEquals(Optional.of(5), cents("entries(dogs) * 0.015 €", dogs(3)), "4.5 cents");
    }

    @Test
    void anEntryThatWasRemovedCostsNothing() throws FormulaText.Wrong {
        FormData three = dogs(3);
        String second = three.instances(FieldPath.of("dogs")).get(1);
        FormData two = three.removeInstance(FieldPath.of("dogs"), second);
        assertEquals(1_200, bill("entries(dogs) * 6 €", two).cents());
    }

    @Test
    void moreEntriesThanAllowedHaveNoPrice() throws FormulaText.Wrong {
        assertEquals(Optional.empty(), cents("entries(dogs) * 6 €", dogs(6)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "entries(a) * 6 €      | at character 9 'a' is no repeated group whose entries can be counted",
                "entries() * 6 €       | at character 9 expected a repeated group",
                "entries * 6 €         | at character 9 expected '('",
                "entries(dogs * 6 €    | at character 14 expected ')'",
                "dogs * 6 €            | at character 1 'dogs' is no field that can be reckoned with",
                "entries(dogs) + 6 €   | at character 15 units do not fit: a plain number and €"
            })
    void aMistakeInEntriesIsSaidAtItsPlace(String text, String expected) {
        FormulaText.Wrong wrong = assertThrows(FormulaText.Wrong.class, () -> read(text));
        assertEquals(expected, wrong.getMessage());
    }
}
