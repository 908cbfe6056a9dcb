package de.koblenz.kiosk.citizen.session;

import de.koblenz.kiosk.eid.data.DataGroup;
import de.koblenz.kiosk.order.OrderId;
import de.koblenz.kiosk.order.OrderRequest;
import java.util.List;
import java.util.Set;

/// Something to be done in the world; what comes of it returns as a [SessionEvent]. Imperative, immutable.
public sealed interface Effect {
    /// Search the catalogue for what is typed.
    record SearchCatalog(String typed) implements Effect {
        @Override
        public String toString() {
            return "SearchCatalog[]";
        }
    }

    /// Ask the booking service for its venues.
    record LoadVenues(String sessionId) implements Effect {}

    /// Ask the booking service for the slots of a venue.
    record LoadSlots(String sessionId, String venueId) implements Effect {}

    /// Hand the order to the order desk.
    record PlaceOrder(String sessionId, OrderRequest request) implements Effect {}

    /// The citizen does not want to pay.
    record CancelOrder(OrderId order) implements Effect {}

    /// The citizen wants to pay after all, or needs more time to pay.
    record ResumeOrder(OrderId order) implements Effect {}

    /// The citizen is gone; the order goes on without him.
    record LeaveOrder(OrderId order) implements Effect {}

    /// Something to be done with an identity card.
    sealed interface OfCard extends Effect {
        /// Which errand.
        String visit();
    }

    /// Begin an errand with the identity card.
    record OpenCard(String visit, CardErrand errand) implements OfCard {}

    /// The citizen agrees that the card is read.
    ///
    /// @param chosen optional data that may be read, too
    record AgreeToCard(String visit, Set<DataGroup> chosen) implements OfCard {
        public AgreeToCard {
            chosen = Set.copyOf(chosen);
        }
    }

    /// Take up the card that lies on the reader once more.
    record RetryCard(String visit) implements OfCard {}

    /// Give what was typed to the card.
    record SubmitEntry(String visit) implements OfCard {}

    /// Keep what was typed, until it has been typed a second time.
    record KeepEntry(String visit) implements OfCard {}

    /// Erase what was typed.
    record WipeEntry(String visit) implements OfCard {}

    /// Let no further command go to the card, whatever its reader is still waiting for; tell when it has come to its end.
    record GiveUpCard(String visit) implements OfCard {}

    /// Give the errand up, and erase everything of it.
    record CloseCard(String visit) implements OfCard {}

    /// Something to be done with the scanner, or with what it brought.
    sealed interface OfScanner extends Effect {}

    /// Scan what lies in the scanner.
    ///
    /// @param scan id of the scan
    /// @param mostPages more is not wanted
    /// @param mostBytes more is not wanted
    record Scan(String sessionId, String scan, int mostPages, int mostBytes) implements OfScanner {}

    /// Give a scan up.
    record CancelScan(String scan) implements OfScanner {}

    /// Overwrite pages that nobody needs any more.
    record ErasePages(List<String> pages) implements OfScanner {
        public ErasePages {
            pages = List.copyOf(pages);
        }
    }

    /// Draw attention to a card that was left behind.
    record CallForCard() implements Effect {}

    /// Something is to be done for staff.
    record Staff(String sessionId, StaffRequest request) implements Effect {}

    /// The session is over: forget everything that was kept for it outside the state.
    record EndSession(String sessionId, Outcome outcome) implements Effect {}

    /// How a session ended; counted, never with anything personal.
    enum Outcome {
        /// Nothing was begun.
        LOOKED,
        /// The service was brought to its end.
        COMPLETED,
        /// Ended by the citizen on the way.
        ENDED,
        /// Ended by time-out or because nobody was there.
        LEFT,
        /// Ended because the terminal went out of service.
        CLOSED
    }
}
