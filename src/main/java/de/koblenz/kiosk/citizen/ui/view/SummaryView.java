package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Area;
import de.koblenz.kiosk.citizen.ui.Screen.Summary;
import java.util.ArrayList;
import java.util.List;

/// The answers before they are sent. In low reach the sum stands above the zone.
final class SummaryView extends BodyView<Summary> {
    private final Pool<SummaryLine> pool;
    private final SumPanel sum = new SumPanel();
    private final ActionButton more;
    private List<SummaryLine> lines = List.of();

    SummaryView(Console console) {
        super(console);
        pool = new Pool<>(() -> new SummaryLine(console), getChildren());
        more = new ActionButton(console, TextRole.LABEL, ActionButton.Form.BESIDE, 44, "secondary");
        getChildren().addAll(sum, more);
    }

    @Override
    void update(Summary body, PageStyle style) {
        lines = pool.show(body.rows().size());
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).show(body.rows().get(i), style);
        }
        sum.show(body.sumLabel(), body.sum(), style);
        more.setVisible(body.more().isPresent());
        body.more().ifPresent(control -> more.show(control, style));
        more.toFront();
    }

    @Override
    double spare(Area zone) {
        double sumHeight = sum.needed(zone.width());
        double kept = sumHeight > 0 && !style().low() ? sumHeight + style().gap() : 0;
        double rows = Tiling.least(cells(), zone.width(), style().gap(), 1, mostColumns());
        return zone.height() - kept - rows;
    }

    private List<Cell> cells() {
        List<Cell> cells = new ArrayList<>(lines);
        if (more.isVisible()) {
            cells.add(more);
        }
        return cells;
    }

    private int mostColumns() {
        return style().portrait() ? 2 : 3;
    }

    @Override
    double overhang() {
        double needed = sum.needed(style().zones().interaction().width());
        return style().low() && needed > 0 ? needed + 8 : 0;
    }

    @Override
    void arrange(Area zone) {
        double gap = style().gap();
        double sumHeight = sum.needed(zone.width());
        boolean above = style().low();
        double kept = sumHeight > 0 && !above ? sumHeight + gap : 0;
        Area room = new Area(zone.x(), zone.y(), zone.width(), zone.height() - kept);
        List<Cell> cells = cells();
        int columns = Tiling.columns(cells, room, gap, 88, 1, mostColumns());
        Tiling.fill(cells, room, columns, gap, style().large() ? 160 : 128);
        if (above) {
            sum.resizeRelocate(zone.x(), zone.y() - sumHeight - 8, zone.width(), sumHeight);
        } else if (!cells.isEmpty()) {
            Cell last = cells.getLast();
            double y = last.getLayoutY() + last.getHeight() + gap;
            sum.resizeRelocate(zone.x(), y, zone.width(), sumHeight);
        }
    }
}
