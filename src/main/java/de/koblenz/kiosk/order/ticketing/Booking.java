package de.koblenz.kiosk.order.ticketing;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// The booking service, the one owner of capacity. Every change may be asked again with the same id. Thread-safe;
/// calls block for seconds at most and throw [IOException] where no believable answer came: what was asked may
/// then have been done or not.
public interface Booking {
    List<Venue> venues() throws IOException;

    /// Slots of a venue that begin on the days from `from` to `to`, both included.
    List<Slot> slots(String venueId, LocalDate from, LocalDate to) throws IOException;

    Hold hold(UUID holdId, String slotId, int places, Duration ttl) throws IOException;

    Hold extend(UUID holdId, Duration ttl) throws IOException;

    /// Turns a hold into tickets; the same ones at each repetition.
    ///
    /// @param orderReference short reference for the service's books
    Confirmation confirm(UUID holdId, String orderReference) throws IOException;

    /// Gives a hold back.
    ///
    /// @return false if it is confirmed and was therefore not released
    boolean release(UUID holdId) throws IOException;

    /// Takes confirmed places back and revokes their tickets; nothing happens where there are none.
    void takeBack(UUID holdId, String reason) throws IOException;

    /// Answer to [#hold] and [#extend].
    sealed interface Hold {
        record Held(Instant until) implements Hold {}

        /// Fewer places are left than were asked for.
        ///
        /// @param free places that are left
        record SoldOut(int free) implements Hold {}

        /// Expired or released; the id cannot be used again.
        record Gone() implements Hold {}
    }

    /// Answer to [#confirm].
    sealed interface Confirmation {
        /// The places are sold.
        ///
        /// @param codes one signed code per place, verified
        record Confirmed(List<String> codes) implements Confirmation {
            public Confirmed {
                codes = List.copyOf(codes);
            }
        }

        /// Expired or released.
        record Gone() implements Confirmation {}

        /// The service answered with tickets that no key of it has signed.
        record Untrusted() implements Confirmation {}
    }
}
