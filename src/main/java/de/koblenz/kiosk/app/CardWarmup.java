package de.koblenz.kiosk.app;

import de.koblenz.kiosk.eid.crypto.StandardCurve;
import java.security.SecureRandom;

/// Makes the first card as quick as the next: the curves' tables and the provider's classes take most of a second, once.
final class CardWarmup {
    private static final int ROUNDS = 8;

    private CardWarmup() {}

    /// Warms up on a thread of its own.
    static void start(CardRoad road) {
        Thread.ofPlatform().daemon().name("card-warmup").start(road::warmUp);
    }

    /// Calculates what every card needs.
    static void curves(SecureRandom random) {
        for (int round = 0; round < ROUNDS; round++) {
            StandardCurve.KeyPair key = StandardCurve.BRAINPOOL_P256.keyPair(random);
            // As an ephemeral key is sent.
            var _ = key.curve().x(key.point());
        }
    }
}
