package de.koblenz.kiosk.eid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.sim.card.Persona;
import de.koblenz.kiosk.device.sim.card.Personas;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No PIN and no PUK is found in the heap of a process that used them, garbage included, nor in what it wrote.
class SecretLeakTest {
    // Not a sequence that numbers in programs happen to contain; the control shows that it would be
    // found.
    private final Random random = new Random(20_261_122);
    private final String pin = digits(6);
    private final String newPin = digits(6);
    private final String puk = digits(10);

    private String digits(int length) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < length; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private Persona persona(int tries) {
        Persona someone = Personas.ORDINARY;
        return new Persona(
                "leak",
                "leak",
                someone.document(),
                someone.name(),
                someone.birth(),
                someone.residence(),
                someone.issued(),
                someone.expires(),
                new Persona.Secrets(pin, tries, true, "500540", puk),
                someone.extras());
    }

    private static LaidCard recording(LaidCard card, List<String> answers) {
        return card.tampered((index, answer) -> {
            answers.add(HexFormat.of().formatHex(answer));
            return answer;
        });
    }

    private void record(Path folder) throws IOException {
        CardWorld world = new CardWorld();
        List<String> answers = new ArrayList<>();
        PinManagement change = new PinManagement(PinGoal.CHANGE, new FixedRandom(5));
        change.card(recording(new LaidCard(world.card(persona(3))), answers));
        change.pin(Secrets.of(pin));
        assertEquals(new PinStep.PinSet(), change.newPin(Secrets.of(newPin), Secrets.of(newPin)));
        Files.write(folder.resolve("change.txt"), answers);
        answers.clear();
        PinManagement unblock = new PinManagement(PinGoal.UNBLOCK, new FixedRandom(5));
        unblock.card(recording(new LaidCard(world.card(persona(0))), answers));
        assertEquals(new PinStep.PinUnblocked(), unblock.puk(Secrets.of(puk)));
        Files.write(folder.resolve("unblock.txt"), answers);
    }

    private String run(Path folder, String mode) throws IOException, InterruptedException {
        Files.deleteIfExists(folder.resolve("heap.hprof"));
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx128m",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                SecretLeak.class.getName(),
                                folder.toString(),
                                mode)
                        .redirectErrorStream(true)
                        .start();
        try {
            try (OutputStream input = process.getOutputStream()) {
                input.write(
                        String.join("\n", pin, newPin, newPin, puk, "")
                                .getBytes(StandardCharsets.US_ASCII));
            }
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            assertEquals(0, process.exitValue(), said);
            return said;
        } finally {
            process.destroyForcibly();
        }
    }

    private static int count(byte[] heap, String digits) {
        int found = 0;
        for (Charset charset :
                List.of(
                        StandardCharsets.US_ASCII,
                        StandardCharsets.UTF_16BE,
                        StandardCharsets.UTF_16LE)) {
            byte[] wanted = digits.getBytes(charset);
            for (int at = 0; at <= heap.length - wanted.length; at++) {
                int same = 0;
                while (same < wanted.length && heap[at + same] == wanted[same]) {
                    same++;
                }
                if (same == wanted.length) {
                    found++;
                }
            }
        }
        return found;
    }

    @Test
    void noSecretIsLeftInTheHeap(@TempDir Path folder) throws IOException, InterruptedException {
        record(folder);
        String said = run(folder, "clean");
        assertEquals("PinSet[] PinUnblocked[]", said.strip());
        byte[] heap = Files.readAllBytes(folder.resolve("heap.hprof"));
        assertEquals(0, count(heap, pin), "PIN");
        assertEquals(0, count(heap, newPin), "new PIN");
        assertEquals(0, count(heap, puk), "PUK");

        run(folder, "leak");
        heap = Files.readAllBytes(folder.resolve("heap.hprof"));
        assertEquals(1, count(heap, pin), "the control was not found");
    }
}
