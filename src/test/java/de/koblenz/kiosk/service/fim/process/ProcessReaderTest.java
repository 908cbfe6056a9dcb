package de.koblenz.kiosk.service.fim.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.ConditionText;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldGroup;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.form.FormDefinition;
import de.koblenz.kiosk.service.form.FormRule;
import de.koblenz.kiosk.service.form.Occurrence;
import de.koblenz.kiosk.service.journey.Step;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Processes as people draw them in modellers that know nothing of this terminal, and what the terminal says to that.
class ProcessReaderTest {
    private static final FormDefinition FORM =
            new FormDefinition(
                    "dog",
                    List.of(
                            Field.of("resident", new FieldType.Flag()),
                            FieldGroup.once(
                                    "dog",
                                    Field.of("name", new FieldType.Flag()),
                                    Field.of("listed", new FieldType.Flag()),
                                    Field.of("permit", new FieldType.Flag()))));

    private static final ProcessDefaults DEFAULTS =
            new ProcessDefaults(
                    "7f6c1a52-0d3e-4b8a-9c41-5e2d8b7a6f10",
                    "99102001001000",
                    false,
                    Set.of(),
                    List.of(Step.Copy.PAPER),
                    Set.of(Step.Paper.RECEIPT),
                    Map.of());

    /// As bpmn.io writes it: prefixes, generated ids, what is meant stands in names and documentation.
    private static final String DRAWN =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="D_1" targetNamespace="http://bpmn.io/schema/bpmn">
              <bpmn:collaboration id="C_1"><bpmn:participant id="Pa_1" name="Terminal" processRef="P_1" /></bpmn:collaboration>
              <bpmn:process id="P_1" isExecutable="false">
                <bpmn:laneSet id="L_1"><bpmn:lane id="La_1" name="Bürgeramt"><bpmn:flowNodeRef>Start</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>
                <bpmn:startEvent id="Start"><bpmn:outgoing>F1</bpmn:outgoing></bpmn:startEvent>
                <bpmn:sequenceFlow id="F1" sourceRef="Start" targetRef="T_eid" />
                <bpmn:serviceTask id="T_eid" name="Person identifizieren" />
                <bpmn:sequenceFlow id="F2" sourceRef="T_eid" targetRef="T_home" />
                <bpmn:userTask id="T_home" name="Wohnen Sie in Koblenz?"><bpmn:documentation>Felder: resident</bpmn:documentation></bpmn:userTask>
                <bpmn:sequenceFlow id="F3" sourceRef="T_home" targetRef="G_home" />
                <bpmn:exclusiveGateway id="G_home" default="F5" />
                <bpmn:sequenceFlow id="F4" sourceRef="G_home" targetRef="E_else"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${resident = false}</bpmn:conditionExpression></bpmn:sequenceFlow>
                <bpmn:endEvent id="E_else" name="Bitte gehen Sie zu Ihrer eigenen Stadt." />
                <bpmn:sequenceFlow id="F5" sourceRef="G_home" targetRef="T_dog" />
                <bpmn:userTask id="T_dog" name="Angaben zum Hund"><bpmn:documentation>Was steht im Heimtierausweis?
            Felder: name, listed</bpmn:documentation></bpmn:userTask>
                <bpmn:sequenceFlow id="F6" sourceRef="T_dog" targetRef="G_listed" />
                <bpmn:exclusiveGateway id="G_listed" />
                <bpmn:sequenceFlow id="F7" sourceRef="G_listed" targetRef="T_permit"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">= dog.listed = true</bpmn:conditionExpression></bpmn:sequenceFlow>
                <bpmn:userTask id="T_permit" name="Haben Sie die Erlaubnis?"><bpmn:documentation>Felder: dog.permit</bpmn:documentation></bpmn:userTask>
                <bpmn:sequenceFlow id="F8" sourceRef="T_permit" targetRef="G_join" />
                <bpmn:sequenceFlow id="F9" sourceRef="G_listed" targetRef="G_join" />
                <bpmn:exclusiveGateway id="G_join" />
                <bpmn:sequenceFlow id="F10" sourceRef="G_join" targetRef="T_check" />
                <bpmn:userTask id="T_check" name="Angaben prüfen" />
                <bpmn:sequenceFlow id="F11" sourceRef="T_check" targetRef="T_pay" />
                <bpmn:serviceTask id="T_pay" name="Gebühr bezahlen" />
                <bpmn:boundaryEvent id="B_pay" attachedToRef="T_pay"><bpmn:errorEventDefinition id="Er_1" /></bpmn:boundaryEvent>
                <bpmn:sequenceFlow id="F12" sourceRef="B_pay" targetRef="E_sorry" />
                <bpmn:endEvent id="E_sorry" name="Nicht bezahlt" />
                <bpmn:sequenceFlow id="F14" sourceRef="T_pay" targetRef="T_send" />
                <bpmn:sendTask id="T_send" name="Antrag übermitteln" />
                <bpmn:sequenceFlow id="F15" sourceRef="T_send" targetRef="T_print" />
                <bpmn:task id="T_print" name="Quittung drucken" />
                <bpmn:sequenceFlow id="F16" sourceRef="T_print" targetRef="E_done" />
                <bpmn:endEvent id="E_done" />
              </bpmn:process>
            </bpmn:definitions>
            """;

    private static final Problems UNHEARD = new Problems();

    private static Optional<DrawnProcess> read(String xml, Problems problems) {
        return new ProcessReader(FORM, DEFAULTS)
                .read(xml.getBytes(StandardCharsets.UTF_8), "prozess.bpmn", problems);
    }

    private static String problems(String xml) {
        Problems problems = new Problems();
        Optional<DrawnProcess> read = read(xml, problems);
        assertEquals(problems.none(), read.isPresent());
        return problems.sorted().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    @Test
    void aProcessOfAnyModellerBecomesTheStepsOfAJourney() {
        Problems problems = new Problems();
        DrawnProcess read =
                read(DRAWN, problems).orElseThrow(() -> new AssertionError(problems.sorted()));
        assertEquals(
                List.of(
                        "Identification",
                        "Questions",
                        "CheckAnswers",
                        "Payment",
                        "Submission",
                        "Printing",
                        "Finish"),
                read.steps().stream().map(step -> step.getClass().getSimpleName()).toList());
        Step.Questions questions = (Step.Questions) read.steps().get(1);
        assertEquals(
                List.of(
                        "T_home: [resident]",
                        "T_dog: [dog.name, dog.listed]",
                        "T_permit: [dog.permit]"),
                questions.questionnaire().pages().stream()
                        .map(page -> page.key() + ": " + page.fields())
                        .toList());
        assertEquals(
                new Step.Submission("7f6c1a52-0d3e-4b8a-9c41-5e2d8b7a6f10", "99102001001000"),
                read.steps().get(4));
    }

    @Test
    void aConditionOfAGatewayIsOneOfTheFieldsBehindIt() {
        FormDefinition form = read(DRAWN, UNHEARD).orElseThrow().form();
        assertEquals("dog.listed = true", visible(form, "dog.permit"));
        assertEquals("always", visible(form, "dog.listed"));
    }

    private static String visible(FormDefinition form, String path) {
        return ConditionText.write(form.field(FieldPath.parse(path)).orElseThrow().visible());
    }

    @Test
    void anEndBehindAGatewayIsARuleThatSaysItsName() {
        DrawnProcess read = read(DRAWN, UNHEARD).orElseThrow();
        FormRule rule = read.form().rules().getFirst();
        assertEquals("E_else", rule.id());
        assertEquals(FieldPath.of("resident"), rule.at());
        assertEquals("resident != false", ConditionText.write(rule.must()));
        assertEquals(Map.of("E_else", "Bitte gehen Sie zu Ihrer eigenen Stadt."), read.ruleWords());
    }

    @Test
    void whatFollowsAFaultIsTheTerminalsOwnPage() {
        List<DrawnProcess.Reading> readings = read(DRAWN, UNHEARD).orElseThrow().readings();
        assertTrue(
                readings.contains(
                        new DrawnProcess.Reading("E_sorry", "Nicht bezahlt", "own fault page")));
    }

    @Test
    void ofSeveralBranchesTheFirstThatHoldsIsTaken() {
        String three =
                DRAWN.replace(
                        "<bpmn:sequenceFlow id=\"F9\" sourceRef=\"G_listed\" targetRef=\"G_join\" />",
                        """
                        <bpmn:sequenceFlow id="F9" sourceRef="G_listed" targetRef="T_chip"><bpmn:conditionExpression>resident = true</bpmn:conditionExpression></bpmn:sequenceFlow>
                        <bpmn:userTask id="T_chip" name="Chip"><bpmn:documentation>Felder: chip</bpmn:documentation></bpmn:userTask>
                        <bpmn:sequenceFlow id="F9b" sourceRef="T_chip" targetRef="G_join" />
                        <bpmn:sequenceFlow id="F9c" sourceRef="G_listed" targetRef="G_join" />\
                        """);
        FormDefinition form =
                new FormDefinition(
                        "dog",
                        List.of(
                                FORM.elements().get(0),
                                FORM.elements().get(1),
                                Field.of("chip", new FieldType.Flag())));
        Problems problems = new Problems();
        DrawnProcess read =
                new ProcessReader(form, DEFAULTS)
                        .read(three.getBytes(StandardCharsets.UTF_8), "p", problems)
                        .orElseThrow(() -> new AssertionError(problems.sorted()));
        assertEquals("resident = true and dog.listed != true", visible(read.form(), "chip"));
    }

    @Test
    void aRepeatedGroupNeedsATaskOfItsOwn() {
        FieldGroup dog = (FieldGroup) FORM.elements().get(1);
        FormDefinition form =
                new FormDefinition(
                        "dog",
                        List.of(
                                FORM.elements().get(0),
                                new FieldGroup(
                                        "dog",
                                        new Occurrence(1, 4),
                                        dog.elements(),
                                        Condition.always())));
        Problems problems = new Problems();
        new ProcessReader(form, DEFAULTS)
                .read(DRAWN.getBytes(StandardCharsets.UTF_8), "p", problems);
        assertTrue(
                problems.sorted()
                        .toString()
                        .contains("'P_1': no task adds entries to 'dog' [BPM-FIELD]"),
                problems.sorted()::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "<bpmn:task id='T_print' name='Quittung drucken' />|<bpmn:scriptTask id='T_print' />|'T_print': the terminal cannot execute a scriptTask [BPM-UNSUPPORTED]",
                "<bpmn:task id='T_print' name='Quittung drucken' />|<bpmn:subProcess id='T_print' />|'T_print': the terminal cannot execute a subProcess [BPM-UNSUPPORTED]",
                "<bpmn:exclusiveGateway id='G_listed' />|<bpmn:parallelGateway id='G_listed' />|'G_listed': the terminal cannot execute a parallelGateway [BPM-UNSUPPORTED]",
                "<bpmn:boundaryEvent id='B_pay' attachedToRef='T_pay'><bpmn:errorEventDefinition id='Er_1' />|<bpmn:boundaryEvent id='B_pay' attachedToRef='T_pay'><bpmn:timerEventDefinition id='Er_1' />|'B_pay': the terminal cannot execute a boundaryEvent with timerEventDefinition [BPM-UNSUPPORTED]",
                "targetRef='E_sorry' />|targetRef='T_sorry' /><bpmn:serviceTask id='T_sorry' name='Geld erstatten' /><bpmn:sequenceFlow id='F13' sourceRef='T_sorry' targetRef='E_sorry' />|'T_sorry': behind a fault the terminal shows its own page and does nothing else [BPM-FAULT-PATH]",
                "targetRef='E_sorry' />|targetRef='T_sorry' /><bpmn:userTask id='T_sorry' name='Am Schalter bar bezahlen' /><bpmn:sequenceFlow id='F13' sourceRef='T_sorry' targetRef='E_sorry' />|'T_sorry': behind a fault the terminal shows its own page and does nothing else [BPM-FAULT-PATH]",
                "name='Quittung drucken'|name='Mahlzeit'|'T_print': neither its name nor kiosk:step says what 'Mahlzeit' is, and it names no fields [BPM-TASK]",
                "Felder: dog.permit|Felder: dog.permitt|'T_permit': the form has no field 'dog.permitt' [BPM-FIELD]",
                "Felder: dog.permit|Felder: resident|'T_permit': 'resident' is asked twice [BPM-FIELD]",
                "Felder: name, listed|Felder: name|'P_1': no task asks for 'dog.listed' [BPM-FIELD]",
                "${resident = false}|${resident == 'no'}|'F4': 'resident' can never be 'no' [BPM-CONDITION]",
                "${resident = false}|${residen = false}|'F4': there is no field 'residen'",
                "= dog.listed = true|= dog.permit = true|'T_permit': whether it is reached depends on 'dog.permit', which is asked later [BPM-ORDER]",
                "<bpmn:userTask id='T_check' name='Angaben prüfen' />|<bpmn:serviceTask id='T_check' name='Bezahlung' />|'T_pay': this step stands twice or too late; the order is venue, slot, tariffs, identification, questions, copy, check, payment, submission, printing, finish [BPM-ORDER]",
                "sourceRef='T_print' targetRef='E_done'|sourceRef='T_print' targetRef='T_dog'|'F16': the flow leads back; the terminal goes forward [BPM-LOOP]",
                "sourceRef='T_home' targetRef='G_home'|sourceRef='T_home' targetRef='T_dog'|'G_home': nothing leads here from the start [BPM-UNREACHED]",
                "<bpmn:startEvent id='Start'>|<bpmn:startEvent id='S2' /><bpmn:startEvent id='Start'>|'Start': there is a second start [BPM-START]",
                "<bpmn:userTask id='T_check' name='Angaben prüfen' />|<bpmn:userTask id='T_check' name='Kopie wählen' />|'P_1': a task 'Angaben prüfen' is missing: citizens review what they send or pay [BPM-STEP-MISSING]",
                "sourceRef='G_listed' targetRef='G_join'|sourceRef='G_listed' targetRef='T_pay'|'T_check': only questions can be skipped; the terminal skips a payment of 0 € by itself [BPM-CONDITION]"
            })
    void whatTheTerminalCannotDoIsNamedWithItsElement(String was, String is, String expected) {
        String before = was.replace('\'', '"');
        String after = is.replaceAll("='([^']*)'(?=[ />])", "=\"$1\"");
        assertTrue(DRAWN.contains(before), before);
        String found = problems(DRAWN.replace(before, after));
        assertTrue(found.contains(expected), found);
        assertTrue(found.startsWith("prozess.bpmn:"), found);
    }

    @Test
    void aProblemStandsAtItsLine() {
        assertTrue(
                problems(
                                DRAWN.replace(
                                        "<bpmn:exclusiveGateway id=\"G_listed\" />",
                                        "<bpmn:parallelGateway id=\"G_listed\" />"))
                        .lines()
                        .anyMatch(line -> line.startsWith("prozess.bpmn:19:")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|this is no XML: ",
                "<a>|this is no XML: ",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>|declarations of document types and entities are refused",
                "<a/>|this is no BPMN 2.0",
                "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" targetNamespace=\"x\"/>|there is no process"
            })
    void whatIsNoProcessIsRefused(String xml, String expected) {
        String found = problems(xml);
        assertTrue(found.contains(expected), found);
    }

    @Test
    void elementsThatLieTooDeepAreRefused() {
        assertTrue(
                problems("<a>".repeat(100) + "</a>".repeat(100))
                        .contains("too deep in each other"));
    }
}
