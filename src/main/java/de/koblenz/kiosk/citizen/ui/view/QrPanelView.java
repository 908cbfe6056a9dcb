package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Area;
import de.koblenz.kiosk.citizen.ui.Screen.QrPanel;
import java.util.List;

/// A QR code to scan, as large as there is room, with facts beside or below it.
final class QrPanelView extends BodyView<QrPanel> {
    private final QrCard code = new QrCard();
    private final Pool<FactRow> pool = new Pool<>(FactRow::new, getChildren());
    private List<FactRow> rows = List.of();

    QrPanelView(Console console) {
        super(console);
        getChildren().add(code);
    }

    @Override
    void update(QrPanel body, PageStyle style) {
        code.show(body.qr(), style);
        rows = pool.show(body.facts().size());
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).show(body.facts().get(i), style);
        }
    }

    @Override
    double overhang() {
        return style().low() && style().portrait() ? 420 : 0;
    }

    @Override
    void arrange(Area zone) {
        double above = overhang();
        Area room = new Area(zone.x(), zone.y() - above, zone.width(), zone.height() + above);
        double gap = style().gap();
        if (room.width() > room.height() * 1.2) {
            double side = Math.min(room.height(), room.width() * (style().low() ? 0.26 : 0.48));
            code.resizeRelocate(room.x(), room.y(), side, room.height());
            double left = room.x() + side + 32;
            Area facts = new Area(left, room.y(), room.right() - left, room.height());
            Tiling.fill(rows, facts, Tiling.columns(rows, facts, gap, 100, 1, 2), gap, 156);
            return;
        }
        double least = 0;
        for (FactRow row : rows) {
            least += Math.max(132, row.leastHeight(room.width())) + gap;
        }
        double side = Math.max(300, Math.min(640, room.height() - least - 24));
        code.resizeRelocate(room.x(), room.y(), room.width(), side);
        Area facts =
                new Area(room.x(), room.y() + side + 24, room.width(), room.height() - side - 24);
        int columns = Tiling.columns(rows, facts, gap, 100, 1, 2);
        Tiling.fill(rows, facts, columns, gap, 140);
    }
}
