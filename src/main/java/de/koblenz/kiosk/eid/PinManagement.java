package de.koblenz.kiosk.eid;

import de.koblenz.kiosk.device.card.CardChannel;
import de.koblenz.kiosk.device.card.CardLostException;
import de.koblenz.kiosk.device.card.CardReader;
import de.koblenz.kiosk.device.card.KeypadReason;
import de.koblenz.kiosk.device.card.PinOutcome;
import de.koblenz.kiosk.eid.PinStep.PinNeeded.Kind;
import de.koblenz.kiosk.eid.apdu.CommandApdu;
import de.koblenz.kiosk.eid.apdu.ResponseApdu;
import de.koblenz.kiosk.eid.failure.EidException;
import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.protocol.KeypadPace;
import de.koblenz.kiosk.eid.protocol.Pace;
import de.koblenz.kiosk.eid.protocol.PinState;
import de.koblenz.kiosk.eid.secret.Secret;
import de.koblenz.kiosk.eid.tlv.Octets;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sets, changes and unblocks the PIN and tells its state by our own protocols (TR-03110-2 §2.4, TR-03110-3 §B.6).
///
/// Not thread-safe: one thread speaks with the card.
public final class PinManagement implements PinDialogue {
    private static final int OWN_PIN = 6;
    private static final int TRANSPORT_PIN = 5;
    private static final int CAN = 6;
    private static final int PUK = 10;
    private static final int CHANGE_PIN = 0x002C0203;
    private static final int UNBLOCK_PIN = 0x002C0303;

    private final PinGoal goal;
    private final SecureRandom random;
    private PinStep step = new PinStep.CardNeeded();
    private @Nullable CardSession card;

    /// A keypad that failed once is not waited for again: the screen takes its place.
    private boolean keypadFailed;

    private volatile boolean givenUp;

    /// @param random of cryptographic quality
    public PinManagement(PinGoal goal, SecureRandom random) {
        this.goal = goal;
        this.random = random;
    }

    @Override
    public PinStep step() {
        return step;
    }

    @Override
    public PinStep card(CardReader reader) {
        if (givenUp || !step.takesCard()) {
            return step;
        }
        release();
        try {
            return card(reader.connect());
        } catch (CardLostException e) {
            return fail(EidFailure.of(e.reason()));
        }
    }

    /// A card lies on the reader. Takes the channel over; an earlier card is given up.
    public PinStep card(CardChannel channel) {
        if (givenUp || !step.takesCard()) {
            channel.close();
            return step;
        }
        release();
        try {
            card = CardSession.open(channel, random, () -> givenUp);
            PinState state = card.pinState();
            return switch (goal) {
                case LOOK -> end(new PinStep.StateFound(state));
                case SET, CHANGE -> begin(state);
                case UNBLOCK ->
                        switch (state) {
                            case BLOCKED -> go(new PinStep.PukNeeded(EntryNote.NONE));
                            case THREE_TRIES, TWO_TRIES, SUSPENDED ->
                                    fail(EidFailure.PIN_NOT_BLOCKED);
                            case DEACTIVATED -> fail(EidFailure.CARD_DEACTIVATED);
                        };
            };
        } catch (EidException e) {
            return fail(e.failure());
        }
    }

    private PinStep begin(PinState state) {
        return switch (state) {
            case THREE_TRIES, TWO_TRIES ->
                    go(new PinStep.PinNeeded(kind(), state.triesLeft(), EntryNote.NONE));
            case SUSPENDED -> go(new PinStep.CanNeeded(EntryNote.NONE));
            case BLOCKED -> fail(EidFailure.PIN_BLOCKED);
            case DEACTIVATED -> fail(EidFailure.CARD_DEACTIVATED);
        };
    }

    private Kind kind() {
        return goal == PinGoal.SET ? Kind.TRANSPORT : Kind.OWN;
    }

