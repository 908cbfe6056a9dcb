package de.koblenz.kiosk.app;

import de.koblenz.kiosk.citizen.run.EffectRunner;
import de.koblenz.kiosk.citizen.run.StaffCode;
import de.koblenz.kiosk.citizen.run.StaffDesk;
import de.koblenz.kiosk.citizen.run.StaffDoor;
import de.koblenz.kiosk.citizen.run.WrongCodes;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.config.KioskSettings;
import de.koblenz.kiosk.config.OpeningHours;
import de.koblenz.kiosk.config.PaymentSettings;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.config.ReferencedFile;
import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.device.DeviceId;
import de.koblenz.kiosk.device.card.CardReader;
import de.koblenz.kiosk.device.card.PcscCardReader;
import de.koblenz.kiosk.device.card.ReaderTimings;
import de.koblenz.kiosk.device.printer.DriverRegistry;
import de.koblenz.kiosk.device.printer.KeepingPrinter;
import de.koblenz.kiosk.device.printer.KeptPapers;
import de.koblenz.kiosk.device.printer.Letterhead;
import de.koblenz.kiosk.device.printer.PrintDesk;
import de.koblenz.kiosk.device.printer.PrintDocument;
import de.koblenz.kiosk.device.printer.PrintJournal;
import de.koblenz.kiosk.device.printer.PrintOutcome;
import de.koblenz.kiosk.device.printer.TestPage;
import de.koblenz.kiosk.device.printer.TicketPrinter;
import de.koblenz.kiosk.device.scanner.DocumentScanner;
import de.koblenz.kiosk.device.scanner.EsclScanner;
import de.koblenz.kiosk.device.scanner.ScannerTimings;
import de.koblenz.kiosk.order.CrashPoint;
import de.koblenz.kiosk.order.DurableOrderDesk;
import de.koblenz.kiosk.order.OrderLimits;
import de.koblenz.kiosk.order.OrderPorts;
import de.koblenz.kiosk.order.PaperDesk;
import de.koblenz.kiosk.order.ThreadScheduler;
import de.koblenz.kiosk.order.document.DocumentWords;
import de.koblenz.kiosk.order.payment.BookingJournal;
import de.koblenz.kiosk.order.payment.PlatformWatch;
import de.koblenz.kiosk.order.payment.ProviderFees;
import de.koblenz.kiosk.order.payment.XBezahldienste;
import de.koblenz.kiosk.order.submission.FitConnect;
import de.koblenz.kiosk.order.ticketing.Booking;
import de.koblenz.kiosk.order.ticketing.BookingClient;
import de.koblenz.kiosk.order.ticketing.Slot;
import de.koblenz.kiosk.order.ticketing.Venue;
import de.koblenz.kiosk.store.Database;
import de.koblenz.kiosk.store.KeyFile;
import de.koblenz.kiosk.store.SqliteBookingJournal;
import de.koblenz.kiosk.store.SqliteDestinationKeys;
import de.koblenz.kiosk.store.SqliteKeptPapers;
import de.koblenz.kiosk.store.SqliteOrderStore;
import de.koblenz.kiosk.store.SqlitePrintJournal;
import de.koblenz.kiosk.text.Texts;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javax.crypto.SecretKey;

