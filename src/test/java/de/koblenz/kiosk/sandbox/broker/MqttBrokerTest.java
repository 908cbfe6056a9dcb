package de.koblenz.kiosk.sandbox.broker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
class MqttBrokerTest {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /// CONNECT (§3.1): length 14, "MQTT", version 5, clean start, keep-alive 60, no properties, client "a".
    private static final String CONNECT = "100E 0004 4D515454 05 02 003C 00 0001 61";

    /// The same as client "b": "a" would be taken over.
    private static final String OTHER_CONNECT = "100E 0004 4D515454 05 02 003C 00 0001 62";

    /// CONNACK (§3.2): no session, success, 6 bytes of properties: maximum QoS 1, no subscription identifiers, shared
    /// subscriptions.
    private static final String CONNACK = "2009 00 00 06 2401 2900 2A01";

    private final MqttBroker broker = open();

    private static MqttBroker open() {
        try {
            return new MqttBroker(0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Socket client = new Socket();

    @BeforeEach
    void connect() throws IOException {
        client = new Socket(InetAddress.getLoopbackAddress(), broker.port());
        client.setSoTimeout(10_000);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        broker.close();
    }

    @Test
    void aClientConnectsPingsAndLeaves() throws IOException {
        send(CONNECT);
        expect(CONNACK);
        send("C000");
        expect("D000");
        send("E000");
        assertEquals(-1, client.getInputStream().read());
    }

    @Test
    void aRetainedMessageComesBackToASubscriber() throws IOException {
        sendAndReceive();
    }

    private void sendAndReceive() throws IOException {
        send(CONNECT);
        expect(CONNACK);
        // PUBLISH QoS 1, retained (§3.3): topic "t", packet id 7, no properties, "x".
        send("3307 0001 74 0007 00 78");
        // PUBACK (§3.4).
        expect("4002 0007");
        // SUBSCRIBE (§3.8): packet id 8, no properties, filter "#", QoS 1.
        send("8207 0008 00 0001 23 01");
        // SUBACK (§3.9), then the message with packet id 1 and the retain flag.
        expect("9004 0008 00 01");
        expect("3307 0001 74 0001 00 78");
    }

    /// §4.8.2
    @Test
    void ofThoseWhoShareASubscriptionOneGetsEachMessage() throws IOException {
        send(CONNECT);
        expect(CONNACK);
        try (Socket other = new Socket(InetAddress.getLoopbackAddress(), broker.port())) {
            other.setSoTimeout(10_000);
            Socket first = client;
            client = other;
            send(OTHER_CONNECT);
            expect(CONNACK);
            // SUBSCRIBE: packet id 8, filter "$share/g/t", QoS 1; by both.
            send("8210 0008 00 000A 2473686172652F672F74 01");
            expect("9004 0008 00 01");
            client = first;
            send("8210 0008 00 000A 2473686172652F672F74 01");
            expect("9004 0008 00 01");
            // PUBLISH QoS 0 of "x" and "y"; the answer to a ping comes after whatever came before.
            send("3005 0001 74 00 78");
            send("3005 0001 74 00 79");
            send("C000");
            expect("3005 0001 74 00 78 3005 0001 74 00 79 D000");
            client = other;
            send("C000");
            expect("D000");
            client = first;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "100E 0004 4D515454 04 02 003C 00 0001 61, 84", // MQTT 3.1.1: unsupported version
        "C000, 82", // a ping before CONNECT
        "10FFFFFFFF01, 81", // a length of five bytes
        "10FFFF7F, 95", // 2 MB
        "1003 0004 4D, 81" // shorter than it says
    })
    void whatIsNoConnectIsAnsweredByAReason(String bytes, String code) throws IOException {
        send(bytes);
        expect("E002 " + code + " 00");
        assertEquals(-1, client.getInputStream().read());
    }

    @ParameterizedTest
    @CsvSource({
        "3508 0001 74 0007 00 7878, 9B", // QoS 2
        "3004 0001 23 00, 90", // a wildcard as a topic
        "3008 0001 74 03 230001 78, 94", // a topic alias
        "3004 00FF 74 00, 81", // a topic longer than the packet
        "F000, 82" // AUTH
    })
    void whatIsAgainstTheProtocolIsAnsweredByAReason(String bytes, String code) throws IOException {
        send(CONNECT);
        expect(CONNACK);
        send(bytes);
        expect("E002 " + code + " 00");
    }

    @Test
    void noiseDoesNotHarmTheOthers() throws IOException {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            byte[] noise = new byte[random.nextInt(1, 200)];
            random.nextBytes(noise);
            try (Socket other = new Socket(InetAddress.getLoopbackAddress(), broker.port())) {
                other.getOutputStream().write(HEX.parseHex(OTHER_CONNECT.replace(" ", "")));
                other.getOutputStream().write(noise);
            }
        }
        sendAndReceive();
    }

    @Test
    void filtersMatchByLevel() {
        assertTrue(matches("a/+/c", "a/b/c"));
        assertTrue(matches("a/#", "a"));
        assertTrue(matches("a/#", "a/b/c"));
        assertTrue(matches("#", "a/b"));
        assertFalse(matches("a/+", "a/b/c"));
        assertFalse(matches("a/b", "a"));
        assertFalse(matches("+", "a/b"));
        assertFalse(matches("#", "$SYS/x"));
    }

    private static boolean matches(String filter, String topic) {
        return Subscription.of(filter, 1).matches(topic);
    }

    private void send(String hex) throws IOException {
        client.getOutputStream().write(HEX.parseHex(hex.replace(" ", "")));
    }

    private void expect(String hex) throws IOException {
        byte[] expected = HEX.parseHex(hex.replace(" ", ""));
        byte[] found = client.getInputStream().readNBytes(expected.length);
        assertArrayEquals(
                expected, found, () -> HEX.formatHex(expected) + " but " + HEX.formatHex(found));
    }
}
