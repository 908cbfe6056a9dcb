package de.koblenz.kiosk.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFilesTest {
    @TempDir Path folder;
    private final Problems problems = new Problems();

    @Test
    void textsOfAllPlacesAreMerged() throws IOException {
        write("texts/de.yaml", "start.title: Willkommen\n");
        write("texts/parts/search.de.yaml", "search.title: Suche\n");
        write("services/pool/service.yaml", "service: pool\n");
        write("services/pool/texts.de.yaml", "pool.title: Bäder\n");
        write("texts/parts/search.en.yaml", "search.title: Search\n");
        assertEquals(
                Map.of("start.title", "Willkommen", "search.title", "Suche", "pool.title", "Bäder"),
                TextFiles.read(folder, "de", problems));
        assertEquals(List.of(), problems.sorted());
    }

    @Test
    void aKeyInTwoFilesIsReportedWithBothPlaces() throws IOException {
        write("texts/de.yaml", "a: Eins\nb: Zwei\n");
        write("texts/parts/x.de.yaml", "# hier auch\nb: Drei\n");
        assertEquals("Zwei", TextFiles.read(folder, "de", problems).get("b"));
        assertEquals(
                List.of(
                        "texts/parts/x.de.yaml:2:1: the text 'b' is already in texts/de.yaml:2:1"
                                + " [TXT-TWICE]"),
                shown(problems.sorted()));
    }

    @Test
    void emptyTextsAndOddKeysAreReported() throws IOException {
        write("texts/de.yaml", "a: ''\nb:\nUmlaut ä: x\nc: {d: e}\n");
        TextFiles.read(folder, "de", problems);
        assertEquals(
                List.of("TXT-EMPTY", "TXT-EMPTY", "TXT-KEY", "TXT-EMPTY", "CFG-TYPE"),
                problems.sorted().stream().map(Problem::code).toList());
    }

    @Test
    void aLocaleWithoutFileIsReported() {
        TextFiles.read(folder, "fr", problems);
        assertEquals(
                "texts/fr.yaml:1:1: the file is missing [CFG-FILE-MISSING]",
                problems.sorted().getFirst().toString());
    }

    @Test
    void aTranslationIsComparedWithTheGermanTexts() throws IOException {
        write("texts/de.yaml", "a: Frage {number} von {count}\nb: Weiter\nc: Zurück\n");
        write("texts/en.yaml", "a: Question {nummer} of {count}\nc: Back\nd: Gone\n");
        TextFiles german = TextFiles.load(folder, "de", problems);
        TextFiles english = TextFiles.load(folder, "en", problems);
        assertEquals(
                List.of(
                        "texts/en.yaml:1:1: the text 'a' has the placeholders [count, nummer], the"
                                + " German one [count, number] (texts/de.yaml:1:1)"
                                + " [TXT-PLACEHOLDER]",
                        "texts/de.yaml:2:1: the text 'b' is missing in 'en' [TXT-MISSING]",
                        "texts/en.yaml:3:1: the text 'd' does not exist in German"
                                + " [TXT-SUPERFLUOUS]"),
                shown(TextFiles.compare(german, english)));
        assertEquals(List.of(), TextFiles.compare(german, german));
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.resolveSibling("x").getParent());
        Files.writeString(path, text);
    }

    private static List<String> shown(List<Problem> problems) {
        return problems.stream().map(Problem::toString).toList();
    }
}
