package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.board.FleetBoard;
import de.koblenz.kiosk.fleet.model.Alarm;
import de.koblenz.kiosk.fleet.model.MaintenanceWindow;
import de.koblenz.kiosk.fleet.model.OperatorAction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Times in which work is done and nobody is called: those that are and those that come, and what each keeps quiet. FX thread only.
final class MaintenancePage extends Page {
    private static final int MOST_NAMED = 12;

    private final TextTable<MaintenanceWindow> table;
    private final VBox detail = Parts.column(12);
    private final VBox quiet = Parts.column(12);
    private @Nullable MaintenanceWindow described;

    MaintenancePage(Workplace place) {
        super(place);
        table =
                new TextTable<>(
                        place.of("monitor.page.maintenance"), place.of("monitor.maintenance.none"));
        column(
                "state",
                120,
                window ->
                        place.of(
                                window.holds(place.now())
                                        ? "monitor.maintenance.now"
                                        : "monitor.maintenance.coming"));
        column("where", 320, this::where);
        column("from", 150, window -> place.words.moment(window.from(), place.now()));
        column("to", 150, window -> place.words.moment(window.to(), place.now()));
        column("quiet", 130, window -> Integer.toString(silenced(window).size()));
        column("reason", 260, MaintenanceWindow::reason);
        table.getSelectionModel().selectedItemProperty().addListener((_, _, _) -> detail());
        detail.getStyleClass().addAll("card", "detail");
        detail.setMinWidth(420);
        detail.setPrefWidth(420);
        Node plan =
                Parts.button(
                        place.of("monitor.maintenance.plan"),
                        place.of("monitor.key.new"),
                        this::plan,
                        "accent");
        getChildren()
                .addAll(
                        Parts.row(
                                16,
                                Parts.paragraph(place.of("monitor.maintenance.meaning"), "muted"),
                                Parts.filler(),
                                plan),
                        Parts.grow(new HBox(16, Parts.grow(table), detail)));
        detail();
    }

    private void column(String key, double width, Function<MaintenanceWindow, String> text) {
        table.column(place.of("monitor.maintenance." + key), width, text);
    }

    private String where(MaintenanceWindow window) {
        String office =
                window.office()
                        .map(place.words::office)
                        .orElseGet(() -> place.of("monitor.maintenance.everywhere"));
        return window.terminal().map(terminal -> office + " · " + terminal).orElse(office);
    }

    private List<Alarm> silenced(MaintenanceWindow window) {
        Instant now = place.now();
        return place.board
                .state()
                .alarms()
                .values()
                .filter(alarm -> window.silences(alarm.key(), now))
                .sorted(AlarmItem.WORST_FIRST)
                .toList();
    }

    @Override
    String title() {
        return place.of("monitor.page.maintenance");
    }

    @Override
    void show(FleetBoard.Update update) {
        List<MaintenanceWindow> windows = new ArrayList<>(place.board.state().windows().values());
        windows.sort(
                Comparator.comparing(MaintenanceWindow::from).thenComparing(MaintenanceWindow::id));
        if (!windows.equals(table.getItems())) {
            MaintenanceWindow chosen = table.getSelectionModel().getSelectedItem();
            table.getItems().setAll(windows);
            windows.stream()
                    .filter(window -> chosen != null && window.id().equals(chosen.id()))
                    .findAny()
                    .ifPresent(window -> table.getSelectionModel().select(window));
        } else if (update.alarms()) {
            table.refresh();
        }
        detail();
    }

    /// Its buttons are made anew only for another window: one that is exchanged under the hand takes no click.
    private void detail() {
        MaintenanceWindow window = table.getSelectionModel().getSelectedItem();
        if (detail.getChildren().isEmpty() || !Objects.equals(window, described)) {
            described = window;
            detail.getChildren().setAll(window == null ? nothing() : about(window));
        }
        quiet.getChildren().setAll(window == null ? List.of() : quiet(window));
    }

    private List<Node> nothing() {
        return List.of(Parts.paragraph(place.of("monitor.maintenance.choose"), "muted"));
    }

    private List<Node> about(MaintenanceWindow window) {
        return List.of(
                Parts.paragraph(where(window), "card-title"),
                Parts.paragraph(
                        place.words.of(
                                "monitor.maintenance.span",
                                Map.of(
                                        "from",
                                        place.words.moment(window.from(), place.now()),
                                        "to",
                                        place.words.moment(window.to(), place.now())))),
                Parts.paragraph(window.reason()),
                Parts.button(
                        place.of("monitor.maintenance.end"),
                        place.of("monitor.key.end"),
                        this::end,
                        "wide"),
                quiet);
    }

    private List<Node> quiet(MaintenanceWindow window) {
        List<Alarm> silenced = silenced(window);
        List<Node> nodes = new ArrayList<>();
        nodes.add(
                Parts.label(
                        place.words.of("monitor.maintenance.silences", "number", silenced.size()),
                        "heading"));
        for (Alarm alarm : silenced.subList(0, Math.min(MOST_NAMED, silenced.size()))) {
            nodes.add(
                    Parts.paragraph(
                            place.words.problem(alarm.key())
                                    + ": "
                                    + place.words.place(alarm.key()),
                            "muted"));
        }
        if (silenced.size() > MOST_NAMED) {
            nodes.add(
                    Parts.label(
                            place.words.of(
                                    "monitor.alarm.more", "number", silenced.size() - MOST_NAMED),
                            "muted"));
        }
        return nodes;
    }

    private void plan() {
        new MaintenancePlan(place).ask();
    }

    private void end() {
        MaintenanceWindow window = table.getSelectionModel().getSelectedItem();
        if (window == null) {
            place.sheets.tell(place.of("monitor.maintenance.choose"));
            return;
        }
        place.sheets.ask(
                place.of("monitor.maintenance.end"),
                place.of("monitor.maintenance.end"),
                () -> {
                    place.act(new OperatorAction.CloseWindow(window.id()));
                    return true;
                },
                List.of(
                        Parts.paragraph(where(window)),
                        Parts.paragraph(place.of("monitor.maintenance.endMeaning"), "muted")));
    }

    TableView<MaintenanceWindow> table() {
        return table;
    }

    @Override
    Node first() {
        return table;
    }

    @Override
    boolean key(KeyEvent event) {
        if (event.getText().equalsIgnoreCase(place.of("monitor.key.new"))) {
            plan();
            return true;
        }
        if (event.getText().equalsIgnoreCase(place.of("monitor.key.end"))
                || event.getCode() == KeyCode.DELETE) {
            end();
            return true;
        }
        return false;
    }
}
