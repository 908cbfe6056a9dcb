package de.koblenz.kiosk.order;

import de.koblenz.kiosk.device.printer.PrintJournal;
import de.koblenz.kiosk.order.OrderProgress.Paper;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What happened to an order: the answer to an [Effect], or something a citizen did.
sealed interface Outcome {
    /// The order is on disk.
    record Begun() implements Outcome {}

    record Held(Instant until) implements Outcome {}

    record SoldOut() implements Outcome {}

    record HoldExtended(Instant until) implements Outcome {}

    /// The hold has expired or was released.
    record HoldGone() implements Outcome {}

    record HoldReleased() implements Outcome {}

    /// A hold that was to be released is confirmed.
    record HoldIsConfirmed() implements Outcome {}

    /// The places are sold.
    ///
    /// @param codes verified ticket codes
    record HoldConfirmed(List<String> codes) implements Outcome {
        public HoldConfirmed {
            codes = List.copyOf(codes);
        }
    }

    /// The tickets of the booking service cannot be trusted.
    record TicketsInvalid(String code) implements Outcome {}

    record TakenBack() implements Outcome {}

    record PaymentOpened(String transactionId, String url, String kassenzeichen)
            implements Outcome {}

    /// The platform does not take the request.
    record PaymentRefused(String code) implements Outcome {}

    /// Neither paid nor ended.
    record PaymentPending() implements Outcome {}

    record PaymentPaid(String kassenzeichen, String method, int feeCents, Instant at)
            implements Outcome {}

    /// Declined, cancelled or timed out at the platform: it can never be paid any more.
    record PaymentEnded(String code) implements Outcome {}

    record ChargeBooked() implements Outcome {}

    record RefundBooked() implements Outcome {}

    record Announced(String submissionId, String caseId) implements Outcome {}

    /// The delivery service has a document.
    ///
    /// @param number from 0
    record Uploaded(int number) implements Outcome {}

    /// The delivery service does not know the announced submission, or a place in it, any more.
    ///
    /// @param attempt how often it has said so of this order, from 1
    record AnnouncementGone(int attempt) implements Outcome {}

    /// The citizen has waited for the delivery service as long as anybody may be kept waiting.
    record Overdue() implements Outcome {}

    record Sent() implements Outcome {}

    /// The delivery service will never take it.
    record Undeliverable(String code) implements Outcome {}

    record StatusIs(Order.Dispatch.Status status) implements Outcome {}

    /// A print job has ended.
    ///
    /// @param code failure code, empty where it is printed
    record Printed(int slip, Paper.State state, String code) implements Outcome {}

    /// What the print journal knows.
    ///
    /// @param entries newest journal entry by job id; jobs that it does not know are absent
    record PapersFound(Map<String, PrintJournal.Entry> entries) implements Outcome {
        public PapersFound {
            entries = Map.copyOf(entries);
        }
    }

    /// No answer, or none that can be believed; what was asked may have been done or not.
    ///
    /// @param attempt how often in a row, from 1
    record Unreachable(String code, int attempt) implements Outcome {}

    record CitizenLeft() implements Outcome {}

    record CitizenCancelled() implements Outcome {}

    /// The citizen wants to pay after all, or needs more time.
    record CitizenResumed() implements Outcome {}

    /// Staff printed a kept paper.
    record HandedOut(int slip) implements Outcome {}

    /// The terminal started and found the order unfinished.
    record Recovered() implements Outcome {}
}
