package de.koblenz.kiosk.citizen.session;

import de.koblenz.kiosk.order.OrderId;
import de.koblenz.kiosk.order.OrderProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The citizen's session as a pure function: state and event in, next state and effects out. No clock,
/// no thread, no device, no randomness; time and new ids come with the [Stamp].
///
/// Nothing here throws for any event in any state: an event that does not fit the state (a late answer,
/// a touch on a page that is gone) changes nothing.
public final class SessionReducer {
    private final GuideReducer guide;
    private final CardReducer card;
    private final Timeouts timeouts;
    private final List<String> languages;

    /// @param languages BCP 47 tags that the terminal offers, the default first
    public SessionReducer(GuideReducer guide, Timeouts timeouts, List<String> languages) {
        this.guide = guide;
        this.card = new CardReducer(guide);
        this.timeouts = timeouts;
        this.languages = List.copyOf(languages);
    }

    /// What happens next.
    public Transition next(TerminalState state, Stamp stamp, SessionEvent event) {
        return switch (event) {
            case SessionEvent.Ticked() -> tick(state, stamp.steady());
            case SessionEvent.DeviceChanged(var health) ->
                    Transition.to(LeftCard.seen(state.with(health)));
            case SessionEvent.ServiceModeChanged mode -> mode(state, mode);
            case SessionEvent.PresenceChanged(boolean present) ->
                    presence(state, stamp.steady(), present);
            case SessionEvent.OrderProgressed(OrderProgress progress) ->
                    inSession(
                            state,
                            session -> OrderReducer.progressed(session, progress, stamp.now()));
            case SessionEvent.VenuesLoaded(String id, var venues) ->
                    inSession(state, id, session -> guide.venues(session, venues));
            case SessionEvent.SlotsLoaded(String id, String venue, var slots) ->
                    inSession(state, id, session -> guide.slots(session, venue, slots));
            case SessionEvent.LoadFailed(String id, String code) ->
                    inSession(state, id, session -> GuideReducer.failed(session, code));
            case SessionEvent.OrderRefused(OrderId order, String code) ->
                    inSession(state, session -> OrderReducer.refused(session, order, code));
            case SessionEvent.HitsFound(String typed, var hits) ->
                    inSession(state, session -> CatalogReducer.hits(session, typed, hits));
            case SessionEvent.CardMoved(String visit, CardStep step) ->
                    inSession(
                            state,
                            session ->
                                    CardReducer.moved(
                                            session.touchedAt(stamp.steady()), visit, step));
            case SessionEvent.CardBusy(String visit) ->
                    inSession(state, session -> CardReducer.busy(session, visit));
            case SessionEvent.DigitsCounted(String visit, int count) ->
                    inSession(
                            state,
                            session -> CardReducer.counted(session, visit, count, stamp.steady()));
            case SessionEvent.PagesArrived(String scan, int count) ->
                    inSession(
                            state,
                            session ->
                                    ScanReducer.arrived(
                                            session.touchedAt(stamp.steady()), scan, count));
            case SessionEvent.PagesScanned(String scan, var sheets) ->
                    inSession(
                            state,
                            session ->
                                    ScanReducer.scanned(
                                            session.touchedAt(stamp.steady()), scan, sheets));
            case SessionEvent.ScanFailed(String scan, String code) ->
                    inSession(
                            state,
                            session ->
                                    ScanReducer.failed(
                                            session.touchedAt(stamp.steady()), scan, code));
            case SessionEvent.StaffAnswered(String id, StaffEvent answer) ->
                    inSession(
                            state,
                            id,
                            session -> StaffReducer.answered(session, answer, stamp.steady()));
            default -> served(state, event) ? touched(state, stamp, event) : Transition.to(state);
        };
    }

    /// Whether somebody may do that now: at a closed terminal staff alone may do anything.
    private static boolean served(TerminalState state, SessionEvent event) {
        return state.inService()
                || (state.staffed() && StaffReducer.asked(event))
                || state.session().filter(StaffReducer::at).isPresent();
    }

