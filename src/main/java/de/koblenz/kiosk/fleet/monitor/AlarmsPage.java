package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.board.FleetBoard;
import de.koblenz.kiosk.fleet.model.Alarm;
import de.koblenz.kiosk.fleet.model.AlarmState;
import de.koblenz.kiosk.fleet.model.TerminalId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Alarms: what nobody knows of first; beside them what to do, and what was done. FX thread only.
final class AlarmsPage extends Page {
    private static final Duration BACK = Duration.ofDays(7);
    private static final int MOST = 2_000;

    /// A call that has waited for so long does not go out.
    private static final Duration SLOW = Duration.ofMinutes(1);

    /// Which alarms are asked for.
    enum Group {
        OPEN,
        KNOWN,
        SHELVED,
        ALL,
        HISTORY
    }

    private final AlarmTable table;
    private final AlarmHandling handling;
    private final TextField search;
    private final Label count = Parts.label("", "muted");
    private final VBox detail = Parts.column(12);
    private final Label uncalled = Parts.label("", "text-now");
    private final boolean calls;
    private final Button held;
    private final Map<Group, ToggleButton> groups = new EnumMap<>(Group.class);
    private Group group = Group.OPEN;
    private List<Alarm> past = List.of();
    private Instant askedCalls = Instant.MIN;
    private Described described = new Described(List.of(), "");

