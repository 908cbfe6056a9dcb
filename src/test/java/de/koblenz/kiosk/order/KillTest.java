package de.koblenz.kiosk.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.order.OrderProgress.Phase;
import de.koblenz.kiosk.sandbox.Sandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real process, killed by a real SIGKILL, thirty times over the same database.
@Tag("long")
class KillTest {
    private static final int KILLS = 30;
    private static final int SEED = 20260601;

    @TempDir private Path folder;
    private final Random random = new Random(SEED);

    @Test
    void thirtyKillsChargeNothingTwiceLoseNothingAndPrintNothingTwice() throws Exception {
        try (Sandbox sandbox =
                OutsideWorld.start(
                        folder.resolve("outside"),
                        InstantSource.system(),
                        400,
                        Duration.ofMinutes(10))) {
            sandbox.authority().autoAccept(true);
            List<String> deaths = new ArrayList<>();
            for (int kill = 1; kill <= KILLS; kill++) {
                deaths.add(liveAndDie(sandbox, kill));
            }
            // The last one lives: it brings everything to an end.
            assertEquals("done", run(sandbox, 0, 0, false));

            Map<Phase, Integer> endings = new EnumMap<>(Phase.class);
            List<String> paper = paper();
            try (Terminal terminal =
                    new Terminal(
                            folder.resolve("terminal.db"),
                            Terminal.Addresses.of(sandbox),
                            OrderLimits.USUAL,
                            InstantSource.system(),
                            new VirtualTime(),
                            CrashPoint.NONE)) {
                for (int number = 1; number <= KILLS; number++) {
                    OrderRequest request = MortalTerminal.request(number);
                    if (terminal.store.find(request.id()).isPresent()) {
                        Phase phase =
                                Reckoning.of(
                                        request,
                                        terminal,
                                        sandbox,
                                        job -> paper.stream().filter(job::equals).count());
                        endings.merge(phase, 1, Integer::sum);
                    }
                }
            }
            assertEquals(paper.size(), paper.stream().distinct().count(), "printed twice");
            assertTrue(
                    endings.getOrDefault(Phase.PAPER_KEPT, 0) >= 5,
                    "too few deaths that matter: " + endings + " " + deaths);
        }
    }

    /// @return where it died
    private String liveAndDie(Sandbox sandbox, int number) throws Exception {
        // Half of them stand still at their point, the others are hit somewhere behind it.
        String end = run(sandbox, number, 1 + random.nextInt(38), random.nextBoolean());
        return end;
    }

    private String run(Sandbox sandbox, int number, int point, boolean still) throws Exception {
        Terminal.Addresses at = Terminal.Addresses.of(sandbox);
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-Xmx128m",
                        "-Dkiosk.project=" + System.getProperty("kiosk.project", "."),
                        "-cp",
                        System.getProperty("java.class.path"),
                        MortalTerminal.class.getName(),
                        folder.resolve("terminal.db").toString(),
                        folder.resolve("tray.txt").toString(),
                        at.payment().toString(),
                        at.authority().toString(),
                        at.token().toString(),
                        at.booking().toString(),
                        Integer.toString(number),
                        Integer.toString(point),
                        Boolean.toString(still));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .start();
        String end = "";
        StringBuilder said = new StringBuilder();
        try (BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.append(line).append('\n');
                if (line.startsWith("pay ")) {
                    sandbox.switchboard().payAll();
                } else if (line.startsWith("here ") || line.equals("done")) {
                    end = line;
                    if (!line.equals("done")) {
                        break;
                    }
                }
            }
        }
        // SIGKILL: no handler, no hook, no flush.
        process.destroyForcibly();
        assertTrue(process.waitFor(20, TimeUnit.SECONDS), said.toString());
        assertTrue(!end.isEmpty(), said.toString());
        return end;
    }

    private List<String> paper() throws IOException {
        Path tray = folder.resolve("tray.txt");
        return Files.exists(tray) ? Files.readAllLines(tray) : List.of();
    }
}
