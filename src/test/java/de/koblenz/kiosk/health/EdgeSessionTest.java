package de.koblenz.kiosk.health;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.device.DeviceId;
import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.health.event.Alarm;
import de.koblenz.kiosk.health.event.EventDraft;
import de.koblenz.kiosk.health.event.EventKind;
import de.koblenz.kiosk.health.event.EventNumber;
import de.koblenz.kiosk.health.sparkplug.KioskMetric;
import de.koblenz.kiosk.health.sparkplug.MessageType;
import de.koblenz.kiosk.health.sparkplug.MetricScope;
import de.koblenz.kiosk.health.sparkplug.MetricValue;
import de.koblenz.kiosk.health.sparkplug.SparkplugMetric;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EdgeSessionTest {
    private final List<Outgoing.Sparkplug> sent = new ArrayList<>();
    private final EdgeSession session =
            new EdgeSession("amt", "t", 7, InstantSource.fixed(EdgeNodeContract.NOW));

    /// `tck-id-topics-nbirth-seq-num`, `tck-id-payloads-sequence-num-incrementing`
    @Test
    void sequenceNumbersRunOverAllMessagesAndStartAgainAfter255() throws Exception {
        session.birth(picture(0, printer(DeviceState.ONLINE, "full")), this::take);
        for (int i = 1; i <= 300; i++) {
            session.data(
                    picture(i, printer(DeviceState.ONLINE, i % 2 == 0 ? "full" : "low")),
                    this::take);
        }
        assertEquals(
                IntStream.range(0, 2 + 2 * 300).map(i -> i % 256).boxed().toList(),
                sent.stream().map(m -> m.content().seq().orElseThrow()).toList());
    }

    /// `tck-id-topics-nbirth-metric-reqs`, `tck-id-topics-dbirth-metric-reqs`, `tck-id-operational-behavior-data-publish-nbirth-values`
    @Test
    void theBirthNamesEveryMetricThereIs() throws Exception {
        HealthReport report =
                new HealthReport(
                        EdgeNodeContract.NOW,
                        HealthReport.Mode.OUT_OF_SERVICE,
                        "CFG-BROKEN",
                        List.of(
                                printer(DeviceState.ONLINE, "full"),
                                new DeviceHealth(
                                        new DeviceId("card-reader"), DeviceState.ONLINE, Map.of())),
                        "0.1.0",
                        "",
                        SessionCounters.NONE);
        session.birth(
                new EdgeSession.Picture(
                        NodeMetrics.of(
                                report,
                                HostFigures.NONE.read(),
                                new NodeMetrics.Line(0, 1),
                                0,
                                java.util.OptionalLong.empty(),
                                OutsideServices.NONE.read()),
                        report.devices()),
                this::take);
        Set<KioskMetric> named = new HashSet<>();
        for (Outgoing.Sparkplug message : sent) {
            MetricScope scope =
                    message.to().type() == MessageType.NBIRTH
                            ? MetricScope.NODE
                            : MetricScope.DEVICE;
            for (SparkplugMetric metric : message.content().metrics()) {
                assertTrue(metric.datatype().isPresent() && metric.timestamp().isPresent());
                named.add(KioskMetric.of(scope, metric.name().orElseThrow()).orElseThrow());
            }
            // The list takes all of it.
            assertTrue(message.payload().length > 0);
        }
        assertEquals(Set.of(KioskMetric.values()), named);
    }

    /// `tck-id-operational-behavior-device-ddeath`
    @Test
    void aDeviceThatGoesDiesAndIsBornAgainWhenItComesBack() throws Exception {
        session.birth(picture(0, printer(DeviceState.ONLINE, "full")), this::take);
        session.data(picture(0, printer(DeviceState.NO_DEVICE, "unknown")), this::take);
        session.data(picture(0, printer(DeviceState.NO_DEVICE, "unknown")), this::take);
        session.data(picture(0, printer(DeviceState.ONLINE, "full")), this::take);
        assertEquals(
                List.of(
                        MessageType.NBIRTH,
                        MessageType.DBIRTH,
                        MessageType.DDATA,
                        MessageType.DDEATH,
                        MessageType.DBIRTH),
                sent.stream().map(m -> m.to().type()).toList());
        assertEquals(List.of(), sent.get(3).content().metrics());
    }

    @Test
    void aDeviceThatWasUnknownAtTheBirthMakesANewOne() throws Exception {
        session.birth(picture(0), this::take);
        session.data(picture(0, printer(DeviceState.ONLINE, "full")), this::take);
        assertEquals(
                List.of(MessageType.NBIRTH, MessageType.NBIRTH, MessageType.DBIRTH),
                sent.stream().map(m -> m.to().type()).toList());
        assertEquals(0, sent.get(1).content().seq().orElseThrow());
    }

    /// `tck-id-principles-rbe-recommended`
    @Test
    void aNumberIsToldOnlyWhereItsStepIsReached() throws Exception {
        session.birth(share(0.50f), this::take);
        session.data(share(0.53f), this::take);
        session.data(share(0.54f), this::take);
        assertEquals(1, sent.size());
        session.data(share(0.56f), this::take);
        assertEquals(
                Optional.of(MetricValue.of(0.56f)),
                sent.getLast().content().metrics().getFirst().value());
        session.data(new EdgeSession.Picture(values(Optional.empty()), List.of()), this::take);
        assertEquals(Optional.empty(), sent.getLast().content().metrics().getFirst().value());
    }

    /// `tck-id-topics-ndeath-payload`, `tck-id-topics-ndeath-seq`
    @Test
    void aDeathIsTheNumberOfItsConnectionAlone() {
        Outgoing.Sparkplug death = (Outgoing.Sparkplug) session.death();
        assertEquals("spBv1.0/amt/NDEATH/t", death.topic());
        assertEquals(1, death.qos());
        assertTrue(death.content().seq().isEmpty());
        assertEquals(1, death.content().metrics().size());
        assertEquals(Optional.of(MetricValue.of(7)), death.content().metrics().getFirst().value());
    }

    @Test
    void whatADriverAddsStaysHere() {
        DeviceHealth device =
                new DeviceHealth(
                        new DeviceId("receipt-printer"),
                        DeviceState.ONLINE,
                        Map.of(
                                "paper", "Erika Mustermann",
                                "lastCitizen", "Erika Mustermann",
                                "printsLeft", "1234567"));
        var values = NodeMetrics.of(device);
        assertEquals(Optional.empty(), values.get(KioskMetric.PAPER));
        assertEquals(Optional.empty(), values.get(KioskMetric.PRINTS_LEFT));
        assertTrue(values.toString().indexOf("Erika") < 0);
    }

    /// What a terminal costs that nobody uses, before TLS: NDATA with the time since the start, and a ping each 15 s
    /// (MQTT v5.0 §3.3, §3.12).
    @Test
    void aMinuteAtRestCostsLessThan200Bytes() throws Exception {
        String topic = "spBv1.0/buergeramt-koblenz/NDATA/buergeramt-1";
        session.birth(uptime(0), this::take);
        long most = 0;
        for (long minute = 1; minute <= 60 * 24; minute++) {
            sent.clear();
            session.data(uptime(minute * 60), this::take);
            int payload = sent.getFirst().payload().length;
            // Fixed header, length of the topic, topic, no properties, payload; four times PINGREQ
            // and PINGRESP.
            most = Math.max(most, 2 + 2 + topic.length() + 1 + payload + 4 * (2 + 2));
        }
        assertTrue(most <= 200, "bytes a minute: " + most);
    }

    private static EdgeSession.Picture uptime(long seconds) {
        Map<KioskMetric, Optional<MetricValue>> values = new EnumMap<>(KioskMetric.class);
        values.put(KioskMetric.SYSTEM_UPTIME, Optional.of(MetricValue.of(1_000_000 + seconds)));
        values.put(KioskMetric.PROCESS_UPTIME, Optional.of(MetricValue.of(seconds)));
        values.put(KioskMetric.CPU, Optional.of(MetricValue.of(seconds % 120 == 0 ? 0.02f : 0.2f)));
        values.put(KioskMetric.JVM_MEMORY, Optional.of(MetricValue.of(seconds % 120 << 20)));
        return new EdgeSession.Picture(values, List.of());
    }

    @Test
    void aDeviceThatTheTerminalIsNotMeantToHaveIsToldOfButNoFault() {
        DeviceHealth absent =
                new DeviceHealth(
                        new DeviceId("payment-terminal"),
                        DeviceState.NO_DEVICE,
                        Map.of(HealthReport.FITTED, "no"));
        assertEquals(HealthStep.OK, HealthStep.of(HealthReport.Mode.IN_SERVICE, List.of(absent)));
        HealthReport report =
                new HealthReport(
                        EdgeNodeContract.NOW,
                        HealthReport.Mode.IN_SERVICE,
                        "",
                        List.of(absent),
                        "0.1.0",
                        "",
                        SessionCounters.NONE);
        assertEquals(
                Map.of(),
                AlarmWatch.at(
                        EdgeNodeContract.NOW,
                        report,
                        HostFigures.NONE.read(),
                        0,
                        java.util.OptionalLong.empty(),
                        OutsideServices.NONE.read()));
        assertEquals(
                Optional.of(MetricValue.of("noDevice")),
                NodeMetrics.of(absent).get(KioskMetric.STATE));
    }

    private static Map<Alarm, EventDraft> alarms(OutsideServices.Right right) {
        return AlarmWatch.at(
                EdgeNodeContract.NOW,
                new HealthReport(
                        EdgeNodeContract.NOW,
                        HealthReport.Mode.IN_SERVICE,
                        "",
                        List.of(),
                        "0.1.0",
                        "",
                        SessionCounters.NONE),
                HostFigures.NONE.read(),
                0,
                java.util.OptionalLong.of(
                        EdgeNodeContract.NOW.plus(Duration.ofDays(300)).toEpochMilli()),
                new OutsideServices.Reading(
                        java.util.OptionalDouble.empty(),
                        right,
                        OutsideServices.Payment.DENIED,
                        List.of()));
    }

    private static OutsideServices.Right right(int daysBefore, int daysAfter) {
        return new OutsideServices.Right.Held(
                EdgeNodeContract.NOW.minus(Duration.ofDays(daysBefore)),
                EdgeNodeContract.NOW.plus(Duration.ofDays(daysAfter)));
    }

    @Test
    void theRightToReadCardsIsToldOfBeforeItEndsByHowLongItLives() {
        Alarm expiring =
                new Alarm(EventKind.CERTIFICATE_EXPIRING, Optional.of(new DeviceId("card-reader")));
        assertEquals(Map.of(), alarms(right(300, 31)));
        assertEquals(Set.of(expiring), alarms(right(300, 29)).keySet());
        assertEquals(
                Map.of(EventNumber.DAYS, 29L),
                requireNonNull(alarms(right(300, 29)).get(expiring)).numbers());
        assertEquals(Map.of(), alarms(right(2, 2)), "one that lives for days alone");
        assertEquals(Set.of(expiring), alarms(right(7, 1)).keySet());
    }

    @Test
    void aRightThatIsOverOrCannotBeHadIsAnInvalidCertificate() {
        Alarm invalid =
                new Alarm(EventKind.CERTIFICATE_INVALID, Optional.of(new DeviceId("card-reader")));
        assertEquals(Set.of(invalid), alarms(right(300, 0)).keySet());
        assertEquals(Set.of(invalid), alarms(new OutsideServices.Right.Missing()).keySet());
        assertEquals(Map.of(), alarms(new OutsideServices.Right.Unknown()));
    }

    /// Every state has its word in XFS4IoT, and the list knows it.
    @Test
    void everyStateOfADeviceIsAWordOfTheList() {
        assertTrue(
                Arrays.stream(DeviceState.values())
                        .map(state -> MetricValue.of(NodeMetrics.xfs(state)))
                        .allMatch(KioskMetric.STATE::allows));
    }

    private static EdgeSession.Picture share(float memory) {
        return new EdgeSession.Picture(values(Optional.of(MetricValue.of(memory))), List.of());
    }

    private static Map<KioskMetric, Optional<MetricValue>> values(Optional<MetricValue> memory) {
        Map<KioskMetric, Optional<MetricValue>> values = new EnumMap<>(KioskMetric.class);
        values.put(KioskMetric.MEMORY, memory);
        return values;
    }

    private static EdgeSession.Picture picture(long completed, DeviceHealth... devices) {
        Map<KioskMetric, Optional<MetricValue>> values = new EnumMap<>(KioskMetric.class);
        values.put(KioskMetric.SESSIONS_COMPLETED, Optional.of(MetricValue.of(completed)));
        return new EdgeSession.Picture(values, List.of(devices));
    }

    private static DeviceHealth printer(DeviceState state, String paper) {
        return new DeviceHealth(new DeviceId("receipt-printer"), state, Map.of("paper", paper));
    }

    private void take(Outgoing message) throws IOException {
        sent.add((Outgoing.Sparkplug) message);
    }
}
