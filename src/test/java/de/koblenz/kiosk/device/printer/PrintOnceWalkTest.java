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
import de.koblenz.kiosk.store.Database;
import de.koblenz.kiosk.store.SqlitePrintJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        JAM,
        GARBAGE,
        LOST_ANSWERS,
        KILL
    }

    private static final String[] PRINTERS = {
        "EPSON-TM-T88V", "GENERIC-80", "KIOSK-VKP80II", "STAR-TSP650II", "STAR-TUP900"
    };

    /// Each run has a fault of its own at a byte of its own, so they are many: per printer; the gate asks for 20,100 in all.
    private static final int RUNS = Integer.getInteger("walk.runs", 1_005);

    @TempDir private Path folder;

    @Test
    void everyJobIsPrintedOnceOrTheTruthIsTold() throws Exception {
        walkAll(0, RUNS);
    }

    @Tag("long")
    @Test
    void everyJobIsPrintedOnceOrTheTruthIsToldInALongWalk() throws Exception {
        walkAll(1_000_000, 40_000);
    }

    /// The printers side by side: they have nothing in common.
    private void walkAll(long firstSeed, int runs) throws Exception {
        List<Callable<Boolean>> walks = new ArrayList<>();
        for (String key : PRINTERS) {
            walks.add(() -> {
                walk(key, firstSeed, runs);
                return true;
            });
        }
        try (ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (Future<Boolean> walk : threads.invokeAll(walks)) {
                assertTrue(walk.get());
            }
        }
    }

    private void walk(String key, long firstSeed, int runs) throws IOException {
        Map<PrintJournal.Entry, Integer> ends = new EnumMap<>(PrintJournal.Entry.class);
        DeviceProfile profile = Profiles.shipped(key);
        EscPosEncoder encoder = new EscPosEncoder(profile, LETTERHEAD);
        try (Store store = new Store(memoryDisk())) {
            for (long seed = firstSeed; seed < firstSeed + runs; seed++) {
                PrintJournal.Entry end = new Walk(profile, encoder, store, seed).walk();
                ends.merge(end, 1, Integer::sum);
            }
            System.out.println(
                    "fault walk "
                            + key
                            + ": "
                            + runs
                            + " runs, "
                            + store.openings
                            + " starts of the terminal, first outcomes "
                            + ends);
        }
        // A walk in which nothing ever goes wrong, or nothing right, would prove nothing.
        assertTrue(ends.getOrDefault(PrintJournal.Entry.COMPLETED, 0) > runs / 10, ends.toString());
        assertTrue(ends.getOrDefault(PrintJournal.Entry.UNKNOWN, 0) > runs / 10, ends.toString());
    }

    /// The journal is the real one, in a real file; on a disk in memory it costs no time.
    private Path memoryDisk() throws IOException {
        Path shared = Path.of("/dev/shm");
        return Files.isWritable(shared)
                ? Files.createTempDirectory(shared, "print-journal")
                : Files.createTempDirectory(folder, "print-journal");
    }

    /// The terminal's data folder: what a kill leaves.
    private static final class Store implements AutoCloseable {
        private final Path folder;
        private Database database;
        private int openings;

        Store(Path folder) throws IOException {
            this.folder = folder;
            this.database = Database.open(folder.resolve("terminal.db"));
        }

        /// A new start finds what is in the file, and nothing else.
        SqlitePrintJournal reopen(InstantSource clock) {
            database.close();
            openings++;
            try {
                database = Database.open(folder.resolve("terminal.db"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new SqlitePrintJournal(database, clock);
        }

        @Override
        public void close() throws IOException {
            database.close();
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    /// One terminal, one printer, one citizen and the next.
    private static final class Walk {
        private final DeviceProfile profile;
        private final long seed;
        private final Random random;
        private final SimulatedPrinter printer;
        private final VirtualLine line;
        private final EscPosEncoder encoder;
        private final Store store;
        private SqlitePrintJournal journal;
        private final StringBuilder story = new StringBuilder();
        private PrinterDialogue terminal;

        Walk(DeviceProfile profile, EscPosEncoder encoder, Store store, long seed) {
            this.profile = profile;
            this.encoder = encoder;
            this.store = store;
            this.seed = seed;
            // Neighbouring seeds of java.util.Random draw the same first numbers.
            this.random = new Random(new SplittableRandom(seed).nextLong());
            this.printer = new SimulatedPrinter(profile);
            this.line = new VirtualLine(printer);
            this.journal = new SqlitePrintJournal(store.database, line);
            this.terminal = terminal();
        }

        /// The terminal was killed and starts again.
        private PrinterDialogue boot() {
            journal = store.reopen(line);
            return terminal();
        }

        private PrinterDialogue terminal() {
            return new PrinterDialogue(
                    profile, line, encoder, journal, line, PrinterTimings.USUAL, () -> {});
        }

        private PrintJob job(String id) {
            List<PrintDocument.Block> blocks = new ArrayList<>();
            blocks.add(new Row("Anfang", id, false));
            blocks.add(new Crest());
            for (int number = 1; number <= 4; number++) {
                blocks.add(new Row("Zeile " + number + " „ä“", id, number % 2 == 0));
            }
            int extra = random.nextInt(8);
            if (extra == 0) {
                blocks.add(new Qr(QR, ""));
            } else if (extra == 1) {
                blocks.add(PrintDocument.Paragraph.plain("Brașov"));
            }
            blocks.add(new Row("Ende", id, true));
            return SampleDocuments.job(id, new PrintDocument(blocks));
        }

        private static final String QR = "https://www.koblenz.de/k";

        private static final List<Kind> KINDS = List.of(Kind.values());

        private Duration someTime() {
            return Duration.ofSeconds(2 + random.nextInt(random.nextBoolean() ? 60 : 400));
        }

        private void prepareFault(int bytes) {
            Kind kind = KINDS.get(random.nextInt(KINDS.size()));
            int at = random.nextInt(bytes);
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
                case JAM -> {
                    printer.jam(true);
                    line.in(until, () -> printer.jam(false));
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
            // The first seconds one by one, the rest faster: nothing happens in them that the first
            // would not show.
            for (long seconds = 0; seconds < time.toSeconds(); ) {
                long step = seconds < 20 ? 1 : 15;
                try {
                    terminal.attend(() -> false);
                } catch (VirtualLine.Killed _) {
                    terminal = boot();
                }
                line.pass(Duration.ofSeconds(step));
                seconds += step;
            }
        }

        private int length(PrintJob job) {
            try {
                return encoder.encode(job.document(), false).bytes().length;
            } catch (UnprintableTextException e) {
                throw new AssertionError(e);
            }
        }

        PrintJournal.Entry walk() {
            PrintJob job = job("A" + seed);
            idle(Duration.ofSeconds(5));
            int bytes = length(job) * 5 / 4;
            for (int fault = random.nextInt(3); fault >= 0; fault--) {
                prepareFault(bytes);
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
            if (profile.kiosk().keepsPictures()) {
                assertEquals(
                        1, paper.lines().stream().filter("[logo]"::equals).count(), this::story);
            }
            assertEquals(6, lines("B" + seed).size(), this::story);
        }

        private String story() {
            return "seed "
                    + seed
                    + " "
                    + profile.key()
                    + ": "
                    + story
                    + "\njournal "
                    + journal.latest(4)
                    + "\npapers "
                    + printer.papers().stream().map(PrintedPaper::lines).toList()
                    + "\nunknown "
                    + printer.unknownCommands();
        }
    }
}
