package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.board.Attention;
import de.koblenz.kiosk.fleet.board.FleetBoard;
import de.koblenz.kiosk.fleet.board.RowFilter;
import de.koblenz.kiosk.fleet.board.RowSequence;
import de.koblenz.kiosk.fleet.board.Standing;
import de.koblenz.kiosk.fleet.board.TerminalRow;
import de.koblenz.kiosk.fleet.model.PaperStatus;
import de.koblenz.kiosk.fleet.model.TerminalId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// All terminals that are asked for, worst first. Nothing moves while somebody reads: rows are put in order anew only when the table has been
/// left alone for a while, or by F5. FX thread only.
final class TerminalTable extends TableView<TerminalItem> {
    /// Whoever touched the table so long ago does not read it any more.
    private static final Duration READING = Duration.ofSeconds(45);

    /// In a storm of changes the order is made anew so often at most; rows themselves change with each pulse.
    private static final Duration CALM = Duration.ofMillis(250);

    private static final double ROW = 34;

    private final Workplace place;
    private final RowSequence sequence;
    private final Consumer<TerminalId> opened;
    private final Runnable changed;
    private final Map<TerminalId, TerminalItem> items = new HashMap<>();
    private final ObservableList<TerminalItem> shown = FXCollections.observableArrayList();
    private RowFilter filter = RowFilter.ALL;
    private Instant touched = Instant.MIN;
    private Instant orderedAt = Instant.MIN;
    private Instant heldAt = Instant.MIN;
    private final PauseTransition later =
            new PauseTransition(javafx.util.Duration.millis((double) CALM.toMillis()));

    /// Ends the reading of whoever does nothing more.
    private final PauseTransition reading = new PauseTransition();

    private boolean stale;

    /// @param opened a row is opened
    /// @param changed what is shown is different
    TerminalTable(Workplace place, Consumer<TerminalId> opened, Runnable changed) {
        this.place = place;
        this.sequence = new RowSequence(place.board);
        this.opened = opened;
        this.changed = changed;
        setItems(shown);
        setFixedCellSize(ROW);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        getStyleClass().add("terminals");
        setAccessibleText(place.of("monitor.overview.table"));
        Label empty = Parts.label(place.of("monitor.overview.none"), "muted");
        setPlaceholder(empty);
        setRowFactory(_ -> new TerminalTableRow());
        columns();
        setSortPolicy(_ -> {
            order();
            return true;
        });
        later.setOnFinished(_ -> {
            if (read()) {
                keep();
            } else {
                order();
            }
            changed.run();
        });
        reading.setOnFinished(_ -> look());
        hoverProperty().addListener(_ -> look());
        focusWithinProperty().addListener(_ -> look());
        addEventFilter(InputEvent.ANY, _ -> touched = place.now());
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    }

    private void columns() {
        column(
                "standing",
                190,
                Comparator.comparing(TerminalRow::standing).reversed(),
                (cell, row) -> {
                    cell.setText(place.words.standing(row.standing()));
                    cell.show(
                            row.attention() == Attention.HANDLED
                                    ? Icon.HANDLED
                                    : Icon.of(row.standing()));
                });
        column(
                "terminal",
                210,
                Comparator.comparing(row -> row.id().terminal()),
                (cell, row) -> cell.setText(row.id().terminal()));
        column(
                "office",
                250,
                Comparator.comparing(TerminalRow::office),
                (cell, row) -> cell.setText(row.office()));
        column(
                "since",
                110,
                Comparator.comparing(TerminalRow::since),
                (cell, row) ->
                        cell.setText(
                                row.standing() == Standing.WELL
                                        ? ""
                                        : place.words.moment(row.since(), place.now())));
        column(
                "mode",
                140,
                Comparator.comparing(TerminalRow::mode),
                (cell, row) -> cell.setText(place.words.mode(row.mode())));
        column(
                "paper",
                160,
                Comparator.comparingLong(TerminalTable::left),
                (cell, row) -> cell.setText(paper(row)));
        column(
                "problem",
                380,
                Comparator.comparing(TerminalRow::problem),
                (cell, row) ->
                        cell.setText(
                                row.further() == 0
                                        ? row.problem()
                                        : place.words.of(
                                                "monitor.overview.further",
                                                Map.of(
                                                        "problem",
                                                        row.problem(),
                                                        "number",
                                                        Integer.toString(row.further())))));
    }

    private static long left(TerminalRow row) {
        return row.printsLeft() < 0 ? Long.MAX_VALUE : row.printsLeft();
    }

    private String paper(TerminalRow row) {
        if (row.paper() == PaperStatus.OUT || row.paper() == PaperStatus.JAMMED) {
            return place.words.paper(row.paper());
        }
        return row.printsLeft() < 0
                ? ""
                : place.words.of("monitor.overview.prints", "prints", row.printsLeft());
    }

    private void column(
            String key,
            double width,
            Comparator<TerminalRow> comparator,
            BiConsumer<TerminalCell, TerminalRow> shower) {
        TableColumn<TerminalItem, TerminalRow> column =
                new TableColumn<>(place.of("monitor.overview." + key));
        column.setId(key);
        column.setPrefWidth(width);
        column.setMinWidth(80);
        column.setReorderable(false);
        column.setComparator(comparator);
        column.setCellValueFactory(cell -> cell.getValue().rowProperty());
        column.setCellFactory(_ -> new TerminalCell(shower));
        getColumns().add(column);
    }

