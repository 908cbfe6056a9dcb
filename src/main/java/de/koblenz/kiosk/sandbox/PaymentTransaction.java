package de.koblenz.kiosk.sandbox;

import java.time.Instant;
import java.util.Optional;

/// One transaction as the platform knows it.
///
/// @param id given by the platform; at most 44 characters of `[A-Za-z0-9_-]`
/// @param requestId given by the client, the key of idempotency
/// @param reference the Kassenzeichen
/// @param redirectUrl where the payment page leads back to, empty for nowhere
/// @param request the client's request as JSON, without the requestor (nobody here needs the person)
/// @param pageKey unguessable part of the address of the payment page
/// @param createdAt when the request arrived
/// @param expiresAt from then on an unpaid transaction is CANCELED
/// @param charge present exactly if PAYED
/// @param detail a short reason for a state that is not PAYED, empty for none
public record PaymentTransaction(
        String id,
        String requestId,
        String reference,
        int amountCents,
        String purpose,
        String description,
        String redirectUrl,
        String request,
        String pageKey,
        Instant createdAt,
        Instant expiresAt,
        PaymentStatus status,
        Optional<Charge> charge,
        String detail) {
    /// How a transaction was paid.
    ///
    /// @param providerFeeCents what the provider keeps of the amount
    public record Charge(PaymentMethod method, int providerFeeCents, Instant at) {}

    @Override
    public String toString() {
        return "PaymentTransaction[" + id + " " + status + " " + amountCents + " ct]";
    }
}
