package de.koblenz.kiosk.service.fim.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.form.FormDefinition;
import de.koblenz.kiosk.service.journey.Step;
import de.koblenz.kiosk.xml.Damage;
import de.koblenz.kiosk.xml.Outcomes;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Damaged drawings: each is read or reported, none ends in an exception.
class ProcessFuzzTest {
    private static final long SEED = 20_261_122L;

    /// What stands in drawings, right and wrong.
    private static final List<String> PIECES =
            List.of(
                    "step-1",
                    "T_home",
                    "T_dog",
                    "G_home",
                    "G_join",
                    "E_done",
                    "F5",
                    "F10",
                    "P_1",
                    "Felder: first",
                    "Felder: first, second",
                    "Felder: third",
                    "${first = true}",
                    "${second}",
                    "first = false",
                    "not (first = true) and second = false",
                    "((((((((((",
                    "Gebühr bezahlen",
                    "Antrag übermitteln",
                    "Quittung drucken",
                    "Person identifizieren",
                    "Angaben prüfen",
                    "<bpmn:endEvent id='E'/>",
                    "<bpmn:parallelGateway id='P'/>",
                    "<bpmn:subProcess id='S'><bpmn:startEvent id='S1'/></bpmn:subProcess>",
                    "<bpmn:timerEventDefinition/>",
                    "http://www.omg.org/spec/BPMN/20100524/MODEL",
                    "");

    private static final FormDefinition FORM =
            new FormDefinition(
                    "fuzz",
                    List.of(
                            Field.of("first", new FieldType.Flag()),
                            Field.of("second", new FieldType.Flag())));

    @Test
    void aDamagedDrawingIsReadOrReported() throws Exception {
        walk(SEED, 600);
    }

    @Test
    @Tag("long")
    void aLongWalkOfDamagedDrawingsIsReadOrReported() throws Exception {
        walk(Long.getLong("seed", System.nanoTime()), Integer.getInteger("mutations", 50_000));
    }

    private static void walk(long seed, int mutations) throws Exception {
        String whole = drawing();
        Problems none = new Problems();
        assertTrue(
                reader().read(bytes(whole), "p.bpmn", none).isPresent(), none.sorted()::toString);
        Random random = new Random(seed);
        Damage damage = new Damage(random, PIECES);
        Outcomes outcomes = new Outcomes("drawings", seed);
        for (int i = 0; i < mutations; i++) {
            String damaged = random.nextInt(12) == 0 ? damage.plain(whole) : damage.xml(whole);
            Problems problems = new Problems();
            try {
                boolean present = reader().read(bytes(damaged), "p.bpmn", problems).isPresent();
                assertEquals(problems.none(), present);
                outcomes.add(present ? "read" : problems.sorted().getFirst().code());
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("seed " + seed + ", " + i + ": " + damaged, e);
            }
        }
        System.out.println(outcomes);
        assertTrue(outcomes.of("read") > mutations / 50, outcomes::toString);
    }

    private static ProcessReader reader() {
        return new ProcessReader(
                FORM,
                new ProcessDefaults(
                        "7f6c1a52-0d3e-4b8a-9c41-5e2d8b7a6f10",
                        "",
                        false,
                        Set.of(),
                        List.of(Step.Copy.values()),
                        Set.of(Step.Paper.RECEIPT),
                        Map.of()));
    }

    private static String drawing() throws Exception {
        try (InputStream in = ProcessFuzzTest.class.getResourceAsStream("fuzz.bpmn")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
