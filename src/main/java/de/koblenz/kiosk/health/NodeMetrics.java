package de.koblenz.kiosk.health;

import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.health.sparkplug.KioskMetric;
import de.koblenz.kiosk.health.sparkplug.MetricScope;
import de.koblenz.kiosk.health.sparkplug.MetricValue;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// What a terminal and its devices say as metrics. A detail of a device that the list does not know, or a word that it does not
/// allow, stays at the terminal.
final class NodeMetrics {
    private static final Pattern BROKEN = Pattern.compile(KioskMetric.BROKEN);
    private static final int MOST_BROKEN = 20;
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,5}");

    /// Metrics of a device by the detail that they come from.
    private static final Map<KioskMetric, String> DETAILS =
            Map.of(
                    KioskMetric.PAPER, "paper",
                    KioskMetric.COVER, "cover",
                    KioskMetric.CUTTER, "cutter",
                    KioskMetric.HEAD, "head",
                    KioskMetric.PRESENTER, "presenter",
                    KioskMetric.PAPER_REMAINING, DeviceHealth.PAPER_LEFT_MM,
                    KioskMetric.PRINTS_LEFT, DeviceHealth.PRINTS_LEFT,
                    KioskMetric.MEDIA, "media",
                    KioskMetric.CARD_LEFT, "cardLeft",
                    KioskMetric.SERVICE, "service");

    private static final List<KioskMetric> PRINTER =
            List.of(
                    KioskMetric.STATE,
                    KioskMetric.PAPER,
                    KioskMetric.COVER,
                    KioskMetric.CUTTER,
                    KioskMetric.HEAD,
                    KioskMetric.PRESENTER,
                    KioskMetric.PAPER_REMAINING,
                    KioskMetric.PRINTS_LEFT);

    private static final List<KioskMetric> READER =
            List.of(
                    KioskMetric.STATE,
                    KioskMetric.MEDIA,
                    KioskMetric.CARD_LEFT,
                    KioskMetric.SERVICE);

    private static final List<KioskMetric> SCANNER =
            List.of(KioskMetric.STATE, KioskMetric.PAPER, KioskMetric.COVER, KioskMetric.MEDIA);

    private NodeMetrics() {}

    /// The connection itself.
    ///
    /// @param reconnects since the start of the program
    /// @param roundTripMillis from question to answer
    record Line(long reconnects, float roundTripMillis) {}

    /// All metrics of the terminal but those of the protocol.
    ///
    /// @param certificateEnd milliseconds since 1970
    static Map<KioskMetric, Optional<MetricValue>> of(
            HealthReport report,
            HostFigures.Reading host,
            Line line,
            long outboxDepth,
            OptionalLong certificateEnd,
            OutsideServices.Reading services) {
        Map<KioskMetric, Optional<MetricValue>> values = new EnumMap<>(KioskMetric.class);
        values.put(KioskMetric.MODE, word(report.mode().name()));
        values.put(KioskMetric.HEALTH, word(report.health().name()));
        values.put(KioskMetric.CODE, word(report.code()));
        values.put(KioskMetric.SOFTWARE_VERSION, word(report.softwareVersion()));
        values.put(KioskMetric.CONFIGURATION_HASH, word(report.configurationHash()));
        values.put(KioskMetric.SESSIONS_COMPLETED, whole(report.sessions().completed()));
        values.put(KioskMetric.SESSIONS_ENDED, whole(report.sessions().ended()));
        values.put(KioskMetric.SESSIONS_TIMED_OUT, whole(report.sessions().timedOut()));
        values.put(KioskMetric.SESSIONS_FAILED, whole(report.sessions().failed()));
        values.put(KioskMetric.OUTBOX_DEPTH, whole(outboxDepth));
        values.put(KioskMetric.CLOCK_OFFSET, number(services.clockOffset()));
        values.put(
                KioskMetric.CERTIFICATE_END,
                whole(certificateEnd).filter(KioskMetric.CERTIFICATE_END::allows));
        right(values, services.right());
        values.put(KioskMetric.PAYMENT, word(services.payment().name().toLowerCase(Locale.ROOT)));
        values.put(
                KioskMetric.SERVICES,
                word(broken(services.broken())).filter(KioskMetric.SERVICES::allows));
        values.put(KioskMetric.RECONNECTS, whole(line.reconnects()));
        values.put(KioskMetric.ROUND_TRIP, Optional.of(MetricValue.of(line.roundTripMillis())));
        values.put(KioskMetric.CPU, number(host.cpu()));
        values.put(KioskMetric.MEMORY, number(host.memory()));
        values.put(KioskMetric.FILESYSTEM, number(host.filesystem()));
        values.put(KioskMetric.SYSTEM_UPTIME, whole(host.systemUptime()));
        values.put(KioskMetric.PROCESS_UPTIME, whole(host.processUptime()));
        values.put(KioskMetric.JVM_MEMORY, whole(host.javaMemory()));
        values.put(KioskMetric.TEMPERATURE, number(host.temperature()));
        return values;
    }

    /// As many as there is room for; a name that is none of the catalogue stays at the terminal, and is counted.
    private static String broken(List<OutsideServices.Broken> services) {
        List<String> named =
                services.stream()
                        .map(each -> each.service() + " " + each.code())
                        .filter(BROKEN.asMatchPredicate())
                        .limit(MOST_BROKEN)
                        .toList();
        int more = Math.min(services.size() - named.size(), 999);
        String all = String.join(", ", named);
        return more == 0 ? all : all + (all.isEmpty() ? "+" : ", +") + more;
    }

    private static void right(
            Map<KioskMetric, Optional<MetricValue>> values, OutsideServices.Right right) {
        values.put(
                KioskMetric.RIGHT,
                word(
                        switch (right) {
                            case OutsideServices.Right.Unknown() -> "unknown";
                            case OutsideServices.Right.Missing() -> "missing";
                            case OutsideServices.Right.Held _ -> "held";
                        }));
        values.put(
                KioskMetric.RIGHT_START,
                right.held()
                        .flatMap(held -> whole(held.from().toEpochMilli()))
                        .filter(KioskMetric.RIGHT_START::allows));
        values.put(
                KioskMetric.RIGHT_END,
                right.held()
                        .flatMap(held -> whole(held.until().toEpochMilli()))
                        .filter(KioskMetric.RIGHT_END::allows));
    }

    /// All metrics that a device will ever tell.
    static Map<KioskMetric, Optional<MetricValue>> of(DeviceHealth device) {
        Map<KioskMetric, Optional<MetricValue>> values = new EnumMap<>(KioskMetric.class);
        for (KioskMetric metric : of(device.id().value())) {
            values.put(metric, value(metric, device).filter(metric::allows));
        }
        return values;
    }

    private static List<KioskMetric> of(String device) {
        return switch (device) {
            case "receipt-printer" -> PRINTER;
            case "card-reader" -> READER;
            case "document-scanner" -> SCANNER;
            case "payment-terminal" -> List.of(KioskMetric.STATE);
            default ->
                    Arrays.stream(KioskMetric.values())
                            .filter(metric -> metric.scope() == MetricScope.DEVICE)
                            .toList();
        };
    }

    private static Optional<MetricValue> value(KioskMetric metric, DeviceHealth device) {
        if (metric == KioskMetric.STATE) {
            return word(xfs(device.state()));
        }
        String detail = device.details().getOrDefault(DETAILS.getOrDefault(metric, ""), "");
        return switch (metric.datatype()) {
            case BOOLEAN -> Optional.of(MetricValue.of(detail.equals("yes")));
            case INT64 ->
                    NUMBER.matcher(detail).matches()
                            ? whole(Integer.parseInt(detail))
                            : Optional.empty();
            default -> word(detail);
        };
    }

    /// The word of XFS4IoT: `NO_DEVICE` is `noDevice`.
    static String xfs(DeviceState state) {
        String[] parts = state.name().toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder word = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            word.append(parts[i].substring(0, 1).toUpperCase(Locale.ROOT));
            word.append(parts[i].substring(1));
        }
        return word.toString();
    }

    private static Optional<MetricValue> word(String word) {
        return Optional.of(MetricValue.of(word));
    }

    private static Optional<MetricValue> whole(long number) {
        return Optional.of(MetricValue.of(number));
    }

    private static Optional<MetricValue> whole(OptionalLong number) {
        return number.isPresent() ? whole(number.getAsLong()) : Optional.empty();
    }

    private static Optional<MetricValue> number(OptionalDouble number) {
        return number.isPresent()
                ? Optional.of(MetricValue.of((float) number.getAsDouble()))
                : Optional.empty();
    }
}
