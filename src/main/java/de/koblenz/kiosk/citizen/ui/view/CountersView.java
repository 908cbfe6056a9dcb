package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Area;
import de.koblenz.kiosk.citizen.ui.Screen.Counters;
import java.util.List;

/// Numbers to step, and what they come to. In low reach the sum stands above the zone.
final class CountersView extends BodyView<Counters> {
    private final ErrorLine error = new ErrorLine();
    private final Pool<CounterRow> pool;
    private final SumPanel sum = new SumPanel();
    private List<CounterRow> rows = List.of();

    CountersView(Console console) {
        super(console);
        getChildren().add(error);
        pool = new Pool<>(() -> new CounterRow(console), getChildren());
        getChildren().add(sum);
    }

    @Override
    void update(Counters body, PageStyle style) {
        error.show(body.error(), style);
        rows = pool.show(body.counters().size());
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).show(body.counters().get(i), style);
        }
        sum.show(body.sumLabel(), body.sum(), style);
    }

    @Override
    double overhang() {
        double width = style().zones().interaction().width();
        double sumHeight = style().low() ? sum.needed(width) + 8 : 0;
        return error.needed(width) + sumHeight;
    }

    @Override
    void arrange(Area zone) {
        double gap = style().gap();
        double errorHeight = error.needed(zone.width());
        double sumHeight = sum.needed(zone.width());
        double top = zone.y();
        double bottom = zone.bottom();
        if (style().zones().stacked()) {
            error.resizeRelocate(zone.x(), zone.y() - overhang(), zone.width(), errorHeight);
        } else {
            error.resizeRelocate(zone.x(), zone.y(), zone.width(), errorHeight);
            top += errorHeight;
        }
        if (style().low()) {
            sum.resizeRelocate(zone.x(), zone.y() - sumHeight - 8, zone.width(), sumHeight);
        } else {
            bottom -= sumHeight + gap;
        }
        Area room = new Area(zone.x(), top, zone.width(), bottom - top);
        int columns = Tiling.columns(rows, room, gap, 100, 1, 3);
        Tiling.fill(rows, room, columns, gap, style().large() ? 152 : 132);
        if (!style().low() && !rows.isEmpty()) {
            CounterRow last = rows.getLast();
            double y = last.getLayoutY() + last.getHeight() + gap;
            sum.resizeRelocate(zone.x(), y, zone.width(), sumHeight);
        }
    }
}
