package de.koblenz.kiosk.fleet.model;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// What the data centre knows of one terminal.
///
/// @param id which terminal
/// @param connection whether it is heard
/// @param connectedSince since when `connection` is what it is
/// @param lastSeen when it last said anything itself
/// @param sequence where its Sparkplug messages stand
/// @param mode what it is set to
/// @param health how it says that it is
/// @param code why it is out of service, `CFG-GEOMETRY`; empty where there is nothing to say
/// @param version of its software and configuration
/// @param devices by name
/// @param words what it says of what it leans on, by metric name, such as [MetricNames#PAYMENT]
/// @param metrics numbers by name
/// @param occurrences what happened and stays until an operator clears it
/// @param faults what was wrong when it was last judged; kept so that a change is seen
public record TerminalCondition(
        TerminalId id,
        Connection connection,
        Instant connectedSince,
        Instant lastSeen,
        Sequence sequence,
        TerminalMode mode,
        Health health,
        String code,
        Version version,
        Map<String, DeviceCondition> devices,
        Map<String, String> words,
        Map<String, Double> metrics,
        Set<AlarmKind> occurrences,
        Set<AlarmKey> faults) {

    /// Software and configuration, as the terminal names them; empty where it has not said.
    public record Version(String software, String configuration) {
        static final Version UNKNOWN = new Version("", "");
    }

    public TerminalCondition {
        devices = Map.copyOf(devices);
        words = Map.copyOf(words);
        metrics = Map.copyOf(metrics);
        occurrences = Set.copyOf(occurrences);
        faults = Set.copyOf(faults);
    }

    /// A terminal that is known by name alone.
    public static TerminalCondition unheard(TerminalId id, Instant at) {
        return new TerminalCondition(
                id,
                Connection.UNKNOWN,
                at,
                at,
                Sequence.NONE,
                TerminalMode.UNKNOWN,
                Health.UNKNOWN,
                "",
                Version.UNKNOWN,
                Map.of(),
                Map.of(),
                Map.of(),
                Set.of(),
                Set.of());
    }

    TerminalCondition with(Connection next, Instant at) {
        return new TerminalCondition(
                id,
                next,
                next == connection ? connectedSince : at,
                lastSeen,
                sequence,
                mode,
                health,
                code,
                version,
                devices,
                words,
                metrics,
                occurrences,
                faults);
    }

    TerminalCondition seen(Instant at) {
        return new TerminalCondition(
                id,
                connection,
                connectedSince,
                at,
                sequence,
                mode,
                health,
                code,
                version,
                devices,
                words,
                metrics,
                occurrences,
                faults);
    }

    TerminalCondition with(Sequence next) {
        return new TerminalCondition(
                id,
                connection,
                connectedSince,
                lastSeen,
                next,
                mode,
                health,
                code,
                version,
                devices,
                words,
                metrics,
                occurrences,
                faults);
    }

    /// What a birth or a later message says of the terminal itself; what it does not say stays.
    TerminalCondition with(NodeReport report) {
        return new TerminalCondition(
                id,
                connection,
                connectedSince,
                lastSeen,
                sequence,
                report.mode().orElse(mode),
                report.health().orElse(health),
                report.code().orElse(code),
                new Version(
                        report.software().orElse(version.software()),
                        report.configuration().orElse(version.configuration())),
                devices,
                merged(words, report.words()),
                merged(metrics, report.metrics()),
                occurrences,
                faults);
    }

    TerminalCondition withDevices(Map<String, DeviceCondition> next) {
        return new TerminalCondition(
                id,
                connection,
                connectedSince,
                lastSeen,
                sequence,
                mode,
                health,
                code,
                version,
                next,
                words,
                metrics,
                occurrences,
                faults);
    }

    TerminalCondition withOccurrences(Set<AlarmKind> next) {
        return new TerminalCondition(
                id,
                connection,
                connectedSince,
                lastSeen,
                sequence,
                mode,
                health,
                code,
                version,
                devices,
                words,
                metrics,
                next,
                faults);
    }

    TerminalCondition withFaults(Set<AlarmKey> next) {
        return new TerminalCondition(
                id,
                connection,
                connectedSince,
                lastSeen,
                sequence,
                mode,
                health,
                code,
                version,
                devices,
                words,
                metrics,
                occurrences,
                next);
    }

    static <V> Map<String, V> merged(Map<String, V> before, Map<String, V> news) {
        if (news.isEmpty()) {
            return before;
        }
        Map<String, V> all = new HashMap<>(before);
        all.putAll(news);
        return all;
    }
}
