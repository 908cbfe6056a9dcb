package de.koblenz.kiosk.service.fim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.service.catalog.DefaultCatalogue;
import de.koblenz.kiosk.service.catalog.LeikaKey;
import de.koblenz.kiosk.service.catalog.Leistung;
import de.koblenz.kiosk.service.catalog.OzgStatus;
import de.koblenz.kiosk.service.fim.LeistungTexts.Module;
import de.koblenz.kiosk.service.fim.ShippedPackages.Package;
import de.koblenz.kiosk.service.fim.process.DrawnProcess;
import de.koblenz.kiosk.service.fim.process.ProcessDefaults;
import de.koblenz.kiosk.service.fim.process.ProcessReader;
import de.koblenz.kiosk.service.journey.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every federal package that is shipped can be taken as it is.
class ShippedPackagesTest {
    /// A destination for drawings that leave it to the overlay.
    private static final ProcessDefaults DEFAULTS =
            new ProcessDefaults(
                    "7f6c1a52-0d3e-4b8a-9c41-5e2d8b7a6f10",
                    "",
                    false,
                    List.of(Step.Copy.values()),
                    Set.of(Step.Paper.RECEIPT),
                    Map.of());

    static Stream<Package> packages() {
        return ShippedPackages.all().stream();
    }

    static Stream<Package> drawn() {
        return packages().filter(each -> each.process().isPresent());
    }

    private static Leistung service(Package each) {
        return DefaultCatalogue.read().find(each.id()).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void nothingBlocksAndNothingIsLost(Package each) {
        Problems problems = new Problems();
        FimForm form = each.form(problems);
        assertEquals(List.of(), problems.sorted());
        List<ImportNote> heavy =
                form.notes().stream()
                        .filter(note ->
                                note.weight() == ImportNote.Weight.BLOCKING
                                        || note.weight() == ImportNote.Weight.LOST)
                        .toList();
        assertEquals(List.of(), heavy);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void everyRuleIsEnforced(Package each) {
        List<RuleOutcome> others =
                each.form(new Problems()).rules().stream()
                        .filter(rule -> rule.kind() != RuleOutcome.Kind.ENFORCED)
                        .toList();
        assertEquals(List.of(), others);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void theDescriptionBelongsToTheServiceInTheCatalogue(Package each) {
        Problems problems = new Problems();
        LeistungTexts texts =
                LeistungImport.read(each.description(), each.id(), problems).orElseThrow();
        assertEquals(List.of(), problems.sorted());
        assertEquals(List.of(), texts.notes());
        assertEquals(
                service(each).leika().map(LeikaKey::digits).stream().toList(), texts.leikaKeys());
        assertEquals(OzgStatus.ONLINE, service(each).status());
        for (String language : List.of("de", "en")) {
            for (Module module :
                    List.of(
                            Module.COMMON_NAME,
                            Module.SHORT_TEXT,
                            Module.FULL_TEXT,
                            Module.DOCUMENTS)) {
                assertTrue(texts.find(module, language).isPresent(), module + " " + language);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void theProcessIsUnderstoodWithoutALoss(Package each) throws IOException {
        Problems problems = new Problems();
        Optional<DrawnProcess> read =
                new ProcessReader(each.form(problems).form(), DEFAULTS)
                        .read(
                                Files.readAllBytes(each.process().orElseThrow()),
                                each.id() + ".bpmn",
                                problems);
        assertEquals(List.of(), problems.sorted());
        assertTrue(read.orElseThrow().steps().getLast() instanceof Step.Finish);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void everyFileSaysThatItIsInvented(Package each) throws IOException {
        for (Path file : each.files()) {
            String start = Files.readString(file, StandardCharsets.UTF_8);
            assertTrue(
                    start.substring(0, Math.min(300, start.length())).contains("ERFUNDEN"),
                    file.toString());
        }
    }

    @Test
    void bothVersionsOfTheSchemaAndGatewaysWithErrorEventsAreThere() throws IOException {
        List<Package> all = ShippedPackages.all();
        long old = all.stream().filter(p -> p.schema().toString().endsWith("xdf2.xml")).count();
        assertTrue(old >= 1 && all.size() > old, "XDatenfelder 2 and 3");
        int branching = 0;
        for (Package each : drawn().toList()) {
            String drawing = Files.readString(each.process().orElseThrow());
            if (drawing.contains("exclusiveGateway") && drawing.contains("errorEventDefinition")) {
                branching++;
            }
        }
        assertTrue(branching >= 3, "processes with gateways and error events: " + branching);
    }
}
