package de.koblenz.kiosk.health;

import java.io.IOException;
import java.nio.file.Path;

class HealthPublisherOverMosquittoTest extends HealthPublisherContract {
    @Override
    TestBroker start(Path folder) throws IOException {
        return new Mosquitto(folder);
    }
}
