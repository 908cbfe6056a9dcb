package de.koblenz.kiosk.citizen.session;

import de.koblenz.kiosk.citizen.session.Answers.EntryPlace;
import de.koblenz.kiosk.citizen.session.Scans.Sheet;
import de.koblenz.kiosk.citizen.session.Scans.Stage;
import de.koblenz.kiosk.citizen.session.Scans.Visit;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.form.FormData;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What happens on the page of a document: the choice of a way, and the scanning of its pages. Pure.
///
/// The answer is "scan" only while there are pages: taking the last one away takes the answer, too.
final class ScanReducer {
    private static final String GONE = "SCN-GONE";
    private static final String CANCELLED = "SCN-CANCELLED";

    /// Less than this no page has.
    private static final int LEAST_BYTES = 64 << 10;

    private ScanReducer() {}

    /// The document that a page asks for.
    static Optional<EntryPlace> document(Positions positions, String key) {
        return positions.question(key).stream()
                .flatMap(page -> Answers.entries(positions.pages(), page).stream())
                .filter(entry -> entry.field().type() instanceof FieldType.Attachment)
                .findFirst();
    }

    /// Whether the answer says that the document was scanned.
    static boolean scanned(FormData data, FieldPath path) {
        return data.value(path).filter(FieldType.Attachment.SCAN::equals).isPresent();
    }

    /// Whether an answer says that a document goes along which is not there.
    static boolean lacking(Guided guided, FieldPath path, Field field) {
        return field.type() instanceof FieldType.Attachment
                && scanned(guided.data(), path)
                && guided.scans().pages(path) == 0;
    }

    /// What the event does on the page of a document; empty where it is nothing of that page's own.
    ///
    /// @param offered ways for a document, see [HandInWays]
    /// @param onward goes on with the answers of the page
    static Optional<Move> next(
            SessionState session,
            Guided guided,
            Positions positions,
            String key,
            SessionEvent event,
            Function<FieldPath, List<String>> offered,
            Function<Guided, Move> onward,
            Stamp stamp) {
        Optional<EntryPlace> asked = document(positions, key);
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        EntryPlace entry = asked.get();
        Optional<Visit> visit = guided.scans().visit().filter(it -> it.path().equals(entry.path()));
        if (visit.isPresent()) {
            return Optional.of(visited(session, guided, entry, visit.get(), event, onward, stamp));
        }
        return switch (event) {
            case SessionEvent.OptionChosen(String target, String code)
                    when target.equals(entry.target())
                            && !offered.apply(entry.path()).contains(code) ->
                    Optional.of(Move.to(session));
            case SessionEvent.NextPressed() ->
                    Answers.text(guided, entry).equals(FieldType.Attachment.SCAN)
                            ? Optional.of(
                                    begun(
                                            session,
                                            guided,
                                            entry,
                                            offered.apply(entry.path())
                                                    .contains(FieldType.Attachment.SCAN)))
                            : dropped(guided, entry, onward);
            default -> Optional.empty();
        };
    }

    /// "Weiter" with the way of scanning: pages that are there are looked at first.
    private static Move begun(
            SessionState session, Guided guided, EntryPlace entry, boolean possible) {
        boolean there = guided.scans().pages(entry.path()) > 0;
        if (!there && !possible) {
            return Move.to(session.withGuided(unanswered(guided, entry)).withAlert(GONE));
        }
        Stage stage = there ? Stage.SHOWN : Stage.LAY;
        return visiting(session, guided, new Visit(entry.path(), stage, 0, false, "", 0, ""));
    }

    /// "Weiter" with another way: what was scanned before is not needed any more.
    private static Optional<Move> dropped(
            Guided guided, EntryPlace entry, Function<Guided, Move> onward) {
        return guided.scans()
                .find(entry.path())
                .map(document ->
                        onward.apply(
                                        guided.with(guided.scans().without(entry.path()))
                                                .with(guided.data().without(entry.path())))
                                .after(new Effect.ErasePages(document.pages())));
    }

    private static Move visited(
            SessionState session,
            Guided guided,
            EntryPlace entry,
            Visit visit,
            SessionEvent event,
            Function<Guided, Move> onward,
            Stamp stamp) {
        int pages = guided.scans().pages(entry.path());
        boolean back = event instanceof SessionEvent.BackPressed;
        boolean next = event instanceof SessionEvent.NextPressed;
        return switch (visit.stage()) {
            case LAY, FAILED -> {
                if (next) {
                    yield scanning(session, guided, visit, stamp);
                }
                if (!back) {
                    yield Move.to(session);
                }
                yield pages > 0
                        ? visiting(session, guided, visit.showing(visit.page()))
                        : closed(session, unanswered(guided, entry));
            }
            case SCANNING ->
                    back
                            ? visiting(session, guided, visit.laying(visit.again()))
                                    .after(new Effect.CancelScan(visit.scan()))
                            : Move.to(session);
            case SHOWN -> {
                if (next) {
                    yield onward.apply(guided.with(guided.scans().closed()));
                }
                yield back
                        ? closed(session, guided)
                        : shown(session, guided, entry, visit, event, pages);
            }
        };
    }