    /// What the citizen did; the first touch begins the session and is carried out at once.
    private Transition touched(TerminalState state, Stamp stamp, SessionEvent event) {
        if (state.session().isEmpty() && (!begins(event) || state.cardLeft().isPresent())) {
            return Transition.to(state);
        }
        SessionState session =
                state.session()
                        .orElseGet(() ->
                                SessionState.begin(
                                        stamp.fresh().toString(),
                                        languages.getFirst(),
                                        stamp.steady()))
                        .touchedAt(stamp.steady());
        Move move =
                switch (session.overlay().kind()) {
                    case TIMEOUT -> warned(session, event);
                    case COVER -> covered(session, event);
                    case END ->
                            event instanceof SessionEvent.EndConfirmed
                                    ? Move.end(session, OrderReducer.outcome(session))
                                    : overlaid(state, session, event, stamp);
                    case NONE, LANGUAGE, AIDS, HELP -> overlaid(state, session, event, stamp);
                };
        return settled(state, move);
    }

    /// Whether an event can be the first of a session. What only a page of a session offers was meant for one that
    /// is over, like the second touch of "Beenden".
    private static boolean begins(SessionEvent event) {
        return switch (event) {
            case SessionEvent.Touched _,
                    SessionEvent.SituationChosen _,
                    SessionEvent.SearchOpened _,
                    SessionEvent.ServiceChosen _,
                    SessionEvent.PinServiceChosen _,
                    SessionEvent.LanguageChosen _,
                    SessionEvent.AidSwitched _,
                    SessionEvent.AidsReset _ ->
                    true;
            case SessionEvent.Staff(StaffEvent staff) -> staff instanceof StaffEvent.Asked;
            case SessionEvent.OverlayOpened(Overlay.Kind kind) -> kind != Overlay.Kind.END;
            default -> false;
        };
    }

    /// The end of a session that met a bug: what it ordered goes on without it, and nothing of it stays.
    public Transition dropped(TerminalState state) {
        return state.session()
                .map(session -> settled(state, Move.end(session, Effect.Outcome.CLOSED)))
                .orElseGet(() -> Transition.to(state));
    }

    private static Transition settled(TerminalState state, Move move) {
        if (move.outcome().isEmpty()) {
            return new Transition(state.with(move.session()), move.effects());
        }
        List<Effect> effects = new ArrayList<>(move.effects());
        SessionState session = move.session();
        session.card().ifPresent(visit -> effects.add(new Effect.CloseCard(visit.id())));
        session.guided()
                .flatMap(Guided::openOrder)
                .ifPresent(order -> effects.add(new Effect.LeaveOrder(order)));
        effects.add(new Effect.EndSession(session.id(), move.outcome().get()));
        return new Transition(LeftCard.ended(state.withoutSession()), effects);
    }

    private static Transition inSession(TerminalState state, UnaryMove change) {
        return state.session()
                .map(session -> settled(state, change.apply(session)))
                .orElseGet(() -> Transition.to(state));
    }

    /// Answers that carry the id of another session are dropped.
    private static Transition inSession(TerminalState state, String id, UnaryMove change) {
        return inSession(
                state,
                session -> session.id().equals(id) ? change.apply(session) : Move.to(session));
    }

    private interface UnaryMove {
        Move apply(SessionState session);
    }

    /// Events under "Sind Sie noch da?": whoever asks for the language, the aids or help is there.
    private static Move warned(SessionState session, SessionEvent event) {
        return switch (event) {
            case SessionEvent.MoreTimePressed() ->
                    Move.to(session.withOverlay(Overlay.NONE).withPresent(true));
            case SessionEvent.EndConfirmed() -> Move.end(session, OrderReducer.outcome(session));
            case SessionEvent.OverlayOpened(Overlay.Kind kind) -> open(session, kind);
            default -> Move.to(session);
        };
    }

