package de.koblenz.kiosk.citizen.session;

import de.koblenz.kiosk.citizen.session.StaffVisit.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The part of the session in which staff stand at the terminal: a page like any other, so that language, aids and help
/// are there, but behind a code. What the citizen did before lies untouched beneath it. Pure.
final class StaffReducer {
    /// Staff pages are left by themselves after this.
    static final Duration IDLE = Duration.ofSeconds(90);

    private StaffReducer() {}

    /// Whether staff stand at the terminal.
    static boolean at(SessionState session) {
        return session.page() instanceof Page.Staff;
    }

    /// Whether an event is for staff alone.
    static boolean asked(SessionEvent event) {
        return event instanceof SessionEvent.Staff(StaffEvent.Asked _);
    }

    /// "Für Mitarbeitende", on the help page or at a terminal that an operator has closed.
    static Move open(SessionState session) {
        return open(session, StaffVisit.atTheDoor());
    }

    static Move open(SessionState session, StaffVisit visit) {
        if (at(session)) {
            return Move.to(session.withOverlay(Overlay.NONE));
        }
        // What a citizen has begun to type for a card is not there when staff have gone.
        Move wiped = CardReducer.wiped(session.withOverlay(Overlay.NONE));
        return Move.to(
                        wiped.session().forward(new Page.Staff(visit)),
                        request(session, new StaffRequest.OpenPad()))
                .after(wiped.effects().toArray(Effect[]::new));
    }

    /// Leaves: to what was there before, or to the start where nobody was.
    static Move leave(SessionState session) {
        Effect close = request(session, new StaffRequest.ClosePad());
        boolean nobody = session.guided().isEmpty() && session.trail().size() <= 1;
        return nobody
                ? Move.end(session, Effect.Outcome.LOOKED, close)
                : returned(session).after(close);
    }

    /// Back at the citizen's page, with what was said to it meanwhile. One that waits for the booking service asks anew: the
    /// answer may have come while nobody was there to hear it.
    private static Move returned(SessionState session) {
        SessionState before = session.back().withAlert(session.alert());
        return before.page() instanceof Page.Guide(String key)
                        && before.guided().filter(guided -> guided.awaits(key)).isPresent()
                ? GuideReducer.enter(before, before.guided().get(), key)
                : Move.to(before);
    }

    /// Time passed: empty while staff are busy.
    static Optional<Move> ticked(SessionState session, Instant now) {
        if (!at(session) || now.isBefore(session.touched().plus(IDLE))) {
            return Optional.empty();
        }
        Overlay overlay = session.overlay();
        Move gone = leave(session.withOverlay(Overlay.NONE));
        // The citizen's page stays covered until somebody is there again.
        return Optional.of(
                overlay.kind() == Overlay.Kind.COVER && gone.outcome().isEmpty()
                        ? new Move(
                                gone.session().withOverlay(overlay), gone.effects(), gone.outcome())
                        : gone);
    }

    /// An answer from behind the screen.
    static Move answered(SessionState session, StaffEvent event, Instant at) {
        if (!(session.page() instanceof Page.Staff(StaffVisit visit))) {
            return Move.to(session);
        }
        return switch (event) {
            case StaffEvent.DigitsCounted(int count) ->
                    visit.part() == Part.CODE
                            // A touch of which the session hears in no other way.
                            ? show(
                                    count > 0 ? session.touchedAt(at) : session,
                                    visit.counted(count))
                            : Move.to(session);
            case StaffEvent.Admitted(StaffBoard board) ->
                    visit.part() == Part.CHECKING
                            ? show(session, visit.to(visit.first()).seeing(board))
                            : Move.to(session);
            case StaffEvent.Refused(Instant again) ->
                    visit.part() == Part.CHECKING
                            ? retry(session, visit.waiting(again), StaffVisit.WRONG)
                            : Move.to(session);
            case StaffEvent.NoCodeSet() ->
                    visit.part() == Part.CHECKING
                            ? retry(session, visit, StaffVisit.NO_CODE)
                            : Move.to(session);
            case StaffEvent.Done(String code, StaffBoard board) ->
                    visit.part().inside()
                            ? show(session, done(visit.seeing(board), code))
                            : Move.to(session);
            case StaffEvent.Asked _,
                    StaffEvent.PartChosen _,
                    StaffEvent.JobChosen _,
                    StaffEvent.TestAsked _,
                    StaffEvent.ReasonChosen _,
                    StaffEvent.Resolved _ ->
                    Move.to(session);
        };
    }

