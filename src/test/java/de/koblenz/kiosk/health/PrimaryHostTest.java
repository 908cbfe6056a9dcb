package de.koblenz.kiosk.health;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.health.sparkplug.HostState;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PrimaryHostTest {
    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");

    private final PrimaryHost host = new PrimaryHost();

    /// `tck-id-message-flow-edge-node-birth-publish-phid-wait-timestamp`: the first is taken whatever its time.
    @Test
    void theFirstWordCounts() {
        assertFalse(host.isOnline());
        host.heard(new HostState(true, Instant.EPOCH));
        assertTrue(host.isOnline());
    }

    /// `tck-id-operational-behavior-edge-node-termination-host-offline-timestamp`
    @Test
    void theDeathOfAnEarlierSessionIsNone() {
        host.heard(new HostState(true, NOW));
        host.heard(new HostState(false, NOW.minusMillis(1)));
        assertTrue(host.isOnline());
        host.heard(new HostState(false, NOW));
        assertFalse(host.isOnline());
    }

    @Test
    void onANewLineItHasToBeHeardAnewAndNotFromBefore() {
        host.heard(new HostState(true, NOW));
        host.reset();
        assertFalse(host.isOnline());
        host.heard(new HostState(true, NOW.minusMillis(1)));
        assertFalse(host.isOnline());
        host.heard(new HostState(true, NOW));
        assertTrue(host.isOnline());
    }
}