/// Everything behind the screen: store, printer, orders and their far ends, started after the first page is
/// painted and closed in reverse. Plain `new` in dependency order.
final class Backstage implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("kiosk.app");

    /// Bytes that must be free before an order is taken, so that it can also be finished.
    private static final long RESERVE = 8L << 20;

    /// Name of the key of kept papers in the data folder.
    static final String PAPER_KEY = "papers.key";

    /// Name of the file of wrong staff codes in the data folder.
    static final String WRONG_CODES = "staff-codes";

    /// The document scanner, where there is one.
    static final DeviceId SCANNER = new DeviceId("document-scanner");

    /// Name of the database in the data folder.
    static final String DATABASE = "kiosk.db";

    private final Deque<AutoCloseable> open;
    private final DurableOrderDesk desk;
    private final Booking booking;
    private final FitConnect submissions;
    private final TicketPrinter printer;
    private final PaperDesk papers;
    private final PlatformWatch payments;
    private final Supplier<PrintDocument> testPage;
    private final StaffDoor staffDoor;
    private final CardReader reader;
    private final Optional<DocumentScanner> scanner;
    private final BookingJournal bookings;
    private final LocalCalendar calendar;
    private final int daysAhead;

    private record LocalCalendar(InstantSource clock, ZoneId zone) {
        LocalDate today() {
            return LocalDate.ofInstant(clock.instant(), zone);
        }
    }

    /// Opens everything, or nothing.
    ///
    /// @param data folder of the journals
    /// @param german texts of the papers
    /// @throws DataFolder.InUse if another terminal works in the folder
    /// @throws IOException if the store cannot be opened: without it nothing may be sold
    static Backstage open(
            Installation installation,
            Endpoints ends,
            Path data,
            Texts german,
            Clocks clocks,
            ZoneId zone)
            throws IOException {
        Deque<AutoCloseable> parts = new ArrayDeque<>();
        try {
            return new Backstage(parts, installation, ends, data, german, clocks, zone);
        } catch (IOException | RuntimeException | LinkageError e) {
            close(parts);
            throw e;
        }
    }

    /// The order of the lines is the order of the dependencies.
    private Backstage(
            Deque<AutoCloseable> parts,
            Installation installation,
            Endpoints ends,
            Path data,
            Texts german,
            Clocks clocks,
            ZoneId zone)
            throws IOException {
        this.open = parts;
        KioskSettings settings = installation.settings();
        InstantSource clock = clocks.wall();
        this.calendar = new LocalCalendar(clock, zone);
        this.daysAhead = settings.booking().daysAhead();
        var _ = keep(DataFolder.lock(data));
        Database database = keep(Database.open(data.resolve(DATABASE)));
        PrintJournal prints = new SqlitePrintJournal(database, clock);
        this.bookings = new SqliteBookingJournal(database);
        DriverRegistry drivers =
                new DriverRegistry(
                        installation.profiles(),
                        Letterhead.koblenz(
                                german.of("document.issuer"), german.of("document.duplicate")),
                        prints,
                        clock);
        SecretKey sealing = KeyFile.open(data.resolve(PAPER_KEY));
        KeptPapers papers = new SqliteKeptPapers(database, sealing, clock);
        OpeningHours hours = settings.terminal().openingHours();
        this.printer =
                keep(
                        new KeepingPrinter(
                                drivers.printer(
                                        new DeviceId("receipt-printer"),
                                        ends.printerProfile(),
                                        ends.printerPort()),
                                papers,
                                () -> hours.closing(clock.instant())));
        this.reader =
                keep(
                        new PcscCardReader(
                                new DeviceId("card-reader"),
                                ends.cards(),
                                installation.readers(),
                                ReaderTimings.USUAL));
        this.scanner =
                ends.scanner()
                        .map(address ->
                                keep(new EsclScanner(SCANNER, address, ScannerTimings.USUAL)));
        this.booking =
                new BookingClient(
                        ends.booking(), ends.bookingToken(), settings.booking().requestTimeout());
        this.submissions =
                new FitConnect(
                        ends.submissions(),
                        new SqliteDestinationKeys(database),
                        settings.submission().requestTimeout(),
                        clock);
        XBezahldienste platform =
                new XBezahldienste(
                        ends.payments(),
                        settings.payment().returnPage(),
                        settings.payment().requestTimeout(),
                        clock);
        this.payments = platform.watch();
        var _ = keep(new PaymentRound(payments, platform::askState).start());
        ThreadScheduler scheduler = keep(new ThreadScheduler());
        this.desk =
                new DurableOrderDesk(
                        new OrderPorts(
                                new SqliteOrderStore(database, RESERVE, sealing),
                                bookings,
                                prints,
                                booking,
                                platform,
                                fees(settings.payment()),
                                submissions,
                                printer),
                        new DocumentWords(german, zone),
                        limits(settings),
                        clock,
                        scheduler,
                        CrashPoint.NONE);
        this.papers = new PaperDesk(desk, new PrintDesk(printer, prints, papers, clock));
        this.testPage =
                () ->
                        TestPage.of(
                                installation.profile(ends.printerProfile()),
                                german.of("document.test"));
        this.staffDoor =
                new StaffDoor(
                        settings.terminal().staffCode().flatMap(Backstage::staffCode),
                        new WrongCodes(data.resolve(WRONG_CODES)),
                        clocks);
        desk.recover();
        var _ = keep(new ClosingRound(papers, prints, desk::settle).start());
        // So that the first application can be sealed even if the network fails by then.
        Set<String> destinations = installation.destinations();
        Thread.ofVirtual().start(() -> prepare(destinations));
    }

    private static ProviderFees fees(PaymentSettings payment) {
        Map<String, ProviderFees.Fee> byMethod = new HashMap<>();
        payment.fees()
                .forEach((method, fee) ->
                        byMethod.put(
                                method.name(),
                                new ProviderFees.Fee(fee.cents(), fee.basisPoints())));
        return new ProviderFees(byMethod, ProviderFees.NONE.other());
    }

    /// Without a code staff cannot come in, and citizens are served all the same; `check --installation` tells of a file
    /// that is missing.
    private static Optional<StaffCode> staffCode(ReferencedFile file) {
        try {
            return Optional.of(StaffCode.parse(file.content(new Problems())));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "no staff code: {0}", e.getMessage());
            return Optional.empty();
        }
    }

    private static OrderLimits limits(KioskSettings settings) {
        Duration pay = settings.payment().timeLimit();
        return new OrderLimits(
                pay,
                pay.multipliedBy(3),
                settings.booking().holdTtl(),
                settings.payment().pollInterval(),
                OrderLimits.USUAL.pollLater(),
                OrderLimits.USUAL.pollLate(),
                OrderLimits.USUAL.watchFor(),
                OrderLimits.USUAL.track(),
                OrderLimits.USUAL.trackFor());
    }

    /// Fetches the keys of destinations ahead.
    void prepare(Set<String> destinations) {
        for (String destination : destinations) {
            try {
                submissions.prepare(destination);
            } catch (IOException _) {
                // Asked for again when an application is to be sealed; then the citizen is told.
            }
        }
    }

    private <T extends AutoCloseable> T keep(T part) {
        open.push(part);
        return part;
    }

    DurableOrderDesk desk() {
        return desk;
    }

    TicketPrinter printer() {
        return printer;
    }

    /// What staff do about paper.
    PaperDesk papers() {
        return papers;
    }

    /// Prints a page that shows what the printer can.
    CompletableFuture<PrintOutcome> printTest() {
        return papers.test(testPage.get());
    }

    /// What staff do at the screen.
    ///
    /// @param post takes what came of it
    StaffDesk staff(Consumer<SessionEvent> post) {
        return new StaffDesk(papers, testPage, staffDoor, calendar.zone(), post);
    }

    CardReader reader() {
        return reader;
    }

    /// The document scanner; empty where this terminal has none.
    Optional<DocumentScanner> scanner() {
        return scanner;
    }

    /// How the payment platform is.
    PlatformWatch payments() {
        return payments;
    }

    BookingJournal bookings() {
        return bookings;
    }

    /// Venues and their slots for the days that the configuration offers.
    EffectRunner.Places places() {
        return new EffectRunner.Places() {
            @Override
            public List<Venue> venues() throws IOException {
                return booking.venues();
            }

            @Override
            public List<Slot> slots(String venueId) throws IOException {
                LocalDate today = calendar.today();
                return booking.slots(venueId, today, today.plusDays(daysAhead)).stream()
                        .filter(slot -> slot.end().toInstant().isAfter(calendar.clock().instant()))
                        .toList();
            }
        };
    }

    /// Tells somebody how many wrong staff codes came in a row, after each.
    void observeCodes(IntConsumer listener) {
        staffDoor.watch(listener);
    }

    /// Tells of every change of a device, and of its state now.
    void observeDevices(Consumer<DeviceHealth> listener) {
        printer.observe(listener);
        reader.observe(listener);
        scanner.ifPresent(it -> it.observe(listener));
    }

    @Override
    public void close() {
        close(open);
    }

    /// Closes in reverse; a part that cannot be closed does not keep the others open.
    private static void close(Deque<AutoCloseable> open) {
        Optional<RuntimeException> failed = Optional.empty();
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (RuntimeException e) {
                failed = Optional.of(e);
            } catch (Exception e) {
                failed = Optional.of(new IllegalStateException(e));
            }
        }
        failed.ifPresent(e -> {
            throw e;
        });
    }
}
