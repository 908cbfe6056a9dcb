package de.koblenz.kiosk.device.sim.card;

import java.util.List;

/// The pseudonyms of a card, one per sector (BSI TR-03110-2 §3.6, TR-03110-3 A.5).
final class RestrictedIdentification {
    /// Key 1 makes the mark by which a revoked card is known, key 2 the pseudonym of its holder.
    static final List<Integer> KEYS = List.of(1, 2);

    private RestrictedIdentification() {}

    /// Whether the terminal needs the right of restricted identification for a key.
    static boolean authorised(int key) {
        return key == 2;
    }
}
