package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.board.FleetBoard;
import de.koblenz.kiosk.fleet.board.RowFilter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The fleet: all offices as tiles, all terminals as a table, worst first. FX thread only.
final class OverviewPage extends Page {
    private static final double MOST_TILES = 424;

    private final TextField search = new TextField();
    private final OfficeTiles tiles;
    private final TerminalTable table;
    private final Label count = Parts.label("", "muted");
    private final Button held;
    private final Map<RowFilter.Group, ToggleButton> groups = new EnumMap<>(RowFilter.Group.class);
    private final CommandBar commands;

    OverviewPage(Workplace place) {
        super(place);
        table = new TerminalTable(place, place::go, this::count);
        tiles = new OfficeTiles(place, office -> ask(table.filter().in(office)));
        commands = new CommandBar(place, table::chosen);
        held = Parts.button("", "F5", this::order, "held");
        held.setVisible(false);
        search.setPromptText(place.of("monitor.overview.search"));
        search.setAccessibleText(place.of("monitor.overview.search"));
        search.setPrefWidth(340);
        search.textProperty().addListener((_, _, typed) -> ask(table.filter().asking(typed)));
        search.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
                        enterTable();
                        event.consume();
                    }
                });
        ToggleGroup group = new ToggleGroup();
        Node choices = Parts.row(0);
        for (RowFilter.Group each : RowFilter.Group.values()) {
            ToggleButton button =
                    Parts.choice(
                            place.of("monitor.group." + each.name()),
                            group,
                            () -> ask(table.filter().in(each)));
            groups.put(each, button);
            ((javafx.scene.layout.HBox) choices).getChildren().add(button);
        }
        choices.getStyleClass().add("choices");
        group.selectToggle(groups.get(RowFilter.Group.ALL));
        ScrollPane offices = new ScrollPane(tiles);
        offices.setFitToWidth(true);
        offices.setMaxHeight(MOST_TILES);
        offices.setFocusTraversable(false);
        offices.getStyleClass().add("tiles-scroll");
        getChildren()
                .addAll(
                        offices,
                        Parts.row(16, search, choices, count, Parts.filler(), held, commands),
                        Parts.grow(table));
    }

    @Override
    String title() {
        return place.of("monitor.page.overview");
    }

    @Override
    void show(FleetBoard.Update update) {
        tiles.take(update);
        table.take(update);
    }

    @Override
    void opened() {
        tiles.takeAll();
        table.takeAll();
    }

    private void ask(RowFilter filter) {
        table.ask(filter);
        tiles.mark(filter.office());
    }

    private void order() {
        table.order();
        count();
    }

    private void count() {
        RowFilter filter = table.filter();
        String number = place.words.metrics().number(table.getItems().size(), 0);
        count.setText(
                filter.office().isEmpty()
                        ? place.words.of("monitor.overview.count", "number", number)
                        : place.words.of(
                                "monitor.overview.countOf",
                                Map.of(
                                        "number",
                                        number,
                                        "office",
                                        place.words.office(filter.office().get()))));
        int waiting = table.waiting();
        held.setText(
                waiting == 0
                        ? place.of("monitor.overview.held")
                        : place.words.of("monitor.overview.waiting", "number", waiting));
        held.setVisible(table.stale());
        held.setManaged(table.stale());
    }

    private void enterTable() {
        table.requestFocus();
        if (table.getSelectionModel().isEmpty() && !table.getItems().isEmpty()) {
            table.getSelectionModel().select(0);
            table.scrollTo(0);
        }
    }

    @Override
    Node first() {
        return table;
    }

    @Override
    boolean key(KeyEvent event) {
        if (seeks(event)) {
            search.requestFocus();
            search.selectAll();
            return true;
        }
        if (event.getCode() == KeyCode.F5) {
            order();
            return true;
        }
        if (event.getCode() == KeyCode.N && event.isShortcutDown()) {
            new TerminalRegister(place).enrol();
            return true;
        }
        if (event.getCode() == KeyCode.M && event.isShortcutDown()) {
            MaintenancePlan plan = new MaintenancePlan(place);
            table.chosen().stream().findFirst().ifPresent(plan::at);
            plan.ask();
            return true;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            return back();
        }
        return commands.key(event);
    }

    /// From the narrow to the wide: choice, search, office, group.
    private boolean back() {
        if (!table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().clearSelection();
        } else if (!search.getText().isEmpty()) {
            search.clear();
        } else if (table.filter().office().isPresent()) {
            ask(table.filter().in(Optional.empty()));
        } else {
            ToggleButton all = groups.get(RowFilter.Group.ALL);
            if (all != null) {
                all.setSelected(true);
            }
            ask(RowFilter.ALL);
        }
        return true;
    }

    /// Shows the terminals of one kind.
    void ask(RowFilter.Group group) {
        ToggleButton button = groups.get(group);
        if (button != null) {
            button.setSelected(true);
        }
        ask(table.filter().in(group));
    }

    TerminalTable table() {
        return table;
    }

    TextField search() {
        return search;
    }
}
