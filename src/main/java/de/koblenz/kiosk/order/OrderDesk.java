package de.koblenz.kiosk.order;

import java.util.function.Consumer;

/// Where the session hands over what is to be done for good. Thread-safe.
public interface OrderDesk {
    /// Takes the order: it is on disk when this returns, with its application already sealed for the authority.
    ///
    /// Placing the same id again does nothing.
    ///
    /// @param enclosures where the pages of its documents are; not looked at once this returns
    /// @throws OrderRefused if it cannot be written down or sealed (disk full, key unusable): nothing was charged
    void place(OrderRequest request, Enclosures enclosures) throws OrderRefused;

    /// Takes an order without documents.
    default void place(OrderRequest request) throws OrderRefused {
        place(request, Enclosures.NONE);
    }

    /// The citizen cancels on the payment page. An order that is paid, or that may be, goes on.
    void cancel(OrderId id);

    /// The citizen wants to pay after all, or needs more time: the same payment page is offered again, as long as the
    /// platform takes it. A payment that is settled stays so.
    void resume(OrderId id);

    /// The citizen is gone (session ended): an unpaid order stays open until the payment's time limit; what is
    /// paid afterwards is fulfilled with its paper kept for staff, or given back. The copy is forgotten at once.
    void leave(OrderId id);

    /// Calls `listener` at every progress of every order, on a thread of the desk.
    void observe(Consumer<OrderProgress> listener);
}
