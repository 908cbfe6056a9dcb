package de.koblenz.kiosk.service.fim.pack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.service.catalog.Fee;
import de.koblenz.kiosk.service.fim.process.ProcessWriter;
import de.koblenz.kiosk.service.form.FormData;
import de.koblenz.kiosk.service.form.Questionnaire;
import de.koblenz.kiosk.service.journey.Charge;
import de.koblenz.kiosk.service.journey.Journey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever lies in a folder becomes a package with problems or without, and nothing else happens. The whole walk, a million
/// mutations of overlay, texts, schema, description and drawing: `-Dgroups=long`; its seed is printed.
class PackageFuzzTest {
    private static final long SEED = 20261122;
    private static final int SLICE = 1_500;
    private static final int WALK = 1_000_000;
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 6);

    /// What stands in overlays, right and wrong.
    private static final List<String> PIECES =
            List.of(
                    "F99000000001",
                    "F99000000003",
                    "F99000000005",
                    "G99000000010",
                    "G99000000011",
                    "F99000000007",
                    "G99000000011.F99000000008",
                    "F60000000227",
                    "eid.familyName",
                    "none",
                    "{value: \"1\", kind: hidden}",
                    "{value: true}",
                    "always",
                    "never",
                    "not (F99000000002 = true)",
                    "F99000000008 <= today - 18 years",
                    "(((((((((((",
                    "max(",
                    "ceil(F99000000003, 0)",
                    "1 € / 0",
                    "999999999 € * 999999999 * F99000000003",
                    "table / F99000000003",
                    "€",
                    "m²",
                    "- ",
                    "[]",
                    "{}",
                    "[[]]",
                    "~",
                    "\n",
                    ": ",
                    "&a",
                    "*a",
                    "!!binary",
                    "\"",
                    "'",
                    "#",
                    "  ",
                    "\t",
                    "free",
                    "catalogue",
                    "forward: {name: A, url: https://a.de}",
                    "pages:\n  - {page: F99000000001, fields: [F99000000003]}\n",
                    "tasks: {page-name: [F99000000003]}",
                    "conditions: [{at: G99000000011, visible: F99000000007 = a}]",
                    "required: never",
                    "for: R99000000001",
                    "hoch",
                    "0 days",
                    "99 weeks",
                    "-1",
                    "99999999999999999999",
                    "x".repeat(3_000),
                    "ü\u0000\uFFFE",
                    "<!DOCTYPE x>",
                    "<![CDATA[",
                    "kiosk:step=\"payment\"",
                    "0:*",
                    "1:1");

    @TempDir Path services;

    @Test
    void aSliceOfMutationsEndsInProblemsOrPackages() throws IOException {
        walk(SEED, SLICE);
    }

    @Test
    @Tag("long")
    void aMillionMutationsEndInProblemsOrPackages() throws IOException {
        long seed = Long.getLong("seed", System.nanoTime());
        System.err.println("PackageFuzzTest seed " + seed);
        walk(seed, Integer.getInteger("mutations", WALK));
    }

    private void walk(long seed, int mutations) throws IOException {
        Random random = new Random(seed);
        SamplePackage sample = SamplePackage.in(services);
        Map<String, String> plain = files(sample);
        sample.write(
                "hund.bpmn",
                new String(
                        new ProcessWriter("Hund", page -> page.key())
                                .write(sample.read().journey().orElseThrow()),
                        StandardCharsets.UTF_8));
        Map<String, String> drawn = files(sample);
        sample.without("hund.bpmn");
        int startable = 0;
        for (int i = 0; i < mutations; i++) {
            // Drawings take ten times as long as all else.
            boolean withDrawing = random.nextInt(200) == 0;
            Map<String, String> files = withDrawing ? drawn : plain;
            String file = choose(random, files, withDrawing);
            String damaged = damaged(files.getOrDefault(file, ""), random);
            if (withDrawing) {
                sample.write("hund.bpmn", drawn.getOrDefault("hund.bpmn", ""));
            }
            sample.write(file, damaged);
            try {
                ServicePackage read = sample.read();
                if (read.startable()) {
                    startable++;
                }
                read.journey().ifPresent(PackageFuzzTest::use);
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError(
                        "seed " + seed + ", mutation " + i + " of " + file + ":\n" + damaged, e);
            }
            sample.write(file, files.getOrDefault(file, ""));
            if (withDrawing) {
                sample.without("hund.bpmn");
            }
        }
        // Most mutations of words and comments do no harm: the walk does not only meet closed
        // doors.
        assertTrue(startable > mutations / 100, startable + " of " + mutations);
    }

    /// The overlay most of the time, as nothing else reads it.
    private static String choose(Random random, Map<String, String> files, boolean drawing) {
        if (drawing && random.nextBoolean()) {
            return "hund.bpmn";
        }
        List<String> names = new ArrayList<>(files.keySet());
        return random.nextInt(5) == 0 ? names.get(random.nextInt(names.size())) : "service.yaml";
    }

    private static Map<String, String> files(SamplePackage sample) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        for (String name :
                List.of(
                        "service.yaml",
                        "texts.de.yaml",
                        "texts.en.yaml",
                        "hund.xdf3.xml",
                        "hund.xzufi.xml",
                        "hund.bpmn")) {
            if (Files.exists(sample.folder().resolve(name))) {
                files.put(name, sample.text(name));
            }
        }
        return files;
    }

    private static String damaged(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(damaged.length() + 1);
            int end = Math.min(damaged.length(), at + random.nextInt(12));
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            switch (random.nextInt(6)) {
                case 0 -> damaged.insert(at, piece);
                case 1 -> damaged.delete(at, end);
                case 2 -> damaged.insert(at, damaged.substring(at, end));
                case 3 -> word(damaged, at, piece);
                case 4 -> {
                    if (at < damaged.length()) {
                        damaged.setCharAt(at, (char) random.nextInt(32, 256));
                    }
                }
                default -> line(damaged, at, random);
            }
        }
        return damaged.toString();
    }

    /// Another word instead of the one at a place.
    private static void word(StringBuilder text, int at, String piece) {
        int from = at;
        int to = at;
        while (from > 0 && !" \n{}[],:\"<>".contains(text.substring(from - 1, from))) {
            from--;
        }
        while (to < text.length() && !" \n{}[],:\"<>".contains(text.substring(to, to + 1))) {
            to++;
        }
        text.replace(from, to, piece);
    }

    /// A line taken away, or put elsewhere.
    private static void line(StringBuilder text, int at, Random random) {
        List<String> lines = new ArrayList<>(text.toString().lines().toList());
        if (lines.isEmpty()) {
            return;
        }
        String line = lines.remove(at % lines.size());
        if (random.nextBoolean()) {
            lines.add(random.nextInt(lines.size() + 1), line);
        }
        text.setLength(0);
        text.append(String.join("\n", lines)).append('\n');
    }

    /// What a terminal does with it.
    private static void use(Journey journey) {
        Questionnaire questionnaire = journey.questionnaire();
        FormData data = FormData.EMPTY.with("F99000000001", "gross").with("F99000000003", "3");
        questionnaire.pages(data, TODAY).errors();
        var view = questionnaire.view(data, TODAY);
        if (journey.charge() instanceof Charge.ByAnswers) {
            var _ = journey.charge().bill("x", new Fee.Unknown(), view, List.of());
        }
    }
}
