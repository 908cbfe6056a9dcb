package de.koblenz.kiosk.eid.ausweisapp;

import de.koblenz.kiosk.device.card.CardReader;
import de.koblenz.kiosk.eid.CanPurpose;
import de.koblenz.kiosk.eid.EidDialogue;
import de.koblenz.kiosk.eid.EidRequest;
import de.koblenz.kiosk.eid.EidStep;
import de.koblenz.kiosk.eid.EntryNote;
import de.koblenz.kiosk.eid.OnSiteRegister;
import de.koblenz.kiosk.eid.StaffConfirmation;
import de.koblenz.kiosk.eid.ausweisapp.AppMessage.Enter;
import de.koblenz.kiosk.eid.ausweisapp.AppMessage.Entry;
import de.koblenz.kiosk.eid.authority.AuthorityException;
import de.koblenz.kiosk.eid.certificate.CertificateDescription;
import de.koblenz.kiosk.eid.data.DataGroup;
import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.secret.Secret;
import de.koblenz.kiosk.eid.tlv.Octets;
import java.net.URI;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads an eID card by the AusweisApp's RUN_AUTH and an eID-Server. Here neither certificate nor data are checked by us: that is the
/// work of app and server. We check that no more is asked for than the service said.
///
/// Not thread-safe.
public final class AusweisAppReading implements EidDialogue {
    private static final int PIN = 6;
    private static final int TRANSPORT_PIN = 5;
    private static final int CAN = 6;

    private final AusweisApp app;
    private final EidServer server;
    private final OnSiteRegister register;
    private final EidRequest request;

    private EidStep step = new EidStep.Failed(EidFailure.CANCELLED);
    private volatile @Nullable AppSession session;
    private volatile boolean givenUp;
    private @Nullable Offer consented;
    private Set<DataGroup> chosen = Set.of();

    /// What the provider asks for.
    private record Offer(AppMessage.AccessRights rights, AppMessage.Certificate provider) {}

    /// @param register hears of confirmed on-site readings
    public AusweisAppReading(
            AusweisApp app, EidServer server, OnSiteRegister register, EidRequest request) {
        this.app = app;
        this.server = server;
        this.register = register;
        this.request = request;
    }

    @Override
    public EidStep step() {
        return step;
    }

    @Override
    public EidStep start() {
        release();
        consented = null;
        try {
            Offer offer = begin();
            consented = offer;
            Set<DataGroup> optional = AppRights.groups(offer.rights().optional());
            optional.retainAll(request.optional());
            AppMessage.Certificate provider = offer.provider();
            return go(
                    new EidStep.ConsentNeeded(
                            new CertificateDescription(
                                    provider.issuerName(),
                                    provider.issuerUrl(),
                                    provider.subjectName(),
                                    provider.subjectUrl(),
                                    provider.termsOfUsage(),
                                    Octets.EMPTY),
                            provider.validUntil(),
                            request.required(),
                            optional,
                            AppRights.canAllowed(offer.rights())));
        } catch (AppException e) {
            return fail(e.failure());
        }
    }

    /// Opens a session at the server and has the app fetch it, up to the question for consent.
    private Offer begin() throws AppException {
        URI tcToken;
        try {
            tcToken = server.open(request);
        } catch (AuthorityException e) {
            throw new AppException(EidFailure.AUTHORITY_UNREACHABLE, e);
        }
        AppSession begun = app.begin();
        session = begun;
        if (givenUp) {
            begun.giveUp();
        }
        begun.run(AppCommand.runAuth(tcToken.toString()));
        AppMessage.AccessRights rights =
                begun.await(AppMessage.AccessRights.class, app.timings().work());
        begun.send(AppCommand.of("GET_CERTIFICATE"));
        AppMessage.Certificate provider =
                begun.await(AppMessage.Certificate.class, app.timings().answer());
        if (AppRights.exceeds(rights.required(), request)) {
            throw new AppException(EidFailure.RIGHTS_REFUSED);
        }
        Set<DataGroup> offered = AppRights.groups(rights.required());
        offered.addAll(AppRights.groups(rights.optional()));
        if (!offered.containsAll(request.required())) {
            throw new AppException(EidFailure.RIGHTS_MISSING);
        }
        return new Offer(rights, provider);
    }

    @Override
    public EidStep consent(Collection<DataGroup> groups) {
        if (step instanceof EidStep.ConsentNeeded needed) {
            chosen =
                    groups.stream()
                            .filter(needed.optional()::contains)
                            .collect(Collectors.toUnmodifiableSet());
            return go(
                    switch (request.manner()) {
                        case WITH_PIN -> new EidStep.CardNeeded();
                        case ON_SITE_WITH_CAN -> new EidStep.StaffNeeded();
                    });
        }
        return step;
    }

    @Override
    public EidStep staffConfirmed(StaffConfirmation confirmation) {
        if (step instanceof EidStep.StaffNeeded) {
            register.confirmed(confirmation);
            return go(new EidStep.CardNeeded());
        }
        return step;
    }

