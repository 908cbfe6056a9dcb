package de.koblenz.kiosk.order;

/// The failure codes of orders; worded for citizens in the texts under `code.<CODE>`, listed in `docs/codes.md`.
///
/// Codes of the printer (`PRN-…`) pass through unchanged.
public final class OrderCodes {
    /// No room on the disk: nothing is sold until there is.
    public static final String DISK_FULL = "ORD-DISK-FULL";

    /// The database does not work.
    public static final String STORE = "ORD-STORE";

    /// The terminal went down before anything was charged.
    public static final String INTERRUPTED = "ORD-INTERRUPTED";

    /// The citizen cancelled or left before anything was charged.
    public static final String CANCELLED = "ORD-CANCELLED";

    /// Paid or sent after the citizen had left: paper is kept for staff.
    public static final String PAPER_KEPT = "ORD-PAPER-KEPT";

    /// All is delivered but the citizen's own copy, which is kept for staff until closing time.
    public static final String COPY_NOT_PRINTED = "ORD-COPY-NOT-PRINTED";

    /// No place left.
    public static final String SOLD_OUT = "BOOK-SOLD-OUT";

    /// The booking service does not answer.
    public static final String BOOKING_OFFLINE = "BOOK-OFFLINE";

    /// The held places are gone.
    public static final String HOLD_LOST = "BOOK-HOLD-LOST";

    /// The signature of a ticket is wrong.
    public static final String TICKET_INVALID = "BOOK-TICKET-INVALID";

    /// The payment platform does not answer.
    public static final String PAY_OFFLINE = "PAY-OFFLINE";

    /// The payment platform does not take the request.
    public static final String PAY_REFUSED = "PAY-REFUSED";

    /// The payment was declined.
    public static final String PAY_DECLINED = "PAY-DECLINED";

    /// The payment was cancelled on the payment page.
    public static final String PAY_CANCELLED = "PAY-CANCELLED";

    /// Nobody paid in time.
    public static final String PAY_TIMEOUT = "PAY-TIMEOUT";

    /// Paid after the time limit: it goes back.
    public static final String PAY_LATE = "PAY-LATE";

    /// The key of the authority is not known, so nothing can be sealed for it.
    public static final String NO_KEY = "SUB-NO-KEY";

    /// A document that was to go with the application is gone, too large or unreadable.
    public static final String ENCLOSURE = "SUB-ENCLOSURE";

    /// The delivery service does not answer; the sealed application is sent later.
    public static final String SUBMISSION_PENDING = "SUB-PENDING";

    /// The delivery service will not take the application.
    public static final String SUBMISSION_REFUSED = "SUB-REFUSED";

    /// The authority could not take the application.
    public static final String SUBMISSION_REJECTED = "SUB-REJECTED";

    /// The delivery service signed for something else than what was sent.
    public static final String SUBMISSION_ALTERED = "SUB-ALTERED";

    /// The authority has not answered for weeks.
    public static final String SUBMISSION_SILENT = "SUB-SILENT";

    private OrderCodes() {}
}
