package de.koblenz.kiosk.service.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Day, month and year of a birth that may be known in part are one date.
class BirthDateTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 6);

    private static Field number(String id) {
        return Field.of(id, new FieldType.WholeNumber(1, 2099, "")).requiredIf(Condition.never());
    }

    private static FieldGroup birth(String id, String prefix) {
        return FieldGroup.once(
                id, number(prefix + "231"), number(prefix + "232"), number(prefix + "233"));
    }

    private static List<String> errors(FieldGroup group, String prefix, String date) {
        FormData data = FormData.EMPTY;
        String[] parts = date.split("-", -1);
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].isEmpty()) {
                data = data.with(group.id() + "." + prefix + (231 + i), parts[i]);
            }
        }
        return new FormView(new FormDefinition("test", List.of(group)), data, TODAY)
                .errors().stream().map(error -> error.path().id() + " " + error.code()).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "31-12-1990, ''",
        "29-2-2000, ''",
        "6-6-2026, ''",
        "--1990, ''",
        "-2-1990, ''",
        "29-2-, ''",
        "31--1990, ''",
        "-6-2026, ''",
        "--, ''",
        "31-2-1990, 233 FIELD-DATE",
        "29-2-1999, 233 FIELD-DATE",
        "31-4-1990, 233 FIELD-DATE",
        "30-2-, 232 FIELD-DATE",
        "1-13-1990, 233 FIELD-DATE",
        "31-2-2099, 233 FIELD-DATE",
        "7-6-2026, 233 FIELD-FUTURE",
        "-7-2026, 233 FIELD-FUTURE",
        "--2027, 233 FIELD-FUTURE"
    })
    void theThreeMakeADayThatWas(String date, String wrong) {
        for (String prefix : List.of("F60000000", "F60000")) {
            assertEquals(
                    wrong.isEmpty() ? List.of() : List.of(prefix + wrong),
                    errors(birth("G1", prefix), prefix, date),
                    date);
        }
    }

    @Test
    void onlyTheHarmonisedFieldsAreABirth() {
        assertEquals(List.of(), errors(birth("G1", "F99000000"), "F99000000", "31-2-2099"));
    }

    /// Each child has its own.
    @Test
    void theDatesOfARepeatedGroupAreTheirOwn() {
        FieldGroup child =
                new FieldGroup(
                        "child",
                        new Occurrence(0, 4),
                        birth("G1", "F60000000").elements(),
                        Condition.always());
        FormData data =
                FormData.EMPTY
                        .addInstance(FieldPath.of("child"))
                        .addInstance(FieldPath.of("child"));
        List<String> instances = data.instances(FieldPath.of("child"));
        String second = "child[" + instances.get(1) + "].F60000000";
        data =
                data.with("child[" + instances.getFirst() + "].F60000000231", "31")
                        .with(second + "231", "31")
                        .with(second + "232", "2");
        assertEquals(
                List.of(second + "232"),
                new FormView(new FormDefinition("test", List.of(child)), data, TODAY)
                        .errors().stream().map(error -> error.path().toString()).toList());
    }
}
