package de.koblenz.kiosk.order;

/// What an order does next; written down before it is done, so that a crash is continued here.
public enum OrderState {
    /// On disk; nothing asked of anybody.
    PLACED,
    /// The booking service is asked for a hold.
    RESERVING,
    /// The payment platform is asked for a transaction; nobody has seen its page yet.
    OPENING,
    /// The transaction is watched until the platform has settled it.
    PAYING,
    /// Paid: the charge goes into the booking journal.
    BOOKING,
    /// The hold becomes tickets.
    CONFIRMING,
    /// The application is sent while the citizen waits.
    SUBMITTING,
    /// Papers are printed.
    PRINTING,
    /// Papers are dealt with; the application is still in the outbox.
    DELIVERING,
    /// The application is with the delivery service; the authority's answer is awaited.
    TRACKING,
    /// Nothing was charged; the hold is given back.
    RELEASING,
    /// Paid but not deliverable; the refund goes into the booking journal.
    REFUNDING,
    /// Not deliverable; confirmed places are taken back.
    TAKING_BACK,
    /// Nothing is left to do; what was sealed is erased.
    ENDED
}
