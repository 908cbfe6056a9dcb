package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.model.Alarm;
import de.koblenz.kiosk.fleet.model.AlarmState;
import de.koblenz.kiosk.fleet.model.Operator;
import de.koblenz.kiosk.fleet.model.OperatorAction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/// What operators do about alarms, asked for in sheets. FX thread only.
final class AlarmHandling {
    /// Words that come up often, so that nobody has to type them.
    private static final List<String> REASONS = List.of("called", "paper", "technician", "known");

    private static final int MOST_NAMED = 4;

    private final Workplace place;
    private final Supplier<List<Alarm>> chosen;

    /// @param chosen the alarms that it is about
    AlarmHandling(Workplace place, Supplier<List<Alarm>> chosen) {
        this.place = place;
        this.chosen = chosen;
    }

    /// Something that can be done about alarms.
    enum Deed {
        ACKNOWLEDGE,
        ASSIGN,
        SHELVE,
        UNSHELVE,
        CLEAR;

        /// Whether it can be done about that alarm.
        boolean fits(Alarm alarm) {
            return switch (this) {
                case ACKNOWLEDGE, ASSIGN -> alarm.open();
                case SHELVE -> alarm.open() && alarm.state() != AlarmState.SHELVED;
                case UNSHELVE -> alarm.state() == AlarmState.SHELVED;
                case CLEAR -> alarm.open() && !alarm.key().kind().passes();
            };
        }
    }

    void start(Deed deed) {
        List<Alarm> alarms = chosen.get().stream().filter(deed::fits).toList();
        if (alarms.isEmpty()) {
            place.sheets.tell(
                    place.of(
                            deed == Deed.CLEAR
                                    ? "monitor.alarm.passes"
                                    : "monitor.alarm.nothingChosen"));
            return;
        }
        switch (deed) {
            case ACKNOWLEDGE ->
                    withReason(
                            deed,
                            alarms,
                            reason -> alarm -> new OperatorAction.Acknowledge(alarm.id(), reason));
            case CLEAR ->
                    withReason(
                            deed,
                            alarms,
                            reason -> alarm -> new OperatorAction.Clear(alarm.id(), reason));
            case ASSIGN -> assign(alarms);
            case SHELVE -> shelve(alarms);
            case UNSHELVE ->
                    alarms.forEach(alarm -> place.act(new OperatorAction.Unshelve(alarm.id())));
        }
    }

    private String title(Deed deed) {
        return place.of("monitor.deed." + deed.name());
    }

    private Node about(List<Alarm> alarms) {
        List<String> names = new ArrayList<>();
        alarms.stream()
                .limit(MOST_NAMED)
                .forEach(alarm ->
                        names.add(
                                place.words.problem(alarm.key())
                                        + ": "
                                        + place.words.place(alarm.key())));
        int more = alarms.size() - MOST_NAMED;
        if (more > 0) {
            names.add(place.words.of("monitor.alarm.more", "number", more));
        }
        return Parts.paragraph(String.join("\n", names), "muted");
    }

    private void withReason(
            Deed deed,
            List<Alarm> alarms,
            Function<String, Function<Alarm, OperatorAction>> action) {
        TextField reason = reason();
        place.sheets.ask(
                title(deed),
                title(deed),
                () -> {
                    String text = reason.getText().strip();
                    if (text.isEmpty()) {
                        place.sheets.tell(place.of("monitor.reason.missing"));
                        reason.requestFocus();
                        return false;
                    }
                    alarms.forEach(alarm -> place.act(action.apply(text).apply(alarm)));
                    return true;
                },
                List.of(about(alarms), field("monitor.reason", reason), suggestions(reason)));
    }

    private TextField reason() {
        TextField reason = new TextField();
        reason.setPrefColumnCount(44);
        reason.setAccessibleText(place.of("monitor.reason"));
        return reason;
    }

    private Node field(String key, TextField field) {
        return Parts.column(4, Parts.label(place.of(key), "field-label"), field);
    }

    private Node suggestions(TextField reason) {
        FlowPane all = new FlowPane(8, 8);
        all.setPrefWrapLength(560);
        for (String key : REASONS) {
            String text = place.of("monitor.reason." + key);
            all.getChildren()
                    .add(
                            Parts.button(
                                    text,
                                    "",
                                    () -> {
                                        reason.setText(text);
                                        reason.requestFocus();
                                        reason.end();
                                    },
                                    "small"));
        }
        return all;
    }

    private void assign(List<Alarm> alarms) {
        TextField account = new TextField(place.operator().map(Operator::account).orElse(""));
        account.setAccessibleText(place.of("monitor.alarm.assignee"));
        account.setPrefColumnCount(24);
        place.sheets.ask(
                title(Deed.ASSIGN),
                title(Deed.ASSIGN),
                () -> {
                    String who = account.getText().strip();
                    alarms.forEach(alarm -> place.act(new OperatorAction.Assign(alarm.id(), who)));
                    return true;
                },
                List.of(about(alarms), field("monitor.alarm.assignee", account)));
    }

    private void shelve(List<Alarm> alarms) {
        TextField reason = reason();
        Map<ToggleButton, Duration> times = new java.util.LinkedHashMap<>();
        ToggleGroup group = new ToggleGroup();
        HBox choices = Parts.row(0);
        choices.getStyleClass().add("choices");
        for (long hours : new long[] {1, 4, 24, 72}) {
            ToggleButton button =
                    Parts.choice(
                            place.words.of("monitor.shelve.hours", "hours", hours),
                            group,
                            () -> {});
            times.put(button, Duration.ofHours(hours));
            choices.getChildren().add(button);
        }
        group.getToggles().get(1).setSelected(true);
        place.sheets.ask(
                title(Deed.SHELVE),
                title(Deed.SHELVE),
                () -> {
                    String text = reason.getText().strip();
                    Duration time = times.get(group.getSelectedToggle());
                    if (text.isEmpty() || time == null) {
                        place.sheets.tell(place.of("monitor.reason.missing"));
                        return false;
                    }
                    alarms.forEach(alarm ->
                            place.act(
                                    new OperatorAction.Shelve(
                                            alarm.id(), place.now().plus(time), text)));
                    return true;
                },
                List.of(
                        about(alarms),
                        choices,
                        field("monitor.reason", reason),
                        suggestions(reason)));
    }
}
