package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Area;
import de.koblenz.kiosk.citizen.ui.Screen.Choice;
import de.koblenz.kiosk.citizen.ui.Screen.Choices;
import de.koblenz.kiosk.citizen.ui.Symbol;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;

/// Rows of which exactly one is chosen.
final class ChoicesView extends BodyView<Choices> {
    private static final PseudoClass BLOCKED = PseudoClass.getPseudoClass("blocked");

    private final ErrorLine error = new ErrorLine();
    private final Pool<CardButton> pool;
    private final ActionButton more;
    private List<CardButton> rows = List.of();

    ChoicesView(Console console) {
        super(console);
        more = new ActionButton(console, TextRole.LABEL, ActionButton.Form.BESIDE, 44, "secondary");
        getChildren().add(error);
        pool = new Pool<>(() -> new CardButton(console, TextRole.LABEL, "card"), getChildren());
    }

    @Override
    void update(Choices body, PageStyle style) {
        error.show(body.error(), style);
        rows = pool.show(body.choices().size());
        for (int i = 0; i < rows.size(); i++) {
            showRow(rows.get(i), body.choices().get(i), style);
        }
        if (!getChildren().contains(more)) {
            getChildren().add(more);
        }
        more.setVisible(body.more().isPresent());
        body.more().ifPresent(control -> more.show(control, style));
        more.toFront();
    }

    private static void showRow(CardButton row, Choice choice, PageStyle style) {
        boolean blocked = !choice.blocked().isEmpty();
        String icon =
                blocked
                        ? SymbolIcon.character(Symbol.ERROR)
                        : choice.selected() ? SymbolIcon.RADIO_ON : SymbolIcon.RADIO_OFF;
        String note =
                blocked && !choice.note().isEmpty()
                        ? choice.note() + " · " + choice.blocked()
                        : choice.note() + choice.blocked();
        row.pseudoClassStateChanged(BLOCKED, blocked);
        row.setSelected(choice.selected());
        row.show(choice.control(), note, icon, style);
    }

    @Override
    double overhang() {
        return error.needed(style().zones().interaction().width());
    }

    @Override
    void arrange(Area zone) {
        double gap = style().gap();
        double errorHeight = error.needed(zone.width());
        double top = zone.y();
        if (style().zones().stacked()) {
            error.resizeRelocate(zone.x(), zone.y() - errorHeight, zone.width(), errorHeight);
        } else {
            error.resizeRelocate(zone.x(), zone.y(), zone.width(), errorHeight);
            top += errorHeight;
        }
        Area room = new Area(zone.x(), top, zone.width(), zone.bottom() - top);
        List<Cell> cells = new ArrayList<>(rows);
        if (more.isVisible()) {
            cells.add(more);
        }
        double wished = style().large() ? 152 : 124;
        int columns =
                Tiling.columns(
                        cells, room, gap, style().low() ? 88 : 104, 1, style().portrait() ? 2 : 3);
        Tiling.fill(cells, room, columns, gap, wished);
    }
}
