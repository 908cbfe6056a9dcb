package de.koblenz.kiosk.device.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.printer.PrinterStatus.Presenter;
import de.koblenz.kiosk.device.profile.DeviceProfile;
import de.koblenz.kiosk.device.sim.SimulatedPrinter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What happens between head, knife and mouth, over a virtual line: after a restart, when nobody takes the paper, and
/// how much of it is left.
class PaperPathTest {
    private static final Letterhead LETTERHEAD = Letterhead.koblenz("Stadt Koblenz", "Duplikat");

    private final MemoryJournal journal = new MemoryJournal();

    private PrinterDialogue terminal(DeviceProfile profile, VirtualLine line) {
        return new PrinterDialogue(
                profile,
                line,
                new EscPosEncoder(profile, LETTERHEAD),
                journal,
                line,
                PrinterTimings.USUAL,
                () -> {});
    }

    private static void idle(PrinterDialogue terminal, VirtualLine line, int seconds) {
        for (int second = 0; second < seconds; second++) {
            terminal.attend(() -> false);
            line.pass(Duration.ofSeconds(1));
        }
    }

    private static PrintJob job(String id) {
        return SampleDocuments.job(
                id, new PrintDocument(List.of(PrintDocument.Paragraph.plain("Auftrag " + id))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPSON-TM-T88V", "GENERIC-80", "KIOSK-VKP80II", "STAR-TSP650II"})
    void aCleanRestartCutsNothing(String key) {
        DeviceProfile profile = Profiles.shipped(key);
        SimulatedPrinter printer = new SimulatedPrinter(profile);
        VirtualLine line = new VirtualLine(printer);
        PrinterDialogue terminal = terminal(profile, line);
        idle(terminal, line, 5);
        assertEquals(List.of(), printer.papers());
        assertEquals(new PrintOutcome.Completed(), terminal.print(job("1"), Optional.empty()));
        idle(terminal(profile, line), line, 5);
        assertEquals(1, printer.papers().size());
        assertEquals(List.of(), printer.unknownCommands());
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPSON-TM-T88V", "GENERIC-80", "KIOSK-VKP80II", "STAR-TSP650II"})
    void afterABrokenJobOneSlipIsCutOnceOverAnyNumberOfRestarts(String key) {
        DeviceProfile profile = Profiles.shipped(key);
        SimulatedPrinter printer = new SimulatedPrinter(profile);
        VirtualLine line = new VirtualLine(printer);
        journal.sending("1", "", "0");
        for (int restart = 0; restart < 3; restart++) {
            idle(terminal(profile, line), line, 10);
        }
        assertEquals(1, printer.papers().size());
        assertEquals(Optional.of(PrintJournal.Entry.SENDING), journal.find("1"));
    }

    @Test
    void theNumberOfCutsTellsAfterACrashThatThePaperCameOut() {
        DeviceProfile profile = Profiles.shipped("KIOSK-VKP80II");
        SimulatedPrinter printer = new SimulatedPrinter(profile);
        VirtualLine line = new VirtualLine(printer);
        PrinterDialogue terminal = terminal(profile, line);
        idle(terminal, line, 5);
        // From the middle of the job on the printer's answers get lost; all of the job goes out,
        // then the terminal dies.
        line.after(20, () -> line.lose(100_000));
        try {
            line.in(Duration.ofSeconds(1), line::kill);
            terminal.print(job("1"), Optional.empty());
        } catch (VirtualLine.Killed _) {
            line.lose(0);
        }
        assertEquals(Optional.of(PrintJournal.Entry.SENDING), journal.find("1"));
        PrinterDialogue next = terminal(profile, line);
        idle(next, line, 10);
        assertEquals("COMPLETED 1 PRN-COUNTED", journal.story().getLast());
        assertEquals(1, printer.papers().size());
        assertEquals(new PrintOutcome.Completed(), next.print(job("1"), Optional.empty()));
        assertEquals(1, printer.papers().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"KIOSK-VKP80II", "STAR-TUP900"})
    void aPaperThatNobodyTakesGoesBackAfterItsTime(String key) {
        DeviceProfile profile = Profiles.shipped(key);
        SimulatedPrinter printer = new SimulatedPrinter(profile);
        VirtualLine line = new VirtualLine(printer);
        PrinterDialogue terminal = terminal(profile, line);
        idle(terminal, line, 5);
        printer.leavePaper(true);
        assertEquals(new PrintOutcome.Completed(), terminal.print(job("1"), Optional.empty()));
        idle(terminal, line, 50);
        assertEquals(Presenter.PRESENT, terminal.status().presenter());
        assertEquals(0, printer.retracts());
        idle(terminal, line, 20);
        assertEquals(Presenter.RETRACTED, terminal.status().presenter());
        assertEquals(1, printer.retracts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"KIOSK-VKP80II", "STAR-TUP900"})
    void aPaperThatIsTakenIsToldAndNotWanted(String key) {
        DeviceProfile profile = Profiles.shipped(key);
        SimulatedPrinter printer = new SimulatedPrinter(profile);
        VirtualLine line = new VirtualLine(printer);
        PrinterDialogue terminal = terminal(profile, line);
        idle(terminal, line, 5);
        printer.leavePaper(true);
        terminal.print(job("1"), Optional.empty());
        idle(terminal, line, 10);
        printer.takePaper();
        idle(terminal, line, 100);
        assertEquals(Presenter.TAKEN, terminal.status().presenter());
        assertEquals(0, printer.retracts());
    }

    @Test
    void theCrestIsStoredInThePrinterOnceForAll() {
        DeviceProfile profile = Profiles.shipped("EPSON-TM-T88V");
        SimulatedPrinter printer = new SimulatedPrinter(profile);
        VirtualLine line = new VirtualLine(printer);
        for (int restart = 0; restart < 3; restart++) {
            idle(terminal(profile, line), line, 5);
        }
        String received = new String(printer.received(), StandardCharsets.ISO_8859_1);
        // GS ( L pL pH 30 43 30: function 67.
        assertEquals(2, received.split("\u001D\\(L..0C0", -1).length);
        PrinterDialogue terminal = terminal(profile, line);
        PrintJob job =
                SampleDocuments.job("1", new PrintDocument(List.of(new PrintDocument.Crest())));
        assertInstanceOf(PrintOutcome.Completed.class, terminal.print(job, Optional.empty()));
        assertEquals("[logo]", printer.papers().getFirst().lines().getFirst());
    }

    @Test
    void thePaperThatIsLeftIsReckonedFromRollAndSensor() {
        DeviceProfile profile = Profiles.shipped("EPSON-TM-T88V");
        SimulatedPrinter printer = new SimulatedPrinter(profile);
        VirtualLine line = new VirtualLine(printer);
        PrinterDialogue terminal = terminal(profile, line);
        idle(terminal, line, 3);
        assertEquals(80_000, terminal.supply().millimetres().getAsInt());
        terminal.print(job("1"), Optional.empty());
        int each = 80_000 - terminal.supply().millimetres().getAsInt();
        assertTrue(each > 15 && each < 40, "each: " + each);
        assertEquals((80_000 - each) / each, terminal.supply().prints().getAsInt());
        // The sensor is right, whatever was reckoned.
        printer.shortenPaper(1_900);
        idle(terminal, line, 3);
        assertEquals(2_000, terminal.supply().millimetres().getAsInt());
        terminal.print(job("2"), Optional.empty());
        assertEquals(2_000 - each, terminal.supply().millimetres().getAsInt());
        // A restart forgets nothing.
        PrinterDialogue next = terminal(profile, line);
        idle(next, line, 3);
        assertEquals(2_000 - each, next.supply().millimetres().getAsInt());
        assertTrue(next.ready(2_000 - each));
        assertTrue(!next.ready(2_001 - each));
        printer.shortenPaper(0);
        idle(next, line, 3);
        assertEquals(0, next.supply().prints().getAsInt());
    }
}
