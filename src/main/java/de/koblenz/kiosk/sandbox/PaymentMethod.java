package de.koblenz.kiosk.sandbox;

/// The payment methods of XBezahldienste 1.0.0, with what the provider takes for them (invented, plausible).
public enum PaymentMethod {
    /// Ended on 31.12.2024; known, and not offered unless configured.
    GIROPAY(0, 89),
    PAYDIRECT(10, 149),
    CREDITCARD(25, 140),
    PAYPAL(35, 249),
    OTHER(10, 100);

    private final int fixedCents;
    private final int hundredthsOfPercent;

    PaymentMethod(int fixedCents, int hundredthsOfPercent) {
        this.fixedCents = fixedCents;
        this.hundredthsOfPercent = hundredthsOfPercent;
    }

    /// The provider's fee for an amount, in cents, half up.
    public int providerFeeCents(int amountCents) {
        long share = ((long) amountCents * hundredthsOfPercent + 5_000) / 10_000;
        return fixedCents + (int) share;
    }
}
