package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Area;
import de.koblenz.kiosk.citizen.ui.Screen.Entry;
import de.koblenz.kiosk.citizen.ui.Screen.Search;
import de.koblenz.kiosk.citizen.ui.ScreenZones;
import de.koblenz.kiosk.citizen.ui.Symbol;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;

/// Search while typing: the line, the hits, the keyboard. Lying, the hits stand in the left column.
final class SearchView extends BodyView<Search> implements KeyboardPane.Typist {
    private static final double LINE = 104;
    private static final double SIDE_READING = 210;
    private static final int FEW = 3;

    private final TypedValue typed;
    private final ValueLine line = new ValueLine();
    private final Pool<CardButton> pool;
    private final TextBlock nothing = new TextBlock(TextRole.BODY).align(HPos.LEFT, VPos.TOP);
    private final KeyboardPane keyboard;
    private List<CardButton> hits = List.of();
    private boolean out;
    private boolean alerted;

    SearchView(Console console) {
        super(console);
        typed = new TypedValue(console);
        keyboard = new KeyboardPane(console, this);
        line.setIcon(SymbolIcon.character(Symbol.SEARCH));
        line.setAccessibleRole(AccessibleRole.TEXT_FIELD);
        getChildren().addAll(line, nothing);
        pool = new Pool<>(() -> CellsView.card(console), getChildren());
        getChildren().add(keyboard);
    }

    @Override
    void update(Search body, PageStyle style) {
        typed.show(body.entry());
        line.setAccessibleText(body.entry().label());
        line.show(typed.value(), "", false, style);
        hits = pool.show(body.hits().size());
        for (int i = 0; i < hits.size(); i++) {
            CellsView.showCell(hits.get(i), body.hits().get(i), style);
        }
        nothing.show(body.nothingFound(), style.typography());
        keyboard.show(Entry.Keyboard.LETTERS, body.showHits(), style);
        keyboard.toFront();
    }

    @Override
    public void type(String letters) {
        if (typed.type(letters)) {
            line.show(typed.value(), "", false, style());
        }
    }

    @Override
    public void delete() {
        if (typed.delete()) {
            line.show(typed.value(), "", false, style());
        }
    }

    @Override
    void pageChanged() {
        typed.clear();
        keyboard.reset();
    }

    @Override
    double overhang() {
        boolean aside = style().low() && !style().portrait();
        return (aside ? 0 : LINE + 20) + nothingAbove();
    }

    /// Height that title and hint get beside the keyboard; at large text the hint gives way to the hits.
    private double sideReading() {
        if (out) {
            return alerted ? (style().large() ? 470 : 340) : style().large() ? 250 : 310;
        }
        return style().large() ? 120 : SIDE_READING;
    }

    /// A long title or an alert may have more room where few hits stand below.
    @Override
    void keepOut(boolean keep, boolean withAlert) {
        boolean next = keep && (withAlert || hits.size() <= FEW);
        if (out != next || alerted != withAlert) {
            out = next;
            alerted = withAlert;
            requestLayout();
        }
    }

    /// Where the keyboard fills the zone, what is not found stands above the line.
    private double nothingAbove() {
        if (!style().low() || nothing.isEmpty()) {
            return 0;
        }
        return nothing.fit(style().zones().interaction().width(), 0) + 16;
    }

    @Override
    double readingHeight(ScreenZones zones) {
        return zones.stacked() ? super.readingHeight(zones) : sideReading();
    }

    @Override
    void arrange(Area zone) {
        PageStyle style = style();
        if (style.low() && !style.portrait()) {
            double column = PageStyle.SIDE_COLUMN;
            line.resizeRelocate(zone.x(), zone.y(), column, LINE);
            Area below =
                    new Area(zone.x(), zone.y() + LINE + 16, column, zone.height() - LINE - 16);
            double high = Math.max(0, nothingAbove() - 16);
            nothing.resizeRelocate(zone.x(), zone.y() - 16 - high, zone.width(), high);
            Tiling.fill(hits, below, 1, 8, 112);
            double left = zone.x() + column + 32;
            keyboard.resizeRelocate(left, zone.y(), zone.right() - left, zone.height());
            return;
        }
        boolean stacked = style.zones().stacked();
        double keys = Math.min(zone.height() - (stacked ? 0 : LINE + 24), 5 * 100 + 32);
        if (!stacked) {
            keys = zone.height() - LINE - 24;
        } else if (style.low()) {
            keys = zone.height();
        }
        keyboard.resizeRelocate(zone.x() - 12, zone.bottom() - keys, zone.width() + 24, keys);
        line.resizeRelocate(
                zone.x(), stacked ? zone.y() - LINE - 12 : zone.y(), zone.width(), LINE);
        Area room =
                stacked
                        ? new Area(zone.x(), zone.y(), zone.width(), zone.height() - keys - 16)
                        : beside(zone);
        if (style.low()) {
            double high = Math.max(0, nothingAbove() - 16);
            nothing.resizeRelocate(zone.x(), zone.y() - LINE - 28 - high, zone.width(), high);
        } else {
            double high = Math.max(0, room.height());
            nothing.resizeRelocate(room.x(), room.y() + 8, room.width(), high);
        }
        Tiling.fill(hits, room, 1, 8, style.large() ? 160 : 112);
    }

    /// The left column under title and hint, in the coordinates of this view.
    private Area beside(Area zone) {
        Area reading = style().zones().reading();
        Area own = style().zones().interaction();
        double top = reading.y() + sideReading() + 16 - own.y();
        return new Area(reading.x() - own.x(), top, reading.width(), zone.bottom() - top);
    }
}
