package de.koblenz.kiosk.fleet.model;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What is wrong with a terminal, judged from what is known of it alone. What was known when it was last heard stays so while it is lost.
final class Faults {
    /// Whose certificate it is by which identity cards are read.
    private static final String READER = "card-reader";

    private Faults() {}

    static Set<AlarmKey> of(TerminalCondition terminal, AlarmPolicy policy, Instant now) {
        Set<AlarmKey> found = new HashSet<>();
        TerminalId id = terminal.id();
        if (terminal.connection() == Connection.LOST) {
            found.add(AlarmKey.of(AlarmKind.NODE_LOST, id));
        }
        for (Map.Entry<String, DeviceCondition> device : terminal.devices().entrySet()) {
            device(found, id, device.getKey(), device.getValue());
        }
        host(found, terminal, policy);
        certificate(found, terminal, policy, now);
        for (AlarmKind kind : terminal.occurrences()) {
            found.add(AlarmKey.of(kind, id));
        }
        return found;
    }

    private static void device(
            Set<AlarmKey> found, TerminalId id, String name, DeviceCondition device) {
        switch (device.status()) {
            case NO_DEVICE -> found.add(AlarmKey.of(AlarmKind.DEVICE_MISSING, id, name));
            case HARDWARE_ERROR -> found.add(AlarmKey.of(AlarmKind.DEVICE_BROKEN, id, name));
            case POWER_OFF -> found.add(AlarmKey.of(AlarmKind.DEVICE_OFF, id, name));
            // Fraud stays until somebody has looked: the reducer makes an occurrence of it.
            case ONLINE,
                    OFFLINE,
                    USER_ERROR,
                    DEVICE_BUSY,
                    STARTING,
                    FRAUD_ATTEMPT,
                    POTENTIAL_FRAUD -> {}
        }
        switch (device.paper()) {
            case JAMMED -> found.add(AlarmKey.of(AlarmKind.JAMMED, id, name));
            case OUT -> found.add(AlarmKey.of(AlarmKind.PAPER_OUT, id, name));
            case LOW -> found.add(AlarmKey.of(AlarmKind.PAPER_LOW, id, name));
            case UNKNOWN, FULL -> {}
        }
    }

    private static void host(Set<AlarmKey> found, TerminalCondition terminal, AlarmPolicy policy) {
        Map<String, Double> metrics = terminal.metrics();
        if (metrics.getOrDefault(MetricNames.DISK, 0.0) > policy.diskUsed()) {
            found.add(AlarmKey.of(AlarmKind.DISK_LOW, terminal.id()));
        }
        if (metrics.getOrDefault(MetricNames.OUTBOX, 0.0) > policy.outboxDepth()) {
            found.add(AlarmKey.of(AlarmKind.OUTBOX_BACKLOG, terminal.id()));
        }
        if (Math.abs(metrics.getOrDefault(MetricNames.CLOCK, 0.0))
                > policy.clockOffset().toMillis() / 1e3) {
            found.add(AlarmKey.of(AlarmKind.CLOCK_SKEW, terminal.id()));
        }
    }

    private static void certificate(
            Set<AlarmKey> found, TerminalCondition terminal, AlarmPolicy policy, Instant now) {
        Map<String, Double> metrics = terminal.metrics();
        Double end = metrics.get(MetricNames.CERTIFICATE_END);
        if (end != null) {
            certificate(found, terminal.id(), "", end, policy.certificateNotice(), now);
        }
        Double right = metrics.get(MetricNames.RIGHT_END);
        String word = terminal.words().getOrDefault(MetricNames.RIGHT, "");
        if (word.equals("missing")) {
            found.add(AlarmKey.of(AlarmKind.CERTIFICATE_INVALID, terminal.id(), READER));
        } else if (word.equals("held") && right != null) {
            certificate(
                    found, terminal.id(), READER, right, rightNotice(metrics, right, policy), now);
        }
    }

    /// Some of these certificates live for days alone; nobody has to be told before the last quarter.
    private static Duration rightNotice(
            Map<String, Double> metrics, double end, AlarmPolicy policy) {
        double start = metrics.getOrDefault(MetricNames.RIGHT_START, 0.0);
        Duration share = Duration.ofMillis((long) ((end - start) / 4));
        return share.compareTo(policy.certificateNotice()) < 0 ? share : policy.certificateNotice();
    }

    private static void certificate(
            Set<AlarmKey> found,
            TerminalId id,
            String device,
            double end,
            Duration notice,
            Instant now) {
        Duration left = Duration.ofMillis((long) (end - now.toEpochMilli()));
        if (!left.isPositive()) {
            found.add(AlarmKey.of(AlarmKind.CERTIFICATE_INVALID, id, device));
        } else if (left.compareTo(notice) < 0) {
            found.add(AlarmKey.of(AlarmKind.CERTIFICATE_EXPIRING, id, device));
        }
    }
}
