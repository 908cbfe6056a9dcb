package de.koblenz.kiosk.service.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The help desk finds each code of the catalogue in `docs/codes.md`, and no code that is never reported.
class CodesTest {
    private static final Path PROJECT = Path.of(System.getProperty("kiosk.project", "."));

    @Test
    void eachCodeIsDocumentedAndEachDocumentedCodeIsReported() throws IOException {
        Set<String> reported = new TreeSet<>();
        try (Stream<Path> files =
                Files.list(PROJECT.resolve("src/main/java/de/koblenz/kiosk/service/catalog"))) {
            for (Path file : files.toList()) {
                reported.addAll(found("\"(CAT-[A-Z-]+)\"", Files.readString(file)));
            }
        }
        assertEquals(
                reported,
                found(
                        "(?m)^\\| (CAT-[A-Z-]+) \\|",
                        Files.readString(PROJECT.resolve("docs/codes.md"))));
    }

    @Test
    void eachCodeOfTheFileReaderIsDocumented() throws IOException {
        Set<String> documented =
                found(
                        "(?m)^\\| (CFG-[A-Z-]+) \\|",
                        Files.readString(PROJECT.resolve("docs/codes.md")));
        for (String file : Set.of("ConfigNode", "ConfigReader")) {
            Path source =
                    PROJECT.resolve("src/main/java/de/koblenz/kiosk/config/" + file + ".java");
            Set<String> missing = found("\"(CFG-[A-Z-]+)\"", Files.readString(source));
            missing.removeAll(documented);
            assertEquals(Set.of(), missing);
        }
    }

    private static Set<String> found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        Set<String> codes = new TreeSet<>();
        while (matcher.find()) {
            codes.add(matcher.group(1));
        }
        return codes;
    }
}
