package de.koblenz.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.ShippedKiosk;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// What an operator reads who starts a monitor that cannot start.
class MonitorCommandTest {
    @TempDir private Path folder;
    private final StringWriter said = new StringWriter();

    private int monitor(String... words) {
        CommandLine line = KioskMain.commandLine().setErr(new PrintWriter(said, true));
        String[] all = new String[words.length + 3];
        all[0] = "monitor";
        all[1] = "--config";
        all[2] = folder.toString();
        System.arraycopy(words, 0, all, 3, words.length);
        return line.execute(all);
    }

    @Test
    void aDatabaseThatDoesNotOpenIsNamedWithWhatToLookAt() throws Exception {
        String nowhere = "jdbc:sqlite:" + folder.resolve("nowhere/fleet.db");
        Files.writeString(
                folder.resolve("monitor.yaml"),
                Files.readString(ShippedKiosk.FOLDER.resolve("monitor.yaml"))
                        .replace("jdbc:sqlite:/var/lib/buergerterminal/fleet.db", nowhere));
        for (String language : new String[] {"de", "en"}) {
            Path text = folder.resolve("texts/monitor/" + language + ".yaml");
            Files.createDirectories(text.getParent());
            Files.copy(ShippedKiosk.FOLDER.resolve("texts/monitor/" + language + ".yaml"), text);
        }
        assertEquals(1, monitor("--report", "2026-06"));
        assertTrue(said.toString().contains(nowhere), said::toString);
        assertTrue(said.toString().contains("folder"), said::toString);
    }

    @Test
    void aMonthHasAForm() {
        assertEquals(2, monitor("--report", "2026-13"));
        assertTrue(
                said.toString().contains("'2026-13' is not a month such as 2026-06"),
                said::toString);
        assertTrue(!said.toString().contains("java."), said::toString);
    }
}
