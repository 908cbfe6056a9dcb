package de.koblenz.kiosk.citizen;

import de.koblenz.kiosk.citizen.session.CardErrand;
import de.koblenz.kiosk.citizen.session.CardStep;
import de.koblenz.kiosk.citizen.session.Effect;
import de.koblenz.kiosk.citizen.session.HandInWays;
import de.koblenz.kiosk.citizen.session.Scans;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.session.StaffBoard;
import de.koblenz.kiosk.citizen.session.StaffEvent;
import de.koblenz.kiosk.citizen.session.StaffRequest;
import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.device.DeviceId;
import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.eid.EidStep;
import de.koblenz.kiosk.order.OrderCodes;
import de.koblenz.kiosk.order.OrderId;
import de.koblenz.kiosk.order.OrderProgress;
import de.koblenz.kiosk.order.OrderRequest;
import de.koblenz.kiosk.order.ticketing.Slot;
import de.koblenz.kiosk.order.ticketing.Tariff;
import de.koblenz.kiosk.order.ticketing.Venue;
import de.koblenz.kiosk.service.catalog.Hit;
import de.koblenz.kiosk.service.catalog.LeikaKey;
import de.koblenz.kiosk.service.catalog.LeikaName;
import de.koblenz.kiosk.service.catalog.Leistung;
import de.koblenz.kiosk.service.catalog.Responsible;
import de.koblenz.kiosk.service.catalog.ServiceCatalog;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Everything outside the session, answering effects at once: a booking service with three pools, a search, an
/// order desk that moves only when it is told to. Not thread-safe.
public final class TestWorld {
    public static final LocalDate TODAY = LocalDate.of(2026, 6, 3);
    private static final List<Tariff> TARIFFS =
            List.of(
                    new Tariff("adult", Map.of("de", "Erwachsene", "en", "Adult"), 450, 1),
                    new Tariff("child", Map.of("de", "Kinder (6–17)"), 250, 1),
                    new Tariff("reduced", Map.of("de", "Ermäßigt", "en", "Reduced"), 300, 1),
                    new Tariff("family", Map.of("de", "Familie", "en", "Family"), 1_100, 4));

    private final ServiceCatalog catalog;
    private final List<OrderRequest> placed = new ArrayList<>();
    private final List<OrderId> cancelled = new ArrayList<>();
    private final List<OrderId> left = new ArrayList<>();
    private final List<OrderId> resumed = new ArrayList<>();
    private final List<Effect.EndSession> ended = new ArrayList<>();
    private final Set<String> soldOut = new HashSet<>();
    private boolean booking = true;
    private boolean silent;
    private String refusal = "";
    private String fault = "";
    private final List<String> erased = new ArrayList<>();

    TestWorld(ServiceCatalog catalog) {
        this.catalog = catalog;
    }

    // ---- what a test arranges

    /// Whether the booking service can be reached.
    public void booking(boolean reachable) {
        booking = reachable;
    }

    /// Nobody answers until further notice.
    public void silent(boolean noAnswers) {
        silent = noAnswers;
    }

    public void sellOut(String slotId) {
        soldOut.add(slotId);
    }

    /// The order desk takes no orders; an empty code lets it take them again.
    public void refuseOrders(String code) {
        refusal = code;
    }

    /// What the scanner fails with; an empty code lets it work again.
    public void failScans(String code) {
        fault = code;
    }

    // ---- what a test looks at

    /// Pages that were to be erased.
    public List<String> erased() {
        return List.copyOf(erased);
    }

    public List<OrderRequest> placed() {
        return List.copyOf(placed);
    }

    public List<OrderId> cancelled() {
        return List.copyOf(cancelled);
    }

    public List<OrderId> resumed() {
        return List.copyOf(resumed);
    }

    public List<OrderId> left() {
        return List.copyOf(left);
    }

    public List<Effect.EndSession> ended() {
        return List.copyOf(ended);
    }

    // ---- answers

