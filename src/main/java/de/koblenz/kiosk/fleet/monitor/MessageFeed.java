package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.board.FleetWords;
import de.koblenz.kiosk.fleet.model.DeviceReport;
import de.koblenz.kiosk.fleet.model.FleetEvent;
import de.koblenz.kiosk.fleet.model.NodeReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.control.ListView;

/// What a terminal says, newest first, as it comes. [#hear] may be called on any thread.
final class MessageFeed extends ListView<String> {
    private static final int MOST = 200;

    private final FleetWords words;
    private final Executor screen;
    private final ConcurrentLinkedQueue<FleetEvent.OfTerminal> heard =
            new ConcurrentLinkedQueue<>();
    private final AtomicBoolean coming = new AtomicBoolean();

    MessageFeed(FleetWords words, Executor screen) {
        this.words = words;
        this.screen = screen;
        getStyleClass().add("feed");
        setAccessibleText(words.of("monitor.terminal.messages"));
        setPlaceholder(Parts.paragraph(words.of("monitor.terminal.silent"), "muted"));
    }

    void hear(FleetEvent.OfTerminal message) {
        heard.add(message);
        if (coming.compareAndSet(false, true)) {
            screen.execute(this::take);
        }
    }

    private void take() {
        coming.set(false);
        List<String> lines = new ArrayList<>();
        for (FleetEvent.OfTerminal each = heard.poll(); each != null; each = heard.poll()) {
            lines.addFirst(line(each));
        }
        getItems().addAll(0, lines);
        if (getItems().size() > MOST) {
            getItems().remove(MOST, getItems().size());
        }
    }

    void clear() {
        heard.clear();
        getItems().clear();
    }

    private String line(FleetEvent.OfTerminal message) {
        String what =
                switch (message) {
                    case FleetEvent.Born(_, _, _, int seq, NodeReport report) ->
                            "NBIRTH " + seq + " · " + node(report);
                    case FleetEvent.Reported(_, _, int seq, NodeReport report) ->
                            "NDATA " + seq + " · " + node(report);
                    case FleetEvent.DeviceReported(
                                    _,
                                    _,
                                    int seq,
                                    String device,
                                    DeviceReport report) ->
                            "DDATA " + seq + " · " + words.device(device) + " · " + device(report);
                    case FleetEvent.DeviceDied(_, _, int seq, String device) ->
                            "DDEATH " + seq + " · " + words.device(device);
                    case FleetEvent.Died _ -> "NDEATH";
                    case FleetEvent.Occurred(_, _, var kind) ->
                            "EVENT · " + words.event(kind.word());
                    case FleetEvent.Passed(_, _, var kind) ->
                            "EVENT · "
                                    + words.of(
                                            "monitor.terminal.over",
                                            "what",
                                            words.event(kind.word()));
                };
        return words.exact(message.at()) + "  " + what;
    }

    private String node(NodeReport report) {
        StringJoiner all = new StringJoiner(", ");
        all.setEmptyValue(words.of("monitor.terminal.alive"));
        report.mode().ifPresent(mode -> all.add(words.mode(mode)));
        report.health().ifPresent(health -> all.add(words.health(health)));
        report.code().filter(code -> !code.isEmpty()).ifPresent(all::add);
        numbers(all, report.metrics());
        return all.toString();
    }

    private String device(DeviceReport report) {
        StringJoiner all = new StringJoiner(", ");
        report.status().ifPresent(status -> all.add(words.status(status)));
        report.paper().ifPresent(paper -> all.add(words.paper(paper)));
        report.words()
                .forEach((name, word) ->
                        all.add(
                                words.metrics().name(name)
                                        + " "
                                        + words.metrics().word(name, word)));
        numbers(all, report.metrics());
        return all.toString();
    }

    private void numbers(StringJoiner all, Map<String, Double> metrics) {
        metrics.forEach((metric, value) ->
                all.add(words.metrics().name(metric) + " " + words.metrics().value(metric, value)));
    }
}