    @Override
    public PinStep pin(Secret pin) {
        try (pin) {
            if (!(step instanceof PinStep.PinNeeded needed) || card == null) {
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
            return afterPin(card.open(Pace.Password.PIN, Optional.empty(), pin));
        } catch (EidException e) {
            return fail(e.failure());
        }
    }

    private PinStep afterPin(Pace.Outcome outcome) {
        return switch (outcome) {
            case Pace.Outcome.Opened _ -> go(new PinStep.NewPinNeeded(EntryNote.NONE));
            case Pace.Outcome.PasswordWrong(int left) ->
                    switch (left) {
                        case 2 -> go(new PinStep.PinNeeded(kind(), 2, EntryNote.WRONG));
                        case 1 -> go(new PinStep.CanNeeded(EntryNote.WRONG));
                        default -> fail(EidFailure.PIN_BLOCKED);
                    };
        };
    }

    @Override
    public PinStep can(Secret can) {
        try (can) {
            if (!(step instanceof PinStep.CanNeeded) || card == null) {
                return step;
            }
            if (can.length() != CAN) {
                return go(new PinStep.CanNeeded(EntryNote.LENGTH));
            }
            return afterCan(card.open(Pace.Password.CAN, Optional.empty(), can));
        } catch (EidException e) {
            return fail(e.failure());
        }
    }

    private PinStep afterCan(Pace.Outcome outcome) {
        return switch (outcome) {
            case Pace.Outcome.Opened _ ->
                    go(new PinStep.PinNeeded(kind(), 1, EntryNote.CAN_ACCEPTED));
            case Pace.Outcome.PasswordWrong _ -> go(new PinStep.CanNeeded(EntryNote.WRONG));
        };
    }

    @Override
    public PinStep puk(Secret puk) {
        try (puk) {
            if (!(step instanceof PinStep.PukNeeded) || card == null) {
                return step;
            }
            if (puk.length() != PUK) {
                return go(new PinStep.PukNeeded(EntryNote.LENGTH));
            }
            return afterPuk(card, card.open(Pace.Password.PUK, Optional.empty(), puk));
        } catch (EidException e) {
            return fail(e.failure());
        }
    }

    private PinStep afterPuk(CardSession session, Pace.Outcome outcome) throws EidException {
        return switch (outcome) {
            case Pace.Outcome.Opened _ -> {
                session.dialogue()
                        .send(CommandApdu.of(UNBLOCK_PIN, CommandApdu.NO_ANSWER))
                        .orFail(EidFailure.PUK_USED_UP);
                yield end(new PinStep.PinUnblocked());
            }
            case Pace.Outcome.PasswordWrong _ -> go(new PinStep.PukNeeded(EntryNote.WRONG));
        };
    }

    @Override
    public PinStep newPin(Secret pin, Secret repeated) {
        try (pin;
                repeated) {
            if (!(step instanceof PinStep.NewPinNeeded) || card == null) {
                return step;
            }
            if (pin.length() != OWN_PIN) {
                return go(new PinStep.NewPinNeeded(EntryNote.LENGTH));
            }
            if (!pin.matches(repeated)) {
                return go(new PinStep.NewPinNeeded(EntryNote.DIFFERENT));
            }
            CardSession session = card;
            ResponseApdu answer =
                    pin.use(digits ->
                            session.dialogue().send(CommandApdu.ofSecret(CHANGE_PIN, digits)));
            answer.orFail(EidFailure.PIN_NOT_CHANGED);
            return end(new PinStep.PinSet());
        } catch (EidException e) {
            return fail(e.failure());
        }
    }

    @Override
    public boolean keypad() {
        return !keypadFailed
                && card != null
                && (step instanceof PinStep.NewPinNeeded
                        ? card.dialogue().keypadChangesPin()
                        : card.dialogue().keypad());
    }

    @Override
    public PinStep atKeypad() {
        if (card == null || !keypad()) {
            return step;
        }
        try {
            return switch (step) {
                case PinStep.PinNeeded needed ->
                        switch (ask(card, Pace.Password.PIN)) {
                            case KeypadPace.Outcome.Decided(Pace.Outcome outcome) ->
                                    afterPin(outcome);
                            case KeypadPace.Outcome.NotEntered(KeypadReason reason) ->
                                    go(
                                            new PinStep.PinNeeded(
                                                    needed.kind(),
                                                    needed.triesLeft(),
                                                    EntryNote.of(reason)));
                        };
                case PinStep.CanNeeded _ ->
                        switch (ask(card, Pace.Password.CAN)) {
                            case KeypadPace.Outcome.Decided(Pace.Outcome outcome) ->
                                    afterCan(outcome);
                            case KeypadPace.Outcome.NotEntered(KeypadReason reason) ->
                                    go(new PinStep.CanNeeded(EntryNote.of(reason)));
                        };
                case PinStep.PukNeeded _ ->
                        switch (ask(card, Pace.Password.PUK)) {
                            case KeypadPace.Outcome.Decided(Pace.Outcome outcome) ->
                                    afterPuk(card, outcome);
                            case KeypadPace.Outcome.NotEntered(KeypadReason reason) ->
                                    go(new PinStep.PukNeeded(EntryNote.of(reason)));
                        };
                case PinStep.NewPinNeeded _ -> newPinAtKeypad(card);
                case PinStep.CardNeeded _,
                        PinStep.StateFound _,
                        PinStep.PinSet _,
                        PinStep.PinUnblocked _,
                        PinStep.Failed _ ->
                        step;
            };
        } catch (EidException e) {
            return fail(e.failure());
        }
    }

    private static KeypadPace.Outcome ask(CardSession session, Pace.Password password)
            throws EidException {
        return session.openAtKeypad(password, Optional.empty(), Octets.EMPTY);
    }

    private PinStep newPinAtKeypad(CardSession session) throws EidException {
        return switch (session.dialogue().changePin(CHANGE_PIN)) {
            case PinOutcome.Answered(int status) -> {
                if (status != ResponseApdu.DONE) {
                    throw new EidException(EidFailure.PIN_NOT_CHANGED);
                }
                yield end(new PinStep.PinSet());
            }
            case PinOutcome.NotEntered(KeypadReason reason) ->
                    go(new PinStep.NewPinNeeded(EntryNote.of(reason)));
            case PinOutcome.Fault _ -> throw new EidException(EidFailure.KEYPAD);
        };
    }

    @Override
    public void giveUp() {
        givenUp = true;
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
        keypadFailed |= failure == EidFailure.KEYPAD;
        return end(new PinStep.Failed(failure));
    }

    private void release() {
        if (card != null) {
            card.close();
            card = null;
        }
    }
}
