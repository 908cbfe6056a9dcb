package de.koblenz.kiosk.eid.ausweisapp;

import de.koblenz.kiosk.device.card.CardReader;
import de.koblenz.kiosk.eid.EntryNote;
import de.koblenz.kiosk.eid.PinDialogue;
import de.koblenz.kiosk.eid.PinGoal;
import de.koblenz.kiosk.eid.PinStep;
import de.koblenz.kiosk.eid.PinStep.PinNeeded.Kind;
import de.koblenz.kiosk.eid.ausweisapp.AppMessage.Enter;
import de.koblenz.kiosk.eid.ausweisapp.AppMessage.Entry;
import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.protocol.PinState;
import de.koblenz.kiosk.eid.secret.Secret;
import org.jspecify.annotations.Nullable;

/// Sets, changes and unblocks the PIN and tells its state by the AusweisApp's RUN_CHANGE_PIN.
///
/// Not thread-safe.
public final class AusweisAppPins implements PinDialogue {
    private static final int OWN_PIN = 6;
    private static final int TRANSPORT_PIN = 5;
    private static final int CAN = 6;
    private static final int PUK = 10;

    private final PinGoal goal;
    private final AusweisApp app;
    private PinStep step = new PinStep.CardNeeded();
    private volatile @Nullable AppSession session;
    private volatile boolean givenUp;

    public AusweisAppPins(PinGoal goal, AusweisApp app) {
        this.goal = goal;
        this.app = app;
    }

    @Override
    public PinStep step() {
        return step;
    }

    /// Lets the app look for the card; the reader is not touched by us.
    @Override
    public PinStep card(CardReader reader) {
        if (givenUp || !step.takesCard()) {
            return step;
        }
        release();
        try {
            AppSession begun = app.begin();
            session = begun;
            if (givenUp) {
                begun.giveUp();
            }
            begun.run(AppCommand.runChangePin());
            begun.await(AppMessage.PinChangeBegun.class, app.timings().answer());
            return first(begun.awaitCard());
        } catch (AppException e) {
            return fail(e.failure());
        }
    }

    private PinStep first(Enter enter) throws AppException {
        int tries = tries(enter);
        return switch (goal) {
            case LOOK ->
                    end(
                            new PinStep.StateFound(
                                    switch (tries) {
                                        case 3 -> PinState.THREE_TRIES;
                                        case 2 -> PinState.TWO_TRIES;
                                        case 1 -> PinState.SUSPENDED;
                                        default -> PinState.BLOCKED;
                                    }));
            case SET, CHANGE -> wanted(enter, EntryNote.NONE);
            case UNBLOCK ->
                    enter.entry() == Entry.PUK
                            ? go(new PinStep.PukNeeded(EntryNote.NONE))
                            : fail(EidFailure.PIN_NOT_BLOCKED);
        };
    }

    private static int tries(Enter enter) throws AppException {
        int tries = enter.reader().card().map(AppMessage.CardState::retryCounter).orElse(-1);
        if (tries < 0 || tries > 3) {
            throw new AppException(EidFailure.APP_FAILED);
        }
        return tries;
    }

    /// The app asks for a secret on the way to a new PIN.
    private PinStep wanted(Enter enter, EntryNote note) throws AppException {
        return switch (enter.entry()) {
            case PIN -> go(new PinStep.PinNeeded(kind(), tries(enter), note));
            case CAN -> go(new PinStep.CanNeeded(note));
            case PUK -> fail(EidFailure.PIN_BLOCKED);
            case NEW_PIN -> go(new PinStep.NewPinNeeded(note));
        };
    }

    private Kind kind() {
        return goal == PinGoal.SET ? Kind.TRANSPORT : Kind.OWN;
    }

    @Override
    public PinStep pin(Secret pin) {
        try (pin) {
            if (!(step instanceof PinStep.PinNeeded needed) || session == null) {
                return step;
            }
            int length = needed.kind() == Kind.TRANSPORT ? TRANSPORT_PIN : OWN_PIN;
            if (pin.length() != length) {
                return go(
                        new PinStep.PinNeeded(
                                needed.kind(),
                                needed.triesLeft(),
                                pin.length() == TRANSPORT_PIN
                                        ? EntryNote.TRANSPORT_PIN
                                        : EntryNote.LENGTH));
            }
            return after(Entry.PIN, session.enter(Entry.PIN, pin));
        } catch (AppException e) {
            return fail(e.failure());
        }
    }

