package de.koblenz.kiosk.health;

import java.io.IOException;
import java.nio.file.Path;

class EdgeNodeOverMosquittoTest extends EdgeNodeContract {
    @Override
    TestBroker start(Path folder) throws IOException {
        return new Mosquitto(folder);
    }
}
