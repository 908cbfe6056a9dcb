package de.koblenz.kiosk.order;

import de.koblenz.kiosk.order.submission.SealedApplication;
import de.koblenz.kiosk.order.submission.SealedAttachment;
import de.koblenz.kiosk.order.submission.SealedSubmission;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The durable memory of orders. Every method returns only when its change is on disk. Thread-safe.
public interface OrderStore {
    /// Writes a new order down, with its sealed application beside it, and what its receipt says sealed. An id that is
    /// there stays as it is.
    ///
    /// @return false if the id was there
    /// @throws StoreFull if there is no room for it and for what it will still have to write
    /// @throws IOException if the store does not work; nothing was written
    boolean add(Order order, Optional<SealedApplication> sealed, ReceiptContent receipt)
            throws IOException;

    /// Writes the order as it is now; an order that has ended, or whose payment comes too late, loses its sealed
    /// application for good, and one whose receipt is printed what only that said. Attachments are gone as soon as the delivery
    /// service has signed that it holds them.
    ///
    /// @throws StoreFull if there is no room; the order is as it was before
    /// @throws IOException if the store does not work; the order is as it was before
    void save(Order order) throws IOException;

    /// Erases what receipts say that nobody has printed in time.
    ///
    /// @throws IOException if the store does not work
    void expire(Instant now) throws IOException;

    Optional<Order> find(OrderId id) throws IOException;

    /// What lies sealed beside an order.
    Optional<SealedSubmission> sealed(OrderId id) throws IOException;

    /// What the receipt of an order says: [ReceiptContent#USUAL] where it lies no longer beside it, or not by `now`.
    ReceiptContent receipt(OrderId id, Instant now) throws IOException;

    /// One of the documents that go with it.
    ///
    /// @param number from 0, in the order of [SealedSubmission#attachments()]
    Optional<SealedAttachment> attachment(OrderId id, int number) throws IOException;

    /// Orders that have not ended, oldest first.
    List<Order> unfinished() throws IOException;

    /// Orders of which a paper is kept for staff, oldest first.
    List<Order> withKeptPaper() throws IOException;
}