    /// Events while the page is covered: only the way back and the way out.
    private static Move covered(SessionState session, SessionEvent event) {
        return switch (event) {
            case SessionEvent.CoverLifted() ->
                    Move.to(session.withOverlay(Overlay.NONE).withPresent(true));
            case SessionEvent.EndConfirmed() -> Move.end(session, OrderReducer.outcome(session));
            default -> Move.to(session);
        };
    }

    /// Events on the page or on an overlay that the citizen opened.
    private Move overlaid(
            TerminalState state, SessionState session, SessionEvent event, Stamp stamp) {
        return switch (event) {
            case SessionEvent.OverlayOpened(Overlay.Kind kind) -> open(session, kind);
            case SessionEvent.OverlayClosed() -> Move.to(session.withOverlay(Overlay.NONE));
            case SessionEvent.LanguageChosen(String tag) -> Move.to(spoken(session, tag));
            case SessionEvent.AidSwitched(Aid aid) ->
                    Move.to(session.withAids(switched(session.aids(), aid)));
            case SessionEvent.AidsReset(String language) ->
                    Move.to(spoken(session.withAids(Set.of()), language));
            case SessionEvent.Staff(StaffEvent.Asked()) -> StaffReducer.open(session);
            case SessionEvent.ExplanationOpened()
                    when session.overlay().kind() == Overlay.Kind.HELP ->
                    explained(session);
            default ->
                    session.overlay().kind() == Overlay.Kind.NONE
                            ? page(state, session, event, stamp)
                            : Move.to(session);
        };
    }

    /// In another language that is offered; a switch among the aids leaves them open, so that the next can be touched.
    private SessionState spoken(SessionState session, String tag) {
        if (!languages.contains(tag)) {
            return session;
        }
        SessionState spoken = session.withLanguage(tag);
        return session.overlay().kind() == Overlay.Kind.AIDS
                ? spoken
                : spoken.withOverlay(Overlay.NONE);
    }

    private static Move open(SessionState session, Overlay.Kind kind) {
        return switch (kind) {
            // "Beenden" asks only where there is something to lose.
            case END ->
                    !session.personal()
                                    || OrderReducer.finished(session)
                                    || CardReducer.finished(session)
                            ? Move.end(session, OrderReducer.outcome(session))
                            : Move.to(session.withOverlay(Overlay.of(kind)));
            case LANGUAGE, AIDS, HELP -> Move.to(session.withOverlay(Overlay.of(kind)));
            // Only time and presence open these.
            case NONE, TIMEOUT, COVER -> Move.to(session);
        };
    }

    /// All that is said about the question has the page for itself, until "Zurück".
    private static Move explained(SessionState session) {
        Optional<Guided> guided =
                session.guided()
                        .filter(_ ->
                                session.page() instanceof Page.Guide(String key)
                                        && key.startsWith(Positions.QUESTION));
        SessionState seen = session.withOverlay(Overlay.NONE);
        return Move.to(
                guided.map(found -> seen.withGuided(found.with(found.sight().explaining(true))))
                        .orElse(seen));
    }

    private static Set<Aid> switched(Set<Aid> aids, Aid aid) {
        Set<Aid> next = EnumSet.noneOf(Aid.class);
        next.addAll(aids);
        if (!next.remove(aid)) {
            next.add(aid);
        }
        return next;
    }

