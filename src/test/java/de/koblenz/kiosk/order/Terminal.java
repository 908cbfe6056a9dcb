package de.koblenz.kiosk.order;

import de.koblenz.kiosk.device.printer.KeepingPrinter;
import de.koblenz.kiosk.order.payment.ProviderFees;
import de.koblenz.kiosk.order.payment.XBezahldienste;
import de.koblenz.kiosk.order.submission.FitConnect;
import de.koblenz.kiosk.order.ticketing.BookingClient;
import de.koblenz.kiosk.sandbox.PaymentAccess;
import de.koblenz.kiosk.sandbox.Sandbox;
import de.koblenz.kiosk.store.Database;
import de.koblenz.kiosk.store.KeyFile;
import de.koblenz.kiosk.store.SqliteBookingJournal;
import de.koblenz.kiosk.store.SqliteDestinationKeys;
import de.koblenz.kiosk.store.SqliteKeptPapers;
import de.koblenz.kiosk.store.SqliteOrderStore;
import de.koblenz.kiosk.store.SqlitePrintJournal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.SecretKey;

/// One terminal: a real database, the real clients, a desk, and a tray for paper.
final class Terminal implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    final Database database;
    final SqliteOrderStore store;
    final SqliteBookingJournal bookings;
    final SqlitePrintJournal prints;
    final FitConnect fitConnect;
    final BookingClient booking;
    final PaperTray tray;
    final SqliteKeptPapers papers;
    final DurableOrderDesk desk;
    final List<OrderProgress> progress = new CopyOnWriteArrayList<>();

    /// Where the outside world is.
    record Addresses(URI payment, URI authority, URI token, URI booking) {
        static Addresses of(Sandbox sandbox) {
            return new Addresses(
                    sandbox.payments().base(),
                    sandbox.authority().base(),
                    sandbox.authority().tokenUri(),
                    sandbox.booking().base());
        }
    }

    Terminal(
            Path file,
            Addresses addresses,
            OrderLimits limits,
            InstantSource clock,
            OrderScheduler scheduler,
            CrashPoint crash)
            throws IOException {
        database = Database.open(file);
        SecretKey key = KeyFile.open(file.resolveSibling("papers.key"));
        store = new SqliteOrderStore(database, 1 << 16, key);
        bookings = new SqliteBookingJournal(database);
        prints = new SqlitePrintJournal(database, clock);
        tray = new PaperTray(prints);
        papers = new SqliteKeptPapers(database, key, clock);
        KeepingPrinter printer =
                new KeepingPrinter(tray, papers, () -> clock.instant().plus(Duration.ofHours(8)));
        booking = new BookingClient(addresses.booking(), Sandbox.BOOKING_TOKEN, TIMEOUT);
        fitConnect =
                new FitConnect(
                        new FitConnect.Client(
                                addresses.authority(), addresses.token(), "terminal", "sandbox"),
                        new SqliteDestinationKeys(database),
                        TIMEOUT,
                        clock);
        PaymentAccess access = PaymentAccess.DEFAULT;
        desk =
                new DurableOrderDesk(
                        new OrderPorts(
                                store,
                                bookings,
                                prints,
                                booking,
                                new XBezahldienste(
                                        new XBezahldienste.Account(
                                                addresses.payment(),
                                                access.originatorId(),
                                                access.endPointId(),
                                                access.user(),
                                                access.password()),
                                        URI.create("https://www.koblenz.de/"),
                                        TIMEOUT,
                                        clock),
                                ProviderFees.NONE,
                                fitConnect,
                                printer),
                        SampleOrders.words(),
                        limits,
                        clock,
                        scheduler,
                        crash);
        desk.observe(progress::add);
    }

    Order order(OrderId id) throws IOException {
        return store.find(id).orElseThrow();
    }

    /// Whether the citizen's copy lies sealed for staff.
    boolean keepsCopy(OrderId id) throws IOException {
        return papers.kept().stream()
                .anyMatch(kept -> kept.jobId().equals(Slips.jobId(id, Slips.COPY)));
    }

    OrderProgress last() {
        return progress.getLast();
    }

    @Override
    public void close() {
        database.close();
    }
}
