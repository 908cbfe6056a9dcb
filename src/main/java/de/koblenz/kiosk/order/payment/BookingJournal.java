package de.koblenz.kiosk.order.payment;

import java.io.IOException;
import java.util.List;

/// The append-only journal of money (GoBD: complete, in order, unchangeable). No personal data. Thread-safe.
public interface BookingJournal {
    /// Appends an entry; one of the same order and kind is already there: nothing happens.
    ///
    /// Returns when it is on disk.
    void append(BookingEntry entry) throws IOException;

    /// All entries in the order of their numbers.
    List<BookingEntry> entries() throws IOException;
}
