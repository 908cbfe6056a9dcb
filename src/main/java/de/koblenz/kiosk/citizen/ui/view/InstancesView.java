package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Area;
import de.koblenz.kiosk.citizen.ui.Screen.Instances;
import java.util.ArrayList;
import java.util.List;

/// What stands in a repeated group, and the button that adds one more.
final class InstancesView extends BodyView<Instances> {
    private final ErrorLine error = new ErrorLine();
    private final Pool<InstanceRow> pool;
    private final ActionButton add;
    private final ActionButton more;
    private List<InstanceRow> rows = List.of();

    InstancesView(Console console) {
        super(console);
        getChildren().add(error);
        pool = new Pool<>(() -> new InstanceRow(console), getChildren());
        add = button();
        more = button();
        getChildren().addAll(more, add);
    }

    private ActionButton button() {
        return new ActionButton(console, TextRole.LABEL, ActionButton.Form.BESIDE, 44, "secondary");
    }

    @Override
    void update(Instances body, PageStyle style) {
        error.show(body.error(), style);
        rows = pool.show(body.instances().size());
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).show(body.instances().get(i), style);
        }
        more.setVisible(body.more().isPresent());
        body.more().ifPresent(control -> more.show(control, style));
        add.setVisible(body.add().isPresent());
        body.add().ifPresent(control -> add.show(control, style));
        more.toFront();
        add.toFront();
    }

    private List<Cell> cells() {
        List<Cell> cells = new ArrayList<>(rows);
        for (ActionButton button : List.of(more, add)) {
            if (button.isVisible()) {
                cells.add(button);
            }
        }
        return cells;
    }

    private int mostColumns() {
        return style().portrait() || style().large() ? 2 : 3;
    }

    @Override
    String error() {
        return error.words();
    }

    @Override
    double spare(Area zone) {
        return zone.height() - Tiling.least(cells(), zone.width(), style().gap(), 1, mostColumns());
    }

    @Override
    double overhang() {
        return error.needed(style().zones().interaction().width());
    }

    @Override
    void arrange(Area zone) {
        double gap = style().gap();
        double errorHeight = error.needed(zone.width());
        double top = zone.y();
        if (style().zones().stacked()) {
            error.resizeRelocate(zone.x(), zone.y() - errorHeight, zone.width(), errorHeight);
        } else {
            error.resizeRelocate(zone.x(), zone.y(), zone.width(), errorHeight);
            top += errorHeight;
        }
        Area room = new Area(zone.x(), top, zone.width(), zone.bottom() - top);
        List<Cell> cells = cells();
        int columns = Tiling.columns(cells, room, gap, 88, 1, mostColumns());
        Tiling.fill(cells, room, columns, gap, style().large() ? 160 : 136);
    }
}
