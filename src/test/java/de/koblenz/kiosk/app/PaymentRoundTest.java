package de.koblenz.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.koblenz.kiosk.order.payment.XBezahldienste;
import de.koblenz.kiosk.order.wire.StubbornServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaymentRoundTest {
    private StubbornServer server;
    private XBezahldienste platform;
    private PaymentRound round;

    @BeforeEach
    void start() throws IOException {
        server = new StubbornServer();
        platform =
                new XBezahldienste(
                        new XBezahldienste.Account(server.base(), "o", "e", "user", "password"),
                        URI.create("https://www.koblenz.de/"),
                        Duration.ofSeconds(5),
                        InstantSource.system());
        round = new PaymentRound(platform.watch(), platform::askState);
    }

    @AfterEach
    void stop() {
        round.close();
        server.close();
    }

    private int asked(int rounds) {
        int before = server.asked.size();
        for (int i = 0; i < rounds; i++) {
            round.walk();
        }
        return server.asked.size() - before;
    }

    @Test
    void aPlatformThatWorksIsAskedAtOnceAndThenEveryQuarterOfAnHour() {
        server.says(200, "{}");
        assertEquals(1, asked(1));
        assertEquals(2, asked(16));
    }

    @Test
    void aPlatformThatFailsIsAskedInEachRound() {
        server.says(503, "");
        assertEquals(4, asked(4));
        server.says(200, "{}");
        assertEquals(1, asked(4));
    }

    @Test
    void whileThereArePaymentsNobodyAsks() throws IOException {
        server.says(200, "{\"paymentInformation\":{\"status\":\"INITIAL\"}}");
        round.walk();
        for (int i = 0; i < 20; i++) {
            platform.look("t-1");
            assertEquals(0, asked(1));
        }
    }
}
