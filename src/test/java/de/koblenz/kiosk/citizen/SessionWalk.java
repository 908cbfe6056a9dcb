package de.koblenz.kiosk.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.session.CardVisit;
import de.koblenz.kiosk.citizen.session.Effect;
import de.koblenz.kiosk.citizen.session.Guided;
import de.koblenz.kiosk.citizen.session.Moment;
import de.koblenz.kiosk.citizen.session.Overlay;
import de.koblenz.kiosk.citizen.session.Page;
import de.koblenz.kiosk.citizen.session.Positions;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.session.SessionState;
import de.koblenz.kiosk.citizen.session.StaffEvent;
import de.koblenz.kiosk.citizen.session.StaffRequest;
import de.koblenz.kiosk.citizen.session.StaffVisit;
import de.koblenz.kiosk.citizen.session.Stamp;
import de.koblenz.kiosk.citizen.session.TerminalState;
import de.koblenz.kiosk.citizen.session.Transition;
import de.koblenz.kiosk.citizen.ui.KioskGeometry;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.citizen.ui.SessionPresenter;
import de.koblenz.kiosk.order.Enclosures;
import de.koblenz.kiosk.order.OrderId;
import de.koblenz.kiosk.order.OrderRequest;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.service.journey.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/// A seeded walk through the states of a terminal: citizens who know what they want, citizens who do anything, a
/// world that answers late, twice or to somebody else. Each step is checked against what must always hold.
final class SessionWalk {
    /// Stands in everything that is typed; may never be seen in a text for logs.
    private static final String MARKER = "Zwetschge";

    private final Random random;
    private final TestTerminal terminal = TestTerminal.open();
    private final SessionPresenter presenter;
    private final EverySessionEvent events;
    private final List<Effect> pending = new ArrayList<>();
    private final List<OrderRequest> orders = new ArrayList<>();
    private final Set<OrderId> orderIds = new HashSet<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private Optional<CitizenScript> script = Optional.empty();
    private TerminalState state = terminal.state();
    private Instant now = TestTerminal.MORNING;
    private long ids;
    private int ended;

    /// How much of what happens in this session is arbitrary, in percent.
    private int noise;

    SessionWalk(long seed, KioskGeometry geometry) {
        random = new Random(seed);
        events = new EverySessionEvent(random);
        presenter = terminal.presenter(geometry);
    }

    /// How often each page was seen, by its key.
    Map<String, Integer> seen() {
        return seen;
    }

    int orders() {
        return orders.size();
    }

    int ended() {
        return ended;
    }

    /// Makes `steps` steps and calls `look` at the state after each.
    void run(int steps, StateCheck look) {
        for (int i = 0; i < steps; i++) {
            Screen shown = presenter.present(state, moment());
            seen.merge(shown.key(), 1, Integer::sum);
            noPersonalDatumIn(shown + " " + shown.body());
            SessionEvent event = next(shown);
            step(event);
            look.check(state, moment());
        }
    }

    private Moment moment() {
        return new Moment(now, Instant.EPOCH.plus(Duration.between(TestTerminal.MORNING, now)));
    }

    interface StateCheck {
        void check(TerminalState state, Moment now);
    }

    // ---- what happens next

