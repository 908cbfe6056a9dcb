package de.koblenz.kiosk.health.sparkplug;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Golden bytes are written by hand after the schema of Sparkplug 3.0 §6.4.1 and the wire format of protocol buffers.
class SparkplugCodecTest {
    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");

    /// 1,780,300,800,000 ms as a varint.
    private static final String NOW_BYTES = "80c0c991e833";

    @Test
    void aDeathIsItsNumberAloneWithoutSequence() throws Exception {
        byte[] golden =
                bytes(
                        // Payload.timestamp = 1
                        "08" + NOW_BYTES,
                        // Payload.metrics = 2, 18 bytes
                        "12 12",
                        // Metric.name = 1 "bdSeq" (tck-id-payloads-ndeath-bdseq)
                        "0a 05 6264536571",
                        // Metric.timestamp = 3
                        "18" + NOW_BYTES,
                        // Metric.datatype = 4, Int64; Metric.long_value = 11, 7
                        // (tck-id-message-flow-edge-node-birth-publish-will-message-payload-bdSeq)
                        "20 04",
                        "58 07");
        // No Payload.seq = 3 (tck-id-payloads-ndeath-seq).
        SparkplugPayload death =
                SparkplugPayload.unnumbered(
                        NOW,
                        List.of(SparkplugMetric.named(KioskMetric.BD_SEQ, NOW, MetricValue.of(7))));
        assertArrayEquals(golden, SparkplugCodec.encode(death));
        assertEquals(death, SparkplugCodec.decode(golden));
    }

    @Test
    void aBirthHasNameAliasTypeTimeAndValueOfEachMetric() throws Exception {
        byte[] golden =
                bytes(
                        "08" + NOW_BYTES,
                        "12 22",
                        // tck-id-payloads-alias-birth-requirement: name and alias
                        "0a 0d 5374617475732f4865616c7468",
                        "10 04",
                        // tck-id-payloads-name-birth-data-requirement
                        "18" + NOW_BYTES,
                        // tck-id-payloads-metric-datatype-req: String = 12
                        "20 0c",
                        // Metric.string_value = 15 "FAILED"
                        "7a 06 4641494c4544",
                        "12 21",
                        // tck-id-topics-nbirth-rebirth-metric, without an alias
                        // (tck-id-operational-behavior-data-commands-rebirth-name-aliases)
                        "0a 14 4e6f646520436f6e74726f6c2f52656269727468",
                        "18" + NOW_BYTES,
                        // Boolean = 11, Metric.boolean_value = 14 false
                        "20 0b",
                        "70 00",
                        // Payload.seq = 3, 0 (tck-id-topics-nbirth-seq-num)
                        "18 00");
        SparkplugPayload birth =
                SparkplugPayload.of(
                        NOW,
                        0,
                        List.of(
                                SparkplugMetric.born(
                                        KioskMetric.HEALTH,
                                        0,
                                        NOW,
                                        Optional.of(MetricValue.of("FAILED"))),
                                SparkplugMetric.born(
                                        KioskMetric.REBIRTH,
                                        0,
                                        NOW,
                                        Optional.of(MetricValue.of(false)))));
        assertArrayEquals(golden, SparkplugCodec.encode(birth));
        assertEquals(birth, SparkplugCodec.decode(golden));
    }

    @Test
    void dataNameTheirMetricByAliasAlone() throws Exception {
        byte[] golden =
                bytes(
                        "08" + NOW_BYTES,
                        // tck-id-payloads-alias-data-cmd-requirement: alias 66 = slot 1, paper
                        "12 0e",
                        "10 42",
                        "18" + NOW_BYTES,
                        "7a 03 6c6f77",
                        // alias 72 = slot 1, prints until empty: not known, Metric.is_null = 7
                        "12 0b",
                        "10 48",
                        "18" + NOW_BYTES,
                        "38 01",
                        // seq 255, the last before 0 (tck-id-payloads-sequence-num-incrementing)
                        "18 ff01");
        SparkplugPayload data =
                SparkplugPayload.of(
                        NOW,
                        255,
                        List.of(
                                SparkplugMetric.changed(
                                        KioskMetric.PAPER,
                                        1,
                                        NOW,
                                        Optional.of(MetricValue.of("low"))),
                                SparkplugMetric.changed(
                                        KioskMetric.PRINTS_LEFT, 1, NOW, Optional.empty())));
        assertArrayEquals(golden, SparkplugCodec.encode(data));
        assertEquals(data, SparkplugCodec.decode(golden));
    }

