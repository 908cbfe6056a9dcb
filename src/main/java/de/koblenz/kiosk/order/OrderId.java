package de.koblenz.kiosk.order;

import java.util.UUID;

/// Identity of an order, made before its first durable step; also the idempotency key towards payment
/// platform, booking service and authority.
public record OrderId(UUID value) {
    public static OrderId of(String text) {
        return new OrderId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