    private SessionEvent next(Screen shown) {
        if (state.session().isEmpty()) {
            noise = one(1, 5, 40);
            script = Optional.empty();
        }
        now = now.plusMillis(random.nextInt(random.nextInt(100) < noise ? 60_000 : 1_000));
        if (random.nextInt(100) < noise) {
            return switch (random.nextInt(3)) {
                case 0 -> events.any();
                case 1 -> touched(shown);
                default -> new SessionEvent.Ticked();
            };
        }
        if (!pending.isEmpty() && random.nextInt(3) == 0) {
            return answer();
        }
        Optional<CardVisit> visit = state.session().flatMap(SessionState::card);
        if (shown.key().equals("card.entry.NEW_PIN") && random.nextBoolean()) {
            return visit.get().digits() > 0
                    ? new SessionEvent.NextPressed()
                    : new SessionEvent.DigitsCounted(visit.get().id(), 6);
        }
        if (visit.filter(v -> v.digits() > 0).isPresent() && random.nextBoolean()) {
            return new SessionEvent.NextPressed();
        }
        // Whoever goes on typing is never asked whether he is still there.
        if (shown.key().equals("staff.code") && random.nextBoolean()) {
            return shown.body() instanceof Screen.PinEntry pad && pad.count() > 0
                    ? new SessionEvent.NextPressed()
                    : new SessionEvent.StaffAnswered(
                            state.session().orElseThrow().id(), new StaffEvent.DigitsCounted(8));
        }
        if (shown.key().startsWith("card.entry.") && random.nextInt(5) == 0) {
            return new SessionEvent.BackPressed();
        }
        if (visit.isPresent() && random.nextInt(6) == 0) {
            return new SessionEvent.CardLookChosen(CardVisit.Look.WITHOUT_PIN);
        }
        if (visit.isPresent()) {
            return random.nextBoolean()
                    ? events.ofCard(visit.get().id(), visit.get().errand())
                    : touched(shown);
        }
        if (shown.key().equals("start") && random.nextInt(8) == 0) {
            return new SessionEvent.PinServiceChosen();
        }
        if (shown.key().equals("pin-service")) {
            return touched(shown);
        }
        if (shown.key().equals("identity") && random.nextBoolean()) {
            boolean card =
                    state.session()
                            .flatMap(SessionState::guided)
                            .flatMap(guided -> guided.identity().way())
                            .filter(Guided.Identity.Way.CARD::equals)
                            .isPresent();
            return card
                    ? new SessionEvent.NextPressed()
                    : new SessionEvent.OptionChosen(Positions.IDENTITY, "CARD");
        }
        if (shown.key().startsWith("order.") && random.nextInt(3) == 0) {
            boolean foreign = random.nextInt(8) == 0;
            OrderRequest order =
                    foreign ? orders.get(random.nextInt(orders.size())) : orders.getLast();
            return new SessionEvent.OrderProgressed(events.progress(order.id()));
        }
        return scripted(shown).orElseGet(() -> touched(shown));
    }

    private int one(int... of) {
        return of[random.nextInt(of.length)];
    }

    private SessionEvent answer() {
        int at = random.nextInt(pending.size());
        // Some answers come twice, and some long after their session.
        Effect effect = random.nextInt(8) == 0 ? pending.get(at) : pending.remove(at);
        terminal.world().booking(random.nextInt(6) > 0);
        List<SessionEvent> answers = terminal.world().answer(effect);
        return answers.isEmpty() ? new SessionEvent.Ticked() : answers.getFirst();
    }

    private Optional<SessionEvent> scripted(Screen shown) {
        if (script.isEmpty() && shown.body() instanceof Screen.Start) {
            script =
                    Optional.of(
                            switch (random.nextInt(5)) {
                                case 0 -> TestCitizens.clumsyResident();
                                case 1 -> TestCitizens.swimmer();
                                case 2 -> TestCitizens.swimmerWithContact();
                                case 3 ->
                                        TestCitizens.swimmerWithContact()
                                                .chooses(
                                                        "question.schwimmbad-ticket.contact-way",
                                                        "option.phone");
                                default -> TestCitizens.resident();
                            });
        }
        try {
            return script.flatMap(citizen ->
                    switch (citizen.next(shown)) {
                        case CitizenScript.Act.Touch(String id) ->
                                ScreenParts.control(shown, id).map(Screen.Control::action);
                        case CitizenScript.Act.Type(String target, String text) ->
                                Optional.of(new SessionEvent.Entered(target, text));
                        case CitizenScript.Act.Scan _, CitizenScript.Act.Wait _ ->
                                Optional.of(new SessionEvent.Ticked());
                        case CitizenScript.Act.Leave _ -> {
                            script = Optional.empty();
                            yield Optional.empty();
                        }
                    });
        } catch (IllegalStateException _) {
            script = Optional.empty();
            return Optional.empty();
        }
    }

    private SessionEvent touched(Screen shown) {
        List<Screen.Entry> entries = ScreenParts.entries(shown);
        if (!entries.isEmpty() && random.nextInt(3) == 0) {
            Screen.Entry entry = entries.get(random.nextInt(entries.size()));
            String text = random.nextInt(3) == 0 ? events.text() : MARKER;
            return new SessionEvent.Entered(entry.target(), text);
        }
        if (shown.body() instanceof Screen.PinEntry pad
                && pad.count() == 0
                && random.nextInt(3) > 0) {
            return new SessionEvent.StaffAnswered(
                    state.session().orElseThrow().id(), new StaffEvent.DigitsCounted(8));
        }
        List<Screen.Control> controls = ScreenParts.controls(shown);
        return controls.isEmpty()
                ? new SessionEvent.Touched()
                : controls.get(random.nextInt(controls.size())).action();
    }

