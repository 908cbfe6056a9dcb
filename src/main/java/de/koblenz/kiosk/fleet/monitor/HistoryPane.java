package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.model.MetricNames;
import de.koblenz.kiosk.fleet.model.PaperForecast;
import de.koblenz.kiosk.fleet.model.Rollup;
import de.koblenz.kiosk.fleet.model.TerminalId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A terminal's numbers over a day, a week or a month. FX thread only.
final class HistoryPane extends VBox {
    /// Paper is forecast from so long ago at most.
    private static final Duration ROLL = Duration.ofDays(30);

    /// Numbers that are drawn; other than these stand as words beside the devices.
    static final List<String> NUMBERS =
            List.of(
                    "system.cpu.utilization",
                    "system.memory.utilization",
                    MetricNames.DISK,
                    "hw.temperature",
                    "Session/Completed Total",
                    "network.roundTrip",
                    MetricNames.OUTBOX,
                    MetricNames.CLOCK);

    private final Workplace place;
    private final BiConsumer<String, String> forecast;
    private final GridPane grid = new GridPane(12, 12);
    private final List<ToggleButton> ranges = new ArrayList<>();
    private Duration range = Duration.ofDays(1);
    private Optional<TerminalId> terminal = Optional.empty();
    private List<String> devices = List.of();

    /// @param forecast told of a device and what is to be expected of it
    HistoryPane(Workplace place, BiConsumer<String, String> forecast) {
        super(10);
        this.place = place;
        this.forecast = forecast;
        ToggleGroup group = new ToggleGroup();
        HBox choices = Parts.row(0);
        choices.getStyleClass().add("choices");
        for (int days : new int[] {1, 7, 30}) {
            ToggleButton button =
                    Parts.choice(
                            place.of("monitor.chart.days" + days),
                            group,
                            () -> over(Duration.ofDays(days)));
            ranges.add(button);
            choices.getChildren().add(button);
        }
        ranges.getFirst().setSelected(true);
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            grid.getColumnConstraints().add(half);
        }
        grid.getStyleClass().add("side-content");
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("side");
        scroll.setAccessibleText(place.of("monitor.terminal.history"));
        getChildren()
                .addAll(
                        Parts.row(
                                16,
                                Parts.label(place.of("monitor.terminal.history"), "heading"),
                                Parts.filler(),
                                choices),
                        Parts.grow(scroll));
    }

    private void over(Duration time) {
        range = time;
        terminal.ifPresent(id -> open(id, devices));
    }

    /// The keys 1, 2 and 3 choose how far back.
    boolean key(KeyEvent event) {
        int number =
                switch (event.getCode()) {
                    case DIGIT1, NUMPAD1 -> 0;
                    case DIGIT2, NUMPAD2 -> 1;
                    case DIGIT3, NUMPAD3 -> 2;
                    default -> -1;
                };
        if (number < 0 || event.getCode() == KeyCode.UNDEFINED) {
            return false;
        }
        ranges.get(number).fire();
        return true;
    }

    void open(TerminalId id, List<String> ofDevices) {
        terminal = Optional.of(id);
        devices = ofDevices;
        Instant to = place.now();
        Instant from = to.minus(range);
        grid.getChildren().clear();
        List<String> printers = new ArrayList<>(devices);
        int slot = 0;
        for (String device : printers) {
            boolean prints =
                    place.board
                            .state()
                            .terminal(id)
                            .map(known -> known.devices().get(device))
                            .filter(known -> known.metrics().containsKey(MetricNames.PRINTS_LEFT))
                            .isPresent();
            if (prints) {
                slot = chart(id, device, MetricNames.PRINTS_LEFT, slot, from, to);
                expect(id, device, to);
            }
        }
        for (String metric : NUMBERS) {
            slot = chart(id, "", metric, slot, from, to);
        }
    }

    private int chart(
            TerminalId id, String device, String metric, int slot, Instant from, Instant to) {
        String name = place.words.metrics().name(metric);
        HistoryChart chart =
                new HistoryChart(
                        place.words,
                        metric,
                        device.isEmpty() ? name : place.words.device(device) + ": " + name);
        chart.getStyleClass().add("card");
        grid.add(chart, slot % 2, slot / 2);
        place.desk.ask(
                () -> place.ports.metrics().rollups(id, device, metric, from, to),
                found -> chart.show(found, from, to));
        return slot + 1;
    }

    private void expect(TerminalId id, String device, Instant now) {
        place.desk.ask(
                () -> {
                    List<PaperForecast.Remaining> left = new ArrayList<>();
                    for (Rollup rollup :
                            place.ports
                                    .metrics()
                                    .rollups(
                                            id,
                                            device,
                                            MetricNames.PRINTS_LEFT,
                                            now.minus(ROLL),
                                            now)) {
                        left.add(new PaperForecast.Remaining(rollup.from(), rollup.newest()));
                    }
                    return PaperForecast.empty(left);
                },
                empty -> forecast.accept(device, expected(empty, now)));
    }

    private String expected(Optional<Instant> empty, Instant now) {
        return empty.map(at ->
                        at.isBefore(now)
                                ? place.of("monitor.terminal.emptyNow")
                                : place.words.of(
                                        "monitor.terminal.emptyAt",
                                        "moment",
                                        place.words.moment(at, now)))
                .orElseGet(() -> place.of("monitor.terminal.emptyUnknown"));
    }
}
