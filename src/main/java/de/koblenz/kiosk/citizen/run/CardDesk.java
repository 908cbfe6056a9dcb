package de.koblenz.kiosk.citizen.run;

import de.koblenz.kiosk.citizen.session.CardErrand;
import de.koblenz.kiosk.citizen.session.CardStep;
import de.koblenz.kiosk.citizen.session.Effect;
import de.koblenz.kiosk.citizen.session.PinPad;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.device.card.CardReader;
import de.koblenz.kiosk.eid.EntryNote;
import de.koblenz.kiosk.eid.PinGoal;
import de.koblenz.kiosk.eid.failure.EidFailure;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Runs errands with the identity card, one at a time: waits for the card, speaks with it, tells each step to the session. One thread
/// of its own does all that touches the card. Thread-safe.
///
/// What is typed goes from the keys into an [EntryPad] and from there to the card. It is erased at once when the session
/// says so, whatever the card does meanwhile.
public final class CardDesk implements Consumer<Effect.OfCard>, AutoCloseable {
    private static final System.Logger LOG = System.getLogger("kiosk.card");

    private final CardReader reader;
    private final Function<CardErrand, Optional<CardWork>> works;
    private final Consumer<SessionEvent> post;
    private final EntryPad pad;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("card-desk").daemon().factory());

    // ---- written by the desk's thread alone, in this order: whoever gives a visit up reads them
    // in the other
    private volatile String visit = "";
    private volatile @Nullable CardWork work;

    // ---- of the desk's thread alone
    private CardErrand errand = new CardErrand.ManagePin(PinGoal.LOOK);
    private CardStep step = new CardStep.Opening();
    private boolean online;
    private boolean present;
    private EidFailure absence = EidFailure.READER_GONE;

    /// @param works how an errand is done; empty where this terminal cannot
    /// @param post takes what comes of it; must not block
    public CardDesk(
            CardReader reader,
            Function<CardErrand, Optional<CardWork>> works,
            Consumer<SessionEvent> post) {
        this.reader = reader;
        this.works = works;
        this.post = post;
        this.pad = new EntryPad(post);
        reader.observe(health -> execute(() -> look(health)));
    }

    /// Where the keys of the screen go.
    public PinPad pad() {
        return pad;
    }

    @Override
    public void accept(Effect.OfCard effect) {
        switch (effect) {
            case Effect.WipeEntry _ -> pad.wipe();
            case Effect.KeepEntry _ -> pad.keep();
            case Effect.GiveUpCard(String id) -> giveUp(id);
            case Effect.CloseCard(String id) -> {
                pad.close();
                giveUp(id);
                execute(() -> carryOut(effect));
            }
            case Effect.OpenCard _,
                    Effect.AgreeToCard _,
                    Effect.RetryCard _,
                    Effect.SubmitEntry _ ->
                    execute(() -> carryOut(effect));
        }
    }

    /// Does not wait for the desk's thread, which the card or the reader's keypad may hold.
    private void giveUp(String id) {
        CardWork running = work;
        if (running != null && id.equals(visit)) {
            running.giveUp();
        }
    }

    private void execute(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException _) {
            // The terminal ends.
        }
    }

    private void carryOut(Effect.OfCard effect) {
        try {
            if (effect instanceof Effect.OpenCard(String id, CardErrand asked)) {
                open(id, asked);
            } else if (effect instanceof Effect.RetryCard(String id)
                    && id.equals(visit)
                    && (work == null
                            || step.failure()
                                    .equals(Optional.of(EidFailure.AUTHORITY_UNREACHABLE)))) {
                // No card helps here: all begins anew.
                open(id, errand);
            } else if (effect.visit().equals(visit) && work != null) {
                carryOut(effect, work);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "errand with a card failed: {0}", Faults.place(e));
            broken(EidFailure.CARD_ANSWER);
        }
    }

    private void carryOut(Effect.OfCard effect, CardWork running) {
        switch (effect) {
            case Effect.AgreeToCard(String _, var chosen) -> moved(running.agree(chosen));
            case Effect.RetryCard _ -> take();
            case Effect.SubmitEntry _ -> submit(running);
            case Effect.CloseCard _ -> end();
            case Effect.OpenCard _,
                    Effect.KeepEntry _,
                    Effect.WipeEntry _,
                    Effect.GiveUpCard _ -> {}
        }
    }

    private void open(String id, CardErrand asked) {
        end();
        visit = id;
        errand = asked;
        Optional<CardWork> made = works.apply(asked);
        if (made.isEmpty()) {
            broken(EidFailure.AUTHORITY_UNREACHABLE);
            return;
        }
        work = made.get();
        moved(work.begin());
    }

    private void submit(CardWork running) {
        if (step instanceof CardStep.AtReader(CardStep asked, var _)) {
            tell(new CardStep.AtReader(asked, CardStep.AtReader.Keys.AWAITED));
            moved(running.atKeypad());
            return;
        }
        Optional<EntryPad.Typed> typed = pad.take();
        if (typed.isPresent()) {
            try (EntryPad.Typed entry = typed.get()) {
                moved(running.enter(entry.first(), entry.last()));
            }
        }
    }

    /// The errand stands there now; a card that lies on the reader is taken up at once.
    private void moved(CardStep next) {
        CardWork running = work;
        if (next.entry().isPresent() && running != null && running.keypad()) {
            atReader(next);
            return;
        }
        next.entry().ifPresentOrElse(entry -> pad.open(visit, entry), pad::close);
        if (waits(next)) {
            if (!online) {
                broken(absence);
                return;
            }
            if (present) {
                step = next;
                take();
                return;
            }
        }
        tell(next);
    }

    /// The reader asks for it by itself, unless the citizen has just let that pass.
    private void atReader(CardStep asked) {
        pad.close();
        boolean passed = asked.note() == EntryNote.NOT_ENTERED;
        tell(
                new CardStep.AtReader(
                        asked,
                        passed ? CardStep.AtReader.Keys.LET_PASS : CardStep.AtReader.Keys.AWAITED));
        if (!passed) {
            String now = visit;
            execute(() -> carryOut(new Effect.SubmitEntry(now)));
        }
    }

    private void tell(CardStep next) {
        step = next;
        post.accept(new SessionEvent.CardMoved(visit, next));
    }

    /// Whether it waits for a first card, and not for another than the one that failed.
    private static boolean waits(CardStep step) {
        return step.takesCard() && step.failure().isEmpty();
    }

    private void broken(EidFailure failure) {
        pad.close();
        tell(new CardStep.Broken(failure));
    }

    /// Speaks with the card that lies on the reader.
    private void take() {
        CardWork running = work;
        if (running == null) {
            return;
        }
        post.accept(new SessionEvent.CardBusy(visit));
        CardStep next = running.card(reader);
        if (waits(next)) {
            broken(EidFailure.CARD_REMOVED);
        } else {
            moved(next);
        }
    }

    /// The reader tells of itself and of the card on it.
    private void look(DeviceHealth health) {
        boolean wasOnline = online;
        boolean wasPresent = present;
        online = health.state() == DeviceState.ONLINE;
        present = online && "present".equals(health.details().get("media"));
        absence =
                "up".equals(health.details().get("service"))
                        ? EidFailure.READER_GONE
                        : EidFailure.SERVICE_GONE;
        try {
            if (work == null) {
                return;
            }
            if (!online) {
                if (wasOnline && (step.takesCard() || step.entry().isPresent())) {
                    broken(absence);
                }
            } else if (present) {
                if (!wasPresent && step.takesCard()) {
                    take();
                }
            } else if (wasPresent && step.entry().isPresent()) {
                broken(EidFailure.CARD_REMOVED);
            } else if (!wasOnline && step instanceof CardStep.Broken) {
                back(work.step());
            }
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "errand with a card failed: {0}", Faults.place(e));
            broken(EidFailure.CARD_ANSWER);
        }
    }

    /// The reader is there again.
    private void back(CardStep before) {
        if (waits(before)) {
            moved(before);
        } else {
            broken(EidFailure.CARD_REMOVED);
        }
    }

    private void end() {
        pad.close();
        if (work != null) {
            work.close();
        }
        work = null;
        visit = "";
        // What was read is not kept beside the session.
        step = new CardStep.Opening();
    }

    @Override
    public void close() {
        pad.close();
        giveUp(visit);
        execute(this::end);
        thread.shutdown();
    }
}
