package de.koblenz.kiosk.health.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.DeviceId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {
    private static final UUID OUTBOX = UUID.fromString("0b54d5a2-4c0f-4f0e-9d3a-3f1f0e6f2a11");
    private static final UUID COMMAND = UUID.fromString("7f6e5d4c-3b2a-4190-8877-665544332211");
    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");

    private static final KioskEvent PAPER_LOW =
            new KioskEvent(
                    OUTBOX,
                    42,
                    NOW,
                    EventKind.PAPER_LOW,
                    Severity.WARNING,
                    Optional.of(new DeviceId("receipt-printer")),
                    "PRN-PAPER-LOW",
                    Optional.of(COMMAND),
                    Map.of(EventNumber.PRINTS_LEFT, 12L, EventNumber.PAPER_LEFT_MM, 2400L));

    @Test
    void anEventIsWrittenAsDocumented() {
        assertEquals(
                "{\"schema\":1,\"outbox\":\"0b54d5a2-4c0f-4f0e-9d3a-3f1f0e6f2a11\",\"seq\":42,"
                        + "\"at\":\"2026-06-01T08:00:00Z\",\"kind\":\"supply.paper.low\","
                        + "\"severity\":\"WARNING\",\"device\":\"receipt-printer\","
                        + "\"code\":\"PRN-PAPER-LOW\","
                        + "\"command\":\"7f6e5d4c-3b2a-4190-8877-665544332211\","
                        + "\"numbers\":{\"printsLeft\":12,\"paperLeftMm\":2400}}",
                new String(EventCodec.encode(PAPER_LOW), StandardCharsets.UTF_8));
    }

    @Test
    void anEventComesBackAsItWas() throws Exception {
        assertEquals(PAPER_LOW, EventCodec.decodeEvent(EventCodec.encode(PAPER_LOW)));
    }

    @ParameterizedTest
    @EnumSource
    void everyKindComesBackAsItWas(EventKind kind) throws Exception {
        for (Severity severity : new Severity[] {kind.severity(), Severity.CLEARED}) {
            KioskEvent event =
                    new KioskEvent(
                            OUTBOX,
                            1,
                            NOW,
                            kind,
                            severity,
                            Optional.empty(),
                            "",
                            Optional.empty(),
                            Map.of());
            assertEquals(event, EventCodec.decodeEvent(EventCodec.encode(event)));
        }
    }

    @Test
    void anAcknowledgementComesBackAsItWas() throws Exception {
        EventAck ack = new EventAck(OUTBOX, 10_000);
        assertEquals(
                "{\"outbox\":\"0b54d5a2-4c0f-4f0e-9d3a-3f1f0e6f2a11\",\"upTo\":10000}",
                new String(EventCodec.encode(ack), StandardCharsets.UTF_8));
        assertEquals(ack, EventCodec.decodeAck(EventCodec.encode(ack)));
    }

    @Test
    void anEventHasNoPlaceForWords() {
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new KioskEvent(
                                OUTBOX,
                                1,
                                NOW,
                                EventKind.STARTED,
                                Severity.NOTICE,
                                Optional.empty(),
                                "Erika Mustermann",
                                Optional.empty(),
                                Map.of()));
    }

    @Test
    void fieldsOfLaterVersionsAreLeftBehind() throws Exception {
        String later =
                json().replace("\"numbers\":{", "\"more\":[1],\"numbers\":{\"other\":\"x\",");
        assertEquals(PAPER_LOW, decode(later));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"schema\":1|\"schema\":2",
                "\"seq\":42|\"seq\":0",
                "\"seq\":42|\"seq\":4.5",
                "\"seq\":42|\"seq\":\"42\"",
                "\"seq\":42|\"seq\":99999999999999999999",
                "0b54d5a2-4c0f-4f0e-9d3a-3f1f0e6f2a11|1-1-1-1-1",
                "supply.paper.low|supply.paper",
                "WARNING|CRITICAL",
                "WARNING|warning",
                "receipt-printer|Erika Mustermann",
                "PRN-PAPER-LOW|paper is low",
                "2026-06-01T08:00:00Z|yesterday",
                // A time that no database has would keep the data centre from writing anything.
                "2026-06-01T08:00:00Z|+1000000000-12-31T23:59:59.999Z",
                "2026-06-01T08:00:00Z|+10000-01-01T00:00:00Z",
                "2026-06-01T08:00:00Z|1969-12-31T23:59:59Z",
                "\"printsLeft\":12|\"printsLeft\":\"12\"",
                "{\"schema\"|[\"schema\"",
                "}}|}"
            })
    void whatIsNoEventIsRefused(String change) {
        String[] parts = change.split("\\|");
        assertTrue(json().contains(parts[0]));
        String broken = json().replace(parts[0], parts[1]);
        assertThrows(MalformedEventException.class, () -> decode(broken));
    }

    @Test
    void anyBytesAreReadOrRefusedButNeverAnythingElse() {
        Random random = new Random(20261122);
        for (int round = 0; round < 5_000; round++) {
            byte[] bytes = EventCodec.encode(PAPER_LOW);
            for (int change = random.nextInt(4); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                EventCodec.decodeEvent(bytes);
            } catch (MalformedEventException _) {
                // Refused.
            }
            try {
                EventCodec.decodeAck(bytes);
            } catch (MalformedEventException _) {
                // Refused.
            }
        }
    }

    private static String json() {
        return new String(EventCodec.encode(PAPER_LOW), StandardCharsets.UTF_8);
    }

    private static KioskEvent decode(String json) throws MalformedEventException {
        return EventCodec.decodeEvent(json.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @EnumSource
    void aTopicComesBackAsItWas(KioskTopic.Channel channel) throws Exception {
        KioskTopic topic = new KioskTopic("amt", "terminal-1", channel);
        assertEquals(topic, KioskTopic.parse(topic.text()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kiosk/v1/amt/terminal-1",
                "kiosk/v1/amt/terminal-1/",
                "kiosk/v1/amt/terminal-1/events",
                "kiosk/v1/amt/terminal-1/event/ack/more",
                "kiosk/v2/amt/terminal-1/event",
                "kiosk/v1//terminal-1/event",
                "kiosk/v1/+/terminal-1/event"
            })
    void whatIsNoTopicOfOursIsRefused(String text) {
        assertThrows(MalformedEventException.class, () -> KioskTopic.parse(text));
    }

    @Test
    void topicsAreAsDocumented() {
        assertEquals(
                "kiosk/v1/amt/terminal-1/event",
                new KioskTopic("amt", "terminal-1", KioskTopic.Channel.EVENT).text());
        assertEquals(
                "kiosk/v1/amt/terminal-1/event/ack",
                new KioskTopic("amt", "terminal-1", KioskTopic.Channel.EVENT_ACK).text());
        assertEquals("kiosk/v1/+/+/event", KioskTopic.all(KioskTopic.Channel.EVENT));
    }
}
