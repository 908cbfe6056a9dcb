package de.koblenz.kiosk.service.fim.process;

import static de.koblenz.kiosk.service.fim.process.SampleDrawing.BARE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.service.journey.Charge;
import de.koblenz.kiosk.service.journey.Step;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Elements that are not what they look like at first sight: none is taken for something else in silence.
class DrawnElementsTest {
    private static final String FAULT =
            "<bpmn:boundaryEvent id=\"B\" attachedToRef=\"T_who\"><bpmn:errorEventDefinition /></bpmn:boundaryEvent>";

    @Test
    void theSampleIsInOrder() {
        assertEquals(List.of(), SampleDrawing.line().problems());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id=\"S\" />|id=\"S\"><bpmn:timerEventDefinition /></bpmn:startEvent>|'S': the terminal cannot execute a startEvent with timerEventDefinition",
                "id=\"E\" />|id=\"E\"><bpmn:messageEventDefinition /></bpmn:endEvent>|'E': the terminal cannot execute a endEvent with messageEventDefinition",
                "id=\"E\" />|id=\"E\"><bpmn:terminateEventDefinition /></bpmn:endEvent>|'E': the terminal cannot execute a endEvent with terminateEventDefinition",
                "Felder: name</bpmn:documentation>|Felder: name</bpmn:documentation><bpmn:multiInstanceLoopCharacteristics isSequential=\"true\" />|'T_name': the terminal cannot execute a userTask with multiInstanceLoopCharacteristics",
                "name=\"Antrag absenden\" />|name=\"Antrag absenden\"><bpmn:standardLoopCharacteristics /></bpmn:serviceTask>|'T_send': the terminal cannot execute a serviceTask with standardLoopCharacteristics",
                "name=\"Antrag absenden\" />|name=\"Antrag absenden\" isForCompensation=\"true\" />|'T_send': the terminal cannot execute a serviceTask with isForCompensation"
            })
    void whatChangesAnElementIsReported(String was, String is, String expected) {
        assertEquals(
                List.of(expected + " [BPM-UNSUPPORTED]"),
                SampleDrawing.line().with(was, is).problems());
    }

    @Test
    void lanesMessagesAnnotationsAndFormsOfEnginesAreNoted() {
        List<String> notes =
                SampleDrawing.line()
                        .with(
                                "<bpmn:startEvent id=\"S\" />",
                                "<bpmn:laneSet><bpmn:lane id=\"L\" name=\"Sachbearbeitung\" /></bpmn:laneSet><bpmn:startEvent id=\"S\" />")
                        .with(
                                "Felder: name</bpmn:documentation>",
                                "Felder: name</bpmn:documentation><bpmn:extensionElements><camunda:formData><camunda:formField id=\"x\" type=\"string\" /></camunda:formData><zeebe:taskHeaders /></bpmn:extensionElements>")
                        .with("id=\"T_home\"", "id=\"T_home\" camunda:formKey=\"home.html\"")
                        .add(
                                "<bpmn:textAnnotation id=\"A\"><bpmn:text>Frist!</bpmn:text></bpmn:textAnnotation>")
                        .notes();
        assertEquals(
                List.of(
                        "TOLD 'L': who does something is not said by a lane: the terminal goes through all [BPM-LEFT-OUT]",
                        "TOLD 'A': an annotation is read by nobody at the terminal [BPM-LEFT-OUT]",
                        "LOST 'T_name': camunda:formData: its fields are not asked; fields are those of the schema [BPM-LEFT-OUT]",
                        "TOLD 'T_name': zeebe:taskHeaders means nothing to a terminal [BPM-LEFT-OUT]",
                        "LOST 'T_home': the form of its formKey is not shown; fields are those of the schema [BPM-LEFT-OUT]"),
                notes.stream().filter(note -> note.contains("LEFT-OUT")).toList());
    }

    @Test
    void aTaskThatIsUnderstoodByItsNameAloneIsNoted() {
        assertEquals(
                List.of(
                        "TOLD 'T_who': 'Mit dem Online-Ausweis ausweisen' is read as identification, by its name alone [BPM-GUESS]",
                        "TOLD 'T_check': 'Angaben prüfen' is read as check, by its name alone [BPM-GUESS]"),
                SampleDrawing.line()
                        .with("id=\"T_send\"", "id=\"T_send\" kiosk:step=\"submission\"")
                        .notes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serviceTask|Bescheid vom letzten Jahr bereitlegen",
                "serviceTask|Entscheidung mitteilen",
                "serviceTask|Kleidung ansehen",
                "userTask|Antrag durch Fachamt überprüfen",
                "userTask|Mit dem Online-Ausweis ausweisen",
                "userTask|Anschrift des Absenders",
                "serviceTask|Angaben prüfen",
                "serviceTask|Bezahlen und absenden",
                "serviceTask|Eindruck gewinnen"
            })
    void piecesOfWordsMeanNothing(String type, String name) {
        List<String> problems =
                SampleDrawing.line()
                        .with(
                                "<bpmn:serviceTask id=\"T_who\" name=\"Mit dem Online-Ausweis ausweisen\" />",
                                "<bpmn:" + type + " id=\"T_who\" name=\"" + name + "\" />")
                        .problems();
        assertEquals(
                List.of(
                        "'T_who': neither its name nor kiosk:step says what '"
                                + name
                                + "' is, and it names no fields [BPM-TASK]"),
                problems);
    }

    @Test
    void aUserTaskWithFieldsIsAPageWhateverItIsCalled() {
        DrawnProcess read =
                SampleDrawing.line()
                        .with("name=\"Wer?\"", "name=\"Anschrift des Absenders absenden\"")
                        .read();
        assertTrue(
                read.readings()
                        .contains(
                                new DrawnProcess.Reading(
                                        "T_name",
                                        "Anschrift des Absenders absenden",
                                        "page T_name")));
    }

    @Test
    void aServiceTaskAsksNothing() {
        List<String> problems =
                SampleDrawing.line()
                        .with(
                                "name=\"Antrag absenden\" />",
                                "name=\"Antrag absenden\"><bpmn:documentation>Felder: name</bpmn:documentation></bpmn:serviceTask>")
                        .problems();
        assertEquals(List.of("'T_send': fields are asked by a user task [BPM-TASK]"), problems);
    }

    @Test
    void aStepThatAsksForFieldsIsTwoTasks() {
        List<String> problems =
                SampleDrawing.line()
                        .with("id=\"T_name\"", "id=\"T_name\" kiosk:step=\"copy\"")
                        .problems();
        assertTrue(
                problems.contains(
                        "'T_name': it is 'copy' and asks for fields, too: draw two tasks [BPM-TASK]"),
                problems::toString);
    }

    @Test
    void aFaultThatLeadsBackIntoTheProcessIsReported() {
        assertEquals(
                List.of(
                        "'Back': the fault leads back into the process; on its page for it the terminal"
                                + " offers by itself to try again [BPM-FAULT-PATH]"),
                SampleDrawing.line().add(FAULT).flow("Back", "B", "T_name", "").problems());
    }

    @Test
    void aFaultMayEndWhereTheProcessDoes() {
        assertEquals(
                List.of(), SampleDrawing.line().add(FAULT).flow("Away", "B", "E", "").problems());
    }

    @Test
    void aConditionBehindAFaultIsReported() {
        assertEquals(
                List.of("'Away': no condition is asked at a fault [BPM-CONDITION]"),
                SampleDrawing.line().add(FAULT).flow("Away", "B", "E", "home = out").problems());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "T_send|destination|22222222-2222-4222-8222-222222222222",
                "T_send|destination|evil-no-uuid",
                "T_send|leika|99999999999999",
                "T_who|byHand|true",
                "T_who|optional|eid.birthDate",
                "T_copy|offered|paper",
                "T_print|papers|ticket",
                "T_print|papers|receipt ticket"
            })
    void aSettingOfTheDrawingNeverCountsAgainstTheOverlay(String task, String key, String value) {
        List<String> problems =
                complete()
                        .with(
                                "id=\"" + task + "\"",
                                "id=\"" + task + "\" kiosk:" + key + "=\"" + value + "\"")
                        .problems();
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(
                problems.getFirst()
                        .startsWith(
                                "'" + task + "': kiosk:" + key + " is not what the overlay says"),
                problems::toString);
        assertTrue(problems.getFirst().endsWith("[BPM-SETTING]"), problems::toString);
    }

    private static SampleDrawing complete() {
        return BARE.add("<bpmn:userTask id=\"T_copy\" name=\"Kopie wählen\" />")
                .add("<bpmn:serviceTask id=\"T_print\" name=\"Quittung drucken\" />")
                .chain(
                        "S", "T_who", "T_age", "T_home", "T_name", "T_copy", "T_check", "T_send",
                        "T_print", "E");
    }

    @Test
    void aDrawingMayRepeatWhatTheOverlaySays() {
        SampleDrawing same =
                complete()
                        .with("id=\"T_copy\"", "id=\"T_copy\" kiosk:offered=\"none paper qr\"")
                        .with("id=\"T_who\"", "id=\"T_who\" kiosk:byHand=\"false\"")
                        .with("id=\"T_send\"", "id=\"T_send\" kiosk:leika=\"99102001001000\"");
        assertTrue(
                same.read()
                        .steps()
                        .contains(
                                new Step.Submission(
                                        "11111111-1111-4111-8111-111111111111", "99102001001000")));
    }

    @Test
    void anExportDoesNotSayWhereThisCitysApplicationsGo() {
        DrawnProcess read = complete().read();
        String export =
                new String(
                        new ProcessWriter("Probe", Optional::of)
                                .write(read.journey("probe", new Charge.Free())),
                        StandardCharsets.UTF_8);
        assertTrue(export.contains("kiosk:leika=\"99102001001000\""), export);
        assertFalse(export.contains("11111111"), export);
    }
}
