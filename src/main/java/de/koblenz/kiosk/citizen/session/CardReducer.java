package de.koblenz.kiosk.citizen.session;

import de.koblenz.kiosk.eid.EidRequest;
import de.koblenz.kiosk.eid.EidStep;
import de.koblenz.kiosk.eid.PinGoal;
import de.koblenz.kiosk.eid.PinStep;
import de.koblenz.kiosk.eid.StaffConfirmation;
import de.koblenz.kiosk.eid.data.DataGroup;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The part of the session that has to do with an identity card: the service for its PIN, and identification. What the
/// card says arrives as steps ([SessionEvent.CardMoved]); what is typed never arrives, only how many digits it has. Pure.
final class CardReducer {
    private final GuideReducer guide;

    CardReducer(GuideReducer guide) {
        this.guide = guide;
    }

    // ---- pages

    /// An event on the page of the PIN service.
    static Move menu(SessionState session, SessionEvent event, Stamp stamp) {
        return switch (event) {
            case SessionEvent.BackPressed() -> Move.to(session.back());
            case SessionEvent.PinGoalChosen(PinGoal goal) ->
                    open(session, new CardErrand.ManagePin(goal), stamp);
            default -> Move.to(session);
        };
    }

    /// Begins an errand, on a page of its own.
    static Move open(SessionState session, CardErrand errand, Stamp stamp) {
        CardVisit visit = CardVisit.begin(stamp.fresh().toString(), errand);
        return Move.to(
                session.forward(new Page.Card()).withCard(Optional.of(visit)),
                new Effect.OpenCard(visit.id(), errand));
    }

    /// An event on the page of an errand.
    Move next(SessionState session, SessionEvent event, Stamp stamp) {
        if (session.card().isEmpty()) {
            return Move.to(session);
        }
        CardVisit visit = session.card().get();
        return switch (event) {
            case SessionEvent.BackPressed() -> back(session, visit);
            case SessionEvent.NextPressed() -> forward(session, visit, stamp);
            case SessionEvent.GroupSwitched(DataGroup group) ->
                    Move.to(with(session, switched(visit, group)));
            case SessionEvent.CardLookChosen(CardVisit.Look look) ->
                    // A page that was turned away from keeps nothing that was typed on it.
                    look == CardVisit.Look.WITHOUT_PIN
                            ? wiped(session, visit.looking(look))
                            : Move.to(with(session, visit.looking(look)));
            case SessionEvent.CardRetried() ->
                    visit.step().takesCard()
                            ? Move.to(
                                    with(session, visit.busy(true)),
                                    new Effect.RetryCard(visit.id()))
                            : Move.to(session);
            case SessionEvent.OptionChosen(String target, String code)
                    when target.equals(Positions.IDENTITY)
                            && code.equals(Guided.Identity.Way.HAND.name()) ->
                    guide.byHand(left(session), stamp.at()).after(new Effect.CloseCard(visit.id()));
            case SessionEvent.PinServiceChosen() -> {
                SessionState left = left(session).forward(new Page.PinService());
                yield Move.to(left, new Effect.CloseCard(visit.id()));
            }
            case SessionEvent.OnSiteAsked() ->
                    visit.canAllowed()
                            ? StaffReducer.open(session, StaffVisit.besideTheCitizen())
                            : Move.to(session);
            case SessionEvent.PinGoalChosen(PinGoal goal) -> {
                Move opened = open(left(session), new CardErrand.ManagePin(goal), stamp);
                yield opened.after(new Effect.CloseCard(visit.id()));
            }
            default -> Move.to(session);
        };
    }

    /// Staff have compared the photo: what the citizen has agreed to is read with the CAN.
    static Move confirmed(SessionState session, Stamp stamp) {
        Move gone = StaffReducer.leave(session);
        Optional<CardVisit> running = session.card();
        Optional<Guided> guided = session.guided();
        if (running.isEmpty() || guided.isEmpty() || running.get().errand().reading().isEmpty()) {
            return gone;
        }
        CardVisit before = running.get();
        EidRequest request = before.errand().reading().get();
        Set<DataGroup> chosen = EnumSet.noneOf(DataGroup.class);
        chosen.addAll(request.optional());
        chosen.removeAll(before.declined());
        var errand =
                new CardErrand.IdentifyOnSite(
                        request.onSite(),
                        chosen,
                        new StaffConfirmation(guided.get().serviceId(), stamp.at()));
        CardVisit visit = before.onSite(stamp.fresh().toString(), errand);
        return Move.to(
                        with(gone.session(), visit),
                        new Effect.CloseCard(before.id()),
                        new Effect.OpenCard(visit.id(), errand))
                .after(gone.effects().toArray(Effect[]::new));
    }

