package de.koblenz.kiosk.service.fim.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.ShippedKiosk;
import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.config.SchemaCheck;
import de.koblenz.kiosk.service.fim.RuleOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever pastes the example of `docs/new-service.md` step by step gets what the guide says.
class NewServiceGuideTest {
    private static final Path GUIDE =
            ShippedKiosk.FOLDER.resolveSibling("docs").resolve("new-service.md");

    /// A file name in a line of its own, and what stands in the block behind it.
    private static final Pattern FILE =
            Pattern.compile("(?s)\\n`([a-z0-9.-]+)`\\n\\n```[a-z]+\\n(.*?)```");

    @TempDir private Path services;

    private static Map<String, String> files() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        Matcher file = FILE.matcher(Files.readString(GUIDE));
        while (file.find()) {
            files.put(file.group(1), file.group(2));
        }
        return files;
    }

    private static void paste(Path folder, String name, Map<String, String> files)
            throws IOException {
        Files.writeString(folder.resolve(name), Objects.requireNonNull(files.get(name), name));
    }

    private static ServicePackage read(Path folder) {
        return new PackageReader(ShippedKiosk.CONFIG.catalog()).read(folder);
    }

    @Test
    void theExampleBecomesAServiceThatCanBeStarted() throws IOException {
        Map<String, String> files = files();
        Path folder = Files.createDirectory(services.resolve("bibliotheksausweis"));
        paste(folder, "bibliotheksausweis.xdf3.xml", files);
        paste(folder, "bibliotheksausweis.xzufi.xml", files);
        ServicePackage bare = read(folder);
        assertTrue(bare.journey().isPresent(), "it can be looked at");
        assertTrue(!bare.startable(), "and not started");
        assertTrue(bare.problems().toString().contains("service.yaml"), bare.problems().toString());

        paste(folder, "service.yaml", files);
        paste(folder, "texts.en.yaml", files);
        ServicePackage whole = read(folder);
        assertEquals(List.of(), whole.problems().stream().map(Problem::toString).toList());
        assertTrue(whole.startable());
        assertEquals(
                List.of(RuleOutcome.Kind.ENFORCED),
                whole.rules().stream().map(RuleOutcome::kind).toList());
        assertEquals(
                "Which university do you study at?",
                whole.words("en").get("service.bibliotheksausweis.page.F99000000103.title"));
        assertEquals(
                List.of(),
                new SchemaCheck(ShippedKiosk.FOLDER.resolve("schema/package.schema.json"))
                        .mistakes(Objects.requireNonNull(files.get("service.yaml"))));
    }

    @Test
    void whatTheGuidePointsToIsThere() throws IOException {
        String guide = Files.readString(GUIDE);
        Matcher link = Pattern.compile("\\]\\(([a-z-]+\\.md)\\)").matcher(guide);
        while (link.find()) {
            assertTrue(Files.exists(GUIDE.resolveSibling(link.group(1))), link.group(1));
        }
        Matcher example = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\| [^|]+ \\|$").matcher(guide);
        int examples = 0;
        while (example.find()) {
            Path folder = ShippedKiosk.FOLDER.resolve("services").resolve(example.group(1));
            examples += Files.isDirectory(folder) ? 1 : 0;
        }
        assertTrue(examples >= 6, "examples that are shipped: " + examples);
    }
}
