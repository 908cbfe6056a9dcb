package de.koblenz.kiosk.citizen;

import de.koblenz.kiosk.citizen.session.Aid;
import de.koblenz.kiosk.citizen.session.CardErrand;
import de.koblenz.kiosk.citizen.session.CardVisit;
import de.koblenz.kiosk.citizen.session.Overlay;
import de.koblenz.kiosk.citizen.session.ReprintReason;
import de.koblenz.kiosk.citizen.session.Scans;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.session.StaffEvent;
import de.koblenz.kiosk.citizen.session.StaffVisit;
import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.eid.PinGoal;
import de.koblenz.kiosk.eid.data.DataGroup;
import de.koblenz.kiosk.order.OrderId;
import de.koblenz.kiosk.order.OrderProgress;
import de.koblenz.kiosk.order.ticketing.Slot;
import de.koblenz.kiosk.order.ticketing.Tariff;
import de.koblenz.kiosk.order.ticketing.Venue;
import de.koblenz.kiosk.service.catalog.LifeSituation;
import de.koblenz.kiosk.service.catalog.Responsible;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/// Events of every kind with arbitrary content: right, foreign, hostile. Seeded.
final class EverySessionEvent {
    /// What somebody could type who wants to break something; no braces, so that a placeholder that was not filled
    /// in can be told from it.
    private static final List<String> HOSTILE =
            List.of(
                    "",
                    " ",
                    "\u0000",
                    "|||",
                    "3|6|1990",
                    "#1",
                    "\u202Eabc\u2066",
                    "\uD800",
                    "\uD83D\uDE00",
                    "'; DROP TABLE orders; --",
                    "../../etc/passwd",
                    "%s%n",
                    "$1\\1",
                    "999999999999999999999999",
                    "-1",
                    "ÄÖÜ e\u0301\u0327",
                    "x".repeat(100_000));

    private static final List<String> TARGETS =
            List.of(
                    "search",
                    "applicant.givenNames",
                    "applicant.birthDate#1",
                    "applicant.birthDate",
                    "vehicle.length",
                    "vehicle.owner",
                    "declaration",
                    "contact.email",
                    "venue",
                    "slot",
                    "copy",
                    "nothing[a1].here",
                    "..");

    private static final List<String> CODES =
            List.of(
                    "karthause",
                    "karthause-4-14",
                    "moselbad-5-14",
                    "oberwerth-4-9",
                    "PAPER",
                    "QR",
                    "self",
                    "company",
                    "true",
                    "false",
                    "adult");

    private final Random random;
    private final List<Supplier<SessionEvent>> kinds = new ArrayList<>();

    EverySessionEvent(Random random) {
        this.random = random;
        citizen();
        card();
        scanner();
        world();
    }

    private void citizen() {
        kinds.add(SessionEvent.Touched::new);
        kinds.add(() -> new SessionEvent.SituationChosen(one(LifeSituation.values())));
        kinds.add(SessionEvent.SearchOpened::new);
        kinds.add(SessionEvent.HitsOpened::new);
        kinds.add(() -> new SessionEvent.Entered(target(), text()));
        kinds.add(() -> new SessionEvent.ServiceChosen(service()));
        kinds.add(SessionEvent.ServiceStarted::new);
        kinds.add(() -> new SessionEvent.OptionChosen(target(), text()));
        kinds.add(() -> new SessionEvent.Counted(text(), random.nextInt(-2, 3)));
        kinds.add(() -> new SessionEvent.PartFocused(target(), number()));
        kinds.add(SessionEvent.NextPressed::new);
        kinds.add(SessionEvent.BackPressed::new);
        kinds.add(SessionEvent.MorePressed::new);
        kinds.add(SessionEvent.EarlierPressed::new);
        kinds.add(SessionEvent.InstanceAdded::new);
        kinds.add(SessionEvent.ExplanationOpened::new);
        kinds.add(() -> new SessionEvent.InstanceOpened(one("a1", "a2", text())));
        kinds.add(() -> new SessionEvent.RemovalAsked(one("a1", "a2", text())));
        kinds.add(() -> new SessionEvent.ChangePressed(pageKey()));
        kinds.add(() -> new SessionEvent.OverlayOpened(one(Overlay.Kind.values())));
        kinds.add(SessionEvent.OverlayClosed::new);
        kinds.add(() ->
                new SessionEvent.LanguageChosen(one("de", "de-simple", "en", "ar-XB", "tlh", "")));
        kinds.add(() -> new SessionEvent.AidSwitched(one(Aid.values())));
        kinds.add(() -> new SessionEvent.AidsReset(one("de", "en", "tlh")));
        kinds.add(SessionEvent.MoreTimePressed::new);
        kinds.add(SessionEvent.EndConfirmed::new);
        kinds.add(SessionEvent.CoverLifted::new);
        kinds.add(() -> new SessionEvent.Staff(staff()));
    }

