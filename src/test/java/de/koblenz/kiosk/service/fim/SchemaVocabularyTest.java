package de.koblenz.kiosk.service.fim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.service.fim.SchemaVocabulary.Entry;
import de.koblenz.kiosk.service.fim.SchemaVocabulary.Fate;
import de.koblenz.kiosk.xml.XmlCursor;
import de.koblenz.kiosk.xml.XmlRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every element that either version of the standard names is in a fixture and in the table that says what becomes of it.
class SchemaVocabularyTest {
    private static final Map<String, List<String>> FIXTURES =
            Map.of(
                    "2",
                    List.of("erfundene-grababmeldung.xdf2.xml", "erfundene-schlichtung.xdf2.xml"),
                    "3",
                    List.of("erfundene-hundeanmeldung.xdf3.xml", "erfundene-schlichtung.xdf3.xml"));

    /// `parent/name` of everything in the fixtures of a version.
    private static Set<String> inFixtures(String version) throws IOException, XmlRefused {
        Set<String> found = new TreeSet<>();
        for (String name : FIXTURES.getOrDefault(version, List.of())) {
            XmlCursor cursor =
                    XmlCursor.open(Files.readAllBytes(SchemaFixtures.FOLDER.resolve(name)), name);
            cursor.watch((parent, met) -> found.add(parent + "/" + met));
            int root = cursor.depth();
            while (cursor.child(root)) {
                // Everything goes by.
            }
        }
        return found;
    }

    private static Set<String> inTable(String version) {
        return SchemaVocabulary.of().entries().stream()
                .filter(entry -> entry.versions().contains(version))
                .map(entry -> entry.parent() + "/" + entry.name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @CsvSource({"2", "3"})
    void theFixturesHoldEveryElementAndAttributeOfTheTableAndNoOther(String version)
            throws IOException, XmlRefused {
        assertEquals(inTable(version), inFixtures(version));
    }

    @Test
    void theTableSaysWhatBecomesOfEach() {
        Map<Fate, Integer> fates = new EnumMap<>(Fate.class);
        for (Entry entry : SchemaVocabulary.of().entries()) {
            fates.merge(entry.fate(), 1, Integer::sum);
            assertFalse(entry.meaning().isBlank(), entry::toString);
            assertTrue(entry.versions().matches("2|3|2 3"), entry::toString);
        }
        System.out.println("elements and attributes of XDatenfelder 2.0 and 3.0.0: " + fates);
        assertEquals(4, fates.size());
    }

    static Set<String> parents() {
        return SchemaVocabulary.of().entries().stream()
                .filter(entry -> entry.versions().contains("3") && !entry.name().startsWith("@"))
                .map(Entry::parent)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("parents")
    void anElementThatTheTableDoesNotHaveIsListedByNameAndConsequence(String parent)
            throws IOException, XmlRefused {
        String whole =
                Files.readString(
                        SchemaFixtures.FOLDER.resolve("erfundene-hundeanmeldung.xdf3.xml"));
        String strange =
                whole.replaceFirst(
                        "<xdf:" + parent + "( [^>]*)?>",
                        "$0<xdf:fremd><xdf:id>1</xdf:id></xdf:fremd>");
        assertFalse(strange.equals(whole), parent);
        assertEquals(
                List.of(
                        "the element 'fremd' of '"
                                + parent
                                + "' is not known; what it says is not used (1 times)"),
                unknown(strange));
    }

    @Test
    void anAttributeThatTheTableDoesNotHaveIsListed() throws XmlRefused {
        String text =
                SchemaFixtures.schema(
                        SchemaFixtures.field(
                                "F99000000001",
                                "1:1",
                                "input",
                                "text",
                                "<x:praezisierung minLength='1' einheit='m'/>"));
        assertEquals(
                List.of(
                        "the attribute 'einheit' of 'praezisierung' is not known; what it says is not used (1 times)"),
                unknown(text));
    }

    private static List<String> unknown(String text) throws XmlRefused {
        return SchemaImport.form(
                        text.getBytes(StandardCharsets.UTF_8),
                        "test.xdf3.xml",
                        SchemaFixtures.lists())
                .notes()
                .stream()
                .filter(note -> note.problem().code().equals("FIM-UNKNOWN"))
                .map(note -> note.problem().message())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "xdatenfelder_3.0.0, XDatenfelder 3.0.0, false",
        "xdatenfelder_3.0.1, XDatenfelder 3.0.1, true",
        "xdatenfelder_3.1, XDatenfelder 3.1, true",
        "xdatenfelder_3.1.0, XDatenfelder 3.1.0, true",
        "xdatenfelder_2, XDatenfelder 2, false"
    })
    void theVersionsAreToldApart(String namespace, String standard, boolean told) {
        FimForm form =
                SchemaFixtures.form(
                        SchemaFixtures.schema(
                                        SchemaFixtures.field(
                                                "F99000000001", "1:1", "input", "text", ""))
                                .replace("xdatenfelder_3.0.0", namespace));
        assertEquals(standard, form.identity().standard());
        assertEquals(told, SchemaFixtures.codes(form).contains("FIM-VERSION"));
    }

    @ParameterizedTest
    @CsvSource({"xdatenfelder_1", "xdatenfelder_2.1", "xdatenfelder_4.0.0", "xdatenfelder_30"})
    void otherVersionsAreRefused(String namespace) {
        String text =
                SchemaFixtures.schema(
                                SchemaFixtures.field("F99000000001", "1:1", "input", "text", ""))
                        .replace("xdatenfelder_3.0.0", namespace);
        assertTrue(SchemaFixtures.refusal(text).endsWith("[FIM-KIND]"));
    }

    @Test
    void theTableHasEachOnce() {
        Map<String, Integer> times = new TreeMap<>();
        SchemaVocabulary.of()
                .entries()
                .forEach(
                        entry -> times.merge(entry.parent() + "/" + entry.name(), 1, Integer::sum));
        times.values().removeIf(number -> number == 1);
        assertEquals(Map.of(), times);
    }
}
