package de.koblenz.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.config.Problems;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ProblemListTest {
    private static final Path PROJECT = Path.of(System.getProperty("kiosk.project", "."));

    @TempDir private Path folder;

    private record Told(int exitCode, List<String> lines) {}

    private static Told check(Path config) {
        StringWriter out = new StringWriter();
        CommandLine program = KioskMain.commandLine().setOut(new PrintWriter(out));
        int exitCode =
                program.execute(
                        "check",
                        "--config",
                        config.toString(),
                        "--profiles",
                        PROJECT.resolve("device-profiles").toString());
        return new Told(exitCode, out.toString().lines().toList());
    }

    @Test
    void aFolderThatIsNotThereIsOneProblem() {
        Path missing = folder.resolve("kiosk-cofnig");
        assertEquals(
                new Told(
                        1,
                        List.of(
                                missing + ":1:1: there is no such folder [CFG-FOLDER]",
                                "1 problem in 1 file.")),
                check(missing));
    }

    @Test
    void aFolderWithoutAConfigurationIsOneProblem() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "x");
        Told told = check(folder);
        assertEquals(2, told.lines().size(), told::toString);
        assertTrue(told.lines().getFirst().endsWith("[CFG-FOLDER]"), told::toString);
    }

    @Test
    void whatIsMissingInAConfigurationIsToldFileByFile() throws IOException {
        Files.writeString(folder.resolve("terminal.yaml"), "id: x\n");
        Told told = check(folder);
        assertTrue(told.lines().size() > 5, told::toString);
        assertFalse(told.toString().contains("CFG-FOLDER"), told::toString);
        for (String line : told.lines().subList(0, told.lines().size() - 1)) {
            assertTrue(line.startsWith(folder + "/"), line);
        }
    }

    @Test
    void aFileIsNamedAsItOpensFromHere() {
        Path here = Path.of("").toAbsolutePath();
        Problems problems = new Problems();
        problems.add(new Problem("services/x/service.yaml", 3, 5, "a", "JRN-STEP"));
        problems.add(new Problem("device-profiles/readers/Y.yaml", 1, 1, "b", "PRF-KEY"));
        assertEquals(
                List.of("/elsewhere/readers/Y.yaml", "kiosk-config/services/x/service.yaml"),
                new ProblemList(here.resolve("kiosk-config"), Path.of("/elsewhere"))
                        .of(problems).stream().map(Problem::file).toList());
    }
}
