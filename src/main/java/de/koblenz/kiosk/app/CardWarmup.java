package de.koblenz.kiosk.app;

import de.koblenz.kiosk.eid.crypto.StandardCurve;
import java.security.SecureRandom;

/// Makes the first card as quick as the next: the curves' tables and the provider's classes take most of a second, once.
final class CardWarmup {
    private static final int ROUNDS = 8;

    private CardWarmup() {}

    /// Warms up on a thread of its own.
    static void start(CardAccess access) {
        Thread.ofPlatform().daemon().name("card-warmup").start(() -> run(access));
    }

    private static void run(CardAccess access) {
        SecureRandom random = new SecureRandom();
        for (int round = 0; round < ROUNDS; round++) {
            StandardCurve.KeyPair key = StandardCurve.BRAINPOOL_P256.keyPair(random);
            // As an ephemeral key is sent.
            var _ = key.curve().x(key.point());
        }
        // Also reads the certificates, and finds the hardware module.
        var _ = access.rights();
    }
}
