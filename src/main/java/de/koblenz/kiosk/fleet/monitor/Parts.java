package de.koblenz.kiosk.fleet.monitor;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The small parts of which all pages consist. FX thread only.
final class Parts {
    private Parts() {}

    static Label label(String text, String... classes) {
        Label label = new Label(text);
        label.getStyleClass().addAll(classes);
        return label;
    }

    /// Text of several lines.
    static Label paragraph(String text, String... classes) {
        Label label = label(text, classes);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// A button that says by which key it is reached, too.
    static Button button(String text, String key, Runnable action, String... classes) {
        Button button = new Button(text);
        button.getStyleClass().addAll(classes);
        button.setOnAction(_ -> action.run());
        if (!key.isEmpty()) {
            Label hint = label(key, "key");
            button.setGraphic(hint);
        }
        if (button.getStyleClass().contains("wide")) {
            button.setMaxWidth(Double.MAX_VALUE);
        }
        button.setAccessibleText(text);
        return button;
    }

    /// One of several of which one is chosen.
    static ToggleButton choice(String text, ToggleGroup group, Runnable chosen) {
        ToggleButton button = new ToggleButton(text);
        button.setToggleGroup(group);
        button.getStyleClass().add("choice");
        // The chosen one stays chosen when it is pressed again.
        button.setOnAction(_ -> button.setSelected(true));
        // Arrow keys choose without pressing; what a page begins with is no choice of anybody.
        button.selectedProperty()
                .addListener((_, _, now) -> {
                    if (now && button.getScene() != null) {
                        chosen.run();
                    }
                });
        return button;
    }

    static HBox row(double spacing, Node... nodes) {
        HBox row = new HBox(spacing, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    static VBox column(double spacing, Node... nodes) {
        return new VBox(spacing, nodes);
    }

    /// Takes what room is left.
    static Region filler() {
        Region filler = new Region();
        HBox.setHgrow(filler, Priority.ALWAYS);
        return filler;
    }

    static <N extends Node> N grow(N node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        VBox.setVgrow(node, Priority.ALWAYS);
        return node;
    }

    /// A class that is there or not.
    static void mark(Node node, String styleClass, boolean on) {
        boolean there = node.getStyleClass().contains(styleClass);
        if (on && !there) {
            node.getStyleClass().add(styleClass);
        } else if (!on && there) {
            node.getStyleClass().remove(styleClass);
        }
    }
}
