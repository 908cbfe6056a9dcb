package de.koblenz.kiosk.fleet.collector;

import de.koblenz.kiosk.fleet.model.AlarmKind;
import de.koblenz.kiosk.fleet.model.DeviceReport;
import de.koblenz.kiosk.fleet.model.DeviceStatus;
import de.koblenz.kiosk.fleet.model.FleetEvent;
import de.koblenz.kiosk.fleet.model.Health;
import de.koblenz.kiosk.fleet.model.NodeReport;
import de.koblenz.kiosk.fleet.model.PaperStatus;
import de.koblenz.kiosk.fleet.model.TerminalId;
import de.koblenz.kiosk.fleet.model.TerminalMode;
import de.koblenz.kiosk.health.event.KioskEvent;
import de.koblenz.kiosk.health.event.Severity;
import de.koblenz.kiosk.health.sparkplug.KioskMetric;
import de.koblenz.kiosk.health.sparkplug.MalformedSparkplugException;
import de.koblenz.kiosk.health.sparkplug.MetricScope;
import de.koblenz.kiosk.health.sparkplug.MetricValue;
import de.koblenz.kiosk.health.sparkplug.SparkplugCodec;
import de.koblenz.kiosk.health.sparkplug.SparkplugMetric;
import de.koblenz.kiosk.health.sparkplug.SparkplugPayload;
import de.koblenz.kiosk.health.sparkplug.SparkplugTopic;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What terminals say on the wire, in the words of the data centre. What is not on the list of metrics is left out, whoever sends it.
final class Translation {
    private Translation() {}

    /// A Sparkplug message of a terminal.
    ///
    /// @return empty for one that says nothing to a host, such as a command of our own
    /// @throws MalformedSparkplugException if it is none
    static Optional<FleetEvent.OfTerminal> sparkplug(
            SparkplugTopic.Edge topic, byte[] bytes, Instant at)
            throws MalformedSparkplugException {
        if (!TerminalId.isName(topic.group()) || !TerminalId.isName(topic.node())) {
            return Optional.empty();
        }
        TerminalId id = new TerminalId(topic.group(), topic.node());
        String device = topic.device().orElse("");
        if (topic.type().ofDevice() && !TerminalId.isName(device)) {
            return Optional.empty();
        }
        SparkplugPayload payload = SparkplugCodec.decode(bytes);
        Map<KioskMetric, MetricValue> values =
                values(topic.type().ofDevice() ? MetricScope.DEVICE : MetricScope.NODE, payload);
        // A message without a number fits nowhere, so that a birth is asked for.
        int seq = payload.seq().orElse(-1);
        return switch (topic.type()) {
            case NBIRTH ->
                    Optional.of(
                            new FleetEvent.Born(
                                    id, at, birth(values), Math.max(0, seq), node(values)));
            case NDATA -> Optional.of(new FleetEvent.Reported(id, at, seq, node(values)));
            case NDEATH -> Optional.of(new FleetEvent.Died(id, at, birth(values)));
            case DBIRTH, DDATA ->
                    Optional.of(new FleetEvent.DeviceReported(id, at, seq, device, device(values)));
            case DDEATH -> Optional.of(new FleetEvent.DeviceDied(id, at, seq, device));
            case NCMD, DCMD -> Optional.empty();
        };
    }

    private static Map<KioskMetric, MetricValue> values(
            MetricScope scope, SparkplugPayload payload) {
        Map<KioskMetric, MetricValue> values = new EnumMap<>(KioskMetric.class);
        for (SparkplugMetric metric : payload.metrics()) {
            if (!metric.historical()) {
                KioskMetric.listed(scope, metric)
                        .ifPresent(known ->
                                metric.value().ifPresent(value -> values.put(known, value)));
            }
        }
        return values;
    }

    private static long birth(Map<KioskMetric, MetricValue> values) {
        MetricValue birth = values.get(KioskMetric.BD_SEQ);
        return birth == null ? 0 : birth.whole().orElse(0);
    }

    private static Optional<String> words(Map<KioskMetric, MetricValue> values, KioskMetric of) {
        return Optional.ofNullable(values.get(of)).flatMap(MetricValue::words);
    }

    private static NodeReport node(Map<KioskMetric, MetricValue> values) {
        return new NodeReport(
                words(values, KioskMetric.MODE).map(TerminalMode::valueOf),
                words(values, KioskMetric.HEALTH).map(Health::valueOf),
                words(values, KioskMetric.CODE),
                words(values, KioskMetric.SOFTWARE_VERSION),
                words(values, KioskMetric.CONFIGURATION_HASH),
                leaning(values),
                numbers(values));
    }

    /// What the terminal says of what it leans on.
    private static Map<String, String> leaning(Map<KioskMetric, MetricValue> values) {
        Map<String, String> words = new HashMap<>();
        for (KioskMetric metric :
                List.of(KioskMetric.RIGHT, KioskMetric.PAYMENT, KioskMetric.SERVICES)) {
            words(values, metric).ifPresent(word -> words.put(metric.key(), word));
        }
        return words;
    }

    private static DeviceReport device(Map<KioskMetric, MetricValue> values) {
        Map<String, String> words = new HashMap<>();
        values.forEach((metric, value) -> {
            if (metric != KioskMetric.STATE && metric != KioskMetric.PAPER) {
                value.words().ifPresent(word -> words.put(metric.key(), word));
                value.flag().ifPresent(flag -> words.put(metric.key(), flag.toString()));
            }
        });
        return new DeviceReport(
                words(values, KioskMetric.STATE).flatMap(DeviceStatus::of),
                words(values, KioskMetric.PAPER).map(PaperStatus::of),
                words,
                numbers(values));
    }

    private static Map<String, Double> numbers(Map<KioskMetric, MetricValue> values) {
        Map<String, Double> numbers = new HashMap<>();
        values.forEach((metric, value) -> {
            if (metric != KioskMetric.BD_SEQ) {
                value.number().ifPresent(number -> numbers.put(metric.key(), number));
            }
        });
        return numbers;
    }

    /// What an event means for alarms: only what no metric tells.
    static Optional<FleetEvent.OfTerminal> event(TerminalId id, KioskEvent event, Instant at) {
        return AlarmKind.of(event.kind().key())
                .filter(kind -> !kind.passes())
                .map(kind ->
                        event.severity() == Severity.CLEARED
                                ? new FleetEvent.Passed(id, at, kind)
                                : new FleetEvent.Occurred(id, at, kind));
    }
}
