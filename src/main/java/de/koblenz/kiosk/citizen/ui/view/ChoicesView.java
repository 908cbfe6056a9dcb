package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Area;
import de.koblenz.kiosk.citizen.ui.Screen.Choice;
import de.koblenz.kiosk.citizen.ui.Screen.Choices;
import de.koblenz.kiosk.citizen.ui.Symbol;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.VPos;

/// Rows of which exactly one is chosen.
final class ChoicesView extends BodyView<Choices> {
    private static final PseudoClass BLOCKED = PseudoClass.getPseudoClass("blocked");

    private final ErrorLine error = new ErrorLine();
    private final TextBlock notes = new TextBlock(TextRole.BODY).align(HPos.LEFT, VPos.TOP);
    private final Pool<CardButton> pool;
    private final ActionButton more;
    private List<CardButton> rows = List.of();

    ChoicesView(Console console) {
        super(console);
        more = new ActionButton(console, TextRole.LABEL, ActionButton.Form.BESIDE, 44, "secondary");
        getChildren().addAll(error, notes);
        pool = new Pool<>(() -> new CardButton(console, TextRole.LABEL, "card"), getChildren());
    }

    @Override
    void update(Choices body, PageStyle style) {
        error.show(body.error(), style);
        rows = pool.show(body.choices().size());
        for (int i = 0; i < rows.size(); i++) {
            showRow(rows.get(i), body.choices().get(i), style);
        }
        showNotes(body, style);
        if (!getChildren().contains(more)) {
            getChildren().add(more);
        }
        more.setVisible(body.more().isPresent());
        body.more().ifPresent(control -> more.show(control, style));
        more.toFront();
    }

    /// Upright in low reach the second lines stand above the zone where the rows have no room for them.
    private void showNotes(Choices body, PageStyle style) {
        notes.show("", style.typography());
        rows.forEach(row -> row.setNoteHidden(false));
        Area zone = style.zones().interaction();
        if (!style.low() || !style.portrait()) {
            return;
        }
        List<Cell> cells = new ArrayList<>(rows);
        if (body.more().isPresent()) {
            cells.add(more);
        }
        if (Tiling.least(cells, zone.width(), style.gap(), 1, mostColumns(style))
                <= zone.height()) {
            return;
        }
        StringBuilder lines = new StringBuilder();
        for (Choice choice : body.choices()) {
            String note = choice.blocked().isEmpty() ? choice.note() : choice.blocked();
            if (!note.isEmpty()) {
                lines.append(lines.isEmpty() ? "" : "\n");
                lines.append(choice.control().label()).append(": ").append(note);
            }
        }
        notes.show(lines.toString(), style.typography());
        rows.forEach(row -> row.setNoteHidden(true));
    }

    private double notesHeight() {
        double width = style().zones().interaction().width();
        return notes.isEmpty() ? 0 : notes.fit(width, 0) + 16;
    }

    /// Shows a choice with its mark.
    static void showRow(CardButton row, Choice choice, PageStyle style) {
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
    String error() {
        return error.words();
    }

    @Override
    double spare(Area zone) {
        return zone.height()
                - Tiling.least(cells(), zone.width(), style().gap(), 1, mostColumns(style()));
    }

    private List<Cell> cells() {
        List<Cell> cells = new ArrayList<>(rows);
        if (more.isVisible()) {
            cells.add(more);
        }
        return cells;
    }

    private static int mostColumns(PageStyle style) {
        return style.portrait() ? 2 : 3;
    }

    @Override
    double overhang() {
        return error.needed(style().zones().interaction().width()) + notesHeight();
    }

    @Override
    void arrange(Area zone) {
        double gap = style().gap();
        double errorHeight = error.needed(zone.width());
        double top = zone.y();
        if (style().zones().stacked()) {
            error.resizeRelocate(zone.x(), zone.y() - errorHeight, zone.width(), errorHeight);
            double high = Math.max(0, notesHeight() - 16);
            double y = zone.y() - errorHeight - 16 - high;
            notes.resizeRelocate(zone.x(), y, zone.width(), high);
        } else {
            error.resizeRelocate(zone.x(), zone.y(), zone.width(), errorHeight);
            top += errorHeight;
        }
        Area room = new Area(zone.x(), top, zone.width(), zone.bottom() - top);
        List<Cell> cells = cells();
        double wished = style().large() ? 152 : 124;
        int columns =
                Tiling.columns(cells, room, gap, style().low() ? 88 : 104, 1, mostColumns(style()));
        Tiling.fill(cells, room, columns, gap, wished);
    }
}
