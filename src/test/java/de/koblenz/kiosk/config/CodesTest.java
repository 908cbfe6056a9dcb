package de.koblenz.kiosk.config;

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

class CodesTest {
    private static final Path PROJECT = Path.of(System.getProperty("kiosk.project", "."));

    @Test
    void everyCodeOfTheReadersIsDocumentedAndNoOther() throws IOException {
        TreeSet<String> used = new TreeSet<>();
        Path sources = PROJECT.resolve("src/main/java/de/koblenz/kiosk/config");
        try (Stream<Path> files = Files.list(sources)) {
            for (Path file : files.toList()) {
                collect("\"((CFG|TXT)-[A-Z-]+)\"", Files.readString(file), used);
            }
        }
        TreeSet<String> documented = new TreeSet<>();
        collect(
                "(?m)^\\| ((CFG|TXT)-[A-Z-]+) \\|",
                Files.readString(PROJECT.resolve("docs/codes-settings.md")),
                documented);
        assertEquals(used, documented);
    }

    private static void collect(String pattern, String text, Set<String> codes) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            codes.add(matcher.group(1));
        }
    }
}