    // ---- one step and what must hold

    private void step(SessionEvent event) {
        TerminalState before = state;
        Transition transition =
                terminal.reducer().next(before, new Stamp(moment(), new UUID(7, ids++)), event);
        state = transition.state();
        noPersonalDatumIn(event.toString() + transition + state);
        begunSessionIsClean(before);
        endedSessionIsGone(before, transition.effects());
        effectsBelongToTheSession(before, transition.effects());
        placedOrdersAreComplete(before, transition.effects());
        nothingIsLost(before, event);
        transition.effects().forEach(this::remember);
    }

    private void remember(Effect effect) {
        switch (effect) {
            case Effect.PlaceOrder(String _, OrderRequest request) -> {
                orders.add(request);
                pending.add(effect);
            }
            case Effect.SearchCatalog _,
                    Effect.LoadVenues _,
                    Effect.LoadSlots _,
                    Effect.Staff _,
                    Effect.Scan _,
                    Effect.OpenCard _,
                    Effect.AgreeToCard _,
                    Effect.RetryCard _,
                    Effect.SubmitEntry _,
                    Effect.KeepEntry _ ->
                    pending.add(effect);
            case Effect.EndSession _ -> ended++;
            case Effect.CancelOrder _,
                    Effect.ResumeOrder _,
                    Effect.LeaveOrder _,
                    Effect.WipeEntry _,
                    Effect.GiveUpCard _,
                    Effect.CloseCard _,
                    Effect.CancelScan _,
                    Effect.ErasePages _,
                    Effect.CallForCard() -> {}
        }
        if (pending.size() > 30) {
            pending.removeFirst();
        }
    }

    private static void noPersonalDatumIn(String words) {
        assertFalse(words.contains(MARKER), words);
        assertFalse(words.contains("Mustermann"), words);
    }

    private void begunSessionIsClean(TerminalState before) {
        boolean begun =
                state.session().isPresent()
                        && !state.session()
                                .map(SessionState::id)
                                .equals(before.session().map(SessionState::id));
        if (begun) {
            assertTrue(before.session().isEmpty(), "a session begins where none is");
            SessionState session = state.session().get();
            assertTrue(session.guided().isEmpty());
            assertTrue(session.trail().size() <= 1);
            assertTrue(
                    session.aids().size() <= 1
                            && (session.language().equals("de") || session.trail().isEmpty()),
                    "only what the first touch asked for");
        }
    }

    private void endedSessionIsGone(TerminalState before, List<Effect> effects) {
        List<Effect.EndSession> ends =
                effects.stream()
                        .filter(Effect.EndSession.class::isInstance)
                        .map(Effect.EndSession.class::cast)
                        .toList();
        List<Effect.LeaveOrder> leaves =
                effects.stream()
                        .filter(Effect.LeaveOrder.class::isInstance)
                        .map(Effect.LeaveOrder.class::cast)
                        .toList();
        if (before.session().isPresent() && state.session().isEmpty()) {
            assertEquals(1, ends.size());
            assertEquals(before.session().get().id(), ends.getFirst().sessionId());
            Optional<OrderId> open = before.session().get().guided().flatMap(Guided::openOrder);
            assertEquals(open.stream().toList(), leaves.stream().map(l -> l.order()).toList());
            assertEquals(
                    new TerminalState(
                            state.inService(),
                            state.code(),
                            state.devices(),
                            state.cardLeft(),
                            Optional.empty()),
                    state);
            assertEquals(
                    before.session().flatMap(SessionState::card).map(CardVisit::id).stream()
                            .toList(),
                    effects.stream()
                            .filter(Effect.CloseCard.class::isInstance)
                            .map(effect -> ((Effect.CloseCard) effect).visit())
                            .toList(),
                    "the errand with a card ends with the session, once");
        } else {
            assertTrue(ends.isEmpty());
            assertTrue(leaves.isEmpty(), "an order is left with its session only");
        }
    }