    private Move page(TerminalState state, SessionState session, SessionEvent event, Stamp stamp) {
        return switch (session.page()) {
            case Page.Start() -> CatalogReducer.start(session, event);
            case Page.Situation situation -> CatalogReducer.situation(session, situation, event);
            case Page.Search search -> CatalogReducer.search(session, search, event);
            case Page.Elsewhere _ ->
                    Move.to(event instanceof SessionEvent.BackPressed ? session.back() : session);
            case Page.Service(String id) -> service(state, session, id, event, stamp);
            case Page.Description description ->
                    CatalogReducer.description(session, description, event);
            case Page.PinService() -> CardReducer.menu(session, event, stamp);
            case Page.Card() -> card.next(session, event, stamp);
            case Page.Staff(StaffVisit visit) ->
                    visit.part() == StaffVisit.Part.PHOTO
                                    && event instanceof SessionEvent.NextPressed
                            ? CardReducer.confirmed(session, stamp)
                            : StaffReducer.next(session, visit, event, stamp.steady());
            case Page.Guide _ -> guide.next(state, session, event, stamp);
        };
    }

    private Move service(
            TerminalState state, SessionState session, String id, SessionEvent event, Stamp stamp) {
        return switch (event) {
            case SessionEvent.ServiceStarted() -> guide.start(state, session, id, stamp.at());
            case SessionEvent.MorePressed() when guide.described(id) ->
                    Move.to(session.forward(new Page.Description(id, 0)));
            case SessionEvent.BackPressed() -> Move.to(session.back());
            default -> Move.to(session);
        };
    }

    // ---- time, presence, mode

    private Transition tick(TerminalState state, Instant now) {
        Optional<SessionState> found = state.session();
        if (found.isEmpty()) {
            return LeftCard.ticked(state, now);
        }
        SessionState session = found.get();
        Overlay overlay = session.overlay();
        Optional<Move> staffGone = StaffReducer.ticked(session, now);
        if (staffGone.isPresent()) {
            return settled(state, staffGone.get());
        }
        if (overlay.kind() == Overlay.Kind.TIMEOUT && OrderReducer.waits(session, now)) {
            // The order went on while the citizen was being asked: a paid paper is not wiped away.
            return Transition.to(state.with(session.withOverlay(Overlay.NONE).touchedAt(now)));
        }
        return switch (overlay.kind()) {
            case TIMEOUT, COVER ->
                    now.isBefore(overlay.until())
                            ? Transition.to(state)
                            : settled(state, gone(session));
            case NONE, LANGUAGE, AIDS, HELP, END -> {
                Duration idle = timeouts.idle(session);
                yield OrderReducer.waits(session, now) || now.isBefore(session.touched().plus(idle))
                        ? Transition.to(state)
                        : settled(
                                state,
                                CardReducer.wiped(
                                        session.withOverlay(
                                                new Overlay(
                                                        Overlay.Kind.TIMEOUT,
                                                        now.plus(timeouts.warning(session))))));
            }
        };
    }

    /// Nobody has answered.
    private static Move gone(SessionState session) {
        return session.overlay().kind() == Overlay.Kind.TIMEOUT && CardReducer.typing(session)
                ? CardReducer.givenUp(session.withOverlay(Overlay.NONE))
                : Move.end(session, OrderReducer.outcome(session, Effect.Outcome.LEFT));
    }

    private Transition presence(TerminalState state, Instant now, boolean present) {
        return inSession(
                state,
                session -> {
                    SessionState next = session.withPresent(present);
                    // Without a guided service or a card there is nothing on the screen that is
                    // anybody's business.
                    // Who comes and goes while it is covered does not keep it covered longer.
                    return present
                                    || !session.personal()
                                    || session.overlay().kind() == Overlay.Kind.COVER
                            ? Move.to(next)
                            : CardReducer.wiped(
                                    next.withOverlay(
                                            new Overlay(
                                                    Overlay.Kind.COVER,
                                                    now.plus(timeouts.coverWipe()))));
                });
    }

    private static Transition mode(TerminalState state, SessionEvent.ServiceModeChanged mode) {
        TerminalState next = state.inService(mode.inService(), mode.code(), mode.notice());
        return mode.inService()
                ? Transition.to(next)
                : inSession(
                        next,
                        session ->
                                Move.end(
                                        session,
                                        OrderReducer.outcome(session, Effect.Outcome.CLOSED)));
    }
}
