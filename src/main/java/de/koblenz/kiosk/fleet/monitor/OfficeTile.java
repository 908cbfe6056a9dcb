package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.board.Attention;
import de.koblenz.kiosk.fleet.board.FleetWords;
import de.koblenz.kiosk.fleet.board.OfficeSummary;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// One office at a glance: grey when all is well. FX thread only.
final class OfficeTile extends Pane {
    static final double HEIGHT = 52;
    private static final double PAD = 12;
    private static final double BAR = 4;
    private static final PseudoClass SOON = PseudoClass.getPseudoClass("soon");
    private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");
    private static final PseudoClass URGENT = PseudoClass.getPseudoClass("urgent");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Label name = Parts.label("", "tile-name");
    private final Label line = Parts.label("", "tile-line");
    private final Label open = Parts.label("", "tile-open");
    private final Region serving = new Region();
    private final Region rest = new Region();
    private final Tooltip tip = new Tooltip();
    private double share = 1;

    OfficeTile() {
        getStyleClass().add("tile");
        setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        Tooltip.install(this, tip);
        serving.getStyleClass().add("bar-serving");
        rest.getStyleClass().add("bar-rest");
        getChildren().addAll(rest, serving, name, line, open);
    }

    void show(OfficeSummary office, FleetWords words) {
        name.setText(office.name());
        line.setText(
                office.dark()
                        ? words.of("monitor.tile.dark")
                        : office.closed() == office.total()
                                ? words.of("monitor.tile.closed")
                                : words.of(
                                        "monitor.tile.serving",
                                        Map.of(
                                                "serving", Integer.toString(office.serving()),
                                                "total", Integer.toString(office.total()))));
        int needed = office.now() + office.soon();
        open.setText(
                needed == 0 || office.dark()
                        ? ""
                        : words.of("monitor.tile.open", "number", needed));
        share = office.total() == 0 ? 1 : (double) office.serving() / office.total();
        pseudoClassStateChanged(SOON, office.attention() == Attention.SOON);
        pseudoClassStateChanged(NOW, office.attention() == Attention.NOW);
        pseudoClassStateChanged(URGENT, office.attention() == Attention.URGENT);
        tip.setText(office.name());
        setAccessibleText(office.name() + ": " + line.getText() + " " + open.getText());
        requestLayout();
    }

    void choose(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - 2 * PAD;
        double end = Math.min(width, open.prefWidth(-1));
        name.resizeRelocate(PAD, 5, width, 20);
        line.resizeRelocate(PAD, 25, width - end - (end > 0 ? 6 : 0), 17);
        open.resizeRelocate(PAD + width - end, 25, end, 17);
        double served = Math.rint(width * share);
        rest.resizeRelocate(PAD, HEIGHT - BAR - 4, width, BAR);
        serving.resizeRelocate(PAD, HEIGHT - BAR - 4, served, BAR);
    }
}