    /// Whoever has gone on meanwhile is not fetched back.
    private static StaffVisit done(StaffVisit visit, String code) {
        if (visit.part() != Part.WORKING) {
            return visit;
        }
        return visit.to(visit.job().isEmpty() ? Part.MENU : Part.JOB)
                .saying(code.isEmpty() ? StaffVisit.DONE : code);
    }

    private static Move retry(SessionState session, StaffVisit visit, String code) {
        return show(
                session,
                visit.to(Part.CODE).saying(code),
                request(session, new StaffRequest.OpenPad()));
    }

    /// What staff touched.
    static Move next(SessionState session, StaffVisit visit, SessionEvent event, Instant now) {
        return switch (event) {
            case SessionEvent.BackPressed() -> back(session, visit);
            case SessionEvent.NextPressed() when visit.part() == Part.CODE ->
                    check(session, visit, now);
            case SessionEvent.MorePressed() -> show(session, visit.turning());
            case SessionEvent.Staff(StaffEvent staff) when visit.part().inside() ->
                    inside(session, visit, staff);
            default -> Move.to(session);
        };
    }

    private static Move back(SessionState session, StaffVisit visit) {
        return switch (visit.part()) {
            case CODE, CHECKING, MENU, PHOTO -> leave(session);
            case DEVICES, JOBS, KEPT, WORKING -> show(session, visit.of("").to(Part.MENU));
            case JOB ->
                    show(
                            session,
                            visit.of("")
                                    .to(visit.board().keeps(visit.job()) ? Part.KEPT : Part.JOBS));
            case REASON -> show(session, visit.to(Part.JOB));
        };
    }

    private static Move check(SessionState session, StaffVisit visit, Instant now) {
        if (now.isBefore(visit.again())) {
            return show(session, visit.saying(StaffVisit.WAIT));
        }
        return visit.digits() < StaffVisit.CODE_DIGITS
                ? show(session, visit.saying(StaffVisit.SHORT))
                : show(
                        session,
                        visit.to(Part.CHECKING),
                        request(session, new StaffRequest.CheckCode()));
    }

    private static Move inside(SessionState session, StaffVisit visit, StaffEvent event) {
        return switch (event) {
            case StaffEvent.PartChosen(Part part) ->
                    switch (part) {
                        case MENU, DEVICES, JOBS, KEPT ->
                                visit.besideCitizen()
                                        ? Move.to(session)
                                        : show(session, visit.of("").to(part));
                        case REASON ->
                                visit.part() == Part.JOB && visit.board().keeps(visit.job())
                                        ? show(session, visit.to(part))
                                        : Move.to(session);
                        case CODE, CHECKING, PHOTO, JOB, WORKING -> Move.to(session);
                    };
            case StaffEvent.JobChosen(String jobId) ->
                    !visit.besideCitizen() && visit.board().find(jobId).isPresent()
                            ? show(session, visit.of(jobId).to(Part.JOB))
                            : Move.to(session);
            case StaffEvent.TestAsked() ->
                    visit.part() == Part.MENU
                            ? work(session, visit.of(""), new StaffRequest.PrintTest())
                            : Move.to(session);
            case StaffEvent.ReasonChosen(ReprintReason reason) ->
                    visit.part() == Part.REASON
                            ? work(session, visit, new StaffRequest.Reprint(visit.job(), reason))
                            : Move.to(session);
            case StaffEvent.Resolved(boolean printed) ->
                    visit.part() == Part.JOB && unknown(visit)
                            ? work(session, visit, new StaffRequest.Resolve(visit.job(), printed))
                            : Move.to(session);
            case StaffEvent.Asked _,
                    StaffEvent.DigitsCounted _,
                    StaffEvent.Admitted _,
                    StaffEvent.Refused _,
                    StaffEvent.NoCodeSet _,
                    StaffEvent.Done _ ->
                    Move.to(session);
        };
    }

    private static boolean unknown(StaffVisit visit) {
        return visit.board()
                .find(visit.job())
                .filter(job -> job.fate() == StaffBoard.Fate.UNKNOWN)
                .isPresent();
    }

    private static Move work(SessionState session, StaffVisit visit, StaffRequest wanted) {
        return show(session, visit.to(Part.WORKING), request(session, wanted));
    }

    private static Move show(SessionState session, StaffVisit visit, Effect... effects) {
        return Move.to(session.withPage(new Page.Staff(visit)), effects);
    }

    private static Effect request(SessionState session, StaffRequest wanted) {
        return new Effect.Staff(session.id(), wanted);
    }
}
