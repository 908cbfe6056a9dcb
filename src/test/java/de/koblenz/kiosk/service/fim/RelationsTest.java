package de.koblenz.kiosk.service.fim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Relations are blanked, nothing else is, and nothing else moves.
class RelationsTest {
    private static final String ONE =
            "<x:relation><x:praedikat listURI=\"urn:a-b:c\" listVersionID=\"1.0\"><code>ABL</code></x:praedikat>"
                    + "<x:objekt><x:id>F99000000999</x:id><x:version>1.0.0</x:version></x:objekt></x:relation>";

    private static String schema(String more) {
        return SchemaFixtures.schema(
                SchemaFixtures.field("F99000000001", "1:1", "input", "text", more),
                SchemaFixtures.field("F99000000002", "1:1", "input", "obj", ""));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String blanked(String text) {
        return new String(Relations.blanked(bytes(text)), StandardCharsets.UTF_8);
    }

    @Test
    void relationsBecomeAsManySpaces() {
        String several =
                ONE + ONE.replace("999<", "998<") + ONE.replace("<x:version>1.0.0</x:version>", "");
        assertEquals(schema(" ".repeat(several.length())), blanked(schema(several)));
    }

    @Test
    void theFormAndThePlacesOfItsNotesAreTheSame() {
        FimForm with = SchemaFixtures.form(schema(ONE + ONE));
        FimForm without = SchemaFixtures.form(schema(" ".repeat(2 * ONE.length())));
        assertEquals(without.notes(), with.notes());
        assertEquals(without.form(), with.form());
        assertNotEquals(without.identity().sha256(), with.identity().sha256());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<x:relation/>",
                "<x:relation><x:objekt><x:id>F1</x:id></x:objekt></x:relation>",
                "<x:relation><x:praedikat neu=\"1\"><code>ABL</code></x:praedikat><x:objekt><x:id>F1</x:id></x:objekt></x:relation>",
                "<x:relation><x:praedikat><code>ABL</code></x:praedikat><x:objekt><x:id>F&amp;1</x:id></x:objekt></x:relation>",
                "<x:relation><x:praedikat><code>ABL</code></x:praedikat><x:objekt><x:id>F1</x:id><x:neu/></x:objekt></x:relation>",
                "<x:relation><x:praedikat><code>ABL</code></x:praedikat><x:objekt><x:id>F1</x:id></x:objekt>",
                "<x:relation><x:praedikat",
                "<x:relation>"
            })
    void whatIsNotExactlyARelationIsLeft(String strange) {
        assertSame(strange, blanked(schema(strange)).contains(strange) ? strange : "");
    }

    @Test
    void aFileThatCommentsOrQuotesIsLeftWhole() {
        byte[] quoted =
                bytes(schema("<x:hilfetextEingabe><![CDATA[" + ONE + "]]></x:hilfetextEingabe>"));
        assertSame(quoted, Relations.blanked(quoted));
        byte[] commented = bytes(schema(ONE + "<!-- x -->"));
        assertSame(commented, Relations.blanked(commented));
    }

    @Test
    void aFileWithoutRelationsIsLeftWhole() {
        byte[] plain = bytes(schema(""));
        assertSame(plain, Relations.blanked(plain));
        byte[] other = bytes("<a>" + ONE + "</a>");
        assertSame(other, Relations.blanked(other));
        assertEquals(0, Relations.blanked(new byte[0]).length);
    }

    @Test
    void aStrangeElementInARelationIsStillListed() {
        FimForm form =
                SchemaFixtures.form(
                        schema(ONE + ONE.replace("<x:objekt>", "<x:objekt><x:neu>1</x:neu>")));
        assertTrue(
                form.notes().stream()
                        .anyMatch(note -> note.toString().contains("'neu' of 'objekt'")));
    }
}
