package de.koblenz.kiosk.service.fim.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.ConditionText;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.form.FormDefinition;
import de.koblenz.kiosk.service.form.FormElement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Nets of gateways at random: whoever walks through one as an engine does, with any answers, is asked what the form asks, and stopped where
/// its rules stop. One that is too involved is reported.
class DrawnGatewaysTest {
    private static final long SEED = 20_261_122L;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final int QUESTIONS = 4;
    private static final List<String> CONDITIONS =
            List.of(
                    "age = minor",
                    "${age == 'adult'}",
                    "=home = \"out\"",
                    "home = 'in'",
                    "age = minor and home = out",
                    "${age != 'minor' || home == 'out'}",
                    "not (age in [minor])");

    /// A way out of a gateway.
    ///
    /// @param over the question that is asked on it, or empty
    /// @param condition empty for the default
    private record Way(String over, String to, String condition) {}

    @Test
    void whoWalksThroughIsAskedWhatTheFormAsks() {
        Random random = new Random(SEED);
        int read = 0;
        for (int i = 0; i < 400; i++) {
            String walk = "net " + i + " of seed " + SEED;
            Map<String, List<Way>> net = net(random, 2 + random.nextInt(i % 10 == 0 ? 30 : 5));
            Problems problems = new Problems();
            Optional<DrawnProcess> drawn =
                    new ProcessReader(form(), SampleDrawing.DEFAULTS)
                            .read(drawing(net).xml(), "p", problems);
            assertEquals(problems.none(), drawn.isPresent(), walk);
            if (drawn.isPresent()) {
                read++;
                for (String age : List.of("minor", "adult")) {
                    for (String home : List.of("in", "out")) {
                        same(net, drawn.get().form(), Map.of("age", age, "home", home), walk);
                    }
                }
            }
        }
        assertTrue(read > 300, "read: " + read);
    }

    private static FormDefinition form() {
        List<FormElement> elements = new ArrayList<>(SampleDrawing.FORM.elements());
        for (int i = 0; i < QUESTIONS; i++) {
            elements.add(Field.of("q" + i, new FieldType.Flag()));
        }
        return new FormDefinition("net", elements);
    }

    private static Map<String, List<Way>> net(Random random, int size) {
        List<String> questions = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            questions.add("q" + i);
        }
        Map<String, List<Way>> net = new HashMap<>();
        for (int i = 0; i < size; i++) {
            List<Way> ways = new ArrayList<>();
            int count = 2 + random.nextInt(2);
            for (int way = 0; way < count; way++) {
                // The default leads to the next, so that each is reached.
                boolean usual = way == count - 1;
                int far = usual ? 1 : 1 + random.nextInt(3);
                String to = i + far < size ? "G" + (i + far) : "T_name";
                boolean asks = !questions.isEmpty() && random.nextInt(3) == 0;
                boolean stops = !asks && !usual && random.nextInt(6) == 0;
                ways.add(
                        new Way(
                                asks ? questions.removeFirst() : "",
                                stops ? "Stop" + i + "-" + way : to,
                                usual ? "" : CONDITIONS.get(random.nextInt(CONDITIONS.size()))));
            }
            net.put("G" + i, ways);
        }
        List<Way> last = net.getOrDefault("G" + (size - 1), List.of());
        // What nobody asks is no form.
        for (String left : questions) {
            last.add(new Way(left, "T_name", CONDITIONS.get(random.nextInt(CONDITIONS.size()))));
        }
        return net;
    }

    private static SampleDrawing drawing(Map<String, List<Way>> net) {
        SampleDrawing drawing = SampleDrawing.BARE.chain("S", "T_who", "T_age", "T_home", "G0");
        for (Map.Entry<String, List<Way>> gateway : net.entrySet()) {
            String from = gateway.getKey();
            drawing = drawing.gateway(from, "D" + from);
            int number = 0;
            for (Way way : gateway.getValue()) {
                String id = way.condition().isEmpty() ? "D" + from : from + "-" + number++;
                String first = way.over().isEmpty() ? way.to() : way.over();
                drawing = drawing.flow(id, from, first, way.condition());
                if (way.to().startsWith("Stop")) {
                    drawing =
                            drawing.add("<bpmn:endEvent id=\"" + way.to() + "\" name=\"Halt\" />");
                }
                if (!way.over().isEmpty()) {
                    drawing =
                            drawing.add(
                                            "<bpmn:userTask id=\""
                                                    + way.over()
                                                    + "\"><bpmn:documentation>Felder: "
                                                    + way.over()
                                                    + "</bpmn:documentation></bpmn:userTask>")
                                    .chain(way.over(), way.to());
                }
            }
        }
        return drawing.chain("T_name", "T_check", "T_send", "E");
    }

    private static void same(
            Map<String, List<Way>> net,
            FormDefinition form,
            Map<String, String> answers,
            String walk) {
        Set<String> asked = new TreeSet<>();
        String at = "G0";
        while (net.containsKey(at)) {
            List<Way> ways = net.getOrDefault(at, List.of());
            Way way =
                    ways.stream()
                            .filter(each -> !each.condition().isEmpty())
                            .filter(each -> holds(condition(each.condition()), answers))
                            .findFirst()
                            .orElseGet(() -> usual(ways));
            if (!way.over().isEmpty()) {
                asked.add(way.over());
            }
            at = way.to();
        }
        boolean stopped = at.startsWith("Stop");
        boolean broken = form.rules().stream().anyMatch(rule -> !holds(rule.must(), answers));
        assertEquals(stopped, broken, walk + " with " + answers);
        if (!stopped) {
            Set<String> visible = new TreeSet<>();
            for (int i = 0; i < QUESTIONS; i++) {
                Field field = form.field(FieldPath.of("q" + i)).orElseThrow();
                if (holds(field.visible(), answers)) {
                    visible.add(field.id());
                }
            }
            assertEquals(asked, visible, walk + " with " + answers);
        }
    }

    private static Way usual(List<Way> ways) {
        return ways.stream().filter(way -> way.condition().isEmpty()).findFirst().orElseThrow();
    }

    private static Condition condition(String text) {
        return ((ConditionText.Read) new FlowCondition(SampleDrawing.FORM).read(text)).condition();
    }

    private static boolean holds(Condition condition, Map<String, String> answers) {
        return condition.holds(path -> Optional.ofNullable(answers.get(path.id())), TODAY);
    }
}
