package de.koblenz.kiosk.service.fim.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.ConditionText;
import de.koblenz.kiosk.service.journey.Charge;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.service.journey.JourneyTexts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How an exported diagram speaks to people.
class ProcessWordsTest {
    private static final Map<String, String> TEXTS =
            Map.of(
                    "service.probe.field.age.label", "Alter",
                    "service.probe.field.age.option.minor", "minderjährig",
                    "service.probe.field.age.option.adult", "volljährig",
                    "service.probe.field.home.label", "Wohnort:",
                    "service.probe.field.home.option.out", "außerhalb",
                    "service.probe.page.T_age.title", "Wie alt sind Sie?");

    private static Optional<String> text(String key) {
        return Optional.ofNullable(TEXTS.get(key));
    }

    private static final Journey JOURNEY =
            SampleDrawing.line().read().journey("probe", new Charge.Free());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "age = minor|Alter: minderjährig?",
                "age in [adult, minor]|Alter: volljährig oder minderjährig?",
                "age != minor and home = out|Alter: nicht minderjährig und Wohnort: außerhalb?",
                "home = unknown|Wohnort: unknown?",
                "name is empty|keine Angabe zu name?",
                "name is filled or not (home in [out])|(Angabe zu name oder nicht (Wohnort: außerhalb))?",
                "count >= 18|count >= 18?",
                "count < today - 18 years|count < heute vor 18 Jahren?"
            })
    void aConditionIsAQuestionInTheWordsOfTheForm(String condition, String words) {
        Condition read = ((ConditionText.Read) ConditionText.read(condition)).condition();
        assertEquals(
                words,
                new ConditionWords(
                                JOURNEY.questionnaire().form(),
                                new JourneyTexts(JOURNEY),
                                ProcessWordsTest::text)
                        .question(Conjunction.of(read)));
    }

    private static SampleDrawing branching(String gateway) {
        return SampleDrawing.BARE
                .add(gateway)
                .join("J")
                .chain("S", "T_who", "T_age", "T_home", "G")
                .flow("G", "T_name", "age = minor")
                .flow("D", "G", "J", "")
                .chain("T_name", "J", "T_check", "T_send", "E");
    }

    private static String export(SampleDrawing drawing) {
        DrawnProcess read = drawing.read();
        byte[] xml =
                new ProcessWriter("Probe ansehen", ProcessWordsTest::text, Optional.of(read))
                        .write(read.journey("probe", new Charge.Free()));
        return new String(xml, StandardCharsets.UTF_8);
    }

    @Test
    void aGatewayKeepsTheNameThatItWasDrawnWith() {
        String xml =
                export(
                        branching(
                                "<bpmn:exclusiveGateway id=\"G\" name=\"Noch ein Kind?\" default=\"D\" />"));
        assertTrue(xml.contains("name=\"Noch ein Kind?\""), xml);
        assertFalse(xml.contains("minderjährig"), xml);
    }

    @Test
    void aGatewayWithoutANameAsksForItsCondition() {
        String xml = export(branching("<bpmn:exclusiveGateway id=\"G\" default=\"D\" />"));
        assertTrue(xml.contains("name=\"Alter: minderjährig?\""), xml);
    }

    @Test
    void theProcessHasTheNameOfTheServiceAndIsForNoEngine() {
        String xml = export(branching("<bpmn:exclusiveGateway id=\"G\" default=\"D\" />"));
        assertTrue(xml.contains("name=\"Probe ansehen\""), xml);
        assertTrue(xml.contains("isExecutable=\"false\""), xml);
        assertTrue(xml.contains("=age = \"minor\""), xml);
        assertTrue(xml.contains("name=\"Wie alt sind Sie?\""), xml);
    }

    @Test
    void anEarlyEndHasAGatewayOfItsOwn() {
        DrawnProcess read =
                SampleDrawing.BARE
                        .add("<bpmn:endEvent id=\"Stop\" name=\"Nur für Kinder\" />")
                        .gateway("G", "D")
                        .chain("S", "T_who", "T_age", "G")
                        .flow("G", "Stop", "age = adult")
                        .flow("D", "G", "T_home", "")
                        .chain("T_home", "T_name", "T_check", "T_send", "E")
                        .read();
        byte[] xml =
                new ProcessWriter("Probe", ProcessWordsTest::text, Optional.of(read))
                        .write(read.journey("probe", new Charge.Free()));
        Problems problems = new Problems();
        DrawnProcess again =
                new ProcessReader(SampleDrawing.FORM, SampleDrawing.DEFAULTS)
                        .read(xml, "p", problems)
                        .orElseThrow(() -> new AssertionError(problems.sorted()));
        assertEquals(read.form(), again.form());
        assertEquals(List.of("Stop"), List.copyOf(again.ruleWords().keySet()));
        assertEquals(read.ruleWords(), again.ruleWords());
    }
}