    private void effectsBelongToTheSession(TerminalState before, List<Effect> effects) {
        Optional<String> live = state.session().or(before::session).map(SessionState::id);
        for (Effect effect : effects) {
            switch (effect) {
                case Effect.LoadVenues(String id) -> assertEquals(live, Optional.of(id));
                case Effect.LoadSlots(String id, String venue) -> {
                    assertEquals(live, Optional.of(id));
                    assertFalse(venue.isEmpty(), "slots of a venue");
                }
                case Effect.PlaceOrder(String id, var _) -> assertEquals(live, Optional.of(id));
                case Effect.Staff(String id, StaffRequest wanted) -> {
                    assertEquals(live, Optional.of(id));
                    staffComeByCodeOnly(before, wanted);
                }
                case Effect.EndSession(String id, var _) ->
                        assertEquals(before.session().map(SessionState::id), Optional.of(id));
                case Effect.CancelOrder(OrderId order) ->
                        assertEquals(
                                before.session()
                                        .flatMap(SessionState::guided)
                                        .flatMap(Guided::openOrder),
                                Optional.of(order));
                case Effect.ResumeOrder(OrderId order) ->
                        assertEquals(
                                before.session()
                                        .flatMap(SessionState::guided)
                                        .flatMap(Guided::openOrder),
                                Optional.of(order));
                case Effect.OfCard card -> {
                    List<String> visits = new ArrayList<>();
                    before.session().flatMap(SessionState::card).ifPresent(v -> visits.add(v.id()));
                    state.session().flatMap(SessionState::card).ifPresent(v -> visits.add(v.id()));
                    assertTrue(visits.contains(card.visit()), card.toString());
                }
                case Effect.Scan(String id, String scan, int pages, int bytes) -> {
                    assertEquals(live, Optional.of(id));
                    assertFalse(scan.isEmpty());
                    assertTrue(pages > 0 && pages <= Enclosures.MOST_PAGES, "pages " + pages);
                    assertTrue(bytes > 0 && bytes <= Enclosures.MOST_BYTES, "bytes " + bytes);
                }
                case Effect.SearchCatalog _,
                        Effect.LeaveOrder _,
                        Effect.CancelScan _,
                        Effect.ErasePages _,
                        Effect.CallForCard() -> {}
            }
        }
    }

    /// Whatever is done for staff is done after a right code, on a page of theirs.
    private void staffComeByCodeOnly(TerminalState before, StaffRequest wanted) {
        Optional<StaffVisit.Part> part =
                before.session()
                        .map(SessionState::page)
                        .filter(Page.Staff.class::isInstance)
                        .map(page -> ((Page.Staff) page).visit().part());
        switch (wanted) {
            case StaffRequest.OpenPad(), StaffRequest.ClosePad() -> {}
            case StaffRequest.CheckCode() -> assertEquals(Optional.of(StaffVisit.Part.CODE), part);
            case StaffRequest.PrintTest(), StaffRequest.Reprint _, StaffRequest.Resolve _ ->
                    assertTrue(part.orElseThrow().inside());
        }
    }

    private void placedOrdersAreComplete(TerminalState before, List<Effect> effects) {
        for (Effect effect : effects) {
            if (effect instanceof Effect.PlaceOrder(String _, OrderRequest request)) {
                SessionState session = before.session().orElseThrow();
                Guided guided = session.guided().orElseThrow();
                assertEquals(new Page.Guide(Positions.CHECK), session.page());
                assertEquals(Overlay.Kind.NONE, session.overlay().kind());
                assertTrue(guided.order().isEmpty(), "one order at a time");
                assertTrue(orderIds.add(request.id()), "an order id is never used twice");
                assertEquals(
                        Optional.of(request.id()),
                        state.session().flatMap(SessionState::guided).flatMap(Guided::openOrder));
                complete(guided, request);
            }
        }
    }

