package de.koblenz.kiosk.order.payment;

import java.util.List;

/// What is to be paid. Holds nothing about the payer.
///
/// @param requestId idempotency key, at most 36 characters
/// @param cents the sum
/// @param purpose what stands on the account statement: at most 27 letters, digits, blanks and hyphens of ASCII
///     (XBezahldienste 1.0.0, `purpose`)
/// @param description what the payment page shows, at most 250 characters
/// @param items what the sum is made of
public record PaymentRequest(
        String requestId, int cents, String purpose, String description, List<Item> items) {
    public PaymentRequest {
        items = List.copyOf(items);
        if (!purpose.matches("[A-Za-z0-9 -]{1,27}")) {
            throw new IllegalArgumentException("not a purpose of a payment: " + purpose);
        }
    }

    /// One position.
    ///
    /// @param reference the service, at most 36 characters
    /// @param name what it is
    /// @param count how many
    /// @param cents price of one
    public record Item(String reference, String name, int count, int cents) {}
}
