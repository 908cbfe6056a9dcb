package de.koblenz.kiosk.health;

import de.koblenz.kiosk.sandbox.broker.MqttBroker;
import java.io.IOException;
import java.nio.file.Path;

/// The stand-in for machines without a broker passes what the real one passes.
class HealthPublisherOverSandboxTest extends HealthPublisherContract {
    @Override
    TestBroker start(Path folder) throws IOException {
        return new Sandboxed();
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
