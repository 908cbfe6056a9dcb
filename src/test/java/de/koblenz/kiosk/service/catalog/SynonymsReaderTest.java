package de.koblenz.kiosk.service.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.config.ConfigReader;
import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.config.SchemaCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Mistakes of a synonyms file: the reader names place and code, the schema sees what it can.
class SynonymsReaderTest {
    private static final String GOOD =
            """
            same:
              - [auto, kfz]
            fill:
              de: [ich, mein]
            services:
              meldebescheinigung:
                de: [Meldeschein, Zettel]
                en: [proof of address]
            """;

    @Test
    void aGoodFileIsReadCompletely() {
        Problems problems = new Problems();
        Synonyms synonyms = read(GOOD, problems);
        assertEquals(List.of(), problems.sorted());
        assertEquals(List.of(List.of("auto", "kfz")), synonyms.same());
        assertEquals(List.of("ich", "mein"), synonyms.fill());
        assertEquals(
                List.of("Meldeschein", "Zettel", "proof of address"),
                synonyms.of("meldebescheinigung"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "meldebescheinigung:; meldebescheinigun:; 6:3 SYN-SERVICE-UNKNOWN; false",
                "kfz]; kfz, der wagen]; 2:17 SYN-WORD-FORM; true",
                "auto, kfz; auto; 2:5 SYN-GROUP-ALONE; true",
                "Meldeschein; '\"!?\"'; 7:10 SYN-PHRASE-EMPTY; true",
                "Zettel; meldeschein; 7:23 SYN-PHRASE-TWICE; false",
                "en:; English:; 8:5 SYN-LANGUAGE-FORM; true",
                "fill:; fil:; 3:1 CFG-UNKNOWN-KEY; true"
            })
    void aMistakeIsReportedAtItsPlace(String right, String wrong, String problem, boolean schema)
            throws IOException {
        String yaml = GOOD.replace(right.strip(), wrong.strip());
        Problems problems = new Problems();
        read(yaml, problems);
        assertEquals(
                List.of(problem.strip()),
                problems.sorted().stream()
                        .map(one -> one.line() + ":" + one.column() + " " + one.code())
                        .toList());
        SchemaCheck check =
                new SchemaCheck(DefaultCatalogue.CONFIG.resolve("schema/synonyms.schema.json"));
        assertEquals(schema, !check.mistakes(yaml).isEmpty());
    }

    @Test
    void anUnknownServiceIsReportedWithTheNearestOne() {
        Problems problems = new Problems();
        read(GOOD.replace("meldebescheinigung:", "meldebescheinigun:"), problems);
        Problem problem = problems.sorted().getFirst();
        assertTrue(problem.message().contains("'meldebescheinigung'"), problem.message());
    }

    @Test
    void theShippedFileHasNoMistakeForReaderAndSchema() throws IOException {
        Problems problems = new Problems();
        String yaml = Files.readString(DefaultCatalogue.CONFIG.resolve(SynonymsReader.FILE));
        read(yaml, problems);
        assertEquals(List.of(), problems.sorted());
        SchemaCheck check =
                new SchemaCheck(DefaultCatalogue.CONFIG.resolve("schema/synonyms.schema.json"));
        assertEquals(List.of(), check.mistakes(yaml));
        assertTrue(yaml.startsWith("# yaml-language-server: $schema=schema/synonyms.schema.json"));
    }

    @Test
    void eachServiceHasSynonyms() {
        Synonyms synonyms = SearchCorpus.synonyms();
        Set<String> bare = new TreeSet<>();
        for (Leistung service : DefaultCatalogue.read().all()) {
            if (synonyms.of(service.id()).isEmpty()) {
                bare.add(service.id());
            }
        }
        assertEquals(Set.of(), bare);
        assertFalse(synonyms.same().isEmpty());
    }

    private static Synonyms read(String yaml, Problems problems) {
        return SynonymsReader.read(
                ConfigReader.parse(yaml, "synonyms.yaml", problems), DefaultCatalogue.read());
    }
}
