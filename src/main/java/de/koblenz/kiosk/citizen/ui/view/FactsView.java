package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Area;
import de.koblenz.kiosk.citizen.ui.Screen.Fact;
import de.koblenz.kiosk.citizen.ui.Screen.Qr;
import de.koblenz.kiosk.citizen.ui.Screen.ServiceFacts;
import de.koblenz.kiosk.citizen.ui.ScreenZones;
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
    double readingHeight(ScreenZones zones) {
        double kept = code.isVisible() && !zones.stacked() ? sideCode() + 24 : 0;
        return super.readingHeight(zones) - kept;
    }

    /// Side of the code that stands in the left column.
    private double sideCode() {
        return style().large() ? 190 : 280;
    }

    @Override
    void arrange(Area zone) {
        double above = overhang();
        Area room = new Area(zone.x(), zone.y() - above, zone.width(), zone.height() + above);
        PageStyle style = style();
        if (!code.isVisible()) {
            fillFacts(room);
        } else if (!style.zones().stacked()) {
            Area reading = style.zones().reading();
            Area own = style.zones().interaction();
            double side = sideCode();
            code.resizeRelocate(reading.x() - own.x(), zone.bottom() - side, reading.width(), side);
            fillFacts(room);
        } else if (style.portrait()) {
            fillFacts(new Area(room.x(), room.y(), room.width(), room.height() - LEAST_CODE - 24));
            double bottom = (rows.isEmpty() ? room.y() : lastBottom()) + 24;
            double side = Math.max(LEAST_CODE, Math.min(260, room.bottom() - bottom));
            code.resizeRelocate(room.x(), bottom, room.width(), side);
        } else {
            double side = style.large() ? 300 : 340;
            code.resizeRelocate(room.right() - side, room.y(), side, room.height());
            fillFacts(new Area(room.x(), room.y(), room.width() - side - 32, room.height()));
        }
    }

    private void fillFacts(Area area) {
        double gap = style().gap();
        boolean beside = style().low() && !style().portrait();
        int most = beside && !style().large() ? 3 : 2;
        int columns = Tiling.columns(rows, area, gap, 100, 2, most);
        Tiling.fill(rows, area, columns, gap, 164);
    }

    private double lastBottom() {
        FactRow last = rows.getLast();
        return last.getLayoutY() + last.getHeight();
    }
}
