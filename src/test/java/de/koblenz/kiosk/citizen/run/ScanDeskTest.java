package de.koblenz.kiosk.citizen.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.session.Effect;
import de.koblenz.kiosk.citizen.session.HandInWays;
import de.koblenz.kiosk.citizen.session.Scans;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.device.DeviceId;
import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.device.scanner.DocumentScanner;
import de.koblenz.kiosk.device.scanner.ScanOutcome;
import de.koblenz.kiosk.device.scanner.ScanSettings;
import de.koblenz.kiosk.device.scanner.ScannedPage;
import de.koblenz.kiosk.device.scanner.ScannerCode;
import de.koblenz.kiosk.order.submission.SamplePages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

class ScanDeskTest {
    private final Scanner scanner = new Scanner();
    private final List<SessionEvent> events = new ArrayList<>();
    private final ScanDesk desk = new ScanDesk(Optional.of(scanner), events::add);

    /// Scans when the test says so.
    private static final class Scanner implements DocumentScanner {
        final List<CompletableFuture<ScanOutcome>> scans = new ArrayList<>();
        final List<ScanSettings> settings = new ArrayList<>();
        int cancelled;

        @Override
        public CompletableFuture<ScanOutcome> scan(ScanSettings wanted, IntConsumer progress) {
            settings.add(wanted);
            CompletableFuture<ScanOutcome> scan = new CompletableFuture<>();
            scans.add(scan);
            progress.accept(1);
            return scan;
        }

        @Override
        public void cancel() {
            cancelled++;
        }

        @Override
        public Set<ScanSettings.Source> sources() {
            return Set.of(ScanSettings.Source.PLATEN);
        }

        @Override
        public DeviceId id() {
            return HandInWays.SCANNER;
        }

        @Override
        public DeviceHealth health() {
            return new DeviceHealth(id(), DeviceState.ONLINE, Map.of());
        }

        @Override
        public void observe(Consumer<DeviceHealth> listener) {
            listener.accept(health());
        }

        @Override
        public void close() {}
    }

    private static ScannedPage page() throws Exception {
        return ScannedPage.ofJpeg(SamplePages.grey(40, 60).array());
    }

    private ScannedPage scanned(String session, String scan) throws Exception {
        desk.accept(new Effect.Scan(session, scan, 3, 100_000));
        ScannedPage page = page();
        scanner.scans.getLast().complete(new ScanOutcome.Scanned(List.of(page)));
        return page;
    }

    @Test
    void aScanTellsItsProgressAndTheNamesOfItsPages() throws Exception {
        ScannedPage page = scanned("s1", "a");
        assertEquals(
                List.of(
                        new SessionEvent.PagesArrived("a", 1),
                        new SessionEvent.PagesScanned(
                                "a", List.of(new Scans.Sheet("a.0", page.size())))),
                events);
        assertEquals(3, scanner.settings.getFirst().mostPages());
        assertEquals(100_000, scanner.settings.getFirst().mostBytes());
        assertEquals(page.size(), desk.page("a.0").length);
        assertEquals(0, desk.page("b.0").length);
    }

    @Test
    void aFailureTellsItsCode() {
        desk.accept(new Effect.Scan("s1", "a", 1, 100_000));
        scanner.scans.getLast().complete(new ScanOutcome.Failed(ScannerCode.JAM));
        assertEquals(new SessionEvent.ScanFailed("a", "SCN-JAM"), events.getLast());
    }

    @Test
    void withoutAScannerAScanFailsAtOnce() {
        ScanDesk bare = new ScanDesk(Optional.empty(), events::add);
        bare.accept(new Effect.Scan("s1", "a", 1, 100_000));
        assertEquals(List.of(new SessionEvent.ScanFailed("a", "SCN-GONE")), events);
    }

    @Test
    void anErasedPageIsOverwritten() throws Exception {
        ScannedPage page = scanned("s1", "a");
        desk.accept(new Effect.ErasePages(List.of("a.0", "never")));
        assertTrue(page.closed());
        assertEquals(0, desk.page("a.0").length);
    }

    @Test
    void theEndOfASessionErasesItsPagesAndNobodyElses() throws Exception {
        ScannedPage before = scanned("s1", "a");
        ScannedPage after = scanned("s2", "b");
        desk.ended("s1");
        assertTrue(before.closed());
        assertFalse(after.closed());
        assertEquals(0, scanner.cancelled);
    }

    @Test
    void whatAScanBringsAfterTheSessionIsErasedAndNotTold() throws Exception {
        desk.accept(new Effect.Scan("s1", "a", 1, 100_000));
        desk.ended("s1");
        assertEquals(1, scanner.cancelled);
        ScannedPage late = page();
        int told = events.size();
        scanner.scans.getLast().complete(new ScanOutcome.Scanned(List.of(late)));
        assertTrue(late.closed());
        assertEquals(told, events.size());
    }

    @Test
    void aScanThatIsGivenUpSaysNothingMore() throws Exception {
        desk.accept(new Effect.Scan("s1", "a", 1, 100_000));
        desk.accept(new Effect.CancelScan("a"));
        desk.accept(new Effect.CancelScan("a"));
        assertEquals(1, scanner.cancelled);
        ScannedPage late = page();
        scanner.scans.getLast().complete(new ScanOutcome.Scanned(List.of(late)));
        assertTrue(late.closed());
        assertEquals(1, events.size());
    }
}