    /// Something that a card, or the pad for it, may tell now.
    SessionEvent ofCard(String visit, CardErrand errand) {
        return switch (random.nextInt(9)) {
            case 0 -> new SessionEvent.CardBusy(visit);
            case 1, 2 -> new SessionEvent.DigitsCounted(visit, random.nextInt(11));
            case 3 -> new SessionEvent.CardMoved(visit, TestCard.steps(errand).getFirst());
            case 4 -> new SessionEvent.CardMoved(visit, TestCard.steps(errand).getLast());
            default -> new SessionEvent.CardMoved(visit, one(TestCard.steps(errand)));
        };
    }

    private void card() {
        kinds.add(SessionEvent.PinServiceChosen::new);
        kinds.add(() -> new SessionEvent.PinGoalChosen(one(PinGoal.values())));
        kinds.add(() -> new SessionEvent.GroupSwitched(one(DataGroup.values())));
        kinds.add(() -> new SessionEvent.CardLookChosen(one(CardVisit.Look.values())));
        kinds.add(SessionEvent.CardRetried::new);
        kinds.add(() -> ofCard(text(), new CardErrand.ManagePin(one(PinGoal.values()))));
        kinds.add(() -> new SessionEvent.CardBusy(text()));
        kinds.add(() -> new SessionEvent.DigitsCounted(text(), number()));
        kinds.add(() ->
                new SessionEvent.DeviceChanged(
                        TestCard.reader(
                                random.nextInt(5) > 0
                                        ? DeviceState.ONLINE
                                        : one(DeviceState.values()),
                                random.nextBoolean())));
    }

    private void scanner() {
        kinds.add(SessionEvent.PageAgainAsked::new);
        kinds.add(SessionEvent.PageAdded::new);
        kinds.add(SessionEvent.PageRemoved::new);
        kinds.add(() -> new SessionEvent.PagesArrived(text(), number()));
        kinds.add(() ->
                new SessionEvent.PagesScanned(text(), List.of(new Scans.Sheet(text(), number()))));
        kinds.add(() -> new SessionEvent.ScanFailed(text(), text()));
        kinds.add(() ->
                new SessionEvent.DeviceChanged(
                        TestWorld.scanner(
                                one(DeviceState.values()),
                                one("present", "notPresent", "unknown", ""))));
    }

