package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Area;
import de.koblenz.kiosk.citizen.ui.Screen.Counter;
import de.koblenz.kiosk.citizen.ui.Screen.Counters;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;

/// Numbers to step, and what they come to. In low reach the sum stands above the zone.
final class CountersView extends BodyView<Counters> {
    private static final double SUM = 640;

    private final TextBlock prices = new TextBlock(TextRole.BODY).align(HPos.LEFT, VPos.TOP);
    private final ErrorLine error = new ErrorLine();
    private final Pool<CounterRow> pool;
    private final SumPanel sum = new SumPanel();
    private List<CounterRow> rows = List.of();

    CountersView(Console console) {
        super(console);
        getChildren().addAll(prices, error);
        pool = new Pool<>(() -> new CounterRow(console), getChildren());
        getChildren().add(sum);
    }

    @Override
    void update(Counters body, PageStyle style) {
        error.show(body.error(), style);
        rows = pool.show(body.counters().size());
        // Upright in low reach there is no room for prices at large text beside the buttons, but
        // above them.
        boolean above = style.low() && style.large() && style.portrait();
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            Counter counter = body.counters().get(i);
            rows.get(i).show(counter, above ? "" : counter.note(), style);
            lines.append(lines.isEmpty() ? "" : "\n");
            lines.append(counter.label()).append(": ").append(counter.note());
        }
        prices.show(above ? lines.toString() : "", style.typography());
        sum.show(body.sumLabel(), body.sum(), style);
    }

    @Override
    String error() {
        return error.words();
    }

    @Override
    double spare(Area zone) {
        double kept = style().low() ? 0 : sum.needed(zone.width()) + style().gap();
        return zone.height() - kept - Tiling.least(rows, zone.width(), style().gap(), 1, 3);
    }

    @Override
    double overhang() {
        double width = style().zones().interaction().width();
        double errorHeight = error.needed(errorWidth(width));
        if (!style().low()) {
            return errorHeight;
        }
        double sumHeight = sum.needed(sumWidth(width)) + 8;
        double high = wide(width) ? Math.max(errorHeight, sumHeight) : errorHeight + sumHeight;
        return high + pricesHeight(width);
    }

    private double pricesHeight(double width) {
        return prices.isEmpty() ? 0 : prices.fit(width, 0) + 16;
    }

    /// In a wide zone of low reach error and sum stand beside each other.
    private boolean wide(double width) {
        return style().low() && width > 1500;
    }

    private double sumWidth(double width) {
        return wide(width) ? SUM : width;
    }

    private double errorWidth(double width) {
        return wide(width) ? width - SUM - 32 : width;
    }

    @Override
    void arrange(Area zone) {
        double gap = style().gap();
        double width = zone.width();
        double errorHeight = error.needed(errorWidth(width));
        double sumHeight = sum.needed(sumWidth(width));
        double above = zone.y() - overhang();
        double top = zone.y();
        double bottom = zone.bottom();
        if (style().zones().stacked()) {
            prices.resizeRelocate(zone.x(), above, width, Math.max(0, pricesHeight(width) - 16));
            double y = above + pricesHeight(width);
            error.resizeRelocate(zone.x(), y, errorWidth(width), errorHeight);
        } else {
            error.resizeRelocate(zone.x(), zone.y(), width, errorHeight);
            top += errorHeight;
        }
        if (style().low()) {
            double left = zone.right() - sumWidth(width);
            sum.resizeRelocate(left, zone.y() - sumHeight - 8, sumWidth(width), sumHeight);
        } else {
            bottom -= sumHeight + gap;
        }
        Area room = new Area(zone.x(), top, width, bottom - top);
        int columns = Tiling.columns(rows, room, gap, 100, 1, 3);
        Tiling.fill(rows, room, columns, gap, style().large() ? 152 : 132);
        if (!style().low() && !rows.isEmpty()) {
            CounterRow last = rows.getLast();
            double y = last.getLayoutY() + last.getHeight() + gap;
            sum.resizeRelocate(zone.x(), y, width, sumHeight);
        }
    }
}
