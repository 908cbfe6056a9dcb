package de.koblenz.kiosk.citizen;

import de.koblenz.kiosk.citizen.session.Aid;
import de.koblenz.kiosk.citizen.session.Effect;
import de.koblenz.kiosk.citizen.session.GuideReducer;
import de.koblenz.kiosk.citizen.session.Guided;
import de.koblenz.kiosk.citizen.session.Journeys;
import de.koblenz.kiosk.citizen.session.Moment;
import de.koblenz.kiosk.citizen.session.OrderMaker;
import de.koblenz.kiosk.citizen.session.Positions;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.session.SessionReducer;
import de.koblenz.kiosk.citizen.session.SessionState;
import de.koblenz.kiosk.citizen.session.StaffEvent;
import de.koblenz.kiosk.citizen.session.Stamp;
import de.koblenz.kiosk.citizen.session.TerminalState;
import de.koblenz.kiosk.citizen.session.Timeouts;
import de.koblenz.kiosk.citizen.session.Transition;
import de.koblenz.kiosk.citizen.ui.AnswerWords;
import de.koblenz.kiosk.citizen.ui.CardPages;
import de.koblenz.kiosk.citizen.ui.CatalogPages;
import de.koblenz.kiosk.citizen.ui.ConsentWords;
import de.koblenz.kiosk.citizen.ui.GuidePages;
import de.koblenz.kiosk.citizen.ui.KioskGeometry;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.citizen.ui.SessionPresenter;
import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.order.OrderProgress;
import de.koblenz.kiosk.order.OrderRequest;
import de.koblenz.kiosk.service.fim.pack.ServicePackage;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.text.Locales;
import de.koblenz.kiosk.text.PseudoLocales;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/// A terminal without devices, threads and clock: the real reducer and presenter over the shipped configuration, a
/// [TestWorld] around them, time that passes when a test says so. Not thread-safe.
public final class TestTerminal {
    /// A Wednesday in June, 10 o'clock in Koblenz.
    public static final Instant MORNING = Instant.parse("2026-06-03T08:00:00Z");

    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Locales ALL_LOCALES =
            PseudoLocales.beside(FederalForms.beside(ShippedKiosk.CONFIG.locales()));
    private static final int MOST_ACTS = 500;

    private final Journeys journeys;
    private final OrderMaker orders;
    private final GuideReducer guide;
    private final SessionReducer reducer;
    private final Locales locales;
    private final SessionPresenter presenter;
    private final TestWorld world;
    private final List<Effect> effects = new ArrayList<>();
    private TerminalState state = TerminalState.FRESH;
    private Instant now = MORNING;

    /// By how much the clock that nobody sets is behind: whoever mixes the two is off by years.
    private Duration behind = Duration.between(Instant.EPOCH, MORNING);

    private long ids;
    private Optional<Consumer<Effect.OfCard>> cards = Optional.empty();
    private Optional<Function<Effect.OfScanner, List<SessionEvent>>> scanner = Optional.empty();

    private TestTerminal(ShippedKiosk shipped, Locales locales, KioskGeometry geometry) {
        this(shipped, locales, geometry, true);
    }

    private TestTerminal(
            ShippedKiosk shipped, Locales locales, KioskGeometry geometry, boolean identifies) {
        this.locales = locales;
        journeys =
                new Journeys(
                        FederalForms.beside(shipped.catalog()),
                        FederalForms.beside(shipped.journeys()),
                        identifies);
        journeys.know(ShippedKiosk.TOWNS);
        journeys.add(Map.of(WideForm.ID, WideForm.pack()));
        orders =
                new OrderMaker(
                        journeys,
                        AnswerWords.forCopies(locales.texts("de")),
                        new ConsentWords(locales));
        guide = new GuideReducer(journeys, orders, ZONE);
        reducer = new SessionReducer(guide, Timeouts.STANDARD, locales.tags());
        presenter = presenter(geometry);
        world = new TestWorld(shipped.catalog());
        send(new SessionEvent.DeviceChanged(TestWorld.printer(DeviceState.ONLINE, "full")));
        send(new SessionEvent.DeviceChanged(TestCard.reader(DeviceState.ONLINE, false)));
    }

    /// Upright, in all real and invented languages, with a printer that works.
    public static TestTerminal open() {
        return open(KioskGeometry.PORTRAIT);
    }

    public static TestTerminal open(KioskGeometry geometry) {
        return new TestTerminal(ShippedKiosk.CONFIG, ALL_LOCALES, geometry);
    }

