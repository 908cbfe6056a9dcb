package de.koblenz.kiosk.sandbox;

/// The states of a transaction, spelt as XBezahldienste 1.0.0 spells them. All but [#INITIAL] are final.
public enum PaymentStatus {
    /// Waits for the citizen.
    INITIAL,
    /// Charged, once.
    PAYED,
    /// Declined by the provider.
    FAILED,
    /// Given up by the citizen, or not paid within the time limit.
    CANCELED
}
