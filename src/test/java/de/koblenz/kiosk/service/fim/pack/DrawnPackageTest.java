package de.koblenz.kiosk.service.fim.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.ShippedKiosk;
import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.service.fim.ImportNote;
import de.koblenz.kiosk.service.fim.process.ProcessWriter;
import de.koblenz.kiosk.service.form.QuestionPage;
import de.koblenz.kiosk.service.journey.CardDatum;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.service.journey.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A package whose steps are drawn.
class DrawnPackageTest {
    private static final String PAGES =
            """
            pages:
              - {page: name, fields: [F60000000228, G99000000010.F60000000227]}
              - {page: hund, fields: [F99000000003, F99000000005]}
            """;

    @TempDir Path services;

    /// The sample with its own steps as a drawing.
    private SamplePackage drawn() {
        return drawn(SamplePackage.in(services));
    }

    @Test
    void itsJourneyIsThatOfTheDrawing() {
        SamplePackage sample = SamplePackage.in(services);
        Journey before = sample.read().journey().orElseThrow();
        ServicePackage read = drawn(sample).read();
        assertEquals(List.of(), read.problems().stream().map(Problem::toString).toList());
        Journey after = read.journey().orElseThrow();
        assertEquals(before.steps(), after.steps());
        assertTrue(read.process().isPresent());
        assertEquals(
                "Frage service.hund-anmelden.page.F99000000001.title",
                read.words("de").get("service.hund-anmelden.page.F99000000001.title"));
    }

    private static SamplePackage drawn(SamplePackage sample) {
        Journey journey = sample.read().journey().orElseThrow();
        String bpmn =
                new String(
                        new ProcessWriter("Hund anmelden", key -> Optional.of("Frage " + key))
                                .write(journey),
                        StandardCharsets.UTF_8);
        return sample.write("hund.bpmn", bpmn).overlay(PAGES, "");
    }

    @Test
    void pagesAreThoseOfTheDrawing() {
        String problem = drawn().overlay("conditions:", PAGES + "conditions:").problem();
        assertTrue(problem.endsWith("[PKG-PAGES]"), problem);
    }

    @Test
    void aTaskAsksWhatTheOverlaySays() {
        ServicePackage read =
                drawn().with(
                                "hund.bpmn",
                                " kiosk:fields=\"G99000000010.F60000000228 G99000000010.F60000000227\"",
                                "")
                        .overlay(
                                "conditions:",
                                "tasks: {page-name: [F60000000228, F60000000227]}\nconditions:")
                        .read();
        assertEquals(List.of(), read.problems().stream().map(Problem::toString).toList());
        assertEquals(
                2,
                read.journey().orElseThrow().questionnaire().pages().stream()
                        .filter(page -> page.key().equals("name"))
                        .map(QuestionPage::fields)
                        .findFirst()
                        .orElseThrow()
                        .size());
    }

    @Test
    void aDrawingThatDoesNotSendIsNoService() {
        SamplePackage sample = drawn();
        String bpmn = sample.text("hund.bpmn");
        ServicePackage read =
                sample.write(
                                "hund.bpmn",
                                bpmn.replace("kiosk:step=\"submission\"", "kiosk:step=\"venue\""))
                        .read();
        assertFalse(read.startable());
        assertTrue(read.journey().isPresent());
    }

    @Test
    void aDrawingThatCannotBeReadLeavesThePreviewOfTheRest() {
        ServicePackage read = drawn().write("hund.bpmn", "<kein-bpmn/>").read();
        assertFalse(read.startable());
        assertTrue(read.journey().orElseThrow().has(Step.Questions.class));
        assertTrue(read.problems().stream().anyMatch(p -> p.code().equals("BPM-XML")));
    }

    @Test
    void nothingIsPaidWhereTheServiceIsFree() {
        String overlay = SamplePackage.in(services.resolve("a")).text("service.yaml");
        int from = overlay.indexOf("fee:");
        int to = overlay.indexOf("identification:");
        ServicePackage read = drawn().overlay(overlay.substring(from, to), "fee: free\n").read();
        assertEquals(List.of(), read.problems().stream().map(Problem::toString).toList());
        assertFalse(read.journey().orElseThrow().has(Step.Payment.class));
        assertTrue(
                read.notes().stream()
                        .anyMatch(note ->
                                note.weight() == ImportNote.Weight.CHANGED
                                        && note.toString().contains("nobody pays here")),
                read.notes()::toString);
    }

    @Test
    void aDrawingDoesNotDecideWhereApplicationsGo() {
        ServicePackage read =
                drawn().with(
                                "hund.bpmn",
                                "kiosk:step=\"submission\"",
                                "kiosk:step=\"submission\" kiosk:destination=\"00000000-0000-4000-8000-00000000dead\"")
                        .read();
        assertFalse(read.startable());
        assertEquals("BPM-SETTING", read.problems().getFirst().code());
    }

    @Test
    void whatNeedNotBeReadFromTheCardSaysTheOverlay() {
        ServicePackage read =
                drawn().with("hund.bpmn", " kiosk:optional=\"eid.givenNames\"", "").read();
        assertEquals(List.of(), read.problems().stream().map(Problem::toString).toList());
        assertEquals(
                Set.of(CardDatum.GIVEN_NAMES),
                read.journey()
                        .orElseThrow()
                        .step(Step.Identification.class)
                        .orElseThrow()
                        .optional());
    }

    @Test
    void aBugInOnePackageKeepsNoOtherFromBeingRead() throws IOException {
        SamplePackage.in(services);
        SamplePackage broken = SamplePackage.in(services.resolve("x"));
        Files.move(broken.folder(), services.resolve("eheurkunde"));
        PackageReader reader = new PackageReader(ShippedKiosk.CONFIG.catalog());
        Map<String, ServicePackage> read =
                reader.readAll(
                        services,
                        folder -> {
                            if (folder.endsWith("eheurkunde")) {
                                throw new IllegalStateException("Erika Mustermann");
                            }
                            return reader.read(folder);
                        });
        assertTrue(Objects.requireNonNull(read.get(SamplePackage.ID)).startable());
        ServicePackage unread = Objects.requireNonNull(read.get("eheurkunde"));
        assertFalse(unread.startable());
        assertTrue(unread.service().isPresent());
        assertEquals(
                List.of(
                        "services/eheurkunde:1:1: the terminal has a bug in reading this package: tell"
                                + " the help desk (IllegalStateException) [PKG-BUG]"),
                unread.problems().stream().map(Problem::toString).toList());
    }
}
