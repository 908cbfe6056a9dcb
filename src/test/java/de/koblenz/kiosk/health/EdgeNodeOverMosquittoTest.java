package de.koblenz.kiosk.health;

import static org.junit.jupiter.api.Assertions.assertFalse;

import de.koblenz.kiosk.config.HealthSettings;
import de.koblenz.kiosk.health.command.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EdgeNodeOverMosquittoTest extends EdgeNodeContract {
    @Override
    TestBroker start(Path folder) throws IOException {
        return new Mosquitto(folder);
    }

    /// "No matching subscribers" (MQTT v5.0 §3.4.2.1) is no success for somebody who waits for a picture.
    @Test
    void aReplyThatNobodyTakesIsNotThere() throws Exception {
        HealthSettings settings = TestBroker.settings(broker.port(), Duration.ofSeconds(15));
        try (EdgeNode node = node(settings)) {
            node.publish(report(1));
            Reply reply = Reply.lines(UUID.randomUUID(), List.of("eins"));
            assertFalse(node.send(reply).get(20, TimeUnit.SECONDS));
        }
    }
}