    @Override
    public PinStep can(Secret can) {
        try (can) {
            if (!(step instanceof PinStep.CanNeeded) || session == null) {
                return step;
            }
            return can.length() == CAN
                    ? after(Entry.CAN, session.enter(Entry.CAN, can))
                    : go(new PinStep.CanNeeded(EntryNote.LENGTH));
        } catch (AppException e) {
            return fail(e.failure());
        }
    }

    @Override
    public PinStep puk(Secret puk) {
        try (puk) {
            if (!(step instanceof PinStep.PukNeeded) || session == null) {
                return step;
            }
            return puk.length() == PUK
                    ? after(Entry.PUK, session.enter(Entry.PUK, puk))
                    : go(new PinStep.PukNeeded(EntryNote.LENGTH));
        } catch (AppException e) {
            return fail(e.failure());
        }
    }

    @Override
    public PinStep newPin(Secret pin, Secret repeated) {
        try (pin;
                repeated) {
            if (!(step instanceof PinStep.NewPinNeeded) || session == null) {
                return step;
            }
            if (pin.length() != OWN_PIN) {
                return go(new PinStep.NewPinNeeded(EntryNote.LENGTH));
            }
            return pin.matches(repeated)
                    ? after(Entry.NEW_PIN, session.enter(Entry.NEW_PIN, pin))
                    : go(new PinStep.NewPinNeeded(EntryNote.DIFFERENT));
        } catch (AppException e) {
            return fail(e.failure());
        }
    }

    @Override
    public boolean keypad() {
        return session != null && session.keypad();
    }

    @Override
    public PinStep atKeypad() {
        if (session == null || !session.keypad()) {
            return step;
        }
        try {
            return switch (step) {
                case PinStep.PinNeeded _ -> after(Entry.PIN, session.enterAtKeypad(Entry.PIN));
                case PinStep.CanNeeded _ -> after(Entry.CAN, session.enterAtKeypad(Entry.CAN));
                case PinStep.PukNeeded _ -> after(Entry.PUK, session.enterAtKeypad(Entry.PUK));
                case PinStep.NewPinNeeded _ ->
                        after(Entry.NEW_PIN, session.enterAtKeypad(Entry.NEW_PIN));
                case PinStep.CardNeeded _,
                        PinStep.StateFound _,
                        PinStep.PinSet _,
                        PinStep.PinUnblocked _,
                        PinStep.Failed _ ->
                        step;
            };
        } catch (AppException e) {
            return fail(e.failure());
        }
    }

    private PinStep after(Entry given, AppMessage said) throws AppException {
        if (said instanceof AppMessage.PinChangeEnded(boolean good, String reason)) {
            return good && given == Entry.NEW_PIN
                    ? end(new PinStep.PinSet())
                    : fail(failure(given, reason));
        }
        if (!(said instanceof Enter enter)) {
            throw new AppException(EidFailure.APP_FAILED);
        }
        if (given == Entry.PUK) {
            boolean usedUp =
                    enter.reader().card().map(AppMessage.CardState::inoperative).orElse(false);
            return enter.entry() != Entry.PUK
                    ? end(new PinStep.PinUnblocked())
                    : usedUp
                            ? fail(EidFailure.PUK_USED_UP)
                            : go(new PinStep.PukNeeded(EntryNote.WRONG));
        }
        boolean accepted = given == Entry.CAN && enter.entry() == Entry.PIN;
        return wanted(
                enter,
                accepted
                        ? EntryNote.CAN_ACCEPTED
                        : enter.entry() == Entry.NEW_PIN ? EntryNote.NONE : EntryNote.WRONG);
    }

    private EidFailure failure(Entry given, String reason) {
        EidFailure otherwise =
                given == Entry.NEW_PIN ? EidFailure.PIN_NOT_CHANGED : EidFailure.APP_FAILED;
        return session == null ? otherwise : session.failure(reason, otherwise);
    }

    @Override
    public void giveUp() {
        givenUp = true;
        AppSession running = session;
        if (running != null) {
            running.giveUp();
        }
    }

    @Override
    public PinStep cancel() {
        giveUp();
        return step.ended() ? step : fail(EidFailure.CANCELLED);
    }

    private PinStep go(PinStep next) {
        step = next;
        return next;
    }

    private PinStep end(PinStep last) {
        release();
        return go(last);
    }

    private PinStep fail(EidFailure failure) {
        return end(new PinStep.Failed(failure));
    }

    private void release() {
        if (session != null) {
            session.close();
            session = null;
        }
    }
}
