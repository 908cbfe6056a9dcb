package de.koblenz.kiosk.order;

import de.koblenz.kiosk.order.document.ReceiptPart;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a citizen orders: places, an application to an authority, or both, with what is to be paid.
///
/// Holds personal data in [Application] and [#copy()] until it is sealed; never written down as it is.
///
/// @param id chosen by the session before the order is placed
/// @param serviceId id of the service in the catalogue
/// @param title short name of the service in German, for receipt and payment purpose
/// @param cents what is to be paid, 0 where the service is free
/// @param positions what the money is for, in the order of the receipt; the sum is [#cents()]
/// @param reservation places to hold, where the service sells places
/// @param application what is sent to an authority, where the service sends something
/// @param copy the citizen's own copy of what was sent (§ 9a OZG), label and value per line; empty where it is not
///     wanted on paper. Kept in memory only
/// @param later documents that the citizen hands in later, for the receipt
/// @param receipt what the receipt says
public record OrderRequest(
        OrderId id,
        String serviceId,
        String title,
        int cents,
        List<Position> positions,
        Optional<Reservation> reservation,
        Optional<Application> application,
        List<CopyLine> copy,
        List<LaterDocument> later,
        ReceiptPlan receipt) {

    public OrderRequest {
        positions = List.copyOf(positions);
        copy = List.copyOf(copy);
        later = List.copyOf(later);
        int sum = positions.stream().mapToInt(p -> Math.multiplyExact(p.count(), p.cents())).sum();
        if (cents < 0 || sum != cents) {
            throw new IllegalArgumentException("positions add up to " + sum + ", not " + cents);
        }
    }

    /// An order for which no document is handed in later, with the usual receipt.
    public OrderRequest(
            OrderId id,
            String serviceId,
            String title,
            int cents,
            List<Position> positions,
            Optional<Reservation> reservation,
            Optional<Application> application,
            List<CopyLine> copy) {
        this(
                id,
                serviceId,
                title,
                cents,
                positions,
                reservation,
                application,
                copy,
                List.of(),
                ReceiptPlan.USUAL);
    }

    /// What a receipt says.
    ///
    /// @param parts from top to bottom
    /// @param answers lines of the part [ReceiptPart.Known#ANSWERS]; personal, so they lie sealed beside the order until its
    ///     receipt is printed
    public record ReceiptPlan(List<ReceiptPart> parts, List<CopyLine> answers) {
        /// Without a word of the city's own.
        public static final ReceiptPlan USUAL = new ReceiptPlan(ReceiptPart.USUAL, List.of());

        public ReceiptPlan {
            parts = List.copyOf(parts);
            answers = List.copyOf(answers);
        }
    }

    /// A document that the citizen hands in later.
    ///
    /// @param name as the form calls it, German
    /// @param until last day, where there is one
    /// @param upload page of the authority for telephones; empty where there is none
    public record LaterDocument(String name, Optional<LocalDate> until, String upload) {}

    /// One line of the receipt.
    ///
    /// @param name e.g. "Erwachsene"
    /// @param count 1 or more
    /// @param cents price of one
    public record Position(String name, int count, int cents) {}

    /// Places of one slot.
    ///
    /// @param venueId venue of the booking service
    /// @param slotId slot of the booking service
    /// @param venueName for the ticket, German
    /// @param slotWords date and time for the ticket, German, e.g. "Sa., 6. Juni 2026, 9:00–13:00 Uhr"
    /// @param places how many, all tariffs together
    public record Reservation(
            String venueId, String slotId, String venueName, String slotWords, int places) {}

    /// An application to an authority.
    ///
    /// @param destinationId destination of FIT-Connect (UUID)
    /// @param leikaKey 14 digits, or empty where the service has none
    /// @param serviceName official name
    /// @param dataJson the answers as JSON by field id; personal
    /// @param enclosures documents that go with it
    public record Application(
            String destinationId,
            String leikaKey,
            String serviceName,
            String dataJson,
            List<Enclosure> enclosures) {
        public Application {
            enclosures = List.copyOf(enclosures);
        }

        /// An application without documents.
        public Application(
                String destinationId, String leikaKey, String serviceName, String dataJson) {
            this(destinationId, leikaKey, serviceName, dataJson, List.of());
        }

        @Override
        public String toString() {
            return "Application[" + leikaKey + "]";
        }
    }

    /// A document that goes with an application.
    ///
    /// @param id by which the application names it
    /// @param name as the form calls it, German
    /// @param pages ids of its pages in their order, by which [Enclosures] has them
    public record Enclosure(UUID id, String name, List<String> pages) {
        public Enclosure {
            pages = List.copyOf(pages);
        }
    }

    /// One line of the citizen's own copy; personal.
    public record CopyLine(String label, String value) {
        @Override
        public String toString() {
            return "CopyLine[]";
        }
    }

    @Override
    public String toString() {
        return "OrderRequest[" + id + ", " + serviceId + "]";
    }
}
