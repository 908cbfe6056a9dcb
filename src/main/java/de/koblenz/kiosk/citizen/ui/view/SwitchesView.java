package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Area;
import de.koblenz.kiosk.citizen.ui.Screen.Switch;
import de.koblenz.kiosk.citizen.ui.Screen.Switches;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;

/// Switches; each says by a tick and a frame whether it is on.
final class SwitchesView extends BodyView<Switches> {
    private final Pool<CardButton> pool;
    private final ActionButton reset;
    private List<CardButton> switches = List.of();

    SwitchesView(Console console) {
        super(console);
        pool = new Pool<>(() -> toggle(console), getChildren());
        reset =
                new ActionButton(
                        console, TextRole.LABEL, ActionButton.Form.BESIDE, 44, "secondary");
        getChildren().add(reset);
    }

    private static CardButton toggle(Console console) {
        CardButton toggle =
                new CardButton(console, TextRole.LABEL, "card").badgeSize(60).noteOptional();
        toggle.setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        return toggle;
    }

    @Override
    void update(Switches body, PageStyle style) {
        switches = pool.show(body.switches().size());
        for (int i = 0; i < switches.size(); i++) {
            Switch each = body.switches().get(i);
            CardButton card = switches.get(i);
            card.setSelected(each.on());
            card.show(
                    each.control(),
                    each.note(),
                    // At large text in low reach the words need the room.
                    style.low() && style.large()
                            ? ""
                            : SymbolIcon.character(each.control().symbol()),
                    List.of(each.on() ? SymbolIcon.TOGGLE_ON : SymbolIcon.TOGGLE_OFF),
                    "",
                    style);
        }
        reset.show(body.reset(), style);
        reset.toFront();
    }

    @Override
    void arrange(Area zone) {
        List<Cell> cells = new ArrayList<>(switches);
        cells.add(reset);
        double gap = style().gap();
        int columns =
                Tiling.columns(
                        cells,
                        zone,
                        gap,
                        style().low() ? 88 : 112,
                        style().portrait() ? 1 : 2,
                        style().portrait() ? 2 : 3);
        Tiling.fill(cells, zone, columns, gap, style().large() ? 160 : 128);
    }
}
