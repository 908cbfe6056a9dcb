package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.board.FleetWords;
import java.util.EnumMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Where one can go, each with its key. FX thread only.
final class NavigationRail extends VBox {
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

    private final FleetWords words;
    private final Map<Workplace.Target, Button> ways = new EnumMap<>(Workplace.Target.class);
    private final Label badge = Parts.label("", "badge");
    private final Button leave;

    NavigationRail(
            FleetWords words,
            java.util.function.Consumer<Workplace.Target> go,
            Runnable help,
            Runnable theme,
            Runnable out) {
        this.words = words;
        getStyleClass().add("rail");
        Label product = Parts.label(words.of("monitor.title"), "product");
        getChildren().add(product);
        way(Workplace.Target.OVERVIEW, Icon.OVERVIEW, "overview", "F2", go);
        way(Workplace.Target.ALARMS, Icon.ALARM, "alarms", "F3", go);
        way(Workplace.Target.MAINTENANCE, Icon.MAINTENANCE, "maintenance", "F4", go);
        way(Workplace.Target.AUDIT, Icon.AUDIT, "audit", "F6", go);
        way(Workplace.Target.REPORT, Icon.REPORT, "report", "F7", go);
        Region room = new Region();
        VBox.setVgrow(room, Priority.ALWAYS);
        leave = button(Icon.LEAVE, words.of("monitor.signOut"), "F12", out);
        getChildren()
                .addAll(
                        room,
                        button(Icon.HELP, words.of("monitor.help"), "F1", help),
                        button(Icon.THEME, words.of("monitor.theme"), "F9", theme),
                        leave);
        badge.setVisible(false);
    }

    private void way(
            Workplace.Target target,
            Icon icon,
            String key,
            String shortcut,
            java.util.function.Consumer<Workplace.Target> go) {
        Button button =
                button(icon, words.of("monitor.page." + key), shortcut, () -> go.accept(target));
        if (target == Workplace.Target.ALARMS && button.getGraphic() instanceof HBox row) {
            row.getChildren().add(2, badge);
        }
        ways.put(target, button);
        getChildren().add(button);
    }

    private static Button button(Icon icon, String text, String key, Runnable action) {
        Button button = new Button();
        Label hint = Parts.label(key, "key");
        hint.setMinWidth(Region.USE_PREF_SIZE);
        HBox row =
                Parts.row(12, icon.node(20), Parts.label(text, "way-text"), Parts.filler(), hint);
        row.setMaxWidth(Double.MAX_VALUE);
        row.setPrefWidth(186);
        button.setGraphic(row);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setAccessibleText(text);
        button.getStyleClass().add("way");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// Marks where one is.
    void here(Workplace.Target target) {
        Workplace.Target shown =
                target == Workplace.Target.TERMINAL ? Workplace.Target.OVERVIEW : target;
        ways.forEach((each, button) -> button.pseudoClassStateChanged(HERE, each == shown));
    }

    /// Says how many alarms nobody has acknowledged.
    void alarms(long open) {
        badge.setText(open > 999 ? "999+" : Long.toString(open));
        badge.setVisible(open > 0);
        badge.setManaged(open > 0);
        Button way = ways.get(Workplace.Target.ALARMS);
        if (way != null) {
            way.setAccessibleText(
                    words.of("monitor.page.alarms")
                            + (open > 0
                                    ? ": " + words.of("monitor.alarm.open", "number", open)
                                    : ""));
        }
    }

    /// Whether somebody is signed in who could sign out.
    void signedIn(boolean yes) {
        leave.setVisible(yes);
    }
}
