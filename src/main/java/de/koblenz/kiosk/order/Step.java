package de.koblenz.kiosk.order;

import java.time.Duration;

/// One step of the saga: write `order` down, then do `effect` after `delay`.
record Step(Order order, Effect effect, Duration delay) {
    static Step now(Order order, Effect effect) {
        return new Step(order, effect, Duration.ZERO);
    }

    static Step keep(Order order) {
        return now(order, new Effect.Keep());
    }
}
