package de.koblenz.kiosk.health;

import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.health.event.Alarm;
import de.koblenz.kiosk.health.event.EventKind;
import de.koblenz.kiosk.sandbox.broker.MqttBroker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The stand-in for machines without a broker passes what the real one passes.
class EdgeNodeOverSandboxTest extends EdgeNodeContract {
    @Override
    TestBroker start(Path folder) throws IOException {
        return new Sandboxed();
    }

    /// The broker says 0x8E (MQTT v5.0 §3.14.2.1). mosquitto 2.0.11 closes the line without a word: there the pause that grows with each
    /// try keeps the two apart, and the monitor sees two outboxes.
    @Test
    void twoTerminalsOfOneNameDoNotTakeTurnsWithoutEnd() throws Exception {
        try (MessageCollector listener = collector();
                EdgeNode one = node(TestBroker.settings(broker.port(), LONG, LONG))) {
            one.publish(report(1));
            born(listener);
            try (EdgeNode other = node(TestBroker.settings(broker.port(), LONG, LONG))) {
                other.publish(report(2));
                awaitTrue(() -> !one.connected(), () -> "both are connected");
                awaitTrue(() -> births(listener) >= 2, () -> "the other was not heard");
                // The one that was thrown out waits the longest pause, not a random part of a
                // second.
                assertTrue(
                        listener.await(_ -> births(listener) > 2, Duration.ofSeconds(2)).isEmpty());
                assertTrue(other.connected());
                assertTrue(
                        outbox().standing()
                                .contains(new Alarm(EventKind.IDENTITY_DOUBLED, Optional.empty())));
            }
        }
    }

    private static final class Sandboxed implements TestBroker {
        private MqttBroker broker = new MqttBroker(0);

        Sandboxed() throws IOException {}

        @Override
        public int port() {
            return broker.port();
        }

        @Override
        public void kill() {
            broker.close();
        }

        @Override
        public void restart() throws IOException {
            broker = new MqttBroker(broker.port());
        }

        @Override
        public void close() {
            broker.close();
        }
    }
}
