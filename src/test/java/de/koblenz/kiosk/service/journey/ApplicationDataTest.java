package de.koblenz.kiosk.service.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldGroup;
import de.koblenz.kiosk.service.form.FieldKind;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.form.FieldType.Letters;
import de.koblenz.kiosk.service.form.FormData;
import de.koblenz.kiosk.service.form.FormDefinition;
import de.koblenz.kiosk.service.form.Occurrence;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The JSON that is sent, read back by another library.
class ApplicationDataTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 6);
    private static final FieldType TEXT = FieldType.Text.of(Letters.TEXT, 400);

    private static final FormDefinition FORM =
            new FormDefinition(
                    "test",
                    List.of(
                            Field.of("z", TEXT),
                            Field.of("count", new FieldType.WholeNumber(0, 99, "")),
                            Field.of(
                                    "share",
                                    new FieldType.Decimal(BigDecimal.ZERO, BigDecimal.TEN, 3, "")),
                            Field.of("fee", new FieldType.Money(0, 100_000)),
                            Field.of("yes", new FieldType.Flag()),
                            Field.of("note", TEXT).as(FieldKind.LABEL),
                            Field.of("secret", TEXT)
                                    .visibleIf(new Condition.Equals(FieldPath.of("yes"), "true")),
                            new FieldGroup(
                                    "children",
                                    new Occurrence(0, 5),
                                    List.of(
                                            Field.of("name", TEXT),
                                            FieldGroup.once("home", Field.of("street", TEXT))),
                                    Condition.always()),
                            FieldGroup.once("empty", Field.of("x", TEXT).optional())));

    private static String json(FormData data) {
        return ApplicationData.json(FORM, data, TODAY);
    }

    @Test
    void valuesHaveTheirJsonTypeAndTheOrderOfTheForm() {
        FieldPath children = FieldPath.of("children");
        FormData data =
                FormData.EMPTY
                        .addInstance(children)
                        .addInstance(children)
                        .addInstance(children)
                        .removeInstance(children, "a2")
                        .with("children[a3].home.street", "B")
                        .with("children[a1].name", "A")
                        .with("yes", "false")
                        .with("secret", "kept but not sent")
                        .with("fee", "12.50")
                        .with("share", "0.125")
                        .with("count", "7")
                        .with("note", "x")
                        .with("z", "last typed, first in the form");
        assertEquals(
                "{\"z\":\"last typed, first in the form\",\"count\":7,\"share\":0.125,"
                        + "\"fee\":12.50,\"yes\":false,"
                        + "\"children\":[{\"name\":\"A\"},{\"home\":{\"street\":\"B\"}}]}",
                json(data));
    }

    @Test
    void nothingAnsweredIsAnEmptyObject() {
        assertEquals("{}", json(FormData.EMPTY));
    }

    @Test
    void anyTextComesBackTheSame() {
        Random random = new Random(8259);
        JsonMapper mapper = new JsonMapper();
        String hostile = "\"\\/\b\f\n\r\t\u0000\u001F\u007F\u2028\u2029</script>ä€😀{}[]:,'";
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = 1 + random.nextInt(20);
            while (text.length() < length) {
                text.appendCodePoint(
                        random.nextBoolean()
                                ? hostile.codePointAt(
                                        hostile.offsetByCodePoints(
                                                0,
                                                random.nextInt(
                                                        hostile.codePointCount(
                                                                0, hostile.length()))))
                                : random.nextInt(0xD800));
            }
            byte[] bytes =
                    json(FormData.EMPTY.with("z", text.toString()))
                            .getBytes(StandardCharsets.UTF_8);
            JsonNode read = mapper.readTree(bytes);
            assertEquals(text.toString(), read.get("z").asString());
        }
    }

    @Test
    void loneSurrogatesSurviveTheEncoding() {
        assertEquals("{\"z\":\"a\\ud83d\"}", json(FormData.EMPTY.with("z", "a\uD83D")));
        assertEquals("{\"z\":\"\\ude00a😀\"}", json(FormData.EMPTY.with("z", "\uDE00a😀")));
    }
}