    private static CardVisit switched(CardVisit visit, DataGroup group) {
        if (!(visit.step() instanceof CardStep.Identifying(EidStep.ConsentNeeded consent))
                || !consent.optional().contains(group)) {
            return visit;
        }
        Set<DataGroup> declined = EnumSet.noneOf(DataGroup.class);
        declined.addAll(visit.declined());
        if (!declined.remove(group)) {
            declined.add(group);
        }
        return visit.declining(declined);
    }

    /// "Zurück": from another side of the page to it, else out of the errand.
    private static Move back(SessionState session, CardVisit visit) {
        if (visit.look() != CardVisit.Look.USUAL) {
            return Move.to(with(session, visit.looking(CardVisit.Look.USUAL)));
        }
        if (visit.repeating()) {
            return wiped(session, visit.repeating(false));
        }
        if (visit.step() instanceof CardStep.AtReader(CardStep asked, var keys)
                && keys == CardStep.AtReader.Keys.AWAITED) {
            return Move.to(
                    with(
                            session,
                            visit.with(
                                    new CardStep.AtReader(asked, CardStep.AtReader.Keys.GIVEN_UP))),
                    new Effect.GiveUpCard(visit.id()));
        }
        return leave(session, visit);
    }

    private static Move leave(SessionState session, CardVisit visit) {
        return Move.to(left(session), new Effect.CloseCard(visit.id()));
    }

    /// The page from which the errand was begun.
    private static SessionState left(SessionState session) {
        return session.back().withCard(Optional.empty());
    }

    private Move forward(SessionState session, CardVisit visit, Stamp stamp) {
        if (visit.busy() || visit.look() == CardVisit.Look.WITHOUT_PIN) {
            return Move.to(session);
        }
        if (visit.step().entry().isPresent()) {
            return submit(session, visit, visit.step().entry().get());
        }
        return switch (visit.step()) {
            case CardStep.Opening(), CardStep.Broken _ -> Move.to(session);
            case CardStep.AtReader(CardStep _, var keys) ->
                    keys == CardStep.AtReader.Keys.LET_PASS
                            ? Move.to(
                                    with(session, visit.busy(true)),
                                    new Effect.SubmitEntry(visit.id()))
                            : Move.to(session);
            case CardStep.Managing(PinStep step) ->
                    switch (step) {
                        case PinStep.StateFound _, PinStep.PinSet(), PinStep.PinUnblocked() ->
                                done(session, visit);
                        case PinStep.CardNeeded(),
                                PinStep.PinNeeded _,
                                PinStep.CanNeeded _,
                                PinStep.PukNeeded _,
                                PinStep.NewPinNeeded _,
                                PinStep.Failed _ ->
                                Move.to(session);
                    };
            case CardStep.Identifying(EidStep step) ->
                    switch (step) {
                        case EidStep.ConsentNeeded consent -> {
                            Set<DataGroup> chosen = EnumSet.noneOf(DataGroup.class);
                            chosen.addAll(consent.optional());
                            chosen.removeAll(visit.declined());
                            yield Move.to(
                                    with(session, visit.busy(true)),
                                    new Effect.AgreeToCard(visit.id(), chosen));
                        }
                        case EidStep.IdentityRead read ->
                                guide.identified(left(session), read.data(), stamp.at())
                                        .after(new Effect.CloseCard(visit.id()));
                        case EidStep.StaffNeeded(),
                                EidStep.CardNeeded(),
                                EidStep.PinNeeded _,
                                EidStep.CanNeeded _,
                                EidStep.Failed _ ->
                                Move.to(session);
                    };
        };
    }

