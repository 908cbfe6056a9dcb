package de.koblenz.kiosk.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.order.OrderProgress.Phase;
import de.koblenz.kiosk.sandbox.Sandbox;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
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
    private String classPath = "";

    @Test
    void thirtyKillsChargeNothingTwiceLoseNothingAndPrintNothingTwice() throws Exception {
        try (Sandbox sandbox =
                OutsideWorld.start(
                        folder.resolve("outside"),
                        InstantSource.system(),
                        400,
                        Duration.ofMinutes(10))) {
            sandbox.authority().autoAccept(true);
            classPath = classPath();
            // The first one only leaves an archive of classes, which makes the others start faster.
            assertEquals("done", run(sandbox, 0, "0", false));
            List<String> deaths = new ArrayList<>();
            for (int kill = 1; kill <= KILLS; kill++) {
                deaths.add(liveAndDie(sandbox, kill));
            }
            // The last one lives: it brings everything to an end.
            assertEquals("done", run(sandbox, 0, "0", false));

            Map<Phase, Integer> endings = new EnumMap<>(Phase.class);
            int keptCopies = 0;
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
                        // Only the citizen's own terminal prints: it had sealed the copy by then.
                        boolean begun = paper.contains(Slips.jobId(request.id(), "receipt"));
                        if (begun && !request.copy().isEmpty()) {
                            boolean copied = paper.contains(Slips.jobId(request.id(), "copy"));
                            assertTrue(
                                    copied || terminal.keepsCopy(request.id()),
                                    "the copy of " + number + " is lost");
                            keptCopies += copied ? 0 : 1;
                        }
                    }
                }
            }
            System.out.println("kills: " + endings + ", copies kept sealed: " + keptCopies);
            assertEquals(paper.size(), paper.stream().distinct().count(), "printed twice");
            assertTrue(keptCopies >= KILLS / 6, "copies kept: " + keptCopies);
            assertTrue(
                    endings.getOrDefault(Phase.PAPER_KEPT, 0) >= 5,
                    "too few deaths that matter: " + endings + " " + deaths);
        }
    }

    /// @return where it died
    private String liveAndDie(Sandbox sandbox, int number) throws Exception {
        // Some die when the receipt is out, and the printer has said nothing, and the copy has not
        // begun.
        if (number % 6 == 1) {
            return run(sandbox, number, "paper after", true);
        }
        // Half of the others stand still at their point, the rest is hit somewhere behind it.
        return run(sandbox, number, Integer.toString(1 + random.nextInt(44)), random.nextBoolean());
    }

    private String run(Sandbox sandbox, int number, String point, boolean still) throws Exception {
        Terminal.Addresses at = Terminal.Addresses.of(sandbox);
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+AutoCreateSharedArchive",
                        "-Xlog:disable",
                        "-XX:SharedArchiveFile=" + folder.resolve("classes.jsa"),
                        "-Xmx128m",
                        "-Dkiosk.project=" + System.getProperty("kiosk.project", "."),
                        "-cp",
                        classPath,
                        MortalTerminal.class.getName(),
                        folder.resolve("terminal.db").toString(),
                        folder.resolve("tray.txt").toString(),
                        at.payment().toString(),
                        at.authority().toString(),
                        at.token().toString(),
                        at.booking().toString(),
                        Integer.toString(number),
                        point,
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
                    Reckoning.pay(sandbox, OrderId.of(line.substring("pay ".length())));
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

    /// The class path with our folders packed into one jar: the JVM archives classes of jars only.
    private String classPath() throws IOException {
        Path jar = folder.resolve("terminal.jar");
        List<String> entries = new ArrayList<>(List.of(jar.toString()));
        Set<String> packed = new HashSet<>();
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String entry :
                    System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
                Path path = Path.of(entry);
                if (Files.isDirectory(path)) {
                    pack(path, out, packed);
                } else if (entry.matches(".*(jackson|sqlite|nimbus|jspecify)[^/]*\\.jar")) {
                    entries.add(entry);
                }
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    private static void pack(Path root, JarOutputStream out, Set<String> packed)
            throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString();
                if (name.matches("de/koblenz/kiosk/(order|store|text|device|sandbox)/.*")
                        && packed.add(name)) {
                    out.putNextEntry(new JarEntry(name));
                    Files.copy(file, out);
                    out.closeEntry();
                }
            }
        }
    }

    private List<String> paper() throws IOException {
        Path tray = folder.resolve("tray.txt");
        return Files.exists(tray) ? Files.readAllLines(tray) : List.of();
    }
}
