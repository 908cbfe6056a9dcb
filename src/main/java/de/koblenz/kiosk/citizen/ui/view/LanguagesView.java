package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Area;
import de.koblenz.kiosk.citizen.ui.Screen.Choice;
import de.koblenz.kiosk.citizen.ui.Screen.Languages;
import java.util.List;
import javafx.scene.AccessibleRole;

/// Languages by their own names; no flags.
final class LanguagesView extends BodyView<Languages> {
    private final Pool<CardButton> pool;
    private List<CardButton> tiles = List.of();

    LanguagesView(Console console) {
        super(console);
        pool = new Pool<>(() -> tile(console), getChildren());
    }

    private static CardButton tile(Console console) {
        CardButton tile = new CardButton(console, TextRole.LABEL, "card");
        tile.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
        return tile;
    }

    @Override
    void update(Languages body, PageStyle style) {
        tiles = pool.show(body.languages().size());
        for (int i = 0; i < tiles.size(); i++) {
            Choice language = body.languages().get(i);
            tiles.get(i).setSelected(language.selected());
            tiles.get(i)
                    .show(
                            language.control(),
                            language.note(),
                            language.selected() ? SymbolIcon.RADIO_ON : SymbolIcon.RADIO_OFF,
                            style);
        }
    }

    @Override
    void arrange(Area zone) {
        int columns = style().portrait() && style().large() && !style().low() ? 2 : 3;
        Tiling.fill(tiles, zone, columns, style().gap(), 140);
    }
}
