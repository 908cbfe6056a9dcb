package de.koblenz.kiosk.service.fim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.QuestionPage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Pages where the overlay says nothing: the order of an address, and what is asked together.
class DefaultPagesTest {
    private static final String STREET = "F60000000243";
    private static final String NUMBER = "F60000000244";
    private static final String ADDITION = "F60000000248";
    private static final String POSTCODE = "F60000000246";
    private static final String TOWN = "F60000000247";

    /// Street and number, addition, postcode and town.
    private static final List<String> KOBLENZ =
            List.of(STREET + " " + NUMBER, ADDITION, POSTCODE + " " + TOWN);

    private static String text(String id) {
        return SchemaFixtures.field(id, "1:1", "input", "text", "");
    }

    private static List<String> pages(String... elements) {
        return pages(SchemaFixtures.form(SchemaFixtures.schema(elements)).pages());
    }

    private static List<String> pages(List<QuestionPage> pages) {
        return pages.stream()
                .map(page ->
                        String.join(" ", page.fields().stream().map(FieldPath::toString).toList()))
                .toList();
    }

    private static String[] texts(List<String> ids) {
        return ids.stream().map(DefaultPagesTest::text).toArray(String[]::new);
    }

    @Test
    void anAddressIsAskedInTheOrderOfKoblenzWhateverTheSchemaHas() {
        Random random = new Random(56068);
        List<String> parts = new ArrayList<>(List.of(STREET, NUMBER, ADDITION, POSTCODE, TOWN));
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(parts, random);
            assertEquals(KOBLENZ, pages(texts(parts)), parts.toString());
        }
    }

    @Test
    void whatStandsBeforeAndBehindAnAddressStaysThere() {
        assertEquals(
                List.of("F1", POSTCODE + " " + TOWN, "F2"),
                pages(texts(List.of("F1", TOWN, POSTCODE, "F2"))));
    }

    /// What follows may depend on it ("Land"), so nothing is drawn before it.
    @Test
    void aQuestionInTheMidstOfAnAddressKeepsItsPlace() {
        assertEquals(
                List.of(POSTCODE + " " + TOWN, "F1", STREET + " " + NUMBER),
                pages(texts(List.of(TOWN, POSTCODE, "F1", NUMBER, STREET))));
    }

    @Test
    void twoAddressesBesideEachOtherStayTwo() {
        assertEquals(
                List.of(
                        STREET + " " + NUMBER,
                        POSTCODE + " " + TOWN,
                        "G1." + STREET + " G1." + NUMBER,
                        "G1." + POSTCODE + " G1." + TOWN),
                pages(
                        text(POSTCODE),
                        text(TOWN),
                        text(STREET),
                        text(NUMBER),
                        SchemaFixtures.group(
                                "G1",
                                "1:1",
                                text(TOWN),
                                text(NUMBER),
                                text(POSTCODE),
                                text(STREET))));
    }

    @Test
    void whatIsNoAddressKeepsTheOrderOfTheSchema() {
        assertEquals(List.of("F3", "F1", "F2"), pages(texts(List.of("F3", "F1", "F2"))));
    }

    /// Version 2 of the standard has shorter ids.
    @Test
    void theShortIdsOfVersionTwoAreTheSameParts() {
        assertEquals(
                List.of("F60000243 F60000244", "F60000246 F60000247"),
                pages(texts(List.of("F60000247", "F60000246", "F60000244", "F60000243"))));
    }

    @Test
    void partsThatAreChosenHaveAPageOfTheirOwn() {
        String chosen =
                SchemaFixtures.field(
                        TOWN,
                        "1:1",
                        "select",
                        "text",
                        "<x:werte><x:wert><x:code>1</x:code><x:name>Koblenz</x:name></x:wert></x:werte>");
        assertEquals(List.of(POSTCODE, TOWN), pages(chosen, text(POSTCODE)));
    }

    @Test
    void aPageOfAWholeGroupIsCalledAsTheGroupAndAnyOtherByItsFields() {
        FimForm form =
                SchemaFixtures.form(
                        SchemaFixtures.schema(
                                text(POSTCODE),
                                text(TOWN),
                                SchemaFixtures.group(
                                        "G1", "1:1", text("F60000000231"), text("F60000000232"))));
        assertFalse(form.texts().containsKey("page." + POSTCODE + ".title"));
        assertEquals(
                form.texts().get("field.G1.label"),
                form.texts().get("page.F60000000231.title"),
                form.texts().toString());
    }
}
