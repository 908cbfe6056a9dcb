package de.koblenz.kiosk.fleet.model;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A terminal's condition from the last [Change] of each of its subjects: what a monitor knows before it hears anything.
public final class TerminalMemory {
    /// Value of a device that is no more.
    static final String REMOVED = "removed";

    static final String DEVICE = "device.";
    static final String PAPER = "paper.";

    private TerminalMemory() {}

    /// @param last one change of each subject, all of one terminal; words that this version does not know are left out
    public static TerminalCondition of(TerminalId id, Collection<Change> last, Instant now) {
        Map<String, DeviceCondition> devices = new HashMap<>();
        Map<String, Change> bySubject = new HashMap<>();
        for (Change change : last) {
            bySubject.put(change.subject(), change);
            if (change.subject().startsWith(DEVICE)) {
                DeviceStatus.of(change.value())
                        .ifPresent(status ->
                                devices.put(
                                        change.subject().substring(DEVICE.length()),
                                        device(status, PaperStatus.UNKNOWN)));
            }
        }
        devices.replaceAll((name, device) ->
                Optional.ofNullable(bySubject.get(PAPER + name))
                        .map(change ->
                                device(
                                        device.status(),
                                        word(PaperStatus.values(), change, PaperStatus.UNKNOWN)))
                        .orElse(device));
        NodeReport report =
                new NodeReport(
                        Optional.ofNullable(bySubject.get(Change.MODE))
                                .map(c -> word(TerminalMode.values(), c, TerminalMode.UNKNOWN)),
                        Optional.ofNullable(bySubject.get(Change.HEALTH))
                                .map(c -> word(Health.values(), c, Health.UNKNOWN)),
                        Optional.ofNullable(bySubject.get(Change.CODE)).map(Change::value),
                        Optional.ofNullable(bySubject.get(Change.SOFTWARE)).map(Change::value),
                        Optional.ofNullable(bySubject.get(Change.CONFIGURATION)).map(Change::value),
                        words(bySubject),
                        Map.of());
        TerminalCondition known =
                TerminalCondition.unheard(id, now).with(report).withDevices(devices);
        Change connection = bySubject.get(Change.CONNECTION);
        return connection == null
                ? known
                : known.with(
                        word(Connection.values(), connection, Connection.UNKNOWN), connection.at());
    }

    private static Map<String, String> words(Map<String, Change> last) {
        Map<String, String> words = new HashMap<>();
        for (String name : List.of(MetricNames.RIGHT, MetricNames.PAYMENT, MetricNames.SERVICES)) {
            Change change = last.get(name);
            if (change != null) {
                words.put(name, change.value());
            }
        }
        return words;
    }

    private static DeviceCondition device(DeviceStatus status, PaperStatus paper) {
        return new DeviceCondition(status, paper, Map.of(), Map.of(), -1);
    }

    private static <E extends Enum<E>> E word(E[] words, Change change, E other) {
        for (E word : words) {
            if (word.name().equals(change.value())) {
                return word;
            }
        }
        return other;
    }
}
