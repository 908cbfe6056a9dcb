package de.koblenz.kiosk.eid;

import de.koblenz.kiosk.device.card.CardChannel;
import de.koblenz.kiosk.device.card.CardLostException;
import de.koblenz.kiosk.device.card.CardReader;
import de.koblenz.kiosk.device.card.KeypadReason;
import de.koblenz.kiosk.eid.authority.AuthorityException;
import de.koblenz.kiosk.eid.authority.TerminalAuthority;
import de.koblenz.kiosk.eid.certificate.AccessRight;
import de.koblenz.kiosk.eid.certificate.Chat;
import de.koblenz.kiosk.eid.data.DataGroup;
import de.koblenz.kiosk.eid.failure.EidException;
import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.protocol.KeypadPace;
import de.koblenz.kiosk.eid.protocol.Pace;
import de.koblenz.kiosk.eid.protocol.PassiveAuthentication;
import de.koblenz.kiosk.eid.secret.Secret;
import de.koblenz.kiosk.eid.tlv.Octets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads an eID card by our own protocols: consent, card, PIN (or CAN), data.
///
/// Not thread-safe: one thread speaks with the card.
public final class EidWorkflow implements EidDialogue {
    private static final int PIN = 6;
    private static final int TRANSPORT_PIN = 5;
    private static final int CAN = 6;

    private final TerminalAuthority authority;
    private final PassiveAuthentication trust;
    private final Clock clock;
    private final SecureRandom random;
    private final OnSiteRegister register;
    private final EidRequest request;

    private EidStep step;
    private TerminalAuthority.@Nullable Identity identity;
    private @Nullable Chat chat;
    private @Nullable CardSession card;

    /// A keypad that failed once is not waited for again: the screen takes its place.
    private boolean keypadFailed;

    private volatile boolean givenUp;

    /// @param random of cryptographic quality
    /// @param register hears of confirmed on-site readings
    public EidWorkflow(
            TerminalAuthority authority,
            PassiveAuthentication trust,
            Clock clock,
            SecureRandom random,
            OnSiteRegister register,
            EidRequest request) {
        this.authority = authority;
        this.trust = trust;
        this.clock = clock;
        this.random = random;
        this.register = register;
        this.request = request;
        this.step = new EidStep.Failed(EidFailure.CANCELLED);
    }

    @Override
    public EidStep step() {
        return step;
    }

    @Override
    public EidStep start() {
        try {
            identity = authority.identity();
            identity.requireWhole();
            if (!identity.terminal().validOn(today())) {
                return fail(EidFailure.CERTIFICATE_EXPIRED);
            }
            Set<AccessRight> rights = identity.terminal().chat().rights();
            Set<AccessRight> needed = request.rights(Set.of());
            if (needed.contains(AccessRight.CAN_ALLOWED)
                    && !rights.contains(AccessRight.CAN_ALLOWED)) {
                return fail(EidFailure.CAN_NOT_ALLOWED);
            }
            if (!rights.containsAll(needed)
                    || (request.pseudonym() && identity.sector().isEmpty())) {
                return fail(EidFailure.RIGHTS_MISSING);
            }
            Set<DataGroup> optional = EnumSet.noneOf(DataGroup.class);
            request.optional().stream()
                    .filter(group -> rights.contains(group.right()))
                    .forEach(optional::add);
            step =
                    new EidStep.ConsentNeeded(
                            identity.description(),
                            identity.terminal().expires(),
                            request.required(),
                            optional,
                            rights.contains(AccessRight.CAN_ALLOWED));
            return step;
        } catch (AuthorityException e) {
            return fail(EidFailure.AUTHORITY_UNREACHABLE);
        } catch (EidException e) {
            return fail(e.failure());
        }
    }

    @Override
    public EidStep consent(Collection<DataGroup> chosen) {
        if (step instanceof EidStep.ConsentNeeded && identity != null) {
            Set<AccessRight> rights = request.rights(chosen);
            rights.retainAll(identity.terminal().chat().rights());
            chat = Chat.of(Chat.Role.TERMINAL, rights);
            step =
                    switch (request.manner()) {
                        case WITH_PIN -> new EidStep.CardNeeded();
                        case ON_SITE_WITH_CAN -> new EidStep.StaffNeeded();
                    };
        }
        return step;
    }

