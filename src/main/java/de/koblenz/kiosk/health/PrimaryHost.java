package de.koblenz.kiosk.health;

import de.koblenz.kiosk.health.sparkplug.HostState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an edge node knows of the host that it waits for. Used under its owner's lock.
///
/// `tck-id-message-flow-edge-node-birth-publish-phid-wait-timestamp`, `tck-id-operational-behavior-edge-node-termination-host-offline-timestamp`
final class PrimaryHost {
    private @Nullable Instant newest;
    private boolean online;

    /// Takes a state that came; one that is older than the newest is that of a session of the host which is over.
    void heard(HostState state) {
        Instant before = newest;
        if (before == null || !state.timestamp().isBefore(before)) {
            newest = state.timestamp();
            online = state.online();
        }
    }

    /// A new line: what is so there has to be heard anew; what is older than the newest still is.
    void reset() {
        online = false;
    }

    boolean isOnline() {
        return online;
    }
}
