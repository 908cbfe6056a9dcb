package de.koblenz.kiosk.eid.ausweisapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No PIN is found in the heap of a process that gave one to the AusweisApp, garbage and the JDK's buffers included.
class AppSecretLeakTest {
    private final Random random = new Random(20_261_122);
    private final String pin = digits();
    private final String newPin = digits();

    private String digits() {
        return String.format("%06d", random.nextInt(1_000_000));
    }

    private String script() {
        String reader =
                "\"reader\":{\"name\":\"NFC\",\"attached\":true,\"keypad\":false,"
                        + "\"card\":{\"inoperative\":false,\"deactivated\":false,\"retryCounter\":3}}}";
        return "> {\"cmd\":\"RUN_CHANGE_PIN\",\"status\":false}\n"
                + "< {\"msg\":\"CHANGE_PIN\"}\n"
                + "< {\"msg\":\"ENTER_PIN\","
                + reader
                + "\n> {\"cmd\":\"SET_PIN\",\"value\":\""
                + pin
                + "\"}\n< {\"msg\":\"ENTER_NEW_PIN\","
                + reader
                + "\n> {\"cmd\":\"SET_NEW_PIN\",\"value\":\""
                + newPin
                + "\"}\n< {\"msg\":\"CHANGE_PIN\",\"success\":true}\n";
    }

    private void run(Path folder, String mode) throws Exception {
        Files.deleteIfExists(folder.resolve("heap.hprof"));
        try (PlayedApp played = new PlayedApp(script())) {
            Process process =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-Xmx128m",
                                    "-XX:+UseSerialGC",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    AppSecretLeak.class.getName(),
                                    folder.toString(),
                                    played.address().toString(),
                                    mode)
                            .redirectErrorStream(true)
                            .start();
            try {
                try (OutputStream input = process.getOutputStream()) {
                    input.write(
                            String.join("\n", pin, newPin, newPin, "")
                                    .getBytes(StandardCharsets.US_ASCII));
                }
                String said =
                        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(process.waitFor(60, TimeUnit.SECONDS));
                assertEquals("PinSet[]", said.strip());
            } finally {
                process.destroyForcibly();
            }
            played.assertPlayed();
        }
    }

    private static int count(Path folder, String digits) throws IOException {
        byte[] heap = Files.readAllBytes(folder.resolve("heap.hprof"));
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
    void noPinIsLeftInTheHeap(@TempDir Path folder) throws Exception {
        run(folder, "clean");
        assertEquals(0, count(folder, pin), "PIN");
        assertEquals(0, count(folder, newPin), "new PIN");

        run(folder, "leak");
        assertEquals(1, count(folder, pin), "the control was not found");
    }
}
