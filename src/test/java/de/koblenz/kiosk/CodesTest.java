package de.koblenz.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The help desk finds every code that the product can say in exactly one place, no code that it never says, and
/// the place by the first letters of the code.
class CodesTest {
    private static final Path PROJECT = Path.of(System.getProperty("kiosk.project", "."));
    private static final Path DOCS = PROJECT.resolve("docs");

    private static final Pattern CODE = Pattern.compile("[A-Z]{3,8}(?:-[A-Z]+)+");
    private static final Pattern LITERAL = Pattern.compile("\"(" + CODE + ")\"");
    private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\|([^|]*)\\|");
    private static final Pattern INDEX_ROW =
            Pattern.compile("(?m)^\\|([^|]*)\\|[^|]*\\| \\[`(codes-[a-z]+\\.md)`]");
    private static final Pattern PREFIX = Pattern.compile("`([A-Z]+)-`");

    /// What looks like a code and is none: a code page of printers.
    private static final Set<String> NO_CODES = Set.of("OXHOO-EUROPEAN");

    @Test
    void everyCodeIsExplainedAndNoOther() throws IOException {
        assertEquals(said(), new TreeSet<>(explained().keySet()));
    }

    @Test
    void everyCodeIsExplainedOnce() throws IOException {
        Map<String, List<String>> several = explained();
        several.values().removeIf(files -> files.size() == 1);
        assertEquals(Map.of(), several);
    }

    @Test
    void theIndexNamesTheFileOfEveryCode() throws IOException {
        Map<String, String> index = new HashMap<>();
        Matcher row = INDEX_ROW.matcher(Files.readString(DOCS.resolve("codes.md")));
        while (row.find()) {
            Matcher prefix = PREFIX.matcher(row.group(1));
            while (prefix.find()) {
                index.put(prefix.group(1), row.group(2));
            }
        }
        assertFalse(index.isEmpty());
        explained()
                .forEach((code, files) ->
                        assertEquals(
                                index.get(code.substring(0, code.indexOf('-'))),
                                files.getFirst(),
                                code));
    }

    /// The codes in the product's sources.
    private static Set<String> said() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(PROJECT.resolve("src/main/java"))) {
            for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
                Matcher literal = LITERAL.matcher(Files.readString(file));
                codes.addAll(literal.results().map(found -> found.group(1)).toList());
            }
        }
        codes.removeAll(NO_CODES);
        return codes;
    }

    /// The files, one for each time, that explain a code: it stands in the first cell of a table's row.
    private static Map<String, List<String>> explained() throws IOException {
        Map<String, List<String>> places = new TreeMap<>();
        try (Stream<Path> files = Files.list(DOCS)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                if (!name.startsWith("codes")) {
                    continue;
                }
                Matcher cell = FIRST_CELL.matcher(Files.readString(file));
                while (cell.find()) {
                    Matcher code = CODE.matcher(cell.group(1));
                    while (code.find()) {
                        places.computeIfAbsent(code.group(), _ -> new ArrayList<>()).add(name);
                    }
                }
            }
        }
        return places;
    }
}