    /// What was typed goes to the card; a new PIN only when it was typed twice. Whether it is long enough is seen by who
    /// speaks with the card, and costs no try.
    private static Move submit(SessionState session, CardVisit visit, CardEntry entry) {
        if (visit.digits() == 0) {
            return Move.to(session);
        }
        return entry == CardEntry.NEW_PIN && !visit.repeating()
                ? Move.to(with(session, visit.repeating(true)), new Effect.KeepEntry(visit.id()))
                : Move.to(
                        with(session, visit.typed(0).busy(true)),
                        new Effect.SubmitEntry(visit.id()));
    }

    /// The PIN is in order: back to the service for which it is needed, else the session is over.
    private static Move done(SessionState session, CardVisit visit) {
        Effect close = new Effect.CloseCard(visit.id());
        if (session.guided().isEmpty()) {
            return Move.end(session, Effect.Outcome.COMPLETED);
        }
        SessionState before = left(session);
        while (!(before.page() instanceof Page.Guide) && !before.trail().isEmpty()) {
            before = before.back();
        }
        return Move.to(before, close);
    }

    // ---- what comes from the card

    /// The errand stands elsewhere. One that was given up at the reader's keypad has come to its end.
    static Move moved(SessionState session, String id, CardStep step) {
        Optional<CardVisit> left =
                session.card().filter(visit -> visit.id().equals(id) && visit.step().givenUp());
        if (left.isEmpty()) {
            return visited(session, id, visit -> visit.with(step));
        }
        if (step instanceof CardStep.AtReader) {
            return Move.to(session);
        }
        SessionState ended = with(session, left.get().with(step));
        // A new PIN that is in force already has to be told of.
        return finished(ended) || !(session.page() instanceof Page.Card)
                ? Move.to(ended)
                : leave(session, left.get());
    }

    static Move busy(SessionState session, String id) {
        return visited(session, id, visit -> visit.busy(true));
    }

    /// So many digits stand on the pad: a touch of which the session hears in no other way, unless they were erased.
    static Move counted(SessionState session, String id, int count, Instant at) {
        boolean typed =
                count > 0 && session.card().filter(visit -> visit.id().equals(id)).isPresent();
        return visited(
                typed ? session.touchedAt(at) : session,
                id,
                visit -> visit.busy() ? visit : visit.typed(count));
    }

    private static Move visited(SessionState session, String id, UnaryOperator<CardVisit> change) {
        return session.card()
                .filter(visit -> visit.id().equals(id))
                .map(visit -> Move.to(with(session, change.apply(visit))))
                .orElseGet(() -> Move.to(session));
    }

    // ---- what the session does with it

    /// Erases what stands on the pad, because the page is covered or nobody seems to be there.
    static Move wiped(SessionState session) {
        return session.card()
                .filter(visit -> visit.step().entry().isPresent() && !visit.busy())
                .map(visit -> wiped(session, visit.repeating(false)))
                .orElseGet(() -> Move.to(session));
    }

    private static Move wiped(SessionState session, CardVisit visit) {
        return Move.to(with(session, visit.typed(0)), new Effect.WipeEntry(visit.id()));
    }

    /// Whether something is to be typed for the card on the screen.
    static boolean typing(SessionState session) {
        return session.page() instanceof Page.Card
                && session.card()
                        .filter(visit -> visit.step().entry().isPresent() && !visit.busy())
                        .isPresent();
    }

    /// Nobody has typed anything: the errand is given up, and what was answered before stays.
    static Move givenUp(SessionState session) {
        return session.card().map(visit -> leave(session, visit)).orElseGet(() -> Move.to(session));
    }

    /// Whether what was begun with the card has come to its end.
    static boolean finished(SessionState session) {
        return session.card()
                .filter(visit ->
                        switch (visit.step()) {
                            case CardStep.Managing(PinStep.StateFound _),
                                    CardStep.Managing(PinStep.PinSet()),
                                    CardStep.Managing(PinStep.PinUnblocked()) ->
                                    true;
                            case CardStep.Managing _,
                                    CardStep.Opening(),
                                    CardStep.AtReader _,
                                    CardStep.Identifying _,
                                    CardStep.Broken _ ->
                                    false;
                        })
                .isPresent();
    }

    private static SessionState with(SessionState session, CardVisit visit) {
        return session.withCard(Optional.of(visit));
    }
}
