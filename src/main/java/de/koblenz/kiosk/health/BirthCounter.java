package de.koblenz.kiosk.health;

import java.io.IOException;

/// Numbers the connections of a terminal, over its restarts, so that a host can tell which birth a death belongs to
/// (`tck-id-message-flow-edge-node-birth-publish-will-message-payload-bdSeq`).
public interface BirthCounter {
    /// Number of a new connection: from 0, one more than the last, 0 after 255. Written down before it is told.
    ///
    /// @throws IOException if it cannot be written down
    int next() throws IOException;
}
