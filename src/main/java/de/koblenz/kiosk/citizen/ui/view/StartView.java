package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Area;
import de.koblenz.kiosk.citizen.ui.Screen.Start;
import de.koblenz.kiosk.citizen.ui.Screen.Tile;
import de.koblenz.kiosk.citizen.ui.Symbol;
import java.util.ArrayList;
import java.util.List;

/// The search row and the tiles of the life situations.
final class StartView extends BodyView<Start> {
    private final CardButton search;
    private final Pool<CardButton> pool;
    private List<CardButton> tiles = List.of();

    StartView(Console console) {
        super(console);
        search = new CardButton(console, TextRole.LABEL, "card", "search");
        getChildren().add(search);
        pool =
                new Pool<>(
                        () ->
                                new CardButton(console, TextRole.TILE, "card")
                                        .plated()
                                        .noteOptional(),
                        getChildren());
    }

    @Override
    void update(Start body, PageStyle style) {
        search.show(body.search(), "", SymbolIcon.character(Symbol.SEARCH), style);
        tiles = pool.show(body.tiles().size());
        boolean plain = style.low() && style.large();
        for (int i = 0; i < tiles.size(); i++) {
            Tile tile = body.tiles().get(i);
            String note = style.large() || style.low() ? "" : tile.note();
            String icon = plain ? "" : SymbolIcon.character(tile.control().symbol());
            tiles.get(i).show(tile.control(), note, icon, style);
        }
    }

    @Override
    void arrange(Area zone) {
        PageStyle style = style();
        double gap = style.gap();
        if (style.low() && style.large()) {
            List<Cell> all = new ArrayList<>();
            all.add(search);
            all.addAll(tiles);
            Tiling.fill(all, zone, 3, gap, 200);
            return;
        }
        double row = style.low() ? 80 : style.large() ? 120 : 112;
        search.resizeRelocate(zone.x(), zone.y(), zone.width(), row);
        Area rest =
                new Area(zone.x(), zone.y() + row + gap, zone.width(), zone.height() - row - gap);
        int columns = style.portrait() || style.large() ? 2 : 4;
        Tiling.fill(tiles, rest, columns, gap, 400);
    }
}
