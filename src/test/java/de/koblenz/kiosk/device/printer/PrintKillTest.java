package de.koblenz.kiosk.device.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.profile.DeviceProfile;
import de.koblenz.kiosk.device.sim.PrintedPaper;
import de.koblenz.kiosk.device.sim.PrinterSocket;
import de.koblenz.kiosk.device.sim.PseudoTerminal;
import de.koblenz.kiosk.device.sim.SimulatedPrinter;
import de.koblenz.kiosk.store.Database;
import de.koblenz.kiosk.store.SqlitePrintJournal;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real process on a real pseudo-terminal, killed by a real SIGKILL in the middle of its job, thirty times over the
/// same printer and the same journal.
@Tag("long")
class PrintKillTest {
    private static final int KILLS = 30;
    private static final int LINES = 24;
    private static final String PROFILE = "EPSON-TM-T88V";

    /// So slow that a job takes some 300 ms.
    private static final int BAUD = 38_400;

    @TempDir private Path folder;

    static PrintJob job(String id) {
        List<PrintDocument.Block> blocks = new ArrayList<>();
        for (int line = 1; line <= LINES; line++) {
            blocks.add(new PrintDocument.Row("Zeile " + line + " von " + LINES, id, false));
        }
        return SampleDocuments.job(id, new PrintDocument(blocks));
    }

    @Test
    void thirtyKillsPrintNothingTwiceAndTellTheTruth() throws Exception {
        DeviceProfile profile = Profiles.shipped(PROFILE);
        SimulatedPrinter printer = new SimulatedPrinter(profile);
        PseudoTerminal port = new PseudoTerminal(folder.resolve("printer"));
        Random random = new Random(20_260_714);
        Map<PrintJournal.Entry, Integer> ends = new EnumMap<>(PrintJournal.Entry.class);
        try (PrinterSocket socket = new PrinterSocket(printer, port)) {
            socket.pace(BAUD);
            for (int kill = 1; kill <= KILLS; kill++) {
                run(port, "J" + kill, Optional.of(random.nextInt(500)));
            }
            // The last one lives; it also asks for every job again.
            run(port, "LAST", Optional.empty());
            try (Database database = Database.open(folder.resolve("terminal.db"))) {
                SqlitePrintJournal journal = new SqlitePrintJournal(database, Clock.systemUTC());
                for (int kill = 1; kill <= KILLS; kill++) {
                    Optional<PrintJournal.Entry> entry = journal.find("J" + kill);
                    entry.ifPresent(end -> ends.merge(end, 1, Integer::sum));
                    check("J" + kill, entry, printer);
                }
                assertEquals(Optional.of(PrintJournal.Entry.COMPLETED), journal.find("LAST"));
            }
        }
        System.out.println("30 kills over a pseudo-terminal: " + ends);
        PrintedPaper last = printer.papers().getLast();
        assertEquals(LINES, last.lines().size(), last.lines().toString());
        assertTrue(last.lines().stream().allMatch(line -> line.endsWith("LAST")));
        assertTrue(
                ends.getOrDefault(PrintJournal.Entry.SENDING, 0) >= 8,
                "too few deaths in the middle: " + ends);
    }

    private static void check(
            String id, Optional<PrintJournal.Entry> entry, SimulatedPrinter printer) {
        List<String> lines =
                printer.papers().stream()
                        .flatMap(paper -> paper.lines().stream())
                        .filter(line -> line.endsWith(" " + id))
                        .toList();
        assertEquals(lines.size(), lines.stream().distinct().count(), "twice: " + id);
        for (PrintedPaper paper : printer.papers()) {
            long foreign =
                    paper.lines().stream()
                            .map(line -> line.substring(line.lastIndexOf(' ')))
                            .distinct()
                            .count();
            assertTrue(foreign <= 1, "papers of two citizens on one: " + paper.lines());
        }
        if (entry.isEmpty() || entry.get() == PrintJournal.Entry.NOT_PRINTED) {
            assertEquals(List.of(), lines, id);
        } else if (entry.get() == PrintJournal.Entry.COMPLETED) {
            assertEquals(LINES, lines.size(), id);
        }
    }

    /// @param millis how long after it is on line it is killed; empty to let it live
    private void run(PseudoTerminal port, String job, Optional<Integer> millis) throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx128m",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Djava.awt.headless=true",
                                "-Dkiosk.project=" + System.getProperty("kiosk.project", "."),
                                "-cp",
                                System.getProperty("java.class.path"),
                                MortalPrinter.class.getName(),
                                port.name().toString(),
                                folder.resolve("terminal.db").toString(),
                                PROFILE,
                                job)
                        .redirectErrorStream(true)
                        .start();
        StringBuilder said = new StringBuilder();
        try (BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String end = millis.isPresent() ? "online" : "end Completed";
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.append(line).append('\n');
                if (line.equals(end)) {
                    break;
                }
            }
            assertTrue(said.toString().contains(end), said.toString());
            if (millis.isPresent()) {
                LockSupport.parkNanos(millis.get() * 1_000_000L);
            }
            // SIGKILL: no handler, no hook, no flush.
            process.destroyForcibly();
            assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        }
    }
}
