package de.koblenz.kiosk.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.order.OrderProgress.Phase;
import de.koblenz.kiosk.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A terminal that dies before and after every durable write and every effect, and while a printer prints.
class CrashPointTest {
    private static final Duration PLATFORM_LIMIT = Duration.ofMinutes(20);

    @TempDir private Path folder;

    /// The process ends here.
    private static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    /// Counts the places where it could die, and dies at one of them.
    private static final class Fate implements CrashPoint {
        private final int last;
        final List<String> places = new ArrayList<>();

        Fate(int last) {
            this.last = last;
        }

        @Override
        public void reached(String place) {
            places.add(place);
            if (places.size() == last) {
                throw new Death();
            }
        }
    }

    @Test
    void aTicketSurvivesDeathAtEveryPoint() throws Exception {
        dieEverywhere(SampleOrders::ticket);
    }

    @Test
    void aPermitSurvivesDeathAtEveryPoint() throws Exception {
        dieEverywhere(SampleOrders::permit);
    }

    @Test
    void aPermitWithDocumentsSurvivesDeathAtEveryPoint() throws Exception {
        dieEverywhere(id -> SampleOrders.withPapers(SampleOrders.permit(id)));
    }

    private void dieEverywhere(Function<OrderId, OrderRequest> kind) throws Exception {
        VirtualTime time = new VirtualTime();
        Set<Phase> endings = EnumSet.noneOf(Phase.class);
        try (Sandbox sandbox =
                OutsideWorld.start(folder.resolve("outside"), time, 400, PLATFORM_LIMIT)) {
            sandbox.authority().autoAccept(true);
            Fate none = new Fate(Integer.MAX_VALUE);
            assertEquals(Phase.DONE, life(kind, 0, sandbox, time, none));
            int points = none.places.size();
            assertTrue(points > 25, "too few: " + none.places);
            for (int point = 1; point <= points; point++) {
                endings.add(life(kind, point, sandbox, time, new Fate(point)));
            }
        }
        // PAYMENT_FAILED: it died after it had written the page down and before it showed it.
        assertEquals(
                EnumSet.of(Phase.CANCELLED, Phase.PAYMENT_FAILED, Phase.PAPER_KEPT, Phase.DONE),
                endings);
    }

    private Phase life(
            Function<OrderId, OrderRequest> kind,
            int number,
            Sandbox sandbox,
            VirtualTime time,
            Fate fate)
            throws IOException, OrderRefused {
        OrderRequest original = kind.apply(SampleOrders.id(number));
        OrderRequest request = numbered(original, number);
        Path file = folder.resolve("terminal-" + number + ".db");
        List<String> printed = new ArrayList<>();
        try (Terminal terminal = terminal(file, sandbox, time, fate)) {
            terminal.tray.whilePrinting = () -> fate.reached("paper");
            try {
                terminal.desk.place(request, SampleOrders.PAPERS);
                time.settle();
                payIfShown(terminal, sandbox, request.id());
                time.pass(Duration.ofMinutes(1));
            } catch (Death _) {
                time.close();
            }
            terminal.tray.papers.forEach(job -> printed.add(job.id()));
            // Whoever saw the page may pay while the terminal is down.
            payIfShown(terminal, sandbox, request.id());
        }
        try (Terminal terminal = terminal(file, sandbox, time, CrashPoint.NONE)) {
            terminal.desk.recover();
            for (int i = 0; i < 45 && !terminal.store.unfinished().isEmpty(); i++) {
                time.pass(Duration.ofMinutes(1));
            }
            terminal.tray.papers.forEach(job -> printed.add(job.id()));
            if (terminal.store.find(request.id()).isEmpty()) {
                assertEquals("place before", fate.places.getLast());
                return Phase.CANCELLED;
            }
            Phase phase =
                    Reckoning.of(
                            request,
                            terminal,
                            sandbox,
                            job -> printed.stream().filter(job::equals).count());
            assertEquals(0, terminal.tray.papers.size(), "nobody is there to take paper");
            boolean sealed = fate.places.contains("copy sealed");
            boolean copied = printed.contains(Slips.jobId(request.id(), Slips.COPY));
            assertEquals(
                    sealed && !copied,
                    terminal.keepsCopy(request.id()),
                    () -> "the copy, after death at " + fate.places.getLast());
            return phase;
        }
    }

    /// An application that the authority's stand-in can be asked for.
    private static OrderRequest numbered(OrderRequest original, int number) {
        if (original.application().isEmpty()) {
            return original;
        }
        OrderRequest bare = SampleOrders.permit(original.id(), "{\"n\":" + number + "}", "copy");
        return original.application().get().enclosures().isEmpty()
                ? bare
                : SampleOrders.withPapers(bare);
    }

    private static void payIfShown(Terminal terminal, Sandbox sandbox, OrderId id) {
        if (terminal.progress.stream().anyMatch(p -> !p.paymentUrl().isEmpty())) {
            Reckoning.pay(sandbox, id);
        }
    }

    private static Terminal terminal(Path file, Sandbox sandbox, VirtualTime time, CrashPoint crash)
            throws IOException {
        return new Terminal(
                file, Terminal.Addresses.of(sandbox), OrderLimits.USUAL, time, time, crash);
    }
}
