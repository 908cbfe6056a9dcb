package de.koblenz.kiosk.device.scanner;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.device.DeviceId;
import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.device.scanner.ScanSettings.Colour;
import de.koblenz.kiosk.device.scanner.ScanSettings.Source;
import de.koblenz.kiosk.device.sim.scanner.ScannerBuild;
import de.koblenz.kiosk.device.sim.scanner.SimulatedPaper;
import de.koblenz.kiosk.device.sim.scanner.SimulatedScanner;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The real driver and a scanner at the far end of real HTTP, with all that happens to scanners.
@Timeout(30)
class EsclScannerTest {
    private static final ScannerTimings QUICK =
            new ScannerTimings(
                    Duration.ofMillis(5),
                    Duration.ofMillis(20),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(5),
                    Duration.ofMillis(600),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(20),
                    Duration.ofMillis(10),
                    Duration.ofSeconds(2));

    private static final ScanSettings USUAL =
            new ScanSettings(Source.WHICHEVER_IS_LOADED, 100, Colour.GREY, 10, 8 << 20);
    private static final Duration LONG = Duration.ofSeconds(25);

    private SimulatedScanner far = unplugged();
    private EsclScanner scanner = driver(far.base());

    private static SimulatedScanner unplugged() {
        try {
            return new SimulatedScanner(ScannerBuild.ALL_IN_ONE);
        } catch (IOException e) {
            return fail(e);
        }
    }

    private static EsclScanner driver(URI base) {
        return new EsclScanner(new DeviceId("document-scanner"), base, QUICK);
    }

    private void replace(ScannerBuild build) throws IOException {
        close();
        far = new SimulatedScanner(build);
        scanner = driver(far.base());
    }

    @BeforeEach
    void layPaper() {
        far.lay(SimulatedPaper.letter(7));
    }

    @AfterEach
    void close() {
        scanner.close();
        far.close();
    }

    private static ScanOutcome end(CompletableFuture<ScanOutcome> scan) {
        return scan.orTimeout(LONG.toSeconds(), TimeUnit.SECONDS).join();
    }

    private ScanOutcome.Scanned scanned(ScanSettings settings) {
        return assertInstanceOf(ScanOutcome.Scanned.class, end(scanner.scan(settings)));
    }

    private static ScannerCode code(CompletableFuture<ScanOutcome> scan) {
        return assertInstanceOf(ScanOutcome.Failed.class, end(scan)).code();
    }

    private static List<SimulatedPaper> letters(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(SimulatedPaper::letter).toList();
    }

    private static BufferedImage picture(ScannedPage page) throws IOException {
        try (InputStream in = page.open()) {
            return ImageIO.read(in);
        }
    }

    @Test
    void aPaperOnThePlateBecomesAPageOfTheSizeOfPaper() throws IOException {
        try (ScanOutcome.Scanned scanned = scanned(USUAL.with(Source.PLATEN))) {
            ScannedPage page = scanned.pages().getFirst();
            // DIN A4 at 100 dpi.
            assertEquals(
                    List.of(1, 826, 1169),
                    List.of(scanned.pages().size(), page.width(), page.height()));
            BufferedImage picture = picture(page);
            assertEquals(page.width(), picture.getWidth());
            // JFIF: dots per inch, 100 both ways.
            byte[] head = Arrays.copyOfRange(page.copy(), 13, 18);
            assertArrayEquals(new byte[] {1, 0, 100, 0, 100}, head);
            assertTrue(dark(picture) > 2_000, "something is on it");
        }
    }

