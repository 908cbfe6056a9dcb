package de.koblenz.kiosk.citizen.run;

import de.koblenz.kiosk.citizen.session.Effect;
import de.koblenz.kiosk.citizen.session.Moment;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.session.SessionReducer;
import de.koblenz.kiosk.citizen.session.Stamp;
import de.koblenz.kiosk.citizen.session.TerminalState;
import de.koblenz.kiosk.citizen.session.Transition;
import java.lang.System.Logger.Level;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Takes events in the order of their arrival, asks the reducer, hands effects to whoever carries them out
/// and states to whoever draws them. One thread owns the state; [#post] may be called by any thread.
///
/// A bug in the reducer or the presenter does not stop the terminal: the session is dropped, the next
/// citizen sees the start page, and the fault is logged by its class alone, because its text might hold
/// what somebody typed.
public final class SessionLoop implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("kiosk.session");

    private final SessionReducer reducer;
    private final Supplier<Moment> clock;
    private final Supplier<UUID> ids;
    private final Consumer<Effect> effects;
    private final Consumer<TerminalState> screen;
    private final BlockingQueue<SessionEvent> events = new LinkedBlockingQueue<>();
    private final Thread thread;
    private TerminalState state = TerminalState.FRESH;

    /// @param effects carries out effects; must not block
    /// @param screen draws a state; called on the loop's thread, must not block
    public SessionLoop(
            SessionReducer reducer,
            Supplier<Moment> clock,
            Supplier<UUID> ids,
            Consumer<Effect> effects,
            Consumer<TerminalState> screen) {
        this.reducer = reducer;
        this.clock = clock;
        this.ids = ids;
        this.effects = effects;
        this.screen = screen;
        this.thread = Thread.ofPlatform().name("session").daemon().unstarted(this::run);
    }

    /// Draws the first page and begins to take events.
    public void start() {
        thread.start();
    }

    /// Puts an event at the end of the queue.
    public void post(SessionEvent event) {
        events.add(event);
    }

    private void run() {
        drawOrSay();
        while (!Thread.currentThread().isInterrupted()) {
            try {
                step(events.take());
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private void step(SessionEvent event) {
        try {
            Transition next = reducer.next(state, new Stamp(clock.get(), ids.get()), event);
            boolean changed = !next.state().equals(state);
            state = next.state();
            next.effects().forEach(effects);
            // The time that is left is drawn anew each second while it counts.
            if (changed || event instanceof SessionEvent.Ticked) {
                screen.accept(state);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "session dropped: {0}", Faults.place(e));
            Transition dropped = reducer.dropped(state);
            state = dropped.state();
            dropped.effects().forEach(effects);
            drawOrSay();
        }
    }

    /// A page that cannot be drawn must not end the loop: the next event brings another.
    private void drawOrSay() {
        try {
            screen.accept(state);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "page not drawn: {0}", Faults.place(e));
        }
    }

    /// Stops taking events. The state is dropped with the loop.
    @Override
    public void close() {
        thread.interrupt();
    }
}