    @Override
    public EidStep staffConfirmed(StaffConfirmation confirmation) {
        if (step instanceof EidStep.StaffNeeded) {
            register.confirmed(confirmation);
            step = new EidStep.CardNeeded();
        }
        return step;
    }

    @Override
    public EidStep card(CardReader reader) {
        if (chat == null || !takesCard()) {
            return step;
        }
        release();
        try {
            return unconfirmed() ? fail(EidFailure.STAFF_NOT_CONFIRMED) : card(reader.connect());
        } catch (CardLostException e) {
            return fail(EidFailure.of(e.reason()));
        }
    }

    /// A card lies on the reader. Takes the channel over; an earlier card is given up.
    public EidStep card(CardChannel channel) {
        if (chat == null || !takesCard()) {
            channel.close();
            return step;
        }
        release();
        if (unconfirmed()) {
            channel.close();
            return fail(EidFailure.STAFF_NOT_CONFIRMED);
        }
        // The public key of a sector fits no short command, and its command cannot be chained:
        // there chaining means the next
        // step of a protocol (TR-03110-3 §B.1).
        if (request.pseudonym() && !channel.extendedLength()) {
            channel.close();
            return fail(EidFailure.READER_SHORT);
        }
        try {
            card = CardSession.open(channel, random, () -> givenUp);
            step =
                    switch (request.manner()) {
                        case ON_SITE_WITH_CAN ->
                                new EidStep.CanNeeded(CanPurpose.ON_SITE, EntryNote.NONE);
                        case WITH_PIN ->
                                switch (card.pinState()) {
                                    case THREE_TRIES -> new EidStep.PinNeeded(3, EntryNote.NONE);
                                    case TWO_TRIES -> new EidStep.PinNeeded(2, EntryNote.NONE);
                                    case SUSPENDED ->
                                            new EidStep.CanNeeded(
                                                    CanPurpose.LAST_TRY, EntryNote.NONE);
                                    case BLOCKED -> fail(EidFailure.PIN_BLOCKED);
                                    case DEACTIVATED -> fail(EidFailure.CARD_DEACTIVATED);
                                };
                    };
            return step;
        } catch (EidException e) {
            return fail(e.failure());
        }
    }

    /// Whether this card may be another than the one whose photo was compared.
    private boolean unconfirmed() {
        return request.manner() == EidRequest.Manner.ON_SITE_WITH_CAN
                && !(step instanceof EidStep.CardNeeded);
    }

    private boolean takesCard() {
        return !givenUp
                && switch (step) {
                    case EidStep.CardNeeded _, EidStep.PinNeeded _, EidStep.CanNeeded _ -> true;
                    case EidStep.Failed(EidFailure failure) ->
                            failure.worthAnotherTry() && failure != EidFailure.CANCELLED;
                    case EidStep.ConsentNeeded _, EidStep.StaffNeeded _, EidStep.IdentityRead _ ->
                            false;
                };
    }

    @Override
    public EidStep pin(Secret pin) {
        try (pin) {
            if (!(step instanceof EidStep.PinNeeded needed) || card == null || chat == null) {
                return step;
            }
            if (pin.length() != PIN) {
                step =
                        new EidStep.PinNeeded(
                                needed.triesLeft(),
                                pin.length() == TRANSPORT_PIN
                                        ? EntryNote.TRANSPORT_PIN
                                        : EntryNote.LENGTH);
                return step;
            }
            return afterPin(card, chat, card.open(Pace.Password.PIN, Optional.of(chat), pin));
        } catch (EidException e) {
            return fail(e.failure());
        }
    }

    private EidStep afterPin(CardSession session, Chat rights, Pace.Outcome outcome)
            throws EidException {
        return switch (outcome) {
            case Pace.Outcome.Opened opened -> read(session, rights, opened);
            case Pace.Outcome.PasswordWrong(int left) -> {
                step =
                        switch (left) {
                            case 2 -> new EidStep.PinNeeded(2, EntryNote.WRONG);
                            case 1 -> new EidStep.CanNeeded(CanPurpose.LAST_TRY, EntryNote.WRONG);
                            default -> fail(EidFailure.PIN_BLOCKED);
                        };
                yield step;
            }
        };
    }

