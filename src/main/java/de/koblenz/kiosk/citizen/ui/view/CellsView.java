package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Area;
import de.koblenz.kiosk.citizen.ui.Screen.Badge;
import de.koblenz.kiosk.citizen.ui.Screen.Cells;
import java.util.ArrayList;
import java.util.List;

/// A list of services in columns, without scrolling.
final class CellsView extends BodyView<Cells> {
    private final Pool<CardButton> pool;
    private final ActionButton more;
    private List<CardButton> cells = List.of();

    CellsView(Console console) {
        super(console);
        pool = new Pool<>(() -> card(console), getChildren());
        more = new ActionButton(console, TextRole.LABEL, ActionButton.Form.BESIDE, 44, "secondary");
        getChildren().add(more);
    }

    /// A card for one service.
    static CardButton card(Console console) {
        return new CardButton(console, TextRole.CELL, "card").noteOptional().badgesOptional();
    }

    static void showCell(
            CardButton card, de.koblenz.kiosk.citizen.ui.Screen.Cell cell, PageStyle style) {
        List<String> icons = new ArrayList<>();
        StringBuilder names = new StringBuilder();
        for (Badge badge : cell.badges()) {
            icons.add(SymbolIcon.character(badge.symbol()));
            names.append(names.isEmpty() ? "" : ", ").append(badge.name());
        }
        card.show(
                cell.control(),
                cell.note(),
                SymbolIcon.character(cell.control().symbol()),
                icons,
                names.toString(),
                style);
    }

    @Override
    void update(Cells body, PageStyle style) {
        cells = pool.show(body.cells().size());
        for (int i = 0; i < cells.size(); i++) {
            showCell(cells.get(i), body.cells().get(i), style);
        }
        more.setVisible(body.more().isPresent());
        body.more().ifPresent(control -> more.show(control, style));
        more.toFront();
    }

    private static int columns(PageStyle style) {
        if (style.portrait()) {
            return 2;
        }
        return style.low() ? (style.large() ? 3 : 4) : style.large() ? 2 : 3;
    }

    @Override
    void arrange(Area zone) {
        List<Cell> all = new ArrayList<>(cells);
        if (more.isVisible()) {
            all.add(more);
        }
        PageStyle style = style();
        int columns = columns(style);
        int rows = style.low() ? (style.portrait() ? 4 : 3) : style.portrait() ? 8 : 6;
        double wished = style.large() ? 156 : 112;
        double gap = style.low() || style.large() ? 8 : 16;
        double room = (zone.height() - gap * (rows - 1)) / rows;
        Tiling.fill(all, zone, columns, gap, Math.max(wished, Math.min(room, 124)));
    }
}
