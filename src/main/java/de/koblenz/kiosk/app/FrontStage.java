package de.koblenz.kiosk.app;

import de.koblenz.kiosk.citizen.run.EffectRunner;
import de.koblenz.kiosk.citizen.run.IdleTimer;
import de.koblenz.kiosk.citizen.run.SessionLoop;
import de.koblenz.kiosk.citizen.run.StaffDesk;
import de.koblenz.kiosk.citizen.session.Effect;
import de.koblenz.kiosk.citizen.session.GuideReducer;
import de.koblenz.kiosk.citizen.session.Journeys;
import de.koblenz.kiosk.citizen.session.OrderMaker;
import de.koblenz.kiosk.citizen.session.PinPad;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.session.SessionReducer;
import de.koblenz.kiosk.citizen.session.TerminalState;
import de.koblenz.kiosk.citizen.session.Timeouts;
import de.koblenz.kiosk.citizen.ui.AnswerWords;
import de.koblenz.kiosk.citizen.ui.CatalogPages;
import de.koblenz.kiosk.citizen.ui.GuidePages;
import de.koblenz.kiosk.citizen.ui.KioskGeometry;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.citizen.ui.SessionPresenter;
import de.koblenz.kiosk.config.TimeoutSettings;
import de.koblenz.kiosk.service.catalog.Hit;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/// The terminal in front of the citizen: session, presenter and clock, wired by hand. What lies behind the
/// screen joins later ([#join]), so that the first page is painted before anything is opened.
final class FrontStage implements AutoCloseable {

    private static final Duration TICK = Duration.ofSeconds(1);

    private final CompletableFuture<EffectRunner> runner = new CompletableFuture<>();
    private final SessionLoop loop;
    private final IdleTimer timer = new IdleTimer();
    private final CompletableFuture<PinPad> pad = new CompletableFuture<>();

    /// Wires the front.
    ///
    /// @param draw takes each new page; called on the session's thread, must not block
    /// @param changed is told of each new state, after it was drawn
    FrontStage(
            Installation installation,
            InstantSource clock,
            Consumer<Screen> draw,
            Consumer<TerminalState> changed) {
        Journeys journeys = new Journeys(installation.catalog(), installation.journeys());
        OrderMaker orders = new OrderMaker(journeys, AnswerWords.forCopies(installation.german()));
        GuideReducer guide = new GuideReducer(journeys, orders, KioskGraph.ZONE);
        List<String> languages = installation.settings().terminal().locales();
        SessionPresenter presenter =
                new SessionPresenter(
                        installation.locales(),
                        geometry(installation),
                        tag -> installation.settings().terminal().office().name().in(tag),
                        new CatalogPages(installation.catalog(), journeys::guided, guide::obstacle),
                        new GuidePages(journeys, orders, KioskGraph.ZONE));
        this.loop =
                new SessionLoop(
                        new SessionReducer(
                                guide, timeouts(installation.settings().timeouts()), languages),
                        clock,
                        UUID::randomUUID,
                        this::carryOut,
                        state -> {
                            draw.accept(presenter.present(state, clock.instant()));
                            changed.accept(state);
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

    /// Effects wait for the backstage; a citizen who is that quick sees a progress page.
    private void carryOut(Effect effect) {
        var _ = runner.thenAccept(ready -> ready.accept(effect));
    }

    /// Paints the first page and takes events.
    void start() {
        loop.start();
        timer.start(TICK, () -> loop.post(new SessionEvent.Ticked()));
    }

    void post(SessionEvent event) {
        loop.post(event);
    }

    /// Joins what lies behind the screen.
    ///
    /// @param search answers what is typed, best first
    /// @param ends is told of each session's end
    void join(
            Backstage backstage,
            Function<String, List<Hit>> search,
            Consumer<Effect.EndSession> ends) {
        StaffDesk staff = backstage.staff(loop::post);
        pad.complete(staff.pad());
        backstage.observeDevices(health -> loop.post(new SessionEvent.DeviceChanged(health)));
        runner.complete(
                new EffectRunner(
                        backstage.desk(), backstage.places(), search, staff, ends, loop::post));
    }

    /// Where digits that nobody may know go; what is pressed before anybody can take it is dropped.
    PinPad pad() {
        return new PinPad() {
            @Override
            public void press(int digit) {
                pad.getNow(NONE).press(digit);
            }

            @Override
            public void erase() {
                pad.getNow(NONE).erase();
            }
        };
    }

    @Override
    public void close() {
        timer.close();
        loop.close();
        if (runner.isDone() && !runner.isCompletedExceptionally()) {
            runner.join().close();
        }
    }
}
