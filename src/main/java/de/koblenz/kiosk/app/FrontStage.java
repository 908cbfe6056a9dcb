package de.koblenz.kiosk.app;

import de.koblenz.kiosk.citizen.run.CardDesk;
import de.koblenz.kiosk.citizen.run.CardWork;
import de.koblenz.kiosk.citizen.run.EffectQueue;
import de.koblenz.kiosk.citizen.run.EffectRunner;
import de.koblenz.kiosk.citizen.run.IdleTimer;
import de.koblenz.kiosk.citizen.run.ScanDesk;
import de.koblenz.kiosk.citizen.run.SessionLoop;
import de.koblenz.kiosk.citizen.run.StaffDesk;
import de.koblenz.kiosk.citizen.session.CardErrand;
import de.koblenz.kiosk.citizen.session.Effect;
import de.koblenz.kiosk.citizen.session.GuideReducer;
import de.koblenz.kiosk.citizen.session.Journeys;
import de.koblenz.kiosk.citizen.session.Moment;
import de.koblenz.kiosk.citizen.session.OrderMaker;
import de.koblenz.kiosk.citizen.session.Page;
import de.koblenz.kiosk.citizen.session.PagePictures;
import de.koblenz.kiosk.citizen.session.PinPad;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.session.SessionReducer;
import de.koblenz.kiosk.citizen.session.TerminalState;
import de.koblenz.kiosk.citizen.session.Timeouts;
import de.koblenz.kiosk.citizen.ui.AnswerWords;
import de.koblenz.kiosk.citizen.ui.CardPages;
import de.koblenz.kiosk.citizen.ui.CatalogPages;
import de.koblenz.kiosk.citizen.ui.ConsentWords;
import de.koblenz.kiosk.citizen.ui.GuidePages;
import de.koblenz.kiosk.citizen.ui.KioskGeometry;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.citizen.ui.SessionPresenter;
import de.koblenz.kiosk.config.TimeoutSettings;
import de.koblenz.kiosk.service.catalog.Hit;
import de.koblenz.kiosk.service.catalog.Towns;
import de.koblenz.kiosk.service.fim.pack.ServicePackage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/// The terminal in front of the citizen: session, presenter and clock, wired by hand. What lies behind the
/// screen joins later ([#join]), so that the first page is painted before anything is opened.
final class FrontStage implements AutoCloseable {

    private static final Duration TICK = Duration.ofSeconds(1);

    private final CompletableFuture<EffectRunner> runner = new CompletableFuture<>();
    private final EffectQueue effects = new EffectQueue();
    private final CompletableFuture<CardDesk> cards = new CompletableFuture<>();
    private final CompletableFuture<ScanDesk> scans = new CompletableFuture<>();
    private final CompletableFuture<StaffDesk> staff = new CompletableFuture<>();
    private final SessionLoop loop;
    private final IdleTimer timer = new IdleTimer();
    private final Journeys journeys;
    private volatile boolean staffAtPad;

    /// Wires the front.
    ///
    /// @param identifies whether identity cards may be read here
    /// @param draw takes each new page; called on the session's thread, must not block
    /// @param changed is told of each new state, after it was drawn
    FrontStage(
            Installation installation,
            Clocks clocks,
            boolean identifies,
            Consumer<Screen> draw,
            BiConsumer<TerminalState, Moment> changed) {
        this.journeys = new Journeys(installation.catalog(), installation.journeys(), identifies);
        OrderMaker orders =
                new OrderMaker(
                        journeys,
                        AnswerWords.forCopies(installation.german()),
                        new ConsentWords(installation.locales()));
        GuideReducer guide = new GuideReducer(journeys, orders, KioskGraph.ZONE);
        List<String> languages = installation.settings().terminal().locales();
        SessionPresenter presenter =
                new SessionPresenter(
                        installation.locales(),
                        geometry(installation),
                        tag -> installation.settings().terminal().office().name().in(tag),
                        new CatalogPages(
                                installation.catalog(), journeys, guide::obstacle, KioskGraph.ZONE),
                        new GuidePages(journeys, orders, KioskGraph.ZONE),
                        new CardPages(journeys));
        this.loop =
                new SessionLoop(
                        new SessionReducer(
                                guide, timeouts(installation.settings().timeouts()), languages),
                        clocks,
                        UUID::randomUUID,
                        // A citizen who is quicker than the backstage sees a progress page.
                        effects,
                        state -> {
                            Moment now = clocks.get();
                            draw.accept(presenter.present(state, now));
                            changed.accept(state, now);
                            staffAtPad =
                                    state.session()
                                            .filter(it -> it.page() instanceof Page.Staff)
                                            .isPresent();
                        });
    }

