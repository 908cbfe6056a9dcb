package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.board.FleetWords;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Lies over the pages: a sheet that asks something, and a line that tells something and goes by itself. While a sheet is open, the pages
/// beneath take no keys. FX thread only.
final class Sheets extends StackPane {
    private static final Duration TOLD = Duration.seconds(6);

    private final FleetWords words;
    private final Node beneath;
    private final Label told = Parts.label("", "told");
    private final PauseTransition going = new PauseTransition(TOLD);
    private @Nullable Node sheet;
    private @Nullable Node before;

    /// @param beneath the pages
    Sheets(FleetWords words, Node beneath) {
        this.words = words;
        this.beneath = beneath;
        getStyleClass().add("sheets");
        setPickOnBounds(false);
        told.setVisible(false);
        StackPane.setAlignment(told, Pos.BOTTOM_CENTER);
        going.setOnFinished(_ -> told.setVisible(false));
        getChildren().add(told);
    }

    boolean open() {
        return sheet != null;
    }

    /// Tells something for a few seconds.
    void tell(String text) {
        told.setText(text);
        told.setVisible(!text.isEmpty());
        going.playFromStart();
    }

    /// Says nothing any more.
    void hush() {
        going.stop();
        told.setVisible(false);
    }

    /// Opens a sheet with these nodes and a button for the action.
    ///
    /// @param done what the button is called
    /// @param action what it does; the sheet stays open if it returns false
    /// @param parts from top to bottom; the first that can have the focus gets it
    void ask(String title, String done, Action action, List<? extends Node> parts) {
        List<Node> all = new ArrayList<>(parts);
        HBox buttons =
                Parts.row(
                        12,
                        Parts.filler(),
                        Parts.button(words.of("monitor.sheet.cancel"), "Esc", this::shut),
                        Parts.button(
                                done,
                                "",
                                () -> {
                                    if (action.take()) {
                                        shut();
                                    }
                                },
                                "accent"));
        buttons.getStyleClass().add("buttons");
        all.add(buttons);
        VBox box = open(title, all);
        box.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER && event.isControlDown()) {
                        event.consume();
                        if (action.take()) {
                            shut();
                        }
                    }
                });
    }

    /// Something to read.
    void show(String title, List<? extends Node> parts) {
        List<Node> all = new ArrayList<>(parts);
        HBox buttons =
                Parts.row(
                        12,
                        Parts.filler(),
                        Parts.button(words.of("monitor.sheet.close"), "Esc", this::shut, "accent"));
        all.add(buttons);
        open(title, all);
    }

    /// What a sheet's button does.
    interface Action {
        /// Whether the sheet may close.
        boolean take();
    }

    private VBox open(String title, List<? extends Node> parts) {
        shut();
        before = getScene() == null ? null : getScene().getFocusOwner();
        VBox box = Parts.column(14, Parts.label(title, "sheet-title"));
        box.getChildren().addAll(parts);
        box.getStyleClass().add("sheet");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        box.setAccessibleText(title);
        StackPane dim = new StackPane(box);
        dim.getStyleClass().add("dim");
        dim.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        event.consume();
                        shut();
                    }
                });
        sheet = dim;
        getChildren().addFirst(dim);
        beneath.setDisable(true);
        focusFirst(box);
        return box;
    }

    private static boolean focusFirst(Node node) {
        if (node.isFocusTraversable() && !node.isDisabled()) {
            node.requestFocus();
            return true;
        }
        if (node instanceof javafx.scene.Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                if (focusFirst(child)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Closes the sheet; the focus goes where it was.
    void shut() {
        Node open = sheet;
        if (open == null) {
            return;
        }
        getChildren().remove(open);
        sheet = null;
        beneath.setDisable(false);
        Node again = before;
        if (again != null && again.getScene() != null) {
            again.requestFocus();
        }
    }
}
