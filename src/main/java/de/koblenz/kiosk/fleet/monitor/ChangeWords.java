package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.board.FleetWords;
import de.koblenz.kiosk.fleet.model.Change;
import de.koblenz.kiosk.fleet.model.Connection;
import de.koblenz.kiosk.fleet.model.DeviceStatus;
import de.koblenz.kiosk.fleet.model.Health;
import de.koblenz.kiosk.fleet.model.MetricNames;
import de.koblenz.kiosk.fleet.model.PaperStatus;
import de.koblenz.kiosk.fleet.model.TerminalMode;
import java.util.Map;
import java.util.function.Function;

/// What is different at a terminal, in a line. A word that this version does not know is shown as it was kept.
final class ChangeWords {
    private static final String DEVICE = "device.";
    private static final String PAPER = "paper.";

    private final FleetWords words;

    ChangeWords(FleetWords words) {
        this.words = words;
    }

    String of(Change change) {
        String subject = change.subject();
        String value = change.value();
        if (subject.startsWith(DEVICE)) {
            return words.device(subject.substring(DEVICE.length()))
                    + ": "
                    + DeviceStatus.of(value)
                            .map(words::status)
                            .orElseGet(() -> words.of("monitor.device.removed"));
        }
        if (subject.startsWith(PAPER)) {
            return words.device(subject.substring(PAPER.length()))
                    + ": "
                    + word(PaperStatus.values(), value, words::paper);
        }
        return switch (subject) {
            case Change.CONNECTION ->
                    value.equals(Change.RETIRED)
                            ? words.of("monitor.change.retired")
                            : word(Connection.values(), value, words::connection);
            case Change.MODE -> word(TerminalMode.values(), value, words::mode);
            case Change.HEALTH -> word(Health.values(), value, words::health);
            case Change.CODE ->
                    value.isEmpty() ? words.of("monitor.change.noCode") : words.code(value);
            case Change.SOFTWARE -> words.of("monitor.change.software", "version", value);
            case Change.CONFIGURATION -> words.of("monitor.change.configuration", "version", value);
            case MetricNames.RIGHT, MetricNames.PAYMENT, MetricNames.SERVICES ->
                    words.metrics().name(subject) + ": " + words.metrics().word(subject, value);
            default -> words.of("monitor.change.other", Map.of("subject", subject, "value", value));
        };
    }

    private static <E extends Enum<E>> String word(
            E[] known, String value, Function<E, String> wording) {
        for (E each : known) {
            if (each.name().equals(value)) {
                return wording.apply(each);
            }
        }
        return value;
    }
}