    static KioskGeometry geometry(Installation installation) {
        var screen = installation.settings().terminal().screen();
        return new KioskGeometry(
                screen.layoutWidth(),
                screen.layoutHeight(),
                screen.diagonalInches(),
                screen.lowerEdgeMm());
    }

    private static Timeouts timeouts(TimeoutSettings settings) {
        return new Timeouts(
                settings.publicPages().untilWarning(),
                settings.publicPages().warning(),
                settings.form().untilWarning(),
                settings.form().warning(),
                settings.moreTime().untilWarning(),
                settings.moreTime().warning(),
                settings.coverResume());
    }

    /// Paints the first page and takes events.
    void start() {
        loop.start();
        timer.start(TICK, () -> loop.post(new SessionEvent.Ticked()));
    }

    /// Where the digits of a PIN or of the staff code go: to the one whose page is on the screen, and nowhere until what
    /// takes them is open. Nobody's code is ever typed for the other.
    PinPad pad() {
        return new PinPad() {
            @Override
            public void press(int digit) {
                now().press(digit);
            }

            @Override
            public void erase() {
                now().erase();
            }

            private PinPad now() {
                return staffAtPad ? open(staff, StaffDesk::pad) : open(cards, CardDesk::pad);
            }
        };
    }

    /// Where the pictures of scanned pages come from.
    PagePictures pictures() {
        return id -> scans.isDone() ? scans.join().page(id) : PagePictures.NONE.page(id);
    }

    private static <T> PinPad open(CompletableFuture<T> desk, Function<T, PinPad> pad) {
        return desk.isDone() ? pad.apply(desk.join()) : PinPad.NONE;
    }

    void post(SessionEvent event) {
        loop.post(event);
    }

    /// Adds services that come as packages; the page on the screen shows it with its next second.
    void add(Map<String, ServicePackage> packages) {
        journeys.add(packages);
    }

    /// Proposes these towns for postcodes.
    void know(Towns towns) {
        journeys.know(towns);
    }

    /// Joins what lies behind the screen.
    ///
    /// @param errands how an errand with an identity card is done
    /// @param search answers what is typed, best first
    /// @param ends is told of each session's end
    void join(
            Backstage backstage,
            Function<CardErrand, Optional<CardWork>> errands,
            Function<String, List<Hit>> search,
            Consumer<Effect.EndSession> ends) {
        StaffDesk forStaff = backstage.staff(loop::post);
        backstage.observeDevices(health -> loop.post(new SessionEvent.DeviceChanged(health)));
        CardDesk desk = new CardDesk(backstage.reader(), errands, loop::post);
        cards.complete(desk);
        staff.complete(forStaff);
        ScanDesk scanning = new ScanDesk(backstage.scanner(), loop::post);
        scans.complete(scanning);
        EffectRunner ready =
                new EffectRunner(
                        backstage.desk(),
                        backstage.places(),
                        search,
                        forStaff,
                        desk,
                        scanning,
                        Tone::call,
                        ends,
                        loop::post);
        runner.complete(ready);
        effects.serve(ready);
    }

    @Override
    public void close() {
        timer.close();
        loop.close();
        if (cards.isDone()) {
            cards.join().close();
        }
        if (runner.isDone()) {
            runner.join().close();
        }
    }
}
