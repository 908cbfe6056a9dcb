package de.koblenz.kiosk.service.fim.process;

import static de.koblenz.kiosk.service.fim.process.SampleDrawing.BARE;
import static de.koblenz.kiosk.service.fim.process.SampleDrawing.visible;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.ConditionText;
import de.koblenz.kiosk.service.form.DateBound;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.form.FormDefinition;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Conditions as modellers write them, and conditions that a terminal must not take as they stand.
class FlowConditionTest {
    /// The name is asked under a condition.
    private static SampleDrawing asking(String condition) {
        return BARE.gateway("G", "D")
                .join("J")
                .chain("S", "T_who", "T_age", "T_home", "G")
                .flow("C", "G", "T_name", condition)
                .flow("D", "G", "J", "")
                .chain("T_name", "J", "T_check", "T_send", "E");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "home = out~home = out",
                "${home = 'out'}~home = out",
                "${home == 'out'}~home = out",
                "#{home eq 'out'}~home = out",
                "${home == \"out\" && age != \"minor\"}~home = out and age != minor",
                "${home == 'out' || age ne 'minor'}~home = out or age != minor",
                "${!(home == 'out') and not empty age}~home != out and age is filled",
                "${empty age || ! empty home}~age is empty or home is filled",
                "${!(home == 'out' && age == 'minor')}~not (home = out and age = minor)",
                "=home = \"out\"~home = out",
                "= home = out~home = out",
                "=home != \"out\" or not(age = \"minor\")~home != out or age != minor",
                "=age in (\"minor\", \"adult\")~age in [adult, minor]",
                "=age != null and home = null~age is filled and home is empty",
                "${count >= 5 && count lt 7}~count >= 5 and count < 7",
                "${count == 5}~count == 5",
                "=count = 5~count == 5",
                "=count != -5~not (count == -5)"
            })
    void theLanguagesOfModellersAreRead(String written, String meant) {
        assertEquals(meant, visible(asking(written).read(), "name"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "${home}|7",
                "${home == 'out' ? true : false}|17",
                "${home.equals('out')}|14",
                "${execution.getVariable('home') == 'out'}|24",
                "=home = \"out\" and|18",
                "=some x in home satisfies x = 1|7",
                "${home == 'out|1",
                "${home == out && }|18"
            })
    void whatElseALanguageCanSayIsRefusedAtItsPlace(String written, int position) {
        String problem = asking(written).problems().getFirst();
        assertTrue(
                problem.startsWith("'C': the condition goes wrong at character " + position + ": "),
                problem);
    }

    private static final FormDefinition TYPES =
            new FormDefinition(
                    "types",
                    List.of(
                            Field.of("code", FieldType.Text.of(FieldType.Letters.TEXT, 40)),
                            Field.of("born", FieldType.DateValue.ANY),
                            Field.of("moved", FieldType.DateValue.ANY),
                            Field.of("many", FieldType.Text.of(FieldType.Letters.DIGITS, 4))));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "always",
                "never",
                "code = true",
                "code = 'a \"b\" c''d \\ e'",
                "code != 'x y'",
                "code in [a, 'b c', 5]",
                "code in [a]",
                "code is empty",
                "code is filled",
                "many = 5",
                "many == 5",
                "many == -5.25",
                "not (many == 5)",
                "many < 5",
                "born == 2020-02-29",
                "born >= 2020-02-29",
                "born == moved",
                "born <= today - 18 years",
                "born == today",
                "born > today + 3 weeks",
                "not (code = a and (many < 5 or born < moved))",
                "(code = a or code = b) and (not (code in [c, d]) or born is empty)"
            })
    void whatTheTerminalWritesReadsAsTheSame(String house) {
        Condition condition = ((ConditionText.Read) ConditionText.read(house)).condition();
        String written = FeelText.written(Conjunction.of(condition));
        assertEquals(
                new ConditionText.Read(condition), new FlowCondition(TYPES).read(written), written);
    }

    @Test
    void halfADurationIsNone() {
        assertEquals(
                new Condition.Compare(
                        FieldPath.of("born"),
                        Condition.Comparison.AT_MOST,
                        new Condition.Operand.Day(new DateBound.FromToday(-18, ChronoUnit.YEARS))),
                read("=born <= today() - duration(\"P18Y\")"));
        assertTrue(
                new FlowCondition(TYPES).read("=born <= today() - duration(\"P18Y2M\")")
                        instanceof ConditionText.Mistake);
    }

    private static Condition read(String text) {
        return ((ConditionText.Read) new FlowCondition(TYPES).read(text)).condition();
    }

    @Test
    void aCodeThatTheFieldCanNeverHaveIsReported() {
        assertEquals(
                List.of("'C': 'home' can never be 'Out'; did you mean 'out'? [BPM-CONDITION]"),
                asking("home = Out").problems());
    }

    @Test
    void aConditionAtAFlowOutOfATaskIsReported() {
        assertEquals(
                List.of(UNUSED),
                BARE.chain("S", "T_who", "T_age", "T_home")
                        .flow("C", "T_home", "T_name", "home = out")
                        .chain("T_name", "T_check", "T_send", "E")
                        .problems());
    }

    private static final String UNUSED =
            "'C': a condition means something only at a flow out of an exclusive gateway that is not its"
                    + " default [BPM-CONDITION]";

    @Test
    void aConditionAtTheDefaultIsReported() {
        assertEquals(
                List.of(UNUSED),
                BARE.gateway("G", "C")
                        .join("J")
                        .chain("S", "T_who", "T_age", "T_home", "G")
                        .flow("G", "T_name", "home = out")
                        .flow("C", "G", "J", "age = adult")
                        .chain("T_name", "J", "T_check", "T_send", "E")
                        .problems());
    }

    @Test
    void aGatewayWithOneConditionalWayHasNoOther() {
        assertEquals(
                List.of(
                        "'G': no way is taken where no condition holds: one has to be the default"
                                + " [BPM-CONDITION]"),
                BARE.join("G")
                        .chain("S", "T_who", "T_age", "T_home", "G")
                        .flow("G", "T_name", "home = out")
                        .chain("T_name", "T_check", "T_send", "E")
                        .problems());
    }

    /// The name is asked first, and then again only of some.
    @Test
    void conditionsInACircleAreReported() {
        FormDefinition circle =
                new FormDefinition(
                        "circle",
                        List.of(
                                Field.of("a", new FieldType.Flag())
                                        .visibleIf(new Condition.Equals(FieldPath.of("b"), "true")),
                                Field.of("b", new FieldType.Flag())));
        Problems problems = new Problems();
        SampleDrawing drawing =
                new SampleDrawing(
                                """
                                <bpmn:startEvent id="S" /><bpmn:endEvent id="E" />
                                <bpmn:userTask id="A"><bpmn:documentation>Felder: a</bpmn:documentation></bpmn:userTask>
                                <bpmn:userTask id="B"><bpmn:documentation>Felder: b</bpmn:documentation></bpmn:userTask>
                                """,
                                0)
                        .gateway("G", "D")
                        .join("J")
                        .chain("S", "A", "G")
                        .flow("G", "B", "a = true")
                        .flow("D", "G", "J", "")
                        .chain("B", "J", "E");
        new ProcessReader(circle, SampleDrawing.DEFAULTS).read(drawing.xml(), "p", problems);
        assertTrue(
                problems.sorted().toString().contains("whether 'b' is visible depends on itself"),
                problems.sorted()::toString);
    }

    /// Each gateway may jump over the next, so that the ways to the last double and double.
    @Test
    void aLadderOfGatewaysIsReportedAndEndsInNoException() {
        SampleDrawing ladder = BARE.chain("S", "T_who", "T_age", "T_home", "G0");
        int size = 40;
        for (int i = 0; i < size; i++) {
            String next = i + 1 < size ? "G" + (i + 1) : "T_name";
            String over = i + 2 < size ? "G" + (i + 2) : "T_name";
            ladder =
                    ladder.gateway("G" + i, "D" + i)
                            .flow("G" + i, next, i % 2 == 0 ? "home = out" : "age = minor")
                            .flow("D" + i, "G" + i, over, "");
        }
        List<String> problems = ladder.chain("T_name", "T_check", "T_send", "E").problems();
        assertTrue(
                problems.contains(
                        "'G12': when it is reached is too involved: too many gateways lead here"
                                + " [BPM-CONDITION]"),
                problems::toString);
    }

    @Test
    void conditionsThatAreTooDeepToBeToldApartAreReported() {
        String deep = "not (".repeat(30) + "home = out" + ")".repeat(30);
        List<String> problems =
                BARE.gateway("G", "D")
                        .join("J")
                        .chain("S", "T_who", "T_age", "T_home", "G")
                        .flow("G", "T_name", deep)
                        .flow("G", "J", "age = minor and (" + deep + ")")
                        .flow("D", "G", "J", "")
                        .chain("T_name", "J", "T_check", "T_send", "E")
                        .problems();
        assertTrue(
                problems.contains(
                        "'G': its conditions are too long or too deep to be told apart"
                                + " [BPM-CONDITION]"),
                problems::toString);
    }

    @Test
    void moreElementsThanAnybodyCanFollowAreRefused() {
        SampleDrawing large = SampleDrawing.line();
        StringBuilder more = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            more.append("<bpmn:exclusiveGateway id=\"M").append(i).append("\" />");
        }
        assertEquals(
                List.of("'Process': more than 2000 elements, or twice as many flows [BPM-PROCESS]"),
                large.add(more.toString()).problems());
    }

    /// Times of day, as three languages write them, and as they are exported.
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "from < 10:00~from < 10:00",
                "${from < '10:00'}~from < 10:00",
                "=from >= time(\"10:00:00\")~from >= 10:00",
                "=from = time(\"10:00:00\")~from == 10:00",
                "=from = till~from == till"
            })
    void timesOfDayAreCompared(String written, String expected) {
        FormDefinition form =
                new FormDefinition(
                        "f",
                        List.of(
                                Field.of("from", new FieldType.TimeValue()),
                                Field.of("till", new FieldType.TimeValue())));
        FlowCondition flow = new FlowCondition(form);
        ConditionText.Read read =
                assertInstanceOf(ConditionText.Read.class, flow.read(written), written);
        assertEquals(expected, ConditionText.write(read.condition()));
        assertEquals(read, flow.read("=" + FeelText.feel(read.condition())));
    }
}