    private static Move shown(
            SessionState session,
            Guided guided,
            EntryPlace entry,
            Visit visit,
            SessionEvent event,
            int pages) {
        return switch (event) {
            case SessionEvent.MorePressed() ->
                    visiting(session, guided, visit.showing((visit.page() + 1) % pages));
            case SessionEvent.EarlierPressed() ->
                    visiting(session, guided, visit.showing((visit.page() + pages - 1) % pages));
            case SessionEvent.PageAgainAsked() -> visiting(session, guided, visit.laying(true));
            case SessionEvent.PageAdded() ->
                    room(guided.scans(), visit.laying(false))
                            ? visiting(session, guided, visit.laying(false))
                            : Move.to(session);
            case SessionEvent.PageRemoved() -> removed(session, guided, entry, visit, pages);
            default -> Move.to(session);
        };
    }

    private static Move removed(
            SessionState session, Guided guided, EntryPlace entry, Visit visit, int pages) {
        String page = guided.scans().find(entry.path()).orElseThrow().pages().get(visit.page());
        Scans fewer = guided.scans().without(entry.path(), visit.page());
        Move move =
                pages > 1
                        ? visiting(
                                session,
                                guided.with(fewer),
                                visit.showing(Math.min(visit.page(), pages - 2)))
                        : closed(session, unanswered(guided.with(fewer), entry));
        return move.after(new Effect.ErasePages(List.of(page)));
    }

    /// Whether the document may have one more page.
    static boolean room(Scans scans, Visit visit) {
        return scans.roomForPages(visit) > 0 && scans.roomForBytes(visit) >= LEAST_BYTES;
    }

    private static Move scanning(SessionState session, Guided guided, Visit visit, Stamp stamp) {
        if (!room(guided.scans(), visit)) {
            return visiting(session, guided, visit.failed("SCN-TOO-LARGE"));
        }
        String scan = stamp.fresh().toString();
        return visiting(session, guided, visit.scanning(scan))
                .after(
                        new Effect.Scan(
                                session.id(),
                                scan,
                                guided.scans().roomForPages(visit),
                                guided.scans().roomForBytes(visit)));
    }

    private static Move visiting(SessionState session, Guided guided, Visit visit) {
        return Move.to(
                session.withAlert("").withGuided(guided.with(guided.scans().visiting(visit))));
    }

    private static Move closed(SessionState session, Guided guided) {
        return Move.to(session.withAlert("").withGuided(guided.with(guided.scans().closed())));
    }

    /// Nothing was scanned: the page asks again by which way.
    private static Guided unanswered(Guided guided, EntryPlace entry) {
        return guided.typed(entry.target(), "").with(guided.data().without(entry.path()));
    }

    // ---- answers of the scanner

    static Move arrived(SessionState session, String scan, int count) {
        return running(session, scan)
                .map(visit -> changed(session, visit.arrived(count)))
                .orElseGet(() -> Move.to(session));
    }

    /// Pages of a scan that nobody waits for any more are erased at once.
    static Move scanned(SessionState session, String scan, List<Sheet> sheets) {
        Optional<Visit> running = running(session, scan);
        if (running.isEmpty()) {
            return Move.to(session, new Effect.ErasePages(sheets.stream().map(Sheet::id).toList()));
        }
        Guided guided = session.guided().orElseThrow();
        Visit visit = running.get();
        SessionState next = session.withGuided(guided.with(guided.scans().scanned(visit, sheets)));
        return visit.again()
                ? Move.to(
                        next,
                        new Effect.ErasePages(
                                List.of(
                                        guided.scans()
                                                .find(visit.path())
                                                .orElseThrow()
                                                .pages()
                                                .get(visit.page()))))
                : Move.to(next);
    }

    static Move failed(SessionState session, String scan, String code) {
        return running(session, scan)
                .map(visit ->
                        changed(
                                session,
                                code.equals(CANCELLED)
                                        ? visit.laying(visit.again())
                                        : visit.failed(code)))
                .orElseGet(() -> Move.to(session));
    }

    private static Optional<Visit> running(SessionState session, String scan) {
        return session.guided()
                .flatMap(guided -> guided.scans().visit())
                .filter(visit -> visit.stage() == Stage.SCANNING && visit.scan().equals(scan));
    }

    private static Move changed(SessionState session, Visit visit) {
        Guided guided = session.guided().orElseThrow();
        return Move.to(session.withGuided(guided.with(guided.scans().visiting(visit))));
    }
}