    /// What comes back from an effect, at once.
    List<SessionEvent> answer(Effect effect) {
        SessionEvent answer =
                switch (effect) {
                    case Effect.SearchCatalog(String typed) ->
                            new SessionEvent.HitsFound(typed, hits(typed));
                    case Effect.LoadVenues(String session) ->
                            booking
                                    ? new SessionEvent.VenuesLoaded(session, venues())
                                    : new SessionEvent.LoadFailed(session, "BOOK-OFFLINE");
                    case Effect.LoadSlots(String session, String venue) ->
                            booking
                                    ? new SessionEvent.SlotsLoaded(session, venue, slots(venue))
                                    : new SessionEvent.LoadFailed(session, "BOOK-OFFLINE");
                    case Effect.PlaceOrder(String _, OrderRequest request) -> {
                        if (!refusal.isEmpty()) {
                            yield new SessionEvent.OrderRefused(request.id(), refusal);
                        }
                        placed.add(request);
                        yield new SessionEvent.OrderProgressed(
                                progress(request, OrderProgress.Phase.PLACED, Instant.MAX));
                    }
                    case Effect.CancelOrder(OrderId order) -> {
                        cancelled.add(order);
                        yield new SessionEvent.Ticked();
                    }
                    case Effect.ResumeOrder(OrderId order) -> {
                        resumed.add(order);
                        yield new SessionEvent.Ticked();
                    }
                    case Effect.LeaveOrder(OrderId order) -> {
                        left.add(order);
                        yield new SessionEvent.Ticked();
                    }
                    case Effect.OpenCard(String visit, CardErrand errand) ->
                            new SessionEvent.CardMoved(visit, TestCard.first(errand));
                    case Effect.AgreeToCard(String visit, var _) ->
                            new SessionEvent.CardMoved(
                                    visit, new CardStep.Identifying(new EidStep.CardNeeded()));
                    case Effect.RetryCard(String visit) -> new SessionEvent.CardBusy(visit);
                    case Effect.WipeEntry(String visit) -> new SessionEvent.DigitsCounted(visit, 0);
                    case Effect.KeepEntry(String visit) -> new SessionEvent.DigitsCounted(visit, 0);
                    case Effect.Scan(String _, String scan, int _, int _) ->
                            fault.isEmpty()
                                    ? new SessionEvent.PagesScanned(
                                            scan, List.of(new Scans.Sheet(scan + ".0", 400_000)))
                                    : new SessionEvent.ScanFailed(scan, fault);
                    case Effect.ErasePages(List<String> pages) -> {
                        erased.addAll(pages);
                        yield new SessionEvent.Ticked();
                    }
                    case Effect.CancelScan _,
                            Effect.SubmitEntry _,
                            Effect.GiveUpCard _,
                            Effect.CloseCard _,
                            Effect.CallForCard() ->
                            new SessionEvent.Ticked();
                    case Effect.Staff(String session, StaffRequest request) ->
                            staff(request)
                                    .<SessionEvent>map(
                                            event -> new SessionEvent.StaffAnswered(session, event))
                                    .orElseGet(SessionEvent.Ticked::new);
                    case Effect.EndSession end -> {
                        ended.add(end);
                        yield new SessionEvent.Ticked();
                    }
                };
        return silent || answer instanceof SessionEvent.Ticked ? List.of() : List.of(answer);
    }

    /// What comes back to staff; a code is taken to be right unless the test says otherwise.
    private Optional<StaffEvent> staff(StaffRequest request) {
        return switch (request) {
            case StaffRequest.CheckCode() -> Optional.of(verdict);
            case StaffRequest.PrintTest(), StaffRequest.Reprint _, StaffRequest.Resolve _ ->
                    Optional.of(new StaffEvent.Done(staffFailure, board()));
            case StaffRequest.OpenPad(), StaffRequest.ClosePad() -> Optional.empty();
        };
    }

    /// What comes of the next codes, and of what staff do next.
    public void staff(StaffEvent newVerdict, String failure) {
        verdict = newVerdict;
        staffFailure = failure;
    }

    private StaffEvent verdict = new StaffEvent.Admitted(board());
    private String staffFailure = "";

