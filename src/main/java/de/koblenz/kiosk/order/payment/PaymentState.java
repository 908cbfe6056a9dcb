package de.koblenz.kiosk.order.payment;

import java.time.Instant;
import java.util.OptionalInt;

/// How a transaction stands at the payment platform.
public sealed interface PaymentState {
    /// Neither paid nor ended.
    record Pending() implements PaymentState {}

    /// Paid.
    ///
    /// @param reference booking reference of the platform; empty where it gives none
    /// @param method payment method in the platform's words, e.g. `CREDITCARD`
    /// @param at when
    /// @param feeCents what the provider keeps, where the platform tells it
    record Paid(String reference, String method, Instant at, OptionalInt feeCents)
            implements PaymentState {}

    /// It can never be paid any more.
    ///
    /// @param byPayer whether the payer cancelled it; otherwise it was declined or timed out
    record Ended(boolean byPayer) implements PaymentState {}
}
