package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.model.Alarm;
import de.koblenz.kiosk.fleet.model.AlarmKey;
import de.koblenz.kiosk.fleet.model.AlarmState;
import de.koblenz.kiosk.fleet.model.PersistentMap;
import de.koblenz.kiosk.fleet.model.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.InputEvent;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// Alarms, those that nobody knows of first. Nothing moves while somebody reads; what is over stays, marked so, until the order is made anew.
/// FX thread only.
final class AlarmTable extends TableView<AlarmItem> {
    private static final Duration READING = Duration.ofSeconds(45);
    private static final PseudoClass SOON = PseudoClass.getPseudoClass("soon");
    private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");
    private static final PseudoClass URGENT = PseudoClass.getPseudoClass("urgent");
    private static final PseudoClass CALM = PseudoClass.getPseudoClass("calm");

    private final Workplace place;
    private final ObservableList<AlarmItem> shown = FXCollections.observableArrayList();
    private final Map<Long, AlarmItem> items = new HashMap<>();
    private List<Alarm> asked = List.of();
    private Instant touched = Instant.MIN;
    private int waiting;

    AlarmTable(Workplace place) {
        this.place = place;
        setItems(shown);
        setFixedCellSize(34);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setAccessibleText(place.of("monitor.page.alarms"));
        setPlaceholder(Parts.label(place.of("monitor.alarm.none"), "muted"));
        setRowFactory(_ -> new Row());
        column(
                "severity",
                130,
                (cell, alarm) -> {
                    cell.setText(place.words.severity(alarm.severity()));
                    cell.show(Icon.of(alarm.severity()));
                });
        column("what", 300, (cell, alarm) -> cell.setText(place.words.problem(alarm.key())));
        column("where", 300, (cell, alarm) -> cell.setText(place.words.place(alarm.key())));
        column(
                "when",
                110,
                (cell, alarm) -> cell.setText(place.words.moment(alarm.raisedAt(), place.now())));
        column(
                "state",
                130,
                (cell, alarm) ->
                        cell.setText(
                                alarm.state() == AlarmState.RAISED && alarm.call().quiet()
                                        ? place.of("monitor.alarm.quietShort")
                                        : place.words.state(alarm.state())));
        column("assignee", 120, (cell, alarm) -> cell.setText(alarm.assignee()));
        addEventFilter(InputEvent.ANY, _ -> touched = place.now());
    }

    private void column(String key, double width, BiConsumer<Cell, Alarm> shower) {
        TableColumn<AlarmItem, Alarm> column = new TableColumn<>(place.of("monitor.alarm." + key));
        column.setPrefWidth(width);
        column.setMinWidth(90);
        column.setReorderable(false);
        column.setSortable(false);
        column.setCellValueFactory(cell -> cell.getValue().alarmProperty());
        column.setCellFactory(_ -> new Cell(shower));
        getColumns().add(column);
    }

    private static final class Cell extends TableCell<AlarmItem, Alarm> {
        private final BiConsumer<Cell, Alarm> shower;
        private @Nullable Text icon;

        Cell(BiConsumer<Cell, Alarm> shower) {
            this.shower = shower;
        }

        @Override
        protected void updateItem(@Nullable Alarm alarm, boolean empty) {
            super.updateItem(alarm, empty);
            if (empty || alarm == null) {
                setText("");
                setGraphic(null);
            } else {
                shower.accept(this, alarm);
            }
        }

        void show(Icon which) {
            Text node = icon;
            if (node == null) {
                node = which.node(18);
                icon = node;
            }
            node.setText(which.character());
            setGraphic(node);
        }
    }

    private static final class Row extends TableRow<AlarmItem> {
        private final javafx.beans.value.ChangeListener<Alarm> listener =
                (_, _, next) -> show(next);
        private @Nullable AlarmItem bound;

        @Override
        protected void updateItem(@Nullable AlarmItem item, boolean empty) {
            super.updateItem(item, empty);
            AlarmItem before = bound;
            if (before != null) {
                before.alarmProperty().removeListener(listener);
            }
            bound = empty ? null : item;
            if (empty || item == null) {
                show(null);
            } else {
                item.alarmProperty().addListener(listener);
                show(item.alarm());
            }
        }

        private void show(@Nullable Alarm alarm) {
            boolean open =
                    alarm != null && alarm.state() == AlarmState.RAISED && !alarm.call().quiet();
            Severity severity = alarm == null ? Severity.WARNING : alarm.severity();
            pseudoClassStateChanged(
                    SOON, open && (severity == Severity.WARNING || severity == Severity.MINOR));
            pseudoClassStateChanged(NOW, open && severity == Severity.MAJOR);
            pseudoClassStateChanged(URGENT, open && severity == Severity.CRITICAL);
            pseudoClassStateChanged(CALM, !open);
        }
    }

    private boolean read() {
        return !touched.equals(Instant.MIN)
                && Duration.between(touched, place.now()).compareTo(READING) < 0
                && (isHover() || isFocusWithin() || !getSelectionModel().isEmpty());
    }

    /// Shows these.
    ///
    /// @param anew whether the order is made anew whoever reads
    void show(Collection<Alarm> alarms, boolean anew) {
        List<Alarm> next = new ArrayList<>(alarms);
        next.sort(AlarmItem.WORST_FIRST);
        asked = next;
        if (anew || shown.isEmpty() || !read()) {
            order();
        } else {
            hold();
        }
    }

    /// What is not asked for any more may be over, or somebody has taken it up: it is shown as it is.
    private void hold() {
        Set<Long> there = new HashSet<>();
        PersistentMap<AlarmKey, Alarm> open = place.board.state().alarms();
        Map<Long, Alarm> now = new HashMap<>();
        asked.forEach(alarm -> now.put(alarm.id(), alarm));
        for (AlarmItem item : shown) {
            Alarm alarm = item.alarm();
            there.add(alarm.id());
            Alarm next = now.getOrDefault(alarm.id(), open.get(alarm.key()));
            if (next != null && next.id() == alarm.id()) {
                item.show(next);
            } else if (alarm.open()) {
                item.show(AlarmLine.cleared(alarm, place.now()));
            }
        }
        waiting = 0;
        for (Alarm alarm : asked) {
            waiting += there.contains(alarm.id()) ? 0 : 1;
        }
    }

    /// Puts everything in order now.
    void order() {
        List<Long> chosen = chosen().stream().map(Alarm::id).toList();
        waiting = 0;
        List<AlarmItem> next = new ArrayList<>(asked.size());
        Set<Long> ids = new HashSet<>();
        for (Alarm alarm : asked) {
            AlarmItem item = items.computeIfAbsent(alarm.id(), _ -> new AlarmItem(alarm));
            item.show(alarm);
            next.add(item);
            ids.add(alarm.id());
        }
        items.keySet().retainAll(ids);
        if (!next.equals(shown)) {
            shown.setAll(next);
            getSelectionModel().clearSelection();
            for (Long id : chosen) {
                AlarmItem item = items.get(id);
                if (item != null) {
                    getSelectionModel().select(item);
                }
            }
        }
    }

    int waiting() {
        return waiting;
    }

    /// What is chosen.
    List<Alarm> chosen() {
        return getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .map(AlarmItem::alarm)
                .toList();
    }
}