    /// Whether somebody reads here.
    private boolean read() {
        Instant now = place.now();
        return !shown.isEmpty()
                && !touched.equals(Instant.MIN)
                && Duration.between(touched, now).compareTo(READING) < 0
                && (isHover() || isFocusWithin() || !getSelectionModel().isEmpty());
    }

    /// The fleet has changed.
    void take(FleetBoard.Update update) {
        for (TerminalId id : update.changed()) {
            TerminalItem item = items.get(id);
            if (item != null) {
                place.board.row(id).ifPresent(item::show);
            }
        }
        for (TerminalId id : update.removed()) {
            items.remove(id);
        }
        boolean moves =
                !update.added().isEmpty()
                        || !update.removed().isEmpty()
                        || !update.moved().isEmpty()
                        || (!getSortOrder().isEmpty() && !update.changed().isEmpty());
        if (moves || stale) {
            if (read()) {
                keep();
                hold(!update.removed().isEmpty());
            } else {
                orderSoon();
            }
        }
        changed.run();
    }

    /// Leaves the order as it is until nobody reads any more.
    private void keep() {
        stale = true;
        if (reading.getStatus() != Animation.Status.RUNNING) {
            Duration left = READING.minus(Duration.between(touched, place.now())).plus(CALM);
            reading.setDuration(javafx.util.Duration.millis((double) left.toMillis()));
            reading.playFromStart();
        }
    }

    /// Whether the order need not be kept any more, though nothing else has changed.
    void look() {
        if (!stale) {
            return;
        }
        if (read()) {
            keep();
        } else {
            order();
            changed.run();
        }
    }

    /// How long the order is kept if nobody does anything; empty where it is not kept.
    Optional<javafx.util.Duration> kept() {
        return reading.getStatus() == Animation.Status.RUNNING
                ? Optional.of(reading.getDuration())
                : Optional.empty();
    }

    /// Looks at all rows, which is dear, only where one has gone, or to count those that wait.
    private void hold(boolean gone) {
        if (gone || calmSince(heldAt)) {
            heldAt = place.now();
            if (sequence.hold(filter)) {
                put();
            }
        }
    }

    private boolean calmSince(Instant then) {
        return then.equals(Instant.MIN) || Duration.between(then, place.now()).compareTo(CALM) >= 0;
    }

    private void orderSoon() {
        if (calmSince(orderedAt)) {
            order();
        } else if (later.getStatus() != Animation.Status.RUNNING) {
            later.playFromStart();
        }
    }

    /// Everything may be different.
    void takeAll() {
        items.keySet().removeIf(id -> place.board.row(id).isEmpty());
        items.forEach((id, item) -> place.board.row(id).ifPresent(item::show));
        order();
        changed.run();
    }

    /// Asks for other rows.
    void ask(RowFilter next) {
        filter = next;
        order();
        changed.run();
    }

    RowFilter filter() {
        return filter;
    }

    /// Puts everything in order now.
    void order() {
        stale = false;
        later.stop();
        reading.stop();
        orderedAt = place.now();
        Comparator<TerminalRow> order = TerminalRow.WORST_FIRST;
        for (TableColumn<TerminalItem, ?> column : getSortOrder().reversed()) {
            order = by(column).thenComparing(order);
        }
        if (sequence.order(filter, order)) {
            put();
        }
    }

    @SuppressWarnings("unchecked")
    private static Comparator<TerminalRow> by(TableColumn<TerminalItem, ?> column) {
        Comparator<TerminalRow> own = (Comparator<TerminalRow>) column.getComparator();
        return column.getSortType() == TableColumn.SortType.ASCENDING ? own : own.reversed();
    }

    /// Whether the order would be another one if nobody read.
    boolean stale() {
        return stale;
    }

    /// How many need somebody and are not in the list yet.
    int waiting() {
        return sequence.waiting();
    }

    private void put() {
        List<TerminalItem> chosen = List.copyOf(getSelectionModel().getSelectedItems());
        TerminalItem focused = getFocusModel().getFocusedItem();
        List<TerminalItem> next = new ArrayList<>(sequence.shown().size());
        for (TerminalId id : sequence.shown()) {
            next.add(
                    items.computeIfAbsent(
                            id, key -> new TerminalItem(place.board.row(key).orElseThrow())));
        }
        shown.setAll(next);
        getSelectionModel().clearSelection();
        for (TerminalItem item : chosen) {
            if (item != null) {
                getSelectionModel().select(item);
            }
        }
        if (focused != null) {
            int index = shown.indexOf(focused);
            if (index >= 0) {
                getFocusModel().focus(index);
            }
        }
    }

    /// What is chosen, from top to bottom.
    List<TerminalId> chosen() {
        return getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .map(TerminalItem::id)
                .toList();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            open();
            event.consume();
        }
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            open();
        }
    }

    private void open() {
        TerminalItem item = getFocusModel().getFocusedItem();
        if (item != null) {
            opened.accept(item.id());
        }
    }
}