    /// With the packages of the city besides, and their words.
    ///
    /// @param packages by id, as they were read
    /// @param identifies whether it may read identity cards
    public static TestTerminal open(
            KioskGeometry geometry,
            Locales locales,
            Map<String, ServicePackage> packages,
            boolean identifies) {
        TestTerminal terminal =
                new TestTerminal(ShippedKiosk.CONFIG, locales, geometry, identifies);
        terminal.journeys.add(packages);
        return terminal;
    }

    /// With other journeys for the services of the catalogue.
    public static TestTerminal open(
            KioskGeometry geometry, Locales locales, Map<String, Journey> journeys) {
        ShippedKiosk shipped = ShippedKiosk.CONFIG;
        return new TestTerminal(
                new ShippedKiosk(
                        shipped.catalog(),
                        journeys,
                        shipped.german(),
                        shipped.simple(),
                        shipped.english()),
                locales,
                geometry);
    }

    /// In other languages.
    public static TestTerminal open(KioskGeometry geometry, Locales locales) {
        return new TestTerminal(ShippedKiosk.CONFIG, locales, geometry);
    }

    /// Lets somebody else than the [TestWorld] do what is to be done with cards.
    public void cards(Consumer<Effect.OfCard> desk) {
        cards = Optional.of(desk);
    }

    /// Lets somebody else than the [TestWorld] do what is to be done with the scanner.
    ///
    /// @param desk says what came of it
    public void scanner(Function<Effect.OfScanner, List<SessionEvent>> desk) {
        scanner = Optional.of(desk);
    }

    /// Another presenter of the same terminal.
    public SessionPresenter presenter(KioskGeometry geometry) {
        return new SessionPresenter(
                locales,
                geometry,
                _ -> "Bürgeramt Koblenz",
                new CatalogPages(ShippedKiosk.CONFIG.catalog(), journeys, guide::obstacle, ZONE),
                new GuidePages(journeys, orders, ZONE),
                new CardPages(journeys));
    }

    /// The same page as it is for somebody with another language and other aids.
    public static TerminalState dressed(TerminalState state, String language, Set<Aid> aids) {
        return new TerminalState(
                state.inService(),
                state.code(),
                state.devices(),
                state.cardLeft(),
                state.session()
                        .map(s ->
                                new SessionState(
                                        s.id(),
                                        language,
                                        aids,
                                        s.page(),
                                        s.trail(),
                                        s.overlay(),
                                        s.touched(),
                                        s.present(),
                                        s.guided(),
                                        s.card(),
                                        s.alert())));
    }

    // ---- what is there

    public TerminalState state() {
        return state;
    }

    /// Time of day.
    public Instant now() {
        return now;
    }

    /// Time by the clock that nobody sets.
    public Instant steady() {
        return now.minus(behind);
    }

    public Moment moment() {
        return new Moment(now, steady());
    }

    /// The time of day is set, forward or back.
    public void setClock(Duration by) {
        now = now.plus(by);
        behind = behind.plus(by);
    }

    public TestWorld world() {
        return world;
    }

    public Locales locales() {
        return locales;
    }

    public SessionReducer reducer() {
        return reducer;
    }

    public Journeys journeys() {
        return journeys;
    }

    public OrderMaker orders() {
        return orders;
    }

    /// Everything that was to be done in the world so far.
    public List<Effect> effects() {
        return List.copyOf(effects);
    }

    public Screen screen() {
        return presenter.present(state, moment());
    }

    public SessionState session() {
        return state.session().orElseThrow();
    }

    public Guided guided() {
        return session().guided().orElseThrow();
    }

    /// The pages of the guided service as they are now.
    public Positions positions() {
        return new Positions(
                journeys.find(guided().serviceId()).orElseThrow(),
                guided(),
                LocalDate.ofInstant(now, ZONE));
    }

    // ---- what happens

    /// The event and everything that comes of it.
    public void send(SessionEvent event) {
        Deque<SessionEvent> events = new ArrayDeque<>(List.of(event));
        while (!events.isEmpty()) {
            Transition next = reducer.next(state, stamp(), events.remove());
            state = next.state();
            for (Effect effect : next.effects()) {
                effects.add(effect);
                if (effect instanceof Effect.OfCard card && cards.isPresent()) {
                    cards.get().accept(card);
                } else if (effect instanceof Effect.OfScanner scan && scanner.isPresent()) {
                    events.addAll(scanner.get().apply(scan));
                } else {
                    events.addAll(world.answer(effect));
                }
            }
        }
    }

