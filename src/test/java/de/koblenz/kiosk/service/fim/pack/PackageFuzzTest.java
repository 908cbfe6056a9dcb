package de.koblenz.kiosk.service.fim.pack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.ShippedKiosk;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.service.catalog.Fee;
import de.koblenz.kiosk.service.fim.process.ProcessWriter;
import de.koblenz.kiosk.service.form.FormData;
import de.koblenz.kiosk.service.form.Questionnaire;
import de.koblenz.kiosk.service.journey.Charge;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.xml.Damage;
import de.koblenz.kiosk.xml.Outcomes;
import de.koblenz.kiosk.xml.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever lies in a folder becomes a package with problems or without, and nothing else happens. The whole walk of
/// mutations of overlay, texts, schema, description and drawing: `mvn -Plong verify -Dtest=PackageFuzzTest`, with `-Dseed=` and
/// `-Dmutations=` for others. Seed, speed and counts are printed.
class PackageFuzzTest {
    private static final long SEED = 20261122;
    private static final int SLICE = 4_000;
    private static final int WALK = 600_000;
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

    @Test
    void aSliceOfMutationsEndsInProblemsOrPackages(@TempDir Path services) throws IOException {
        walk(services, SEED, SLICE);
    }

    @Test
    @Tag("long")
    void aLongWalkOfMutationsEndsInProblemsOrPackages(@TempDir Path services) throws IOException {
        walk(
                services,
                Long.getLong("seed", System.nanoTime()),
                Integer.getInteger("mutations", WALK));
    }

    private static void walk(Path services, long seed, int mutations) throws IOException {
        Random random = new Random(seed);
        Damage damage = new Damage(random, PIECES);
        Outcomes outcomes = new Outcomes("packages", seed);
        PackageReader reader = new PackageReader(ShippedKiosk.CONFIG.catalog());
        SamplePackage sample = SamplePackage.in(services);
        Map<String, byte[]> plain = files(sample.folder());
        List<String> overlays = overlays(sample.text("service.yaml"));
        FederalFiles federal = FederalFiles.read(packed(plain));
        Map<String, byte[]> drawn = new LinkedHashMap<>(plain);
        drawn.put(
                "hund.bpmn",
                new ProcessWriter("Hund", Optional::of)
                        .write(sample.read().journey().orElseThrow()));
        for (int i = 0; i < mutations; i++) {
            // Drawings take a hundred times as long as all else; mutations of them alone are walked
            // elsewhere.
            boolean withDrawing = random.nextInt(2_000) == 0;
            Map<String, byte[]> files = new LinkedHashMap<>(withDrawing ? drawn : plain);
            String file = choose(random, files, withDrawing);
            boolean small = file.equals("service.yaml") && random.nextInt(8) > 0;
            if (small) {
                // They speak of what only the whole overlay has.
                files.keySet().removeIf(name -> name.startsWith("texts."));
            }
            String text =
                    small
                            ? overlays.get(random.nextInt(overlays.size()))
                            : new String(files.get(file), StandardCharsets.UTF_8);
            String damaged = file.endsWith(".yaml") ? damage.yaml(text) : damage.xml(text);
            files.put(file, damaged.getBytes(StandardCharsets.UTF_8));
            PackageFiles packed = packed(files);
            try {
                // What is not damaged has been read.
                ServicePackage read =
                        file.endsWith(".xml")
                                ? reader.read(SamplePackage.ID, packed, new Problems())
                                : reader.read(SamplePackage.ID, packed, federal, new Problems());
                outcomes.add(outcome(read));
                if (read.startable() || i % 16 == 0) {
                    read.journey().ifPresent(PackageFuzzTest::use);
                }
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError(
                        "seed " + seed + ", mutation " + i + " of " + file + ":\n" + damaged, e);
            }
        }
        System.out.println(outcomes);
        // Most mutations of words and comments do no harm: the walk does not only meet closed
        // doors.
        assertTrue(outcomes.of("startable") > mutations / 50, outcomes::toString);
    }

    private static String outcome(ServicePackage read) {
        if (read.problems().isEmpty()) {
            return read.startable() ? "startable" : "forwards";
        }
        return read.problems().getLast().code();
    }

    /// The overlay as several small ones: what none can do without, and one more key each.
    private static List<String> overlays(String whole) {
        List<String> keys = List.of(whole.split("\\n(?=[a-z])"));
        String needed =
                keys.stream()
                        .filter(key -> key.matches("(?s)(service|schema|destination|decisions):.*"))
                        .collect(Collectors.joining("\n"));
        String free = "fee: notice\n" + needed + "\n";
        List<String> overlays =
                new ArrayList<>(
                        keys.stream()
                                .filter(key -> !needed.contains(key) && !key.startsWith("#"))
                                .map(key ->
                                        key.startsWith("fee:") ? needed + "\n" + key : free + key)
                                .toList());
        overlays.add(free + "forward: {name: Bund, url: 'https://www.example.de/{leika}'}");
        overlays.add(free + "tasks: {name: [F60000000228]}");
        return overlays;
    }

    private static PackageFiles packed(Map<String, byte[]> files) {
        List<SourceFile> sources = new ArrayList<>();
        files.forEach((name, content) ->
                sources.add(SourceFile.of(content, "services/hund-anmelden/" + name)));
        return PackageFiles.of(SamplePackage.ID, sources, List.of(), new Problems());
    }

    /// The overlay most of the time, as nothing else reads it.
    private static String choose(Random random, Map<String, byte[]> files, boolean drawing) {
        if (drawing && random.nextBoolean()) {
            return "hund.bpmn";
        }
        List<String> names = new ArrayList<>(files.keySet());
        return random.nextInt(8) == 0 ? names.get(random.nextInt(names.size())) : "service.yaml";
    }

    private static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return files;
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
