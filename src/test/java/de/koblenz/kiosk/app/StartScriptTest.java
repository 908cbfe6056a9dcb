package de.koblenz.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The shipped start script with a JDK that only notes how it was called: it writes a cache where it is told to, as
/// the real one does at its end, and ends with the exit code that its environment names.
class StartScriptTest {
    private static final Path SCRIPT =
            Path.of(System.getProperty("kiosk.project", "."), "packaging/bin/buergerterminal");

    private static final String JAVA =
            """
            #!/bin/sh
            printf '%s\\n' "$@" > "$NOTES"
            for argument in "$@"; do
                case $argument in
                    -XX:AOTCacheOutput=*)
                        printf half > "${argument#*=}.config"
                        [ -n "${NO_CACHE:-}" ] || printf new > "${argument#*=}" ;;
                esac
            done
            exit "${ENDS:-0}"
            """;

    @TempDir private Path folder;
    private Path cache;
    private Path jdk;

    @BeforeEach
    void install() throws Exception {
        cache = folder.resolve("cache");
        jdk = jdk("jdk", "25.0.1");
    }

    private Path jdk(String name, String version) throws Exception {
        Path home = folder.resolve(name);
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, JAVA);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private int start(Map<String, String> environment, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("BUERGERTERMINAL_JDK", jdk.toString());
        builder.environment().put("BUERGERTERMINAL_CACHE", cache.toString());
        builder.environment().put("NOTES", folder.resolve("notes").toString());
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("words").toFile());
        Process process = builder.start();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        return process.exitValue();
    }

    private String words() throws Exception {
        return Files.readString(folder.resolve("words"), StandardCharsets.UTF_8);
    }

    private List<String> notes() throws Exception {
        return Files.readAllLines(folder.resolve("notes"));
    }

    private void givenACache() throws Exception {
        Files.createDirectories(cache);
        Files.writeString(cache.resolve("app.aot"), "good");
    }

    /// What lies in the folder of the cache, with its content.
    private List<String> kept() throws Exception {
        List<String> kept = new ArrayList<>();
        try (Stream<Path> files = Files.list(cache)) {
            for (Path file : files.toList()) {
                kept.add(file.getFileName() + ": " + Files.readString(file));
            }
        }
        return kept;
    }

    @Test
    void aWarmupMakesTheFirstCache() throws Exception {
        assertEquals(0, start(Map.of(), "warmup"));
        assertEquals(List.of("app.aot: new"), kept());
    }

    @Test
    void aWarmupTakesThePlaceOfTheCacheBefore() throws Exception {
        givenACache();
        assertEquals(0, start(Map.of(), "warmup", "--config", "elsewhere"));
        assertEquals(List.of("app.aot: new"), kept());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-h", "--help", "-V", "--version"})
    void whoeverAsksKeepsTheCache(String word) throws Exception {
        givenACache();
        assertEquals(0, start(Map.of(), "warmup", "--config", "elsewhere", word));
        assertEquals(List.of("app.aot: good"), kept());
        assertTrue(notes().contains("-XX:AOTCache=" + cache.resolve("app.aot")), notes()::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "69"})
    void aWarmupThatFailsKeepsTheCacheAndSaysItsExitCode(String code) throws Exception {
        givenACache();
        assertEquals(Integer.parseInt(code), start(Map.of("ENDS", code), "warmup", "--nonsense"));
        assertEquals(List.of("app.aot: good"), kept());
    }

    @Test
    void aJdkThatMakesNoCacheIsToldOf() throws Exception {
        givenACache();
        assertEquals(1, start(Map.of("NO_CACHE", "yes"), "warmup"));
        assertEquals(List.of("app.aot: good"), kept());
        assertTrue(words().contains("made no cache"), words());
    }

    @Test
    void aMonitorHasItsOwnJarsAndNoCacheOfATerminal() throws Exception {
        givenACache();
        assertEquals(0, start(Map.of(), "monitor"));
        assertTrue(notes().stream().noneMatch(word -> word.contains("AOT")), notes()::toString);
        assertTrue(classPath().endsWith("/monitor/*.jar"), classPath());
        assertTrue(notes().contains("-Xmx1g"), notes()::toString);
        assertEquals(0, start(Map.of(), "run"));
        assertTrue(!classPath().endsWith("/monitor/*.jar"), classPath());
        assertTrue(notes().contains("-Xmx256m"), notes()::toString);
    }

    @Test
    void aTrialOfAFleetHasTheMonitorsJarsAndTheStandIns() throws Exception {
        givenACache();
        assertEquals(0, start(Map.of(), "fleet"));
        assertTrue(classPath().contains("/monitor/*.jar:"), classPath());
        assertTrue(classPath().endsWith("/sandbox/sandbox.jar"), classPath());
        assertTrue(notes().stream().noneMatch(word -> word.contains("AOT")), notes()::toString);
        assertEquals(0, start(Map.of(), "bench"));
        // Of the monitor's jars only those with which the authority opens documents.
        assertTrue(classPath().contains("/monitor/pdfbox-*.jar:"), classPath());
        assertTrue(!classPath().contains("/monitor/*.jar"), classPath());
        assertEquals(0, start(Map.of(), "run"));
        assertTrue(!classPath().contains("/monitor/"), classPath());
        assertEquals(0, start(Map.of(), "bench"));
        assertTrue(classPath().endsWith("/sandbox/sandbox.jar"), classPath());
    }

    private String classPath() throws Exception {
        return notes().get(notes().indexOf("-cp") + 1);
    }

    @Test
    void everyOtherStartUsesTheCacheAndMakesNone() throws Exception {
        assertEquals(0, start(Map.of(), "run"));
        assertTrue(notes().stream().noneMatch(word -> word.contains("AOT")), notes()::toString);
        givenACache();
        assertEquals(3, start(Map.of("ENDS", "3"), "run", "--data", "two words"));
        assertTrue(notes().contains("-XX:AOTCache=" + cache.resolve("app.aot")), notes()::toString);
        assertEquals(
                List.of("run", "--data", "two words"),
                notes().subList(notes().size() - 3, notes().size()));
        assertEquals(List.of("app.aot: good"), kept());
    }

    @Test
    void aJdkThatIsTooOldIsPassedOver() throws Exception {
        Path old = jdk("old", "17.0.12");
        Map<String, String> environment =
                Map.of("BUERGERTERMINAL_JDK", old.toString(), "JAVA_HOME", jdk.toString());
        assertEquals(0, start(environment, "report"));
        assertEquals("report", notes().getLast());
    }
}
