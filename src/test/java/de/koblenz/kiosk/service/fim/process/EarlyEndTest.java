package de.koblenz.kiosk.service.fim.process;

import static de.koblenz.kiosk.service.fim.process.SampleDrawing.BARE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import de.koblenz.kiosk.service.form.ConditionText;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FormRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Ends right behind gateways: whom they stop, and where the terminal could not stop anybody.
class EarlyEndTest {
    private static final String STOP = "<bpmn:endEvent id=\"Stop\" name=\"Nur für Kinder\" />";

    @Test
    void anEndBehindTwoGatewaysStopsOnlyWhoComesToBoth() {
        FormRule rule =
                nested().read().form().rules().stream()
                        .filter(each -> each.id().equals("Stop"))
                        .findFirst()
                        .orElseThrow();
        assertEquals("not (age = minor and home = out)", ConditionText.write(rule.must()));
        assertEquals(FieldPath.of("home"), rule.at());
    }

    private static SampleDrawing nested() {
        return BARE.add(STOP)
                .gateway("G1", "D1")
                .gateway("G2", "D2")
                .join("J")
                .chain("S", "T_who", "T_age", "T_home", "G1")
                .flow("G1", "G2", "age = minor")
                .flow("D1", "G1", "J", "")
                .flow("G2", "Stop", "home = out")
                .flow("D2", "G2", "J", "")
                .chain("J", "T_name", "T_check", "T_send", "E");
    }

    @Test
    void oneEndOfSeveralGatewaysBecomesARuleForEach() {
        DrawnProcess read =
                BARE.add(STOP)
                        .gateway("G1", "D1")
                        .gateway("G2", "D2")
                        .chain("S", "T_who", "T_age", "G1")
                        .flow("G1", "Stop", "age = adult")
                        .flow("D1", "G1", "T_home", "")
                        .chain("T_home", "G2")
                        .flow("G2", "Stop", "home = out")
                        .flow("D2", "G2", "T_name", "")
                        .chain("T_name", "T_check", "T_send", "E")
                        .read();
        assertEquals(
                List.of("Stop", "Stop-2"), read.form().rules().stream().map(FormRule::id).toList());
        assertEquals("Nur für Kinder", read.ruleWords().get("Stop-2"));
    }

    /// Where the home is not asked nobody looks at its rule.
    @Test
    void anEndAtAQuestionThatIsNotAlwaysAskedIsReported() {
        assertEquals(
                List.of(
                        "'Stop': 'home' is not answered on every way that leads here: draw an end"
                                + " behind each way [BPM-CONDITION]"),
                BARE.add(STOP)
                        .gateway("G1", "D1")
                        .gateway("G2", "D2")
                        .join("J")
                        .chain("S", "T_who", "T_age", "G1")
                        .flow("G1", "T_home", "age = minor")
                        .flow("D1", "G1", "J", "")
                        .chain("T_home", "J", "G2")
                        .flow("G2", "T_name", "home = 'in'")
                        .flow("D2", "G2", "Stop", "")
                        .chain("T_name", "T_check", "T_send", "E")
                        .problems());
    }

    @Test
    void whatIsAskedLaterCannotStopAnybody() {
        assertEquals(
                List.of(
                        "'Stop': whether it is reached depends on 'home', which is asked later"
                                + " [BPM-ORDER]",
                        "'Stop': an early end depends on a field that was asked before"
                                + " [BPM-CONDITION]"),
                BARE.add(STOP)
                        .gateway("G1", "D1")
                        .chain("S", "T_who", "T_age", "G1")
                        .flow("G1", "Stop", "home = out")
                        .flow("D1", "G1", "T_home", "")
                        .chain("T_home", "T_name", "T_check", "T_send", "E")
                        .problems());
    }

    @Test
    void whatHasBeenSentCannotBeStopped() {
        assertEquals(
                List.of("'Stop': what has been paid or sent cannot be stopped [BPM-ORDER]"),
                BARE.add(STOP)
                        .add("<bpmn:serviceTask id=\"T_print\" name=\"Quittung drucken\" />")
                        .gateway("G1", "D1")
                        .chain("S", "T_who", "T_age", "T_home", "T_name", "T_check", "T_send", "G1")
                        .flow("G1", "Stop", "home = out")
                        .flow("D1", "G1", "T_print", "")
                        .chain("T_print", "E")
                        .problems());
    }
}