    @Test
    void everyKindOfValueIsRead() throws Exception {
        SparkplugPayload read =
                SparkplugCodec.decode(
                        bytes(
                                // int_value = 10: 4,294,967,295
                                "12 08 1001 50 ffffffff0f",
                                // long_value = 11: -1,500 in two's complement
                                "12 0d 1001 58 a4f4ffffffffffffff01",
                                // float_value = 12: 0.25
                                "12 07 1001 65 0000803e",
                                // double_value = 13: 0.25
                                "12 0b 1001 69 000000000000d03f",
                                // boolean_value = 14
                                "12 04 1001 70 01",
                                // string_value = 15: "ä"
                                "12 06 1001 7a 02 c3a4",
                                // bytes_value = 16: two bytes, read over
                                "12 07 1001 8201 02 0102"));
        assertEquals(
                List.of(
                        new MetricValue.IntValue(-1),
                        new MetricValue.LongValue(-1500),
                        new MetricValue.FloatValue(0.25f),
                        new MetricValue.DoubleValue(0.25),
                        new MetricValue.BooleanValue(true),
                        new MetricValue.StringValue("ä"),
                        new MetricValue.ForeignValue(16)),
                read.metrics().stream().map(m -> m.value().orElseThrow()).toList());
        assertEquals(4_294_967_295L, new MetricValue.IntValue(-1).whole().orElseThrow());
        assertTrue(read.timestamp().isEmpty());
        assertTrue(read.seq().isEmpty());
    }

    @Test
    void fieldsThatNoTerminalUsesAreReadOver() throws Exception {
        SparkplugPayload read =
                SparkplugCodec.decode(
                        bytes(
                                // Payload.uuid = 4, Payload.body = 5, an extension 100
                                "22 01 61",
                                "2a 02 ffff",
                                "a206 01 00",
                                // Metric.metadata = 8, Metric.properties = 9, is_historical = 5,
                                // is_transient = 6
                                "12 0e 1001 42 02 0801 4a 00 28 01 30 01",
                                "38 01"));
        SparkplugMetric metric = read.metrics().getFirst();
        assertTrue(metric.historical());
        assertTrue(metric.passing());
        assertEquals(Optional.empty(), metric.value());
    }

