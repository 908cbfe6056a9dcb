package de.koblenz.kiosk.service.fim.process;

import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.service.form.CodeList;
import de.koblenz.kiosk.service.form.ConditionText;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldKind;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.form.FormDefinition;
import de.koblenz.kiosk.service.journey.Step;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A drawing with three questions (`T_age`, `T_home`, `T_name`), a task for the identity card, a check and a sending; without flows, which
/// are what the tests are about. Immutable.
record SampleDrawing(String body, int flows) {
    static final FormDefinition FORM =
            new FormDefinition(
                    "sample",
                    List.of(
                            Field.of(
                                    "age",
                                    new FieldType.Choice(CodeList.of("a", "minor", "adult"))),
                            Field.of("home", new FieldType.Choice(CodeList.of("h", "in", "out"))),
                            Field.of("name", FieldType.Text.of(FieldType.Letters.TEXT, 40)),
                            Field.of("count", FieldType.Text.of(FieldType.Letters.DIGITS, 4))
                                    .as(FieldKind.HIDDEN)));

    static final ProcessDefaults DEFAULTS =
            new ProcessDefaults(
                    "11111111-1111-4111-8111-111111111111",
                    "99102001001000",
                    false,
                    Set.of(),
                    List.of(Step.Copy.values()),
                    Set.of(Step.Paper.RECEIPT),
                    Map.of());

    private static final String TASKS =
            """
            <bpmn:startEvent id="S" />
            <bpmn:serviceTask id="T_who" name="Mit dem Online-Ausweis ausweisen" />
            <bpmn:userTask id="T_age" name="Wie alt?"><bpmn:documentation>Felder: age</bpmn:documentation></bpmn:userTask>
            <bpmn:userTask id="T_home" name="Wo?"><bpmn:documentation>Felder: home</bpmn:documentation></bpmn:userTask>
            <bpmn:userTask id="T_name" name="Wer?"><bpmn:documentation>Felder: name</bpmn:documentation></bpmn:userTask>
            <bpmn:userTask id="T_check" name="Angaben prüfen" />
            <bpmn:serviceTask id="T_send" name="Antrag absenden" />
            <bpmn:endEvent id="E" />
            """;

    static final SampleDrawing BARE = new SampleDrawing(TASKS, 0);

    /// All tasks in a line.
    static SampleDrawing line() {
        return BARE.chain("S", "T_who", "T_age", "T_home", "T_name", "T_check", "T_send", "E");
    }

    SampleDrawing add(String element) {
        return new SampleDrawing(body + element, flows);
    }

    SampleDrawing with(String piece, String by) {
        if (!body.contains(piece)) {
            throw new AssertionError("no " + piece);
        }
        return new SampleDrawing(body.replace(piece, by), flows);
    }

    /// A gateway whose default is the flow of that name.
    SampleDrawing gateway(String id, String otherwise) {
        return add("<bpmn:exclusiveGateway id=\"" + id + "\" default=\"" + otherwise + "\" />");
    }

    SampleDrawing join(String id) {
        return add("<bpmn:exclusiveGateway id=\"" + id + "\" />");
    }

    /// Flows from each to the next.
    SampleDrawing chain(String... ids) {
        SampleDrawing longer = this;
        for (int i = 1; i < ids.length; i++) {
            longer = longer.flow("F" + longer.flows, ids[i - 1], ids[i], "");
        }
        return longer;
    }

    /// A flow under a condition.
    SampleDrawing flow(String from, String to, String condition) {
        return flow("F" + flows, from, to, condition);
    }

    SampleDrawing flow(String id, String from, String to, String condition) {
        String inner =
                condition.isEmpty()
                        ? ""
                        : "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">"
                                + condition.replace("&", "&amp;").replace("<", "&lt;")
                                + "</bpmn:conditionExpression>";
        return new SampleDrawing(
                body
                        + "<bpmn:sequenceFlow id=\""
                        + id
                        + "\" sourceRef=\""
                        + from
                        + "\" targetRef=\""
                        + to
                        + "\">"
                        + inner
                        + "</bpmn:sequenceFlow>\n",
                flows + 1);
    }

    byte[] xml() {
        return ("""
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" \
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
        xmlns:kiosk="urn:de:koblenz:buergerterminal:bpmn" \
        xmlns:camunda="http://camunda.org/schema/1.0/bpmn" \
        xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="Definitions" targetNamespace="x">
        <bpmn:collaboration id="Pools"><bpmn:participant id="Pool" processRef="Process" />\
        <bpmn:participant id="Office" name="Fachamt" /></bpmn:collaboration>
        <bpmn:process id="Process" isExecutable="false">
        """
                        + body
                        + "</bpmn:process></bpmn:definitions>")
                .getBytes(StandardCharsets.UTF_8);
    }

    Optional<DrawnProcess> read(Problems problems) {
        return new ProcessReader(FORM, DEFAULTS).read(xml(), "p.bpmn", problems);
    }

    /// What it becomes; it has no mistakes.
    DrawnProcess read() {
        Problems problems = new Problems();
        return read(problems).orElseThrow(() -> new AssertionError(problems.sorted()));
    }

    /// `'element': message [CODE]`, of each.
    List<String> problems() {
        Problems problems = new Problems();
        boolean read = read(problems).isPresent();
        if (read != problems.none()) {
            throw new AssertionError("read " + read + " with " + problems.sorted());
        }
        return problems.sorted().stream().map(SampleDrawing::said).toList();
    }

    List<String> notes() {
        return read().remarks().stream()
                .map(remark -> (remark.lost() ? "LOST " : "TOLD ") + said(remark.problem()))
                .toList();
    }

    private static String said(Problem problem) {
        return problem.message() + " [" + problem.code() + "]";
    }

    static String visible(DrawnProcess read, String path) {
        return ConditionText.write(
                read.form().field(FieldPath.parse(path)).orElseThrow().visible());
    }
}
