package de.koblenz.kiosk.device.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.printer.PrintDocument.Crest;
import de.koblenz.kiosk.device.printer.PrintDocument.Qr;
import de.koblenz.kiosk.device.printer.PrintDocument.Row;
import de.koblenz.kiosk.device.profile.DeviceProfile;
import de.koblenz.kiosk.device.sim.PrintedPaper;
import de.koblenz.kiosk.device.sim.SimulatedPrinter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Faults at every byte, kills and restarts, in virtual time: a job ends on one paper, or on none and the truth
/// about it, and the next citizen's paper is the next citizen's alone.
class PrintOnceWalkTest {
    private static final Letterhead LETTERHEAD = Letterhead.koblenz("Stadt Koblenz", "Duplikat");

    private enum Kind {
        NOTHING,
        UNPLUG,
        STALL,
        POWER,
        PAPER,
        COVER,
        CUTTER,
        HOT,
        GARBAGE,
        LOST_ANSWERS,
        KILL
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPSON-TM-T88V", "GENERIC-80", "KIOSK-VKP80II"})
    void everyJobIsPrintedOnceOrTheTruthIsTold(String key) {
        walk(key, 0, 120);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(strings = {"EPSON-TM-T88V", "GENERIC-80", "KIOSK-VKP80II"})
    void everyJobIsPrintedOnceOrTheTruthIsToldInALongWalk(String key) {
        walk(key, 1_000_000, 7_000);
    }

    private static void walk(String key, long firstSeed, int runs) {
        Map<PrintJournal.Entry, Integer> ends = new EnumMap<>(PrintJournal.Entry.class);
        DeviceProfile profile = Profiles.shipped(key);
        for (long seed = firstSeed; seed < firstSeed + runs; seed++) {
            PrintJournal.Entry end = new Walk(profile, seed).walk();
            ends.merge(end, 1, Integer::sum);
        }
        System.out.println("fault walk " + key + ": " + runs + " runs, first outcomes " + ends);
        // A walk in which nothing ever goes wrong, or nothing right, would prove nothing.
        assertTrue(ends.getOrDefault(PrintJournal.Entry.COMPLETED, 0) > runs / 10, ends.toString());
        assertTrue(ends.getOrDefault(PrintJournal.Entry.UNKNOWN, 0) > runs / 10, ends.toString());
    }

    /// One terminal, one printer, one citizen and the next.
    private static final class Walk {
        private final DeviceProfile profile;
        private final long seed;
        private final Random random;
        private final SimulatedPrinter printer;
        private final VirtualLine line;
        private final MemoryJournal journal = new MemoryJournal();
        private final StringBuilder story = new StringBuilder();
        private PrinterDialogue terminal;

        Walk(DeviceProfile profile, long seed) {
            this.profile = profile;
            this.seed = seed;
            this.random = new Random(seed);
            this.printer = new SimulatedPrinter(profile);
            this.line = new VirtualLine(printer);
            this.terminal = boot();
        }

        private PrinterDialogue boot() {
            return new PrinterDialogue(
                    profile,
                    line,
                    new EscPosEncoder(profile, LETTERHEAD),
                    journal,
                    line,
                    PrinterTimings.USUAL,
                    () -> {});
        }

        private static PrintJob job(String id) {
            List<PrintDocument.Block> blocks = new ArrayList<>();
            blocks.add(new Row("Anfang", id, false));
            blocks.add(new Crest());
            for (int number = 1; number <= 4; number++) {
                blocks.add(new Row("Zeile " + number + " „ä“", id, number % 2 == 0));
            }
            blocks.add(new Qr(id, ""));
            blocks.add(new Row("Ende", id, true));
            return SampleDocuments.job(id, new PrintDocument(blocks));
        }

        private static final List<Kind> KINDS = List.of(Kind.values());

        private Duration someTime() {
            return Duration.ofSeconds(2 + random.nextInt(random.nextBoolean() ? 60 : 400));
        }

        private void prepareFault() {
            Kind kind = KINDS.get(random.nextInt(KINDS.size()));
            int at = random.nextInt(1_700);
            Duration until = someTime();
            story.append(kind).append(" at ").append(at).append(" for ").append(until).append("; ");
            line.after(at, () -> happen(kind, until));
        }

        private void happen(Kind kind, Duration until) {
            switch (kind) {
                case NOTHING -> {}
                case UNPLUG -> {
                    line.unplug(true);
                    line.in(until, () -> line.unplug(false));
                }
                case STALL -> {
                    line.unplug(true);
                    line.in(Duration.ofMillis(1), () -> line.unplug(false));
                }
                case POWER -> {
                    printer.power(false);
                    line.in(until, () -> printer.power(true));
                }
                case PAPER -> {
                    printer.shortenPaper(random.nextInt(40));
                    line.in(until, () -> printer.loadPaper(80_000));
                }
                case COVER -> {
                    printer.openCover(true);
                    line.in(until, () -> printer.openCover(false));
                }
                case CUTTER -> {
                    printer.stickCutter(true);
                    line.in(
                            until,
                            () -> {
                                printer.stickCutter(false);
                                // Staff open the cover to free the knife.
                                printer.openCover(true);
                                printer.openCover(false);
                            });
                }
                case HOT -> {
                    printer.overheat(true);
                    line.in(until, () -> printer.overheat(false));
                }
                case GARBAGE -> {
                    byte[] noise = new byte[1 + random.nextInt(40)];
                    random.nextBytes(noise);
                    line.garble(noise);
                }
                case LOST_ANSWERS -> line.lose(1 + random.nextInt(12));
                case KILL -> line.kill();
            }
        }

        /// Does something at the terminal; if the terminal is killed, it starts again and does it again.
        private PrintOutcome surviving(
                java.util.function.Supplier<PrintOutcome> action, PrintJob job) {
            try {
                return action.get();
            } catch (VirtualLine.Killed _) {
                terminal = boot();
                story.append("restart; ");
                return surviving(() -> terminal.print(job, Optional.empty()), job);
            }
        }

        private void idle(Duration time) {
            for (long seconds = 0; seconds < time.toSeconds(); seconds++) {
                try {
                    terminal.attend(() -> false);
                } catch (VirtualLine.Killed _) {
                    terminal = boot();
                }
                line.pass(Duration.ofSeconds(1));
            }
        }

        PrintJournal.Entry walk() {
            PrintJob job = job("A" + seed);
            idle(Duration.ofSeconds(5));
            for (int fault = random.nextInt(3); fault >= 0; fault--) {
                prepareFault();
            }
            PrintOutcome first = surviving(() -> terminal.print(job, Optional.empty()), job);
            PrintOutcome outcome = first;
            for (int attempt = 0;
                    attempt < 3 && outcome instanceof PrintOutcome.NotPrinted;
                    attempt++) {
                assertEquals(List.of(), lines("A" + seed), this::story);
                idle(Duration.ofSeconds(100));
                outcome = surviving(() -> terminal.print(job, Optional.empty()), job);
            }
            boolean reprinted = outcome instanceof PrintOutcome.Unknown && random.nextInt(4) > 0;
            if (reprinted) {
                idle(Duration.ofSeconds(random.nextInt(300)));
                PrintOutcome again =
                        surviving(() -> terminal.print(job, Optional.of("Papierstau")), job);
                story.append("reprint ").append(again).append("; ");
            }
            line.noMoreFaults();
            idle(Duration.ofMinutes(9));
            story.append(first).append(" → ").append(outcome);
            checkPaper(outcome, reprinted);
            checkNextCitizen();
            return entry(outcome);
        }

        private static PrintJournal.Entry entry(PrintOutcome outcome) {
            return switch (outcome) {
                case PrintOutcome.Completed _ -> PrintJournal.Entry.COMPLETED;
                case PrintOutcome.NotPrinted _ -> PrintJournal.Entry.NOT_PRINTED;
                case PrintOutcome.Unknown _ -> PrintJournal.Entry.UNKNOWN;
            };
        }

        /// All lines that belong to a job, over all pieces of paper; those of a reprint begin with `D `.
        private List<String> lines(String id) {
            List<String> lines = new ArrayList<>();
            boolean duplicate = false;
            for (PrintedPaper paper : printer.papers()) {
                for (String text : paper.lines()) {
                    duplicate |= text.equals("Duplikat");
                    if (text.contains(id)) {
                        lines.add((duplicate ? "D " : "") + text.replaceAll(" +", " "));
                    }
                }
                duplicate &= !paper.cut();
            }
            return lines;
        }

        private void checkPaper(PrintOutcome outcome, boolean reprinted) {
            String id = "A" + seed;
            List<String> lines = lines(id);
            assertTrue(count(lines, "Anfang " + id) <= 1, this::story);
            assertTrue(count(lines, "Ende " + id) <= 1, this::story);
            switch (outcome) {
                case PrintOutcome.Completed _ ->
                        assertEquals(
                                List.of(
                                        "Anfang " + id,
                                        "Zeile 1 „ä“ " + id,
                                        "Zeile 2 „ä“ " + id,
                                        "Zeile 3 „ä“ " + id,
                                        "Zeile 4 „ä“ " + id,
                                        "[QR] " + id,
                                        "Ende " + id),
                                lines,
                                this::story);
                case PrintOutcome.NotPrinted _ -> assertEquals(List.of(), lines, this::story);
                case PrintOutcome.Unknown _ -> {}
            }
            if (!reprinted) {
                assertTrue(lines.stream().noneMatch(text -> text.startsWith("D ")), this::story);
            }
        }

        private static long count(List<String> lines, String wanted) {
            return lines.stream().filter(wanted::equals).count();
        }

        /// After everything is mended the next job prints, on a paper that shows nothing of the job before.
        private void checkNextCitizen() {
            PrintJob next = job("B" + seed);
            PrintOutcome outcome = terminal.print(next, Optional.empty());
            assertInstanceOf(PrintOutcome.Completed.class, outcome, this::story);
            PrintedPaper paper = printer.papers().getLast();
            assertTrue(
                    paper.lines().stream().noneMatch(text -> text.contains("A" + seed)),
                    this::story);
            assertEquals(7, lines("B" + seed).size(), this::story);
        }

        private String story() {
            return "seed "
                    + seed
                    + " "
                    + profile.key()
                    + ": "
                    + story
                    + "\njournal "
                    + journal.story()
                    + "\npapers "
                    + printer.papers().stream().map(PrintedPaper::lines).toList()
                    + "\nunknown "
                    + printer.unknownCommands();
        }
    }
}