    /// Lets the app look for the card; the reader is not touched by us.
    @Override
    public EidStep card(CardReader reader) {
        Offer agreed = consented;
        if (agreed == null || !takesCard()) {
            return step;
        }
        if (request.manner() == EidRequest.Manner.ON_SITE_WITH_CAN
                && !(step instanceof EidStep.CardNeeded)) {
            // It may be another card than the one whose photo was compared.
            return fail(EidFailure.STAFF_NOT_CONFIRMED);
        }
        try {
            // The first card goes into the session that was consented to; a later one needs a new
            // one,
            // which must ask for the same.
            AppSession open = session;
            if (!(step instanceof EidStep.CardNeeded) || open == null) {
                release();
                if (!begin().equals(agreed)) {
                    throw new AppException(EidFailure.RIGHTS_REFUSED);
                }
                open = session;
            }
            if (open == null) {
                throw new AppException(EidFailure.APP_FAILED);
            }
            open.send(
                    AppCommand.setAccessRights(
                            AppRights.kept(agreed.rights().optional(), chosen, request)));
            open.await(AppMessage.AccessRights.class, app.timings().answer());
            open.send(AppCommand.of("ACCEPT"));
            return wanted(open.awaitCard(), EntryNote.NONE);
        } catch (AppException e) {
            return fail(e.failure());
        }
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

    private EidStep wanted(Enter enter, EntryNote note) throws AppException {
        return switch (enter.entry()) {
            case PIN -> {
                int tries =
                        enter.reader().card().map(AppMessage.CardState::retryCounter).orElse(-1);
                if (tries < 1 || tries > 3 || request.manner() != EidRequest.Manner.WITH_PIN) {
                    throw new AppException(EidFailure.APP_FAILED);
                }
                yield go(new EidStep.PinNeeded(tries, note));
            }
            case CAN ->
                    go(
                            new EidStep.CanNeeded(
                                    switch (request.manner()) {
                                        case WITH_PIN -> CanPurpose.LAST_TRY;
                                        case ON_SITE_WITH_CAN -> CanPurpose.ON_SITE;
                                    },
                                    note));
            case PUK -> fail(EidFailure.PIN_BLOCKED);
            case NEW_PIN -> throw new AppException(EidFailure.APP_FAILED);
        };
    }

    @Override
    public EidStep pin(Secret pin) {
        try (pin) {
            if (!(step instanceof EidStep.PinNeeded needed) || session == null) {
                return step;
            }
            if (pin.length() != PIN) {
                return go(
                        new EidStep.PinNeeded(
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
    public EidStep can(Secret can) {
        try (can) {
            if (!(step instanceof EidStep.CanNeeded needed) || session == null) {
                return step;
            }
            return can.length() == CAN
                    ? after(Entry.CAN, session.enter(Entry.CAN, can))
                    : go(new EidStep.CanNeeded(needed.purpose(), EntryNote.LENGTH));
        } catch (AppException e) {
            return fail(e.failure());
        }
    }

    @Override
    public boolean keypad() {
        return session != null && session.keypad();
    }

    @Override
    public EidStep atKeypad() {
        if (session == null || !session.keypad()) {
            return step;
        }
        try {
            return switch (step) {
                case EidStep.PinNeeded _ -> after(Entry.PIN, session.enterAtKeypad(Entry.PIN));
                case EidStep.CanNeeded _ -> after(Entry.CAN, session.enterAtKeypad(Entry.CAN));
                case EidStep.ConsentNeeded _,
                        EidStep.StaffNeeded _,
                        EidStep.CardNeeded _,
                        EidStep.IdentityRead _,
                        EidStep.Failed _ ->
                        step;
            };
        } catch (AppException e) {
            return fail(e.failure());
        }
    }

    private EidStep after(Entry given, AppMessage said) throws AppException {
        if (said instanceof Enter enter) {
            boolean accepted = given == Entry.CAN && enter.entry() == Entry.PIN;
            return wanted(enter, accepted ? EntryNote.CAN_ACCEPTED : EntryNote.WRONG);
        }
        if (!(said instanceof AppMessage.AuthEnded ended) || session == null) {
            throw new AppException(EidFailure.APP_FAILED);
        }
        if (!ended.good() || ended.url().isEmpty()) {
            throw new AppException(session.failure(ended));
        }
        try {
            EidStep.IdentityRead read = server.result(URI.create(ended.url().get()));
            release();
            return go(read);
        } catch (AuthorityException e) {
            throw new AppException(EidFailure.AUTHORITY_UNREACHABLE, e);
        } catch (IllegalArgumentException e) {
            throw new AppException(EidFailure.APP_FAILED, e);
        }
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
    public EidStep cancel() {
        giveUp();
        return step.ended() ? step : fail(EidFailure.CANCELLED);
    }

    private EidStep go(EidStep next) {
        step = next;
        return next;
    }

    private EidStep fail(EidFailure failure) {
        release();
        return go(new EidStep.Failed(failure));
    }

    private void release() {
        if (session != null) {
            session.close();
            session = null;
        }
    }
}