    private void world() {
        kinds.add(SessionEvent.OnSiteAsked::new);
        kinds.add(SessionEvent.Ticked::new);
        kinds.add(() -> new SessionEvent.PresenceChanged(random.nextInt(4) > 0));
        kinds.add(() ->
                new SessionEvent.DeviceChanged(
                        TestWorld.printer(
                                random.nextInt(5) > 0
                                        ? DeviceState.ONLINE
                                        : one(DeviceState.values()),
                                one("full", "full", "low", "out", ""))));
        kinds.add(() ->
                new SessionEvent.ServiceModeChanged(random.nextInt(8) > 0, one("", "CFG-BROKEN")));
        kinds.add(() ->
                new SessionEvent.HitsFound(
                        text(), List.of(TestWorld.elsewhere(Responsible.KOMMUNE))));
        kinds.add(() -> new SessionEvent.VenuesLoaded(text(), List.of(venue())));
        kinds.add(() -> new SessionEvent.SlotsLoaded(text(), text(), List.of(slot())));
        kinds.add(() -> new SessionEvent.LoadFailed(text(), text()));
        kinds.add(() -> new SessionEvent.OrderRefused(order(), text()));
        kinds.add(() -> new SessionEvent.OrderProgressed(progress(order())));
        kinds.add(() -> new SessionEvent.StaffAnswered(text(), staff()));
    }

    /// Anything that staff do or are told, meant or not.
    StaffEvent staff() {
        return switch (random.nextInt(10)) {
            case 0 -> new StaffEvent.Asked();
            case 1 -> new StaffEvent.DigitsCounted(number());
            case 2 -> new StaffEvent.Admitted(TestWorld.board());
            case 3 -> new StaffEvent.Refused(Instant.EPOCH.plusSeconds(number()));
            case 4 -> new StaffEvent.PartChosen(one(StaffVisit.Part.values()));
            case 5 -> new StaffEvent.JobChosen("job-" + number());
            case 6 -> new StaffEvent.TestAsked();
            case 7 -> new StaffEvent.ReasonChosen(one(ReprintReason.values()));
            case 8 -> new StaffEvent.Resolved(random.nextBoolean());
            default -> new StaffEvent.Done(text(), TestWorld.board());
        };
    }

    int count() {
        return kinds.size();
    }

    /// One of the kind with that number.
    SessionEvent of(int kind) {
        return kinds.get(kind).get();
    }

    SessionEvent any() {
        return of(random.nextInt(kinds.size()));
    }

    /// Any state of an order.
    OrderProgress progress(OrderId order) {
        return new OrderProgress(
                order,
                one(OrderProgress.Phase.values()),
                one("", "KO-7F3K-92QD"),
                random.nextInt(20_000),
                one("", "https://bezahlen.example/t/1"),
                random.nextBoolean() ? Instant.MAX : TestTerminal.MORNING,
                one("", "KO.1"),
                random.nextBoolean(),
                List.of(),
                one("", "PAY-DECLINED", text()));
    }

    String text() {
        return random.nextInt(3) == 0 ? one(CODES) : one(HOSTILE);
    }

    private String target() {
        return random.nextInt(4) == 0 ? one(HOSTILE) : one(TARGETS);
    }

    private String service() {
        return random.nextInt(6) == 0
                ? one(HOSTILE)
                : random.nextBoolean()
                        ? one("bewohnerparkausweis", "schwimmbad-ticket")
                        : one(ShippedKiosk.CONFIG.catalog().all()).id();
    }

    private String pageKey() {
        return one("venue", "slot", "tariffs", "copy", "check", "order", "question:width", "");
    }

    private Venue venue() {
        return new Venue(
                one(CODES),
                Map.of(),
                one(HOSTILE),
                random.nextBoolean(),
                number(),
                List.of(new Tariff(one(CODES), Map.of("de", one(HOSTILE)), 450, 1)));
    }

    private Slot slot() {
        LocalDateTime start = LocalDateTime.of(2026, 6, 4, 9, 0);
        return new Slot(
                one(CODES),
                one(CODES),
                start.atOffset(ZoneOffset.ofHours(random.nextInt(-12, 13))),
                start.plusHours(4).atOffset(ZoneOffset.UTC),
                number(),
                number());
    }

    private OrderId order() {
        return new OrderId(new UUID(random.nextLong(), random.nextLong()));
    }

    private int number() {
        return one(-1, 0, 1, 2, 7, 400, Integer.MAX_VALUE, Integer.MIN_VALUE);
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
