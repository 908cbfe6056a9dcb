package de.koblenz.kiosk.service.fim.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.ShippedKiosk;
import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.service.catalog.Fee;
import de.koblenz.kiosk.service.fim.LeistungTexts.Module;
import de.koblenz.kiosk.service.fim.RuleOutcome;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.form.FormData;
import de.koblenz.kiosk.service.form.QuestionPage;
import de.koblenz.kiosk.service.journey.Bill;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.service.journey.Step;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageReaderTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 6);

    @TempDir Path services;

    @Test
    void aWholePackageIsStartable() {
        ServicePackage read = SamplePackage.in(services).read();
        assertEquals(List.of(), read.problems().stream().map(Problem::toString).toList());
        assertTrue(read.startable());
        assertEquals("hund-anmelden", read.id());
    }

    @Test
    void theStepsAreTheUsualOnes() {
        Journey journey = SamplePackage.in(services).read().journey().orElseThrow();
        assertEquals(
                List.of(
                        "Identification",
                        "Questions",
                        "CopyChoice",
                        "CheckAnswers",
                        "Payment",
                        "Submission",
                        "Printing",
                        "Finish"),
                journey.steps().stream().map(step -> step.getClass().getSimpleName()).toList());
        assertEquals(
                Optional.of(
                        new Step.Submission(
                                "7f6c1a52-0d3e-4b8a-9c41-5e2d8b7a6f10", "99102013002000")),
                journey.step(Step.Submission.class));
    }

    @Test
    void listedPagesComeInTheirOrderAndOthersBehindWhatStandsBeforeThem() {
        Journey journey = SamplePackage.in(services).read().journey().orElseThrow();
        assertEquals(
                List.of(
                        "name",
                        "F99000000001",
                        "F99000000002",
                        "hund",
                        "F99000000004",
                        "G99000000011",
                        "F99000000007",
                        "F99000000008"),
                journey.questionnaire().pages().stream().map(QuestionPage::key).toList());
    }

    @Test
    void wordsComeFromTheSchemaAndTheTextsOfThePackage() {
        ServicePackage read = SamplePackage.in(services).read();
        String prefix = "service.hund-anmelden.";
        assertEquals("Wie heißen Sie?", read.words("de").get(prefix + "page.name.title"));
        assertEquals("What is your name?", read.words("en").get(prefix + "page.name.title"));
        // What is not said in a language is said in German.
        String question = read.words("de").get(prefix + "page.F99000000001.title");
        assertNotNull(question);
        assertEquals(question, read.words("en").get(prefix + "page.F99000000001.title"));
        // A page of several questions is called by all of them.
        assertNull(read.words("de").get(prefix + "page.hund.title"));
        assertEquals("bis 40 cm", read.words("de").get(prefix + "list.F99000000001.klein"));
    }

    @Test
    void theDescriptionIsThereInItsLanguages() {
        ServicePackage read = SamplePackage.in(services).read();
        assertEquals(List.of("de", "en"), read.description().orElseThrow().languages());
        assertTrue(read.description().orElseThrow().find(Module.SHORT_TEXT, "en").isPresent());
    }

    @Test
    void theFeeFollowsFromTheAnswers() {
        ServicePackage read = SamplePackage.in(services).read();
        FormData data =
                FormData.EMPTY
                        .with("F99000000001", "gross")
                        .with("F99000000002", "true")
                        .with("F99000000003", "2");
        assertEquals(Optional.of(2490), bill(read, data).map(Bill::cents));
        assertEquals(Optional.of(0), bill(read, data.with("F99000000003", "5")).map(Bill::cents));
        assertEquals(
                "Erfundene Ermäßigung",
                bill(read, data.with("F99000000003", "5"))
                        .orElseThrow()
                        .positions()
                        .getFirst()
                        .name());
        assertEquals(Optional.empty(), bill(read, data.with("F99000000001", "")));
        assertEquals(new Fee.ByAnswers(), read.service().orElseThrow().fee());
        assertEquals(
                "5,90 € bis 60,90 €, je nach Größe",
                read.service().orElseThrow().feeNote().orElseThrow().in("de"));
    }

    private static Optional<Bill> bill(ServicePackage read, FormData data) {
        Journey journey = read.journey().orElseThrow();
        return journey.charge()
                .bill(
                        "Hund",
                        new Fee.Unknown(),
                        journey.questionnaire().view(data, TODAY),
                        List.of());
    }

    @Test
    void conditionsOfTheOverlayHold() {
        ServicePackage read = SamplePackage.in(services).read();
        Journey journey = read.journey().orElseThrow();
        FormData insured = FormData.EMPTY.with("F99000000002", "true");
        var reason = de.koblenz.kiosk.service.form.FieldPath.of("F99000000005");
        assertFalse(journey.questionnaire().view(insured, TODAY).visible(reason));
        assertTrue(
                journey.questionnaire()
                        .view(insured.with("F99000000002", "false"), TODAY)
                        .required(reason));
        assertEquals(
                List.of(RuleOutcome.Kind.ENFORCED, RuleOutcome.Kind.ENFORCED),
                read.rules().stream().map(RuleOutcome::kind).toList());
    }

    @Test
    void documentsAreHandedInAsTheOverlaySays() {
        HandIn documents = SamplePackage.in(services).read().documents();
        assertEquals(
                List.of(new HandIn.Document(List.of(HandIn.Way.PHONE), Period.ofDays(10))),
                List.copyOf(documents.documents().values()));
    }

    @Test
    void withoutAnOverlayThereIsAPreviewAndOneProblemThatSaysWhatIsMissing() {
        SamplePackage sample =
                SamplePackage.in(services)
                        .without("service.yaml")
                        .without("texts.de.yaml")
                        .without("texts.en.yaml");
        ServicePackage read = sample.read();
        assertFalse(read.startable());
        assertTrue(read.journey().isPresent());
        List<String> codes = read.problems().stream().map(Problem::code).toList();
        assertEquals(List.of("FIM-TYPE", "PKG-OVERLAY"), codes);
        assertTrue(
                read.problems()
                        .getLast()
                        .message()
                        .contains(read.imported().orElseThrow().identity().sha256()));
    }

    @Test
    void anotherSchemaThanTheOverlayWasWrittenForStopsIt() {
        SamplePackage sample =
                SamplePackage.in(services).with("hund.xdf3.xml", "Hund anmelden", "Katze anmelden");
        assertTrue(sample.problem().startsWith("services/hund-anmelden/service.yaml:5:11: "));
        assertTrue(sample.problem().endsWith("[PKG-HASH]"));
    }

    @Test
    void allPackagesOfAFolderAreReadAndServicesWrittenByHandAreNot() {
        SamplePackage.in(services).write("../von-hand/service.yaml", "service: von-hand\n");
        assertEquals(
                List.of("hund-anmelden"),
                List.copyOf(
                        new PackageReader(ShippedKiosk.CONFIG.catalog())
                                .readAll(services)
                                .keySet()));
    }

    @Test
    void aServiceOfSomebodyElseLeadsThere() {
        ServicePackage read =
                SamplePackage.in(services)
                        .without("hund.xdf3.xml")
                        .without("texts.de.yaml")
                        .without("texts.en.yaml")
                        .write(
                                "service.yaml",
                                """
                                service: hund-anmelden
                                forward:
                                  name: {de: Erfundenes Bundesamt, en: Invented office}
                                  url: "https://www.example.de/start?l={leika}&r={region}"
                                  region: "07111000"
                                """)
                        .read();
        assertEquals(List.of(), read.problems());
        assertTrue(read.forwards());
        assertFalse(read.startable());
        assertEquals(
                "https://www.example.de/start?l=99102013002000&r=07111000",
                read.service().orElseThrow().page().url().toString());
    }

    @Test
    void anOverlaySaysWhatATextHolds() {
        SamplePackage sample =
                SamplePackage.in(services)
                        .with(
                                "service.yaml",
                                "prefill:\n",
                                "letters:\n  F99000000003: email\nprefill:\n");
        assertEquals(
                List.of("PKG-LETTERS"),
                sample.read().problems().stream().map(Problem::code).toList());
        ServicePackage right =
                sample.with("service.yaml", "F99000000003: email", "F99000000007: phone").read();
        assertEquals(List.of(), right.problems());
        assertEquals(
                List.of(FieldType.Letters.PHONE),
                right.journey().orElseThrow().questionnaire().form().all().values().stream()
                        .filter(element -> element.id().equals("F99000000007"))
                        .map(element -> ((FieldType.Text) ((Field) element).type()).letters())
                        .toList());
    }
}