    @Test
    void everyMetricOfTheListComesBackAsItWas() throws Exception {
        for (KioskMetric metric : KioskMetric.values()) {
            int slot = metric.scope() == MetricScope.NODE ? 0 : 3;
            SparkplugPayload payload =
                    SparkplugPayload.of(
                            NOW,
                            9,
                            List.of(
                                    SparkplugMetric.born(
                                            metric,
                                            slot,
                                            NOW,
                                            Optional.of(KioskMetricTest.example(metric))),
                                    SparkplugMetric.changed(metric, slot, NOW, Optional.empty())));
            assertEquals(payload, SparkplugCodec.decode(SparkplugCodec.encode(payload)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Breaks off within a varint, a metric, a text, a float.
                "08 80",
                "12 05 1001",
                "12 04 0a 05 61 62",
                "12 05 1001 65 0000",
                // A length below 0, and one of 2 GB.
                "12 ffffffffffffffffff01",
                "12 ffffffff07",
                // A text longer than its metric.
                "12 03 0a 7f 61 18 00",
                // Tag 0, wire types 6 and 7, the end of a group that none began.
                "00",
                "0e",
                "0f",
                "0c",
                // Text that is no UTF-8: a lone continuation, an overlong slash, a surrogate.
                "12 05 0a 01 80 38 01",
                "12 06 0a 02 c0af 38 01",
                "12 07 0a 03 eda080 38 01",
                // seq 256 and -1 (tck-id-payloads-sequence-num-zero-nbirth).
                "18 8002",
                "18 ffffffffffffffffff01",
                // A time of more than 63 bits.
                "08 ffffffffffffffffff01",
                // Neither value nor is_null; is_null false and no value.
                "12 02 1001",
                "12 04 1001 38 00"
            })
    void whatIsNoPayloadIsRefused(String hex) {
        assertThrows(MalformedSparkplugException.class, () -> SparkplugCodec.decode(bytes(hex)));
    }

    @Test
    void groupsWithinGroupsDoNotOverflowTheStack() {
        byte[] deep = new byte[200_000];
        Arrays.fill(deep, (byte) 0x33);
        assertThrows(MalformedSparkplugException.class, () -> SparkplugCodec.decode(deep));
    }

    @Test
    void whatIsTooLongOrTooManyIsRefused() {
        assertThrows(
                MalformedSparkplugException.class,
                () -> SparkplugCodec.decode(new byte[SparkplugCodec.LONGEST + 1]));
        String metrics = "1202 3801".repeat(SparkplugCodec.MOST_METRICS + 1);
        assertThrows(
                MalformedSparkplugException.class, () -> SparkplugCodec.decode(bytes(metrics)));
    }

    @Test
    void anyBytesAreReadOrRefusedButNeverAnythingElse() {
        Random random = new Random(20261122);
        int read = 0;
        byte[] birth =
                SparkplugCodec.encode(
                        SparkplugPayload.of(
                                NOW,
                                0,
                                Arrays.stream(KioskMetric.values())
                                        .map(m ->
                                                SparkplugMetric.named(
                                                        m, NOW, KioskMetricTest.example(m)))
                                        .toList()));
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = birth.clone();
            for (int change = random.nextInt(8); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                SparkplugCodec.decode(Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
                read++;
            } catch (MalformedSparkplugException _) {
                // Refused.
            }
        }
        assertTrue(read > 100, "nearly nothing was read: " + read);
    }

    @Test
    void whatIsNotOnTheListCannotBeSent() {
        MetricValue free = MetricValue.of("Erika Mustermann");
        refused(named("Citizen/Name", free));
        refused(named("Status/Mode", free));
        refused(named("Status/Code", free));
        refused(named("Properties/Software Version", free));
        refused(named("Status/Mode", MetricValue.of(1)));
        refused(named("system.cpu.utilization", MetricValue.of(Float.NaN)));
        refused(named("system.cpu.utilization", new MetricValue.DoubleValue(0.5)));
        refused(
                new SparkplugMetric(
                        Optional.empty(),
                        OptionalLong.of(3),
                        Optional.of(NOW),
                        Optional.empty(),
                        Optional.of(free),
                        false,
                        false));
        refused(
                new SparkplugMetric(
                        Optional.empty(),
                        OptionalLong.of(63),
                        Optional.of(NOW),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        false));
        refused(
                new SparkplugMetric(
                        Optional.of("Status/Mode"),
                        OptionalLong.empty(),
                        Optional.of(NOW),
                        Optional.of(Datatype.TEXT),
                        Optional.of(MetricValue.of("IN_SERVICE")),
                        false,
                        false));
    }

    private static SparkplugMetric named(String name, MetricValue value) {
        return new SparkplugMetric(
                Optional.of(name),
                OptionalLong.empty(),
                Optional.of(NOW),
                Optional.empty(),
                Optional.of(value),
                false,
                false);
    }

    private static void refused(SparkplugMetric metric) {
        IllegalArgumentException refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                SparkplugCodec.encode(
                                        new SparkplugPayload(
                                                Optional.empty(),
                                                OptionalInt.empty(),
                                                List.of(metric))));
        assertEquals("a metric that is not on the list", refusal.getMessage());
    }

    static byte[] bytes(String... hex) {
        return HexFormat.of().parseHex(String.join("", hex).replace(" ", ""));
    }

    @Test
    void aHostsStateIsJson() throws Exception {
        HostState online = new HostState(true, NOW);
        // tck-id-payloads-state-birth-payload
        assertEquals(
                "{\"online\":true,\"timestamp\":1780300800000}",
                new String(online.encode(), StandardCharsets.UTF_8));
        assertEquals(online, HostState.decode(online.encode()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "OFFLINE",
                "{}",
                "[]",
                "{\"online\":\"true\",\"timestamp\":1}",
                "{\"online\":true}",
                "{\"online\":true,\"timestamp\":\"1\"}",
                "{\"online\":true,\"timestamp\":-1}",
                "{\"online\":true,\"timestamp\":1e30}"
            })
    void whatIsNoHostsStateIsRefused(String json) {
        assertThrows(
                MalformedSparkplugException.class,
                () -> HostState.decode(json.getBytes(StandardCharsets.UTF_8)));
    }
}
