package de.koblenz.kiosk.order.payment;

import java.util.Map;

/// What the payment provider takes per transaction, by method. XBezahldienste 1.0.0 does not tell it, so it is
/// what the city agreed with its provider.
///
/// @param byMethod method in the platform's words → fee
/// @param other fee of methods that are not listed
public record ProviderFees(Map<String, Fee> byMethod, Fee other) {
    /// Nothing is known of fees.
    public static final ProviderFees NONE =
            new ProviderFees(Map.of(), new Fee(BookingEntry.UNKNOWN_FEE, 0));

    public ProviderFees {
        byMethod = Map.copyOf(byMethod);
    }

    /// A fixed part and a part of the amount.
    ///
    /// @param cents fixed part
    /// @param basisPoints hundredths of a per cent of the amount
    public record Fee(int cents, int basisPoints) {}

    /// The fee in cents, half a cent rounded up; [BookingEntry#UNKNOWN_FEE] where nothing is known of it.
    public int of(String method, int cents) {
        Fee fee = byMethod.getOrDefault(method, other);
        long part = (long) cents * fee.basisPoints();
        return Math.toIntExact(fee.cents() + (part + 5_000) / 10_000);
    }
}
