package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Area;
import de.koblenz.kiosk.citizen.ui.Screen.Fact;
import de.koblenz.kiosk.citizen.ui.Screen.Qr;
import de.koblenz.kiosk.citizen.ui.Screen.ServiceFacts;
import de.koblenz.kiosk.citizen.ui.ScreenZones;
import java.util.List;
import java.util.Optional;

/// Facts about a service and where to read more. But for the button below them nothing is touched, so in low reach they may
/// stand high.
final class FactsView extends BodyView<ServiceFacts> {
    private static final double LEAST_CODE = 120;

    private final Pool<FactRow> pool = new Pool<>(FactRow::new, getChildren());
    private final QrCard code = new QrCard();
    private final ActionButton more;
    private List<FactRow> rows = List.of();
    private boolean codeInZone;

    FactsView(Console console) {
        super(console);
        more = new ActionButton(console, TextRole.LABEL, ActionButton.Form.BESIDE, 44, "secondary");
        getChildren().addAll(code, more);
    }

    @Override
    void update(ServiceFacts body, PageStyle style) {
        showFacts(body.facts(), body.qr(), style);
        more.setVisible(body.more().isPresent());
        body.more().ifPresent(control -> more.show(control, style));
    }

    /// Height of the button below the facts.
    private double moreHeight(double width) {
        return more.isVisible() ? Math.max(88, more.leastHeight(width)) : 0;
    }

    /// The same with the gap above it.
    private double kept(double width) {
        return more.isVisible() ? moreHeight(width) + style().gap() : 0;
    }

    /// Lying in low reach at large text, where a label on a line of its own would not fit.
    private static boolean crowded(PageStyle style) {
        return style.large() && style.low() && !style.portrait();
    }

    private void showFacts(List<Fact> facts, Optional<Qr> qr, PageStyle style) {
        rows = pool.show(facts.size());
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).show(facts.get(i), style, crowded(style));
        }
        code.setVisible(qr.isPresent());
        qr.ifPresent(it -> code.show(it, style));
    }

    @Override
    void keepOut(boolean out, boolean alerted) {
        codeInZone = out;
    }

    /// Comfortable height, as far as the zone has not so much.
    @Override
    double overhang() {
        if (!style().low()) {
            return 0;
        }
        Area zone = style().zones().interaction();
        double lack = least(zone.width()) - zone.height();
        return style().portrait() ? Math.clamp(lack + 120, 0, 560) : Math.clamp(lack, 0, 190);
    }

    @Override
    double spare(Area zone) {
        return zone.height() + overhang() - least(zone.width());
    }

    private double least(double width) {
        boolean below = code.isVisible() && style().portrait();
        double beside = code.isVisible() && !style().portrait() ? cornerCode() + 32 : 0;
        return flow(width - beside).least() + (below ? LEAST_CODE + 24 : 0) + kept(width);
    }

    private Flow flow(double width) {
        // Three beside each other only where two would not do.
        boolean tight = !style().portrait() && (style().low() || style().large());
        return new Flow(rows, width, style().gap(), tight ? 3 : 2);
    }

    @Override
    double readingHeight(ScreenZones zones) {
        double kept = code.isVisible() && !zones.stacked() && !codeInZone ? sideCode() + 24 : 0;
        return super.readingHeight(zones) - kept;
    }

    /// Side of the code that stands in the left column.
    private double sideCode() {
        return style().large() ? 190 : 280;
    }

    @Override
    void arrange(Area zone) {
        double above = overhang();
        double button = moreHeight(zone.width());
        more.resizeRelocate(zone.x(), zone.bottom() - button, zone.width(), button);
        Area room =
                new Area(
                        zone.x(),
                        zone.y() - above,
                        zone.width(),
                        zone.height() + above - kept(zone.width()));
        PageStyle style = style();
        if (!code.isVisible()) {
            fillFacts(room);
        } else if (!style.zones().stacked() && !codeInZone) {
            Area reading = style.zones().reading();
            Area own = style.zones().interaction();
            double side = sideCode();
            code.resizeRelocate(reading.x() - own.x(), zone.bottom() - side, reading.width(), side);
            fillFacts(room);
        } else if (style.portrait()) {
            Area upper =
                    new Area(room.x(), room.y(), room.width(), room.height() - LEAST_CODE - 24);
            double bottom = fillFacts(upper) + 24;
            double side = Math.max(LEAST_CODE, Math.min(260, room.bottom() - bottom));
            code.resizeRelocate(room.x(), bottom, room.width(), side);
        } else {
            double side = cornerCode();
            code.resizeRelocate(room.right() - side, room.y(), side, room.height());
            fillFacts(new Area(room.x(), room.y(), room.width() - side - 32, room.height()));
        }
    }

    /// Side of the code that stands beside the facts.
    private double cornerCode() {
        return style().large() ? (style().low() ? 280 : 300) : 340;
    }

    private double fillFacts(Area area) {
        return flow(area.width()).place(area, 164);
    }
}
