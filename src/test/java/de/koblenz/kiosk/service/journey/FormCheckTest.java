package de.koblenz.kiosk.service.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.service.form.ConditionText;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.form.FormDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What conditions may compare.
class FormCheckTest {
    private static final FormDefinition FORM =
            new FormDefinition(
                    "f",
                    List.of(
                            Field.of("from", new FieldType.TimeValue()),
                            Field.of("till", new FieldType.TimeValue()),
                            Field.of("count", new FieldType.WholeNumber(0, 9, "")),
                            Field.of(
                                    "day",
                                    new FieldType.DateValue(Optional.empty(), Optional.empty())),
                            Field.of("agreed", new FieldType.Flag())));

    private static List<String> wrong(String text) {
        ConditionText.Read read =
                assertInstanceOf(ConditionText.Read.class, ConditionText.read(text), text);
        List<String> wrong = new ArrayList<>();
        new FormCheck(FORM)
                .check(read.condition(), (message, code) -> wrong.add(code + " " + message));
        return wrong;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from < 10:00",
                "from <= till",
                "from == till",
                "from = 09:30",
                "till in [17:00, 18:00]",
                "count > 3",
                "day < 2026-01-31",
                "day <= today + 3 weeks",
                "day >= day"
            })
    void whatIsOfOneKindIsCompared(String text) {
        assertEquals(List.of(), wrong(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from < 10",
                "from < 2026-01-31",
                "from < today",
                "from < day",
                "from < count",
                "from = 9:30",
                "from = 24:00",
                "from in [09:30, noon]",
                "count > 10:00",
                "count > 2026-01-31",
                "day < 10:00",
                "day < 5",
                "agreed < 10:00"
            })
    void whatIsOfTwoKindsIsReported(String text) {
        List<String> wrong = wrong(text);
        assertEquals(1, wrong.size(), wrong.toString());
        assertTrue(wrong.getFirst().startsWith("JRN-CONDITION-VALUE '"), wrong.toString());
    }
}