    private Stamp stamp() {
        return new Stamp(moment(), new UUID(0x4000L, 0x8000000000000000L + ids++));
    }

    /// Touches a control of the page.
    ///
    /// @throws AssertionError if it is not there
    public void touch(String controlId) {
        Screen shown = screen();
        Screen.Control control =
                ScreenParts.control(shown, controlId)
                        .orElseThrow(() -> new AssertionError("no " + controlId + " on " + shown));
        send(control.action());
    }

    /// Types into an entry of the page.
    ///
    /// @throws AssertionError if it is not there, or does not take so much
    public void type(String target, String text) {
        Screen shown = screen();
        Screen.Entry entry =
                ScreenParts.entries(shown).stream()
                        .filter(e -> e.target().equals(target))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no " + target + " on " + shown));
        if (text.codePointCount(0, text.length()) > entry.maxLength()) {
            throw new AssertionError(target + " takes " + entry.maxLength() + " characters");
        }
        send(new SessionEvent.Entered(target, text));
    }

    /// Opens the pages for staff and types a code there.
    public void staff(int digits) {
        touch("staff");
        code(digits);
    }

    /// Types a code for staff.
    public void code(int digits) {
        send(new SessionEvent.StaffAnswered(session().id(), new StaffEvent.DigitsCounted(digits)));
        touch("next");
    }

    /// Time passes, a tick each second.
    public void pass(Duration time) {
        Instant until = now.plus(time);
        while (now.isBefore(until)) {
            now = now.plusSeconds(1);
            send(new SessionEvent.Ticked());
        }
    }

    public void step(boolean present) {
        send(new SessionEvent.PresenceChanged(present));
    }

    /// The newest order moves on.
    public OrderProgress progress(OrderProgress.Phase phase) {
        OrderRequest request = world.placed().getLast();
        OrderProgress progress =
                TestWorld.progress(request, phase, now.plus(Duration.ofMinutes(15)));
        send(new SessionEvent.OrderProgressed(progress));
        return progress;
    }

    /// The newest order moves on with a code.
    public void progress(OrderProgress.Phase phase, String code) {
        send(
                new SessionEvent.OrderProgressed(
                        TestWorld.progress(
                                world.placed().getLast(),
                                phase,
                                now.plus(Duration.ofMinutes(15)),
                                code)));
    }

    /// Paid, sent, printed: the newest order up to its end.
    public void fulfil() {
        progress(OrderProgress.Phase.PAID);
        progress(OrderProgress.Phase.SUBMITTING);
        progress(OrderProgress.Phase.PRINTING);
        progress(OrderProgress.Phase.DONE);
    }

    // ---- a citizen

    /// Lets a citizen act until he waits, pays or leaves.
    public CitizenScript.Act follow(CitizenScript citizen) {
        for (int i = 0; i < MOST_ACTS; i++) {
            CitizenScript.Act act = citizen.next(screen());
            switch (act) {
                case CitizenScript.Act.Touch(String control) -> touch(control);
                case CitizenScript.Act.Type(String target, String text) -> type(target, text);
                case CitizenScript.Act.Scan _,
                        CitizenScript.Act.Wait _,
                        CitizenScript.Act.Leave _ -> {
                    return act;
                }
            }
        }
        throw new AssertionError("the citizen goes round in circles at " + screen());
    }

    /// Lets a citizen act until a page with that key is shown.
    public void follow(CitizenScript citizen, String screenKey) {
        for (int i = 0; i < MOST_ACTS && !screen().key().equals(screenKey); i++) {
            CitizenScript.Act act = citizen.next(screen());
            switch (act) {
                case CitizenScript.Act.Touch(String control) -> touch(control);
                case CitizenScript.Act.Type(String target, String text) -> type(target, text);
                case CitizenScript.Act.Scan _,
                        CitizenScript.Act.Wait _,
                        CitizenScript.Act.Leave _ ->
                        throw new AssertionError("never came to " + screenKey + ": " + screen());
            }
        }
        if (!screen().key().equals(screenKey)) {
            throw new AssertionError("never came to " + screenKey + ": " + screen());
        }
    }

    /// Ends whatever is there; the next citizen begins at the start page.
    public void leave() {
        Optional<SessionState> session = state.session();
        if (session.isPresent()) {
            send(new SessionEvent.ServiceModeChanged(false, ""));
            send(new SessionEvent.ServiceModeChanged(true, ""));
        }
    }
}