    /// Written down anew here, not asked of the reducer.
    private void complete(Guided guided, OrderRequest request) {
        Journey journey = terminal.journeys().find(guided.serviceId()).orElseThrow();
        LocalDate today = LocalDate.ofInstant(now, TestTerminal.ZONE);
        assertEquals(List.of(), journey.questionnaire().pages(guided.data(), today).errors());
        if (journey.has(Step.Venue.class)) {
            Guided.Places places = guided.places();
            int taken = places.taken();
            assertTrue(taken > 0 && taken <= places.venue().orElseThrow().maxPlaces());
            assertTrue(taken <= places.slot().orElseThrow().free());
            assertEquals(places.slotId(), request.reservation().orElseThrow().slotId());
            assertEquals(taken, request.reservation().orElseThrow().places());
        }
        boolean asked = !journey.questionnaire().pages(guided.data(), today).visible().isEmpty();
        assertEquals(
                asked && journey.has(Step.Submission.class), request.application().isPresent());
        if (journey.has(Step.CopyChoice.class)) {
            boolean paper = guided.copy().orElseThrow() == Step.Copy.PAPER;
            assertEquals(paper, !request.copy().isEmpty());
        }
        assertTrue(request.cents() > 0);
    }

    private void nothingIsLost(TerminalState before, SessionEvent event) {
        Optional<SessionState> was = before.session();
        Optional<SessionState> is = state.session();
        if (was.isEmpty() || is.isEmpty()) {
            return;
        }
        switch (event) {
            case SessionEvent.NextPressed(), SessionEvent.BackPressed() -> {
                Optional<Guided> old = was.get().guided();
                if (old.isPresent()) {
                    Guided guided = is.get().guided().orElseThrow();
                    assertEquals(old.get().serviceId(), guided.serviceId());
                    Map<String, String> typed = new HashMap<>(old.get().drafts());
                    // What the card says takes the place of what was typed.
                    typed.keySet()
                            .removeIf(target ->
                                    guided.identity().read().stream()
                                            .anyMatch(path ->
                                                    target.replaceAll("#.*", "")
                                                            .equals(path.toString())));
                    assertEquals(typed, guided.drafts());
                    assertEquals(old.get().places().counts(), guided.places().counts());
                    assertEquals(old.get().places().slotId(), guided.places().slotId());
                    assertEquals(old.get().copy(), guided.copy());
                }
            }
            case SessionEvent.OverlayOpened _,
                    SessionEvent.OverlayClosed _,
                    SessionEvent.LanguageChosen _,
                    SessionEvent.AidSwitched _,
                    SessionEvent.AidsReset _,
                    SessionEvent.MoreTimePressed _,
                    SessionEvent.CoverLifted _,
                    SessionEvent.PresenceChanged _,
                    SessionEvent.DeviceChanged _,
                    SessionEvent.Touched _,
                    SessionEvent.Ticked _ -> {
                assertEquals(was.get().guided(), is.get().guided());
                // Staff are forgotten by themselves.
                boolean staffGone =
                        was.get().page() instanceof Page.Staff
                                && event instanceof SessionEvent.Ticked;
                if (!staffGone) {
                    assertEquals(was.get().page(), is.get().page());
                    assertEquals(was.get().trail(), is.get().trail());
                    assertEquals(was.get().alert(), is.get().alert());
                }
            }
            case SessionEvent.ExplanationOpened() -> {
                assertEquals(was.get().page(), is.get().page());
                assertEquals(
                        was.get().guided().map(Guided::data), is.get().guided().map(Guided::data));
                assertEquals(
                        was.get().guided().map(Guided::drafts),
                        is.get().guided().map(Guided::drafts));
            }
            // Whatever staff do, the citizen's answers stay as they are.
            case SessionEvent.Staff _, SessionEvent.StaffAnswered _ ->
                    assertEquals(was.get().guided(), is.get().guided());
            default -> {
                boolean overlaid = was.get().overlay().kind() != Overlay.Kind.NONE;
                boolean citizen = !(fromWorld(event));
                if (overlaid && citizen) {
                    assertEquals(was.get().page(), is.get().page());
                    assertEquals(was.get().guided(), is.get().guided());
                }
            }
        }
    }

    private static boolean fromWorld(SessionEvent event) {
        return switch (event) {
            case SessionEvent.HitsFound _,
                    SessionEvent.VenuesLoaded _,
                    SessionEvent.SlotsLoaded _,
                    SessionEvent.LoadFailed _,
                    SessionEvent.OrderRefused _,
                    SessionEvent.OrderProgressed _,
                    SessionEvent.CardMoved _,
                    SessionEvent.CardBusy _,
                    SessionEvent.DigitsCounted _,
                    SessionEvent.ServiceModeChanged _ ->
                    true;
            default -> false;
        };
    }
}