    private static long dark(BufferedImage picture) {
        long dark = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if ((picture.getRGB(x, y) & 0xFF) < 0x90) {
                    dark++;
                }
            }
        }
        return dark;
    }

    @Test
    void greyAndColourComeAsWanted() throws IOException {
        ScanSettings colour = new ScanSettings(Source.PLATEN, 100, Colour.COLOUR, 1, 8 << 20);
        try (ScanOutcome.Scanned inGrey = scanned(USUAL.with(Source.PLATEN));
                ScanOutcome.Scanned inColour = scanned(colour)) {
            assertEquals(1, picture(inGrey.pages().getFirst()).getRaster().getNumBands());
            assertEquals(3, picture(inColour.pages().getFirst()).getRaster().getNumBands());
        }
    }

    @Test
    void theNextLargerResolutionIsTaken() {
        ScanSettings wanted = new ScanSettings(Source.PLATEN, 150, Colour.GREY, 1, 8 << 20);
        try (ScanOutcome.Scanned scanned = scanned(wanted)) {
            assertEquals(1653, scanned.pages().getFirst().width());
        }
    }

    @Test
    void allPapersOfTheFeederComeInTheirOrder() throws IOException {
        far.load(letters(3));
        List<Integer> progress = new ArrayList<>();
        ScanOutcome outcome = end(scanner.scan(USUAL, progress::add));
        List<Long> darkness = new ArrayList<>();
        try (ScanOutcome.Scanned scanned = assertInstanceOf(ScanOutcome.Scanned.class, outcome)) {
            for (ScannedPage page : scanned.pages()) {
                darkness.add(dark(picture(page)));
            }
        }
        List<Long> alone = new ArrayList<>();
        for (SimulatedPaper letter : letters(3)) {
            far.lay(letter);
            try (ScanOutcome.Scanned scanned = scanned(USUAL.with(Source.PLATEN))) {
                alone.add(dark(picture(scanned.pages().getFirst())));
            }
        }
        assertEquals(alone, darkness);
        assertEquals(3, Set.copyOf(alone).size(), "the letters differ");
        assertEquals(List.of(1, 2, 3), progress);
        assertEquals(0, far.loaded());
    }

    @Test
    void thePlateIsTakenWhileTheFeederIsEmpty() {
        try (ScanOutcome.Scanned first = scanned(USUAL)) {
            far.load(letters(2));
            try (ScanOutcome.Scanned second = scanned(USUAL)) {
                assertEquals(List.of(1, 2), List.of(first.pages().size(), second.pages().size()));
            }
        }
    }

    @Test
    void theScannerSaysWhereItTakesPagesFrom() throws IOException {
        assertEquals(Set.of(), scanner.sources());
        scanned(USUAL).close();
        assertEquals(Set.of(Source.PLATEN, Source.FEEDER), scanner.sources());
        replace(ScannerBuild.ALL_IN_ONE.with(false, true));
        far.load(letters(1));
        scanned(USUAL).close();
        assertEquals(Set.of(Source.FEEDER), scanner.sources());
    }

    @Test
    void aSourceThatIsNotThereIsUnsupported() throws IOException {
        replace(ScannerBuild.ALL_IN_ONE.with(true, false));
        assertEquals(ScannerCode.UNSUPPORTED, code(scanner.scan(USUAL.with(Source.FEEDER))));
        replace(ScannerBuild.ALL_IN_ONE.with(false, true));
        assertEquals(ScannerCode.UNSUPPORTED, code(scanner.scan(USUAL.with(Source.PLATEN))));
    }

    @Test
    void aScannerWithoutJpegIsUnsupported() throws IOException {
        ScannerBuild all = ScannerBuild.ALL_IN_ONE;
        replace(all.with(all.resolutions(), all.colourModes(), List.of("application/pdf"), false));
        assertEquals(ScannerCode.UNSUPPORTED, code(scanner.scan(USUAL)));
    }

    @Test
    void aScannerThatKnowsNoColourGivesGrey() throws IOException {
        replace(
                ScannerBuild.ALL_IN_ONE.with(
                        List.of(75, 1200), List.of("Grayscale8"), List.of("image/jpeg"), true));
        ScanSettings wanted = new ScanSettings(Source.PLATEN, 90, Colour.COLOUR, 1, 8 << 20);
        try (ScanOutcome.Scanned scanned = scanned(wanted)) {
            assertEquals(826, scanned.pages().getFirst().width());
            assertEquals(1, picture(scanned.pages().getFirst()).getRaster().getNumBands());
        }
    }

    @Test
    void anEmptyFeederSaysSo() throws IOException {
        assertEquals(ScannerCode.EMPTY, code(scanner.scan(USUAL.with(Source.FEEDER))));
        replace(ScannerBuild.ALL_IN_ONE.blind());
        assertEquals(ScannerCode.EMPTY, code(scanner.scan(USUAL.with(Source.FEEDER))));
    }

    @Test
    void aJamInTheMiddleLosesNoPageSilently() {
        far.load(letters(4));
        far.jamAfter(2);
        List<Integer> progress = new ArrayList<>();
        assertEquals(ScannerCode.JAM, code(scanner.scan(USUAL, progress::add)));
        assertEquals(List.of(1, 2), progress);
        assertEquals(ScannerCode.JAM, code(scanner.scan(USUAL)), "still jammed");
        far.clearJam();
        try (ScanOutcome.Scanned scanned = scanned(USUAL)) {
            assertEquals(2, scanned.pages().size());
        }
    }

    @Test
    void aPageThatIsLateIsWaitedFor() {
        for (int late : List.of(0, 1, 2)) {
            far.load(letters(3));
            far.lateAfter(late);
            try (ScanOutcome.Scanned scanned = scanned(USUAL)) {
                assertEquals(3, scanned.pages().size(), "late after " + late);
            }
        }
    }

    /// As AirSane does.
    @Test
    void aConflictAtTheEndOfTheFeederIsItsEnd() {
        far.conflictAtEnd(true);
        far.load(letters(3));
        try (ScanOutcome.Scanned scanned = scanned(USUAL)) {
            assertEquals(3, scanned.pages().size());
        }
        far.load(letters(3));
        far.jamAfter(2);
        assertEquals(ScannerCode.JAM, code(scanner.scan(USUAL)));
        far.clearJam();
        far.pace(Duration.ofSeconds(20));
        CompletableFuture<ScanOutcome> stopped = scanner.scan(USUAL);
        awaitJob();
        far.pressStop();
        assertEquals(ScannerCode.CANCELLED, code(stopped));
    }

    @Test
    void anOpenCoverSaysSo() {
        far.load(letters(2));
        far.cover(true);
        assertEquals(ScannerCode.COVER, code(scanner.scan(USUAL)));
        far.cover(false);
        far.pace(Duration.ofSeconds(20));
        CompletableFuture<ScanOutcome> scan = scanner.scan(USUAL);
        awaitJob();
        far.cover(true);
        assertEquals(ScannerCode.COVER, code(scan));
    }

    /// Waits until the scanner works.
    private void awaitJob() {
        long end = System.nanoTime() + LONG.toNanos();
        while (far.jobsUnderWay() == 0) {
            assertTrue(System.nanoTime() < end, "no job began");
            Thread.onSpinWait();
        }
    }

    /// Waits until the scanner is free: the driver frees it after it has said how the scan ended.
    private void awaitFree() {
        long end = System.nanoTime() + LONG.toNanos();
        while (far.jobsUnderWay() > 0) {
            assertTrue(System.nanoTime() < end, "the job was not given up");
            Thread.onSpinWait();
        }
    }

    @Test
    void aScannerThatStaysBusyIsBusy() {
        far.busy(true);
        assertEquals(ScannerCode.BUSY, code(scanner.scan(USUAL)));
        far.busy(false);
        scanned(USUAL).close();
    }

    @Test
    void aScannerThatBecomesReadyIsWaitedFor() throws Exception {
        BlockingQueue<DeviceHealth> told = observed();
        far.busy(true);
        await(told, health -> health.state() == DeviceState.DEVICE_BUSY);
        CompletableFuture<ScanOutcome> scan = scanner.scan(USUAL);
        far.busy(false);
        assertInstanceOf(ScanOutcome.Scanned.class, end(scan));
    }

    @Test
    void aBrokenScannerSaysSo() {
        far.broken(true);
        assertEquals(ScannerCode.BROKEN, code(scanner.scan(USUAL)));
        far.broken(false);
        far.pace(Duration.ofSeconds(20));
        CompletableFuture<ScanOutcome> scan = scanner.scan(USUAL);
        awaitJob();
        far.broken(true);
        assertEquals(ScannerCode.BROKEN, code(scan));
    }

    @Test
    void morePagesThanWantedAreRefused() {
        far.load(letters(4));
        assertEquals(ScannerCode.TOO_MANY, code(scanner.scan(USUAL.within(3, 8 << 20))));
        awaitFree();
        far.unload();
        far.load(letters(3));
        try (ScanOutcome.Scanned scanned = scanned(USUAL.within(3, 8 << 20))) {
            assertEquals(3, scanned.pages().size());
        }
    }

    @Test
    void moreBytesThanWantedAreRefused() {
        int one;
        try (ScanOutcome.Scanned scanned = scanned(USUAL.with(Source.PLATEN))) {
            one = scanned.pages().getFirst().size();
        }
        assertEquals(
                ScannerCode.TOO_LARGE,
                code(scanner.scan(USUAL.with(Source.PLATEN).within(1, one - 1))));
        scanned(USUAL.with(Source.PLATEN).within(1, one)).close();
        far.load(letters(3));
        assertEquals(ScannerCode.TOO_LARGE, code(scanner.scan(USUAL.within(9, 2 * one))));
        awaitFree();
    }

    @Test
    void aPageThatIsCutOffIsNoPage() {
        far.load(letters(2));
        far.cutNextPageAfter(5_000);
        assertEquals(ScannerCode.BAD_DATA, code(scanner.scan(USUAL)));
        awaitFree();
        scanned(USUAL).close();
    }

    @Test
    void aStopAtTheScannerItselfStopsIt() {
        far.pace(Duration.ofSeconds(20));
        CompletableFuture<ScanOutcome> scan = scanner.scan(USUAL);
        awaitJob();
        far.pressStop();
        assertEquals(ScannerCode.CANCELLED, code(scan));
    }

    @Test
    void cancellingFreesTheScanner() {
        far.load(letters(3));
        far.pace(Duration.ofSeconds(20));
        CompletableFuture<ScanOutcome> running = scanner.scan(USUAL);
        CompletableFuture<ScanOutcome> waiting = scanner.scan(USUAL);
        awaitJob();
        scanner.cancel();
        assertEquals(ScannerCode.CANCELLED, code(running));
        assertEquals(ScannerCode.CANCELLED, code(waiting));
        awaitFree();
        assertEquals(1, far.jobsGivenUp());
        far.pace(Duration.ZERO);
        scanned(USUAL).close();
    }

    @Test
    void cancellingBetweenPagesErasesThem() {
        far.load(letters(3));
        List<Integer> progress = new ArrayList<>();
        CompletableFuture<ScanOutcome> scan =
                scanner.scan(
                        USUAL,
                        pages -> {
                            progress.add(pages);
                            scanner.cancel();
                        });
        assertEquals(ScannerCode.CANCELLED, code(scan));
        assertEquals(List.of(1), progress);
        awaitFree();
        assertEquals(2, far.loaded());
    }

    @Test
    void cancellingEndsTheWaitForABusyScanner() {
        far.busy(true);
        CompletableFuture<ScanOutcome> scan = scanner.scan(USUAL);
        scanner.cancel();
        assertEquals(ScannerCode.CANCELLED, code(scan));
        scanner.cancel();
        far.busy(false);
        scanned(USUAL).close();
    }

    @Test
    void aScannerThatIsNotThereIsGone() {
        far.unplug();
        assertEquals(ScannerCode.GONE, code(scanner.scan(USUAL)));
        assertEquals(DeviceState.NO_DEVICE, scanner.health().state());
        far.plug();
        scanned(USUAL).close();
    }

    @Test
    void aScannerUnpluggedWhileItScansIsGone() {
        far.pace(Duration.ofSeconds(20));
        CompletableFuture<ScanOutcome> scan = scanner.scan(USUAL);
        awaitJob();
        far.unplug();
        assertEquals(ScannerCode.GONE, code(scan));
        far.pace(Duration.ZERO);
        far.plug();
        scanned(USUAL).close();
    }

    @Test
    void aScannerUnpluggedBetweenPagesIsGone() {
        far.load(letters(3));
        assertEquals(ScannerCode.GONE, code(scanner.scan(USUAL, _ -> far.unplug())));
    }

    private BlockingQueue<DeviceHealth> observed() {
        BlockingQueue<DeviceHealth> told = new LinkedBlockingQueue<>();
        scanner.observe(told::add);
        return told;
    }

    private static void await(BlockingQueue<DeviceHealth> told, Predicate<DeviceHealth> wanted)
            throws InterruptedException {
        DeviceHealth last = null;
        long end = System.nanoTime() + LONG.toNanos();
        while (true) {
            DeviceHealth next = told.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                fail("never told; last was " + last);
            }
            last = next;
            if (wanted.test(next)) {
                return;
            }
        }
    }

    private static Predicate<DeviceHealth> is(DeviceState state, String media, String cover) {
        Map<String, String> details = Map.of("media", media, "cover", cover);
        return health -> health.state() == state && health.details().equals(details);
    }

    @Test
    void healthFollowsTheScanner() throws InterruptedException {
        BlockingQueue<DeviceHealth> told = observed();
        await(told, is(DeviceState.STARTING, "unknown", "unknown"));
        await(told, is(DeviceState.ONLINE, "notPresent", "closed"));
        far.load(letters(2));
        await(told, is(DeviceState.ONLINE, "present", "closed"));
        far.cover(true);
        await(told, is(DeviceState.USER_ERROR, "unknown", "open"));
        far.cover(false);
        await(told, is(DeviceState.ONLINE, "present", "closed"));
        far.jamAfter(0);
        assertEquals(ScannerCode.JAM, code(scanner.scan(USUAL)));
        await(
                told,
                health ->
                        health.state() == DeviceState.USER_ERROR
                                && health.details().getOrDefault("paper", "").equals("jammed"));
        far.clearJam();
        await(told, is(DeviceState.ONLINE, "present", "closed"));
        far.broken(true);
        await(told, is(DeviceState.HARDWARE_ERROR, "present", "closed"));
        far.broken(false);
        far.busy(true);
        await(told, is(DeviceState.DEVICE_BUSY, "present", "closed"));
        far.unplug();
        await(told, is(DeviceState.NO_DEVICE, "unknown", "unknown"));
        assertEquals(Set.of(), scanner.sources());
        far.busy(false);
        far.plug();
        await(told, is(DeviceState.ONLINE, "present", "closed"));
    }

    @Test
    void aScanOfItsOwnIsNoBusyScanner() throws InterruptedException {
        BlockingQueue<DeviceHealth> told = observed();
        await(told, is(DeviceState.ONLINE, "notPresent", "closed"));
        scanned(USUAL).close();
        far.unplug();
        assertEquals(DeviceState.NO_DEVICE, told.take().state());
    }

    @Test
    void closingEndsAScanAndLetsNoneBegin() {
        far.pace(Duration.ofSeconds(20));
        CompletableFuture<ScanOutcome> scan = scanner.scan(USUAL);
        awaitJob();
        scanner.close();
        assertEquals(ScannerCode.CLOSED, code(scan));
        assertEquals(0, far.jobsUnderWay());
        assertEquals(ScannerCode.CLOSED, code(scanner.scan(USUAL)));
    }

    @Test
    void aFaultOfWhoeverHearsTheProgressEndsTheScanAlone() {
        far.load(letters(2));
        assertEquals(
                ScannerCode.FAULT,
                code(
                        scanner.scan(
                                USUAL,
                                _ -> {
                                    throw new IllegalStateException("on purpose");
                                })));
        awaitFree();
        scanned(USUAL).close();
    }

    @Test
    void anErrorEndsTheScanAlone() {
        far.load(letters(2));
        assertEquals(
                ScannerCode.FAULT,
                code(
                        scanner.scan(
                                USUAL,
                                _ -> {
                                    throw new OutOfMemoryError("on purpose");
                                })));
        awaitFree();
        scanned(USUAL).close();
    }

    @Test
    void aFaultOfWhoeverHearsTheHealthEndsNothing() throws InterruptedException {
        scanner.observe(_ -> {
            throw new IllegalStateException("on purpose");
        });
        BlockingQueue<DeviceHealth> told = observed();
        scanned(USUAL).close();
        far.unplug();
        await(told, health -> health.state() == DeviceState.NO_DEVICE);
        // Says so itself, before anybody looks at the scanner again.
        assertEquals(ScannerCode.GONE, code(scanner.scan(USUAL)));
        far.plug();
        await(told, health -> health.state() == DeviceState.ONLINE);
        scanned(USUAL).close();
    }

    @Test
    void aScannerThatNobodyUsesHasNoThread() {
        assertFalse(threads().contains("scanner-document-scanner"));
        scanner.observe(_ -> {});
        assertTrue(threads().contains("scanner-document-scanner"));
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
    }
}
