package de.koblenz.kiosk.health;

import de.koblenz.kiosk.config.HealthSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// A broker that a test can kill and start again at the same port.
interface TestBroker extends AutoCloseable {
    int port();

    /// Dies without a word and forgets everything.
    void kill() throws IOException;

    void restart() throws IOException;

    @Override
    void close() throws IOException;

    /// Settings of a terminal for a broker, or a relay before it, at `port`.
    static HealthSettings settings(int port, Duration keepAlive) {
        return settings(port, keepAlive, Duration.ofMillis(50));
    }

    /// With another longest pause between two tries.
    static HealthSettings settings(int port, Duration keepAlive, Duration longestReconnect) {
        return new HealthSettings(
                URI.create("mqtt://127.0.0.1:" + port),
                "amt",
                keepAlive,
                longestReconnect,
                Optional.empty(),
                Optional.empty());
    }
}
