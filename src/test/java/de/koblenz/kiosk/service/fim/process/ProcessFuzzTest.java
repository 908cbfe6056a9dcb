package de.koblenz.kiosk.service.fim.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.form.FormDefinition;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Damaged drawings: each is read or reported, none ends in an exception.
class ProcessFuzzTest {
    private static final long SEED = 20_261_122L;
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final FormDefinition FORM =
            new FormDefinition(
                    "fuzz",
                    List.of(
                            Field.of("first", new FieldType.Flag()),
                            Field.of("second", new FieldType.Flag())));

    @Test
    void aDamagedDrawingIsReadOrReported() throws Exception {
        damage(400);
    }

    @Test
    @Tag("long")
    void manyDamagedDrawingsAreReadOrReported() throws Exception {
        damage(250_000);
    }

    private static void damage(int times) throws Exception {
        String whole = drawing();
        Problems none = new Problems();
        assertTrue(
                reader().read(bytes(whole), "p.bpmn", none).isPresent(), none.sorted()::toString);
        Random random = new Random(SEED);
        int read = 0;
        for (int i = 0; i < times; i++) {
            byte[] damaged = random.nextInt(3) == 0 ? bits(whole, random) : tags(whole, random);
            Problems problems = new Problems();
            try {
                boolean present = reader().read(damaged, "p.bpmn", problems).isPresent();
                assertEquals(problems.none(), present);
                read += present ? 1 : 0;
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError(
                        "seed "
                                + SEED
                                + ", "
                                + i
                                + ": "
                                + new String(damaged, StandardCharsets.UTF_8),
                        e);
            }
        }
        System.out.println(
                "process fuzz: seed " + SEED + ", " + times + " drawings, " + read + " read");
    }

    private static ProcessReader reader() {
        return new ProcessReader(FORM, ProcessDefaults.NONE);
    }

    private static String drawing() throws Exception {
        try (InputStream in = ProcessFuzzTest.class.getResourceAsStream("fuzz.bpmn")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bits(String whole, Random random) {
        byte[] bytes = bytes(whole);
        for (int i = 0; i <= random.nextInt(4); i++) {
            bytes[random.nextInt(bytes.length)] = (byte) (32 + random.nextInt(95));
        }
        return bytes;
    }

    /// Tags left out, doubled, put elsewhere, or with the words of another.
    private static byte[] tags(String whole, Random random) {
        StringBuilder text = new StringBuilder(whole);
        for (int i = 0; i <= random.nextInt(3); i++) {
            List<MatchResult> tags = TAG.matcher(text).results().toList();
            MatchResult one = tags.get(random.nextInt(tags.size()));
            MatchResult other = tags.get(random.nextInt(tags.size()));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(one.start(), one.end());
                case 1 -> text.insert(one.end(), other.group());
                case 2 -> text.replace(one.start(), one.end(), other.group());
                default -> {
                    String swapped =
                            one.group()
                                    .replaceAll("[sS]ource|[tT]arget", "default")
                                    .replaceFirst(
                                            "\"[^\"]*\"", "\"step-" + random.nextInt(9) + "\"");
                    text.replace(one.start(), one.end(), swapped);
                }
            }
        }
        return bytes(text.toString());
    }
}
