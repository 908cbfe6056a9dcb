package de.koblenz.kiosk.order.payment;

import java.io.IOException;

/// A payment platform. Thread-safe; calls block for seconds at most.
public interface PaymentGateway {
    /// Opens the transaction of a request. The same request id may be sent again when the answer was lost.
    ///
    /// @throws IOException if no believable answer came; the transaction may exist or not
    Opening open(PaymentRequest request) throws IOException;

    /// How the transaction stands.
    ///
    /// @throws IOException if no believable answer came
    PaymentState look(String transactionId) throws IOException;

    /// Answer to [#open].
    sealed interface Opening {
        /// There is a page to pay at.
        ///
        /// @param transactionId the platform's id of the transaction
        /// @param url page to pay at, shown as QR code
        /// @param reference booking reference, empty where the platform gives it only after payment
        record Opened(String transactionId, String url, String reference) implements Opening {}

        /// The platform will not take this request.
        ///
        /// @param status HTTP status
        record Refused(int status) implements Opening {}
    }
}