    /// @param calls whether somebody is called to alarms
    AlarmsPage(Workplace place, boolean calls) {
        super(place);
        this.calls = calls;
        table = new AlarmTable(place);
        handling = new AlarmHandling(place, table::chosen);
        held = Parts.button("", "F5", this::order, "held");
        search = search(place.of("monitor.alarm.search"), 300, () -> list(true));
        ToggleGroup toggles = new ToggleGroup();
        HBox choices = Parts.row(0);
        choices.getStyleClass().add("choices");
        for (Group each : Group.values()) {
            ToggleButton button =
                    Parts.choice(
                            place.of("monitor.alarmGroup." + each.name()),
                            toggles,
                            () -> ask(each));
            groups.put(each, button);
            choices.getChildren().add(button);
        }
        toggles.getToggles().getFirst().setSelected(true);
        table.getSelectionModel()
                .getSelectedItems()
                .addListener((ListChangeListener<AlarmItem>) _ -> detail());
        table.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                        openTerminal();
                        event.consume();
                    }
                });
        detail.getStyleClass().addAll("card", "detail");
        detail.setMinWidth(420);
        detail.setPrefWidth(420);
        HBox body = new HBox(16, Parts.grow(table), detail);
        getChildren()
                .addAll(
                        Parts.row(16, search, choices, count, Parts.filler(), uncalled, held),
                        Parts.grow(body));
        detail();
    }

    @Override
    String title() {
        return place.of("monitor.page.alarms");
    }

    @Override
    void show(FleetBoard.Update update) {
        list(false);
        detail();
        askCalls();
    }

    /// Looks once a minute whether calls go out.
    private void askCalls() {
        Instant now = place.now();
        if (!calls || now.isBefore(askedCalls.plus(SLOW))) {
            return;
        }
        askedCalls = now;
        place.desk.ask(
                () -> place.ports.alarms().calls(1),
                oldest -> {
                    boolean slow =
                            !oldest.isEmpty() && oldest.getFirst().at().plus(SLOW).isBefore(now);
                    uncalled.setText(
                            slow
                                    ? place.words.of(
                                            "monitor.alarm.uncalled",
                                            "moment",
                                            place.words.moment(oldest.getFirst().at(), now))
                                    : "");
                });
    }

    @Override
    void opened() {
        if (group == Group.HISTORY) {
            askPast();
        }
    }

    void ask(Group wanted) {
        group = wanted;
        ToggleButton button = groups.get(wanted);
        if (button != null) {
            button.setSelected(true);
        }
        if (wanted == Group.HISTORY) {
            askPast();
        }
        list(true);
    }

    private void askPast() {
        Instant now = place.now();
        place.desk.ask(
                () -> place.ports.alarms().history(now.minus(BACK), now.plusSeconds(1), MOST),
                found -> {
                    past = found;
                    list(true);
                });
    }

    private boolean wanted(Alarm alarm) {
        boolean in =
                switch (group) {
                    case OPEN -> alarm.state() == AlarmState.RAISED;
                    case KNOWN -> alarm.state() == AlarmState.ACKED;
                    case SHELVED -> alarm.state() == AlarmState.SHELVED;
                    case ALL, HISTORY -> true;
                };
        String typed = search.getText().strip().toLowerCase(Locale.ROOT);
        return in && (typed.isEmpty() || text(alarm).contains(typed));
    }

    private String text(Alarm alarm) {
        return String.join(
                        " ",
                        place.words.problem(alarm.key()),
                        place.words.place(alarm.key()),
                        alarm.key().office(),
                        alarm.assignee(),
                        alarm.key().word())
                .toLowerCase(Locale.ROOT);
    }

    private void list(boolean anew) {
        List<Alarm> alarms = new ArrayList<>();
        if (group == Group.HISTORY) {
            past.stream().filter(this::wanted).forEach(alarms::add);
        } else {
            place.board.state().alarms().values().filter(this::wanted).forEach(alarms::add);
        }
        table.show(alarms, anew);
        count.setText(
                place.words.of(
                        "monitor.alarm.count",
                        "number",
                        place.words.metrics().number(alarms.size(), 0)));
        held.setText(place.words.of("monitor.alarm.waiting", "number", table.waiting()));
        held.setVisible(table.waiting() > 0);
        held.setManaged(table.waiting() > 0);
    }

    private void order() {
        table.order();
        list(true);
    }

    /// What the card beside the table says.
    private record Described(List<Alarm> chosen, String line) {}

    /// Made anew only where it would say something else: a button that is exchanged under the hand takes no click and loses the focus.
    private void detail() {
        List<Alarm> chosen = table.chosen();
        Described now =
                new Described(
                        chosen, chosen.isEmpty() ? "" : AlarmLine.told(place, chosen.getLast()));
        if (now.equals(described) && !detail.getChildren().isEmpty()) {
            return;
        }
        described = now;
        List<Node> nodes = new ArrayList<>();
        if (chosen.isEmpty()) {
            nodes.add(Parts.paragraph(place.of("monitor.alarm.choose"), "muted"));
        } else {
            Alarm alarm = chosen.getLast();
            nodes.add(Parts.paragraph(place.words.problem(alarm.key()), "card-title"));
            nodes.add(Parts.paragraph(place.words.place(alarm.key())));
            nodes.add(Parts.paragraph(place.words.advice(alarm.key())));
            nodes.add(Parts.paragraph(now.line, "muted"));
            if (!alarm.key().terminal().isEmpty()) {
                nodes.add(
                        Parts.button(
                                place.of("monitor.alarm.terminal"),
                                "Enter",
                                this::openTerminal,
                                "wide"));
            }
            if (chosen.size() > 1) {
                nodes.add(
                        Parts.label(
                                place.words.of("monitor.alarm.chosen", "number", chosen.size()),
                                "heading"));
            }
            for (AlarmHandling.Deed deed : AlarmHandling.Deed.values()) {
                if (chosen.stream().anyMatch(deed::fits)) {
                    nodes.add(
                            Parts.button(
                                    place.of("monitor.deed." + deed.name()),
                                    keyOf(deed),
                                    () -> handling.start(deed),
                                    "wide"));
                }
            }
        }
        boolean held =
                getScene() != null && detail.getChildren().contains(getScene().getFocusOwner());
        detail.getChildren().setAll(nodes);
        if (held) {
            // Else the focus would go to wherever the window begins.
            table.requestFocus();
        }
    }

    private String keyOf(AlarmHandling.Deed deed) {
        return place.of("monitor.key." + deed.name());
    }

    private void openTerminal() {
        table.chosen().stream()
                .filter(alarm -> !alarm.key().terminal().isEmpty())
                .reduce((_, last) -> last)
                .ifPresent(alarm ->
                        place.go(new TerminalId(alarm.key().office(), alarm.key().terminal())));
    }

    @Override
    Node first() {
        return table;
    }

    AlarmTable table() {
        return table;
    }

    @Override
    boolean key(KeyEvent event) {
        if (seeks(event)) {
            search.requestFocus();
            return true;
        }
        if (event.getCode() == KeyCode.F5) {
            order();
            return true;
        }
        if (event.isShortcutDown()) {
            return false;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            table.getSelectionModel().clearSelection();
            search.clear();
            return true;
        }
        for (AlarmHandling.Deed deed : AlarmHandling.Deed.values()) {
            if (event.getText().equalsIgnoreCase(keyOf(deed))) {
                handling.start(deed);
                return true;
            }
        }
        return false;
    }
}