    /// Twenty jobs of every fate, five of them kept.
    public static StaffBoard board() {
        List<StaffBoard.Job> jobs = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            StaffBoard.Fate fate = StaffBoard.Fate.values()[i % 3];
            boolean printed = fate == StaffBoard.Fate.PRINTED;
            String name = List.of("ticket-12", "receipt", "copy", "test").get(i % 4);
            jobs.add(
                    new StaffBoard.Job(
                            "job-" + i,
                            name.equals("test") ? "" : "KO-7F3K-92QD",
                            name,
                            fate,
                            printed ? "" : "PRN-NO-CONFIRMATION",
                            Optional.of(LocalDateTime.of(2026, 6, 3, 10, i))));
        }
        List<StaffBoard.Job> kept = new ArrayList<>(jobs.subList(1, 6));
        kept.removeIf(job -> job.fate() == StaffBoard.Fate.PRINTED);
        kept.add(
                new StaffBoard.Job(
                        "job-x",
                        "KO-7F3K-92QD",
                        "copy",
                        StaffBoard.Fate.NOT_PRINTED,
                        "",
                        Optional.empty()));
        return new StaffBoard(jobs, kept);
    }

    private List<Hit> hits(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.GERMAN);
        if (wanted.length() < 2) {
            return List.of();
        }
        Stream<Hit> local =
                catalog.all().stream()
                        .filter(service -> words(service).contains(wanted))
                        .limit(20)
                        .map(service ->
                                new Hit(
                                        service.id(),
                                        "",
                                        service.shortName().in("de"),
                                        1,
                                        Optional.empty()));
        return Stream.concat(local, Stream.of(elsewhere(Responsible.BUND))).toList();
    }

    /// A service that the city's catalogue does not have.
    static Hit elsewhere(Responsible responsible) {
        String name = "Abdrucke aus dem Schuldnerverzeichnis";
        LeikaName federal = new LeikaName(new LeikaKey("99046029000000"), name, responsible);
        return new Hit("99046029000000", "99046029000000", name, 0.5, Optional.of(federal));
    }

    private static String words(Leistung service) {
        return (service.name().in("de") + " " + service.shortName().in("de"))
                .toLowerCase(Locale.GERMAN);
    }

    public static List<Venue> venues() {
        return List.of(
                venue("oberwerth", "Freibad Oberwerth", false, 10),
                venue("moselbad", "Moselbad", false, 10),
                venue("karthause", "Hallenbad Karthause", true, 6));
    }

    private static Venue venue(String id, String name, boolean contact, int most) {
        return new Venue(
                id,
                Map.of("de", name, "en", name + " (pool)"),
                "Zwickauer Straße 23, 56075 Koblenz",
                contact,
                most,
                TARIFFS);
    }

    /// Two slots a day for a week: `<venue>-<day of June>-<hour>`; plenty, few or no free places.
    public List<Slot> slots(String venue) {
        List<Slot> slots = new ArrayList<>();
        for (int day = 0; day < 7; day++) {
            slots.add(slot(venue, TODAY.plusDays(day), 9, 13, 400));
            slots.add(slot(venue, TODAY.plusDays(day), 14, 19, day == 1 ? 0 : day == 2 ? 3 : 60));
        }
        return slots;
    }

    private Slot slot(String venue, LocalDate day, int from, int to, int free) {
        String id = venue + "-" + day.getDayOfMonth() + "-" + from;
        return new Slot(
                id, venue, at(day, from), at(day, to), 400, soldOut.contains(id) ? 0 : free);
    }

    /// As a booking service may answer it: not in the time of the office.
    private static OffsetDateTime at(LocalDate day, int hourInKoblenz) {
        return OffsetDateTime.of(day, LocalTime.of(hourInKoblenz - 2, 0), ZoneOffset.UTC);
    }

    /// An order's progress as the desk would tell it.
    static OrderProgress progress(
            OrderRequest request, OrderProgress.Phase phase, Instant payUntil) {
        return progress(request, phase, payUntil, usualCode(phase));
    }

    private static String usualCode(OrderProgress.Phase phase) {
        return switch (phase) {
            case SOLD_OUT -> OrderCodes.SOLD_OUT;
            case PAYMENT_FAILED -> OrderCodes.PAY_DECLINED;
            case PAYMENT_UNCLEAR -> OrderCodes.PAY_OFFLINE;
            case PAPER_KEPT -> OrderCodes.PAPER_KEPT;
            case REFUND_DUE -> OrderCodes.HOLD_LOST;
            case CANCELLED -> OrderCodes.CANCELLED;
            case PLACED,
                    RESERVING,
                    OPENING_PAYMENT,
                    AWAITING_PAYMENT,
                    PAID,
                    SUBMITTING,
                    PRINTING,
                    DONE ->
                    "";
        };
    }

    static OrderProgress progress(
            OrderRequest request, OrderProgress.Phase phase, Instant payUntil, String code) {
        boolean paid =
                phase.compareTo(OrderProgress.Phase.PAID) >= 0
                        && phase != OrderProgress.Phase.CANCELLED;
        boolean paying = phase == OrderProgress.Phase.AWAITING_PAYMENT;
        return new OrderProgress(
                request.id(),
                phase,
                "KO-7F3K-92QD",
                request.cents(),
                paying ? "https://bezahlen.example/t/5f1c" : "",
                paying ? payUntil : Instant.MAX,
                paid ? "KO.2026.0000123" : "",
                false,
                paid ? papers(request, phase) : List.of(),
                code);
    }

    private static List<OrderProgress.Paper> papers(
            OrderRequest request, OrderProgress.Phase phase) {
        OrderProgress.Paper.State state =
                switch (phase) {
                    case DONE -> OrderProgress.Paper.State.PRINTED;
                    case PAPER_KEPT -> OrderProgress.Paper.State.KEPT;
                    default -> OrderProgress.Paper.State.WAITING;
                };
        List<OrderProgress.Paper> papers = new ArrayList<>();
        if (request.reservation().isPresent()) {
            papers.add(new OrderProgress.Paper(OrderProgress.Paper.Kind.TICKET, state));
        }
        papers.add(new OrderProgress.Paper(OrderProgress.Paper.Kind.RECEIPT, state));
        if (!request.copy().isEmpty()) {
            papers.add(new OrderProgress.Paper(OrderProgress.Paper.Kind.COPY, state));
        }
        return papers;
    }

    /// The receipt printer, whose near-end sensor has spoken.
    ///
    /// @param left paper in millimetres
    public static DeviceHealth lowPrinter(int left) {
        return new DeviceHealth(
                new DeviceId("receipt-printer"),
                DeviceState.ONLINE,
                Map.of("paper", "low", DeviceHealth.PAPER_LEFT_MM, Integer.toString(left)));
    }

    /// The document scanner.
    ///
    /// @param media of its feeder; `unknown` where it has none
    public static DeviceHealth scanner(DeviceState state, String media) {
        return new DeviceHealth(HandInWays.SCANNER, state, Map.of("media", media));
    }

    /// The receipt printer.
    ///
    /// @param paper `full`, `low`, `out` or `jammed`
    public static DeviceHealth printer(DeviceState state, String paper) {
        return new DeviceHealth(new DeviceId("receipt-printer"), state, Map.of("paper", paper));
    }
}
