package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Area;
import de.koblenz.kiosk.citizen.ui.Screen.Fact;
import de.koblenz.kiosk.citizen.ui.Screen.Qr;
import de.koblenz.kiosk.citizen.ui.Screen.ServiceFacts;
import java.util.List;
import java.util.Optional;

/// Facts about a service and where to read more. Nothing here is touched, so in low reach it may
/// stand high.
final class FactsView extends BodyView<ServiceFacts> {
    private static final double LEAST_CODE = 150;

    private final Pool<FactRow> pool = new Pool<>(FactRow::new, getChildren());
    private final QrCard code = new QrCard();
    private List<FactRow> rows = List.of();

    FactsView(Console console) {
        super(console);
        getChildren().add(code);
    }

    @Override
    void update(ServiceFacts body, PageStyle style) {
        showFacts(body.facts(), body.qr(), style);
    }

    private void showFacts(List<Fact> facts, Optional<Qr> qr, PageStyle style) {
        rows = pool.show(facts.size());
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).show(facts.get(i), style);
        }
        code.setVisible(qr.isPresent());
        qr.ifPresent(it -> code.show(it, style));
    }

    @Override
    double overhang() {
        return style().low() && style().portrait() ? (style().large() ? 560 : 420) : 0;
    }

    @Override
    void arrange(Area zone) {
        double above = overhang();
        Area room = new Area(zone.x(), zone.y() - above, zone.width(), zone.height() + above);
        double gap = style().gap();
        boolean wide = room.width() > room.height() * 1.3;
        Area facts = room;
        if (code.isVisible() && wide) {
            double side = Math.min(room.height(), 360);
            facts = new Area(room.x(), room.y(), room.width() - side - 32, room.height());
            code.resizeRelocate(room.right() - side, room.y(), side, room.height());
        }
        if (!code.isVisible() || wide) {
            int columns = Tiling.columns(rows, facts, gap, 100, 2, style().low() ? 3 : 2);
            Tiling.fill(rows, facts, columns, gap, 156);
            return;
        }
        facts = new Area(room.x(), room.y(), room.width(), room.height() - LEAST_CODE - 24);
        Tiling.fill(rows, facts, 2, gap, 156);
        double bottom = (rows.isEmpty() ? room.y() : lastBottom()) + 24;
        double side = Math.max(LEAST_CODE, Math.min(260, room.bottom() - bottom));
        code.resizeRelocate(room.x(), bottom, room.width(), side);
    }

    private double lastBottom() {
        FactRow last = rows.getLast();
        return last.getLayoutY() + last.getHeight();
    }
}
