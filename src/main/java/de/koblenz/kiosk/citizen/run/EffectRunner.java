package de.koblenz.kiosk.citizen.run;

import de.koblenz.kiosk.citizen.session.Effect;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.session.StaffBoard;
import de.koblenz.kiosk.citizen.session.StaffEvent;
import de.koblenz.kiosk.order.OrderDesk;
import de.koblenz.kiosk.order.OrderRefused;
import de.koblenz.kiosk.order.ticketing.Slot;
import de.koblenz.kiosk.order.ticketing.Venue;
import de.koblenz.kiosk.service.catalog.Hit;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/// Carries out effects on virtual threads and posts what came of them. Thread-safe.
public final class EffectRunner implements Consumer<Effect>, AutoCloseable {
    private static final String FAULT = "APP-FAULT";
    private static final System.Logger LOG = System.getLogger("kiosk.effects");

    /// Where venues and slots come from.
    public interface Places {
        /// All venues.
        ///
        /// @throws IOException if the booking service does not answer
        List<Venue> venues() throws IOException;

        /// The coming slots of a venue.
        ///
        /// @throws IOException if the booking service does not answer
        List<Slot> slots(String venueId) throws IOException;
    }

    private final OrderDesk orders;
    private final Places places;
    private final Function<String, List<Hit>> search;
    private final StaffDesk staff;
    private final Consumer<Effect.OfCard> cards;
    private final ScanDesk scans;
    private final Runnable callForCard;
    private final Consumer<Effect.EndSession> ends;
    private final Consumer<SessionEvent> post;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// What is said to the order desk keeps its order: an order is placed before it is left.
    private final ExecutorService desk =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("order-desk").factory());

    /// @param search catalogue ids for what is typed, best first
    /// @param staff does what staff ask for
    /// @param cards does what is to be done with an identity card; must not block
    /// @param scans does what is to be done with the scanner, and has the pages of documents
    /// @param callForCard draws attention to a card that was left behind
    /// @param ends is told of each session's end
    /// @param post takes the answers
    public EffectRunner(
            OrderDesk orders,
            Places places,
            Function<String, List<Hit>> search,
            StaffDesk staff,
            Consumer<Effect.OfCard> cards,
            ScanDesk scans,
            Runnable callForCard,
            Consumer<Effect.EndSession> ends,
            Consumer<SessionEvent> post) {
        this.orders = orders;
        this.places = places;
        this.search = search;
        this.staff = staff;
        this.cards = cards;
        this.scans = scans;
        this.callForCard = callForCard;
        this.ends = ends;
        this.post = post;
        orders.observe(progress -> post.accept(new SessionEvent.OrderProgressed(progress)));
    }

    @Override
    public void accept(Effect effect) {
        switch (effect) {
            // It keeps the order of its own work, and erases what was typed at once.
            case Effect.OfCard card -> cards.accept(card);
            case Effect.Scan _, Effect.CancelScan _ -> carryOut(effect);
            // Behind an order that takes the pages along.
            case Effect.ErasePages _,
                    Effect.PlaceOrder _,
                    Effect.CancelOrder _,
                    Effect.ResumeOrder _,
                    Effect.LeaveOrder _,
                    Effect.Staff _,
                    Effect.EndSession _ ->
                    desk.execute(() -> carryOut(effect));
            case Effect.SearchCatalog _,
                    Effect.LoadVenues _,
                    Effect.LoadSlots _,
                    Effect.CallForCard _ ->
                    threads.execute(() -> carryOut(effect));
        }
    }

    private void carryOut(Effect effect) {
        try {
            switch (effect) {
                case Effect.SearchCatalog(String typed) ->
                        post.accept(new SessionEvent.HitsFound(typed, search.apply(typed)));
                case Effect.LoadVenues(String session) ->
                        answer(
                                session,
                                () -> new SessionEvent.VenuesLoaded(session, places.venues()));
                case Effect.LoadSlots(String session, String venue) ->
                        answer(
                                session,
                                () ->
                                        new SessionEvent.SlotsLoaded(
                                                session, venue, places.slots(venue)));
                case Effect.PlaceOrder(String _, var request) -> {
                    try {
                        orders.place(request, scans);
                    } catch (OrderRefused e) {
                        post.accept(new SessionEvent.OrderRefused(request.id(), e.code()));
                    }
                }
                case Effect.CancelOrder(var order) -> orders.cancel(order);
                case Effect.ResumeOrder(var order) -> orders.resume(order);
                case Effect.LeaveOrder(var order) -> orders.leave(order);
                case Effect.Staff(String session, var request) -> staff.carryOut(session, request);
                case Effect.EndSession end -> {
                    staff.ended();
                    // Behind its order, which takes the pages along.
                    scans.ended(end.sessionId());
                    ends.accept(end);
                }
                case Effect.OfCard card -> cards.accept(card);
                case Effect.OfScanner scan -> scans.accept(scan);
                case Effect.CallForCard() -> callForCard.run();
            }
        } catch (RuntimeException e) {
            LOG.log(
                    Level.ERROR,
                    "{0} failed: {1}",
                    effect.getClass().getSimpleName(),
                    Faults.place(e));
            fault(effect).ifPresent(post);
        }
    }

    /// What is said to the session that waits for an answer to the effect.
    private static Optional<SessionEvent> fault(Effect effect) {
        return switch (effect) {
            case Effect.LoadVenues(String session) ->
                    Optional.of(new SessionEvent.LoadFailed(session, FAULT));
            case Effect.LoadSlots(String session, String _) ->
                    Optional.of(new SessionEvent.LoadFailed(session, FAULT));
            case Effect.PlaceOrder(String _, var request) ->
                    Optional.of(new SessionEvent.OrderRefused(request.id(), FAULT));
            case Effect.Staff(String session, var _) ->
                    Optional.of(
                            new SessionEvent.StaffAnswered(
                                    session, new StaffEvent.Done(FAULT, StaffBoard.EMPTY)));
            case Effect.SearchCatalog _,
                    Effect.CancelOrder _,
                    Effect.ResumeOrder _,
                    Effect.LeaveOrder _,
                    Effect.OfCard _,
                    Effect.OfScanner _,
                    Effect.CallForCard _,
                    Effect.EndSession _ ->
                    Optional.empty();
        };
    }

    private void answer(String session, Question question) {
        try {
            post.accept(question.ask());
        } catch (IOException _) {
            post.accept(new SessionEvent.LoadFailed(session, "BOOK-OFFLINE"));
        }
    }

    private interface Question {
        SessionEvent ask() throws IOException;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        desk.shutdownNow();
    }
}
