package de.koblenz.kiosk.citizen.session;

import de.koblenz.kiosk.order.OrderId;
import de.koblenz.kiosk.order.OrderRequest;

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