    @Override
    public EidStep can(Secret can) {
        try (can) {
            if (!(step instanceof EidStep.CanNeeded needed) || card == null || chat == null) {
                return step;
            }
            if (can.length() != CAN) {
                step = new EidStep.CanNeeded(needed.purpose(), EntryNote.LENGTH);
                return step;
            }
            return afterCan(
                    card,
                    chat,
                    needed.purpose(),
                    card.open(Pace.Password.CAN, rightsAfterCan(needed.purpose(), chat), can));
        } catch (EidException e) {
            return fail(e.failure());
        }
    }

    private static Optional<Chat> rightsAfterCan(CanPurpose purpose, Chat rights) {
        return switch (purpose) {
            case LAST_TRY -> Optional.empty();
            case ON_SITE -> Optional.of(rights);
        };
    }

    private EidStep afterCan(
            CardSession session, Chat rights, CanPurpose purpose, Pace.Outcome outcome)
            throws EidException {
        return switch (outcome) {
            case Pace.Outcome.Opened opened ->
                    switch (purpose) {
                        case LAST_TRY -> {
                            step = new EidStep.PinNeeded(1, EntryNote.CAN_ACCEPTED);
                            yield step;
                        }
                        case ON_SITE -> read(session, rights, opened);
                    };
            case Pace.Outcome.PasswordWrong _ -> {
                step = new EidStep.CanNeeded(purpose, EntryNote.WRONG);
                yield step;
            }
        };
    }

    @Override
    public boolean keypad() {
        return !keypadFailed && card != null && card.dialogue().keypad();
    }

    @Override
    public EidStep atKeypad() {
        if (card == null || chat == null || identity == null || !keypad()) {
            return step;
        }
        Octets description = identity.description().encoded();
        try {
            return switch (step) {
                case EidStep.PinNeeded needed ->
                        switch (card.openAtKeypad(
                                Pace.Password.PIN, Optional.of(chat), description)) {
                            case KeypadPace.Outcome.Decided(Pace.Outcome outcome) ->
                                    afterPin(card, chat, outcome);
                            case KeypadPace.Outcome.NotEntered(KeypadReason reason) -> {
                                step =
                                        new EidStep.PinNeeded(
                                                needed.triesLeft(), EntryNote.of(reason));
                                yield step;
                            }
                        };
                case EidStep.CanNeeded(CanPurpose purpose, _) ->
                        switch (card.openAtKeypad(
                                Pace.Password.CAN, rightsAfterCan(purpose, chat), description)) {
                            case KeypadPace.Outcome.Decided(Pace.Outcome outcome) ->
                                    afterCan(card, chat, purpose, outcome);
                            case KeypadPace.Outcome.NotEntered(KeypadReason reason) -> {
                                step = new EidStep.CanNeeded(purpose, EntryNote.of(reason));
                                yield step;
                            }
                        };
                case EidStep.ConsentNeeded _,
                        EidStep.StaffNeeded _,
                        EidStep.CardNeeded _,
                        EidStep.IdentityRead _,
                        EidStep.Failed _ ->
                        step;
            };
        } catch (EidException e) {
            return fail(e.failure());
        }
    }

    private EidStep read(CardSession session, Chat rights, Pace.Outcome.Opened opened)
            throws EidException {
        EidStep.IdentityRead identityRead =
                new CardReading(session, authority, trust, request, today(), random)
                        .read(opened, rights);
        release();
        step = identityRead;
        return step;
    }

    @Override
    public void giveUp() {
        givenUp = true;
    }

    @Override
    public EidStep cancel() {
        giveUp();
        return step.ended() ? step : fail(EidFailure.CANCELLED);
    }

    private EidStep fail(EidFailure failure) {
        keypadFailed |= failure == EidFailure.KEYPAD;
        release();
        step = new EidStep.Failed(failure);
        return step;
    }

    private void release() {
        if (card != null) {
            card.close();
            card = null;
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
