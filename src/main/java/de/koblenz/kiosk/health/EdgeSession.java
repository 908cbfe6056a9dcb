package de.koblenz.kiosk.health;

import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.health.sparkplug.KioskMetric;
import de.koblenz.kiosk.health.sparkplug.MessageType;
import de.koblenz.kiosk.health.sparkplug.MetricValue;
import de.koblenz.kiosk.health.sparkplug.SparkplugMetric;
import de.koblenz.kiosk.health.sparkplug.SparkplugPayload;
import de.koblenz.kiosk.health.sparkplug.SparkplugTopic;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// What an edge node has told since its birth: sequence numbers, values, devices that are there. Knows no connection; what it
/// makes has to be sent, in its order. Used by one thread.
final class EdgeSession {
    private final String group;
    private final String node;
    private final InstantSource clock;
    private final int bdSeq;
    private int seq = -1;
    private final Map<Long, Optional<MetricValue>> told = new HashMap<>();
    private final Map<String, Integer> slots = new LinkedHashMap<>();
    private final Map<String, Boolean> present = new HashMap<>();

    /// Takes what the session says.
    interface Line {
        void send(Outgoing message) throws IOException;
    }

    /// What a terminal is at a moment.
    ///
    /// @param node metrics of its own, but those of the protocol
    /// @param devices in the order of their slots
    record Picture(Map<KioskMetric, Optional<MetricValue>> node, List<DeviceHealth> devices) {}

    /// @param bdSeq number of the connection
    EdgeSession(String group, String node, int bdSeq, InstantSource clock) {
        this.group = group;
        this.node = node;
        this.bdSeq = bdSeq;
        this.clock = clock;
    }

    /// NDEATH of this connection: as its last will, and before it ends on purpose.
    Outgoing death() {
        Instant now = now();
        return new Outgoing.Sparkplug(
                SparkplugTopic.node(group, MessageType.NDEATH, node),
                SparkplugPayload.unnumbered(
                        now,
                        List.of(
                                SparkplugMetric.named(
                                        KioskMetric.BD_SEQ, now, MetricValue.of(bdSeq)))));
    }

    /// Says everything: NBIRTH with sequence number 0, then DBIRTH of each device (`tck-id-payloads-dbirth-order`), then DDEATH of
    /// those that are not there.
    void birth(Picture picture, Line line) throws IOException {
        seq = -1;
        told.clear();
        slots.clear();
        present.clear();
        Instant now = now();
        List<SparkplugMetric> metrics = new ArrayList<>();
        metrics.add(
                SparkplugMetric.born(
                        KioskMetric.BD_SEQ, 0, now, Optional.of(MetricValue.of(bdSeq))));
        metrics.add(
                SparkplugMetric.born(
                        KioskMetric.REBIRTH, 0, now, Optional.of(MetricValue.of(false))));
        metrics.add(SparkplugMetric.born(KioskMetric.COMMAND_REQUEST, 0, now, Optional.empty()));
        metrics.addAll(born(picture.node(), 0, now));
        line.send(of(MessageType.NBIRTH, Optional.empty(), now, metrics));
        for (DeviceHealth device : picture.devices()) {
            slots.put(device.id().value(), slots.size() + 1);
            deviceBirth(device, line);
        }
        for (DeviceHealth device : picture.devices()) {
            if (!there(device)) {
                deviceDeath(device, line);
            }
        }
    }

    /// Says what changed. A device that was not there at the birth makes a new birth.
    void data(Picture picture, Line line) throws IOException {
        if (picture.devices().stream().anyMatch(d -> !slots.containsKey(d.id().value()))) {
            birth(picture, line);
            return;
        }
        Instant now = now();
        List<SparkplugMetric> changed = changed(picture.node(), 0, now);
        if (!changed.isEmpty()) {
            line.send(of(MessageType.NDATA, Optional.empty(), now, changed));
        }
        for (DeviceHealth device : picture.devices()) {
            device(device, now, line);
        }
    }

    private void device(DeviceHealth device, Instant now, Line line) throws IOException {
        String id = device.id().value();
        boolean was = present.getOrDefault(id, false);
        if (!was && there(device)) {
            deviceBirth(device, line);
            return;
        }
        if (!was) {
            return;
        }
        List<SparkplugMetric> changed =
                changed(NodeMetrics.of(device), slots.getOrDefault(id, 0), now);
        if (!changed.isEmpty()) {
            line.send(of(MessageType.DDATA, Optional.of(id), now, changed));
        }
        if (!there(device)) {
            deviceDeath(device, line);
        }
    }

    private void deviceBirth(DeviceHealth device, Line line) throws IOException {
        Instant now = now();
        String id = device.id().value();
        line.send(
                of(
                        MessageType.DBIRTH,
                        Optional.of(id),
                        now,
                        born(NodeMetrics.of(device), slots.getOrDefault(id, 0), now)));
        present.put(id, true);
    }

    /// `tck-id-operational-behavior-device-ddeath`
    private void deviceDeath(DeviceHealth device, Line line) throws IOException {
        String id = device.id().value();
        line.send(of(MessageType.DDEATH, Optional.of(id), now(), List.of()));
        present.put(id, false);
    }

    private static boolean there(DeviceHealth device) {
        return device.state() != DeviceState.NO_DEVICE;
    }

    private List<SparkplugMetric> born(
            Map<KioskMetric, Optional<MetricValue>> values, int slot, Instant now) {
        List<SparkplugMetric> metrics = new ArrayList<>();
        values.forEach((metric, value) -> {
            metrics.add(SparkplugMetric.born(metric, slot, now, value));
            metric.alias(slot).ifPresent(alias -> told.put(alias, value));
        });
        return metrics;
    }

    /// `tck-id-operational-behavior-data-publish-nbirth-change`
    private List<SparkplugMetric> changed(
            Map<KioskMetric, Optional<MetricValue>> values, int slot, Instant now) {
        List<SparkplugMetric> metrics = new ArrayList<>();
        values.forEach((metric, value) -> {
            long alias = metric.alias(slot).orElseThrow();
            if (worthTelling(metric, told.getOrDefault(alias, Optional.empty()), value)) {
                metrics.add(SparkplugMetric.changed(metric, slot, now, value));
                told.put(alias, value);
            }
        });
        return metrics;
    }

    private static boolean worthTelling(
            KioskMetric metric, Optional<MetricValue> before, Optional<MetricValue> now) {
        if (before.equals(now)) {
            return false;
        }
        OptionalDouble was = before.map(MetricValue::number).orElse(OptionalDouble.empty());
        OptionalDouble is = now.map(MetricValue::number).orElse(OptionalDouble.empty());
        return was.isEmpty()
                || is.isEmpty()
                || Math.abs(is.getAsDouble() - was.getAsDouble()) >= metric.step();
    }

    /// Sequence numbers run over all messages of the node, its devices' included
    /// (`tck-id-payloads-sequence-num-incrementing`).
    private Outgoing of(
            MessageType type, Optional<String> device, Instant now, List<SparkplugMetric> metrics) {
        seq = seq == SparkplugPayload.LAST_SEQ ? 0 : seq + 1;
        return new Outgoing.Sparkplug(
                new SparkplugTopic.Edge(group, type, node, device),
                SparkplugPayload.of(now, seq, metrics));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
