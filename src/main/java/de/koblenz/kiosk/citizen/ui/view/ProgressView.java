package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Area;
import de.koblenz.kiosk.citizen.ui.Screen.Progress;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;

/// What the terminal does while the citizen waits. Nothing moves; the words and icons change.
final class ProgressView extends BodyView<Progress> {
    private final Pool<StepRow> pool = new Pool<>(StepRow::new, getChildren());
    private final TextBlock note = new TextBlock(TextRole.LEAD).align(HPos.LEFT, VPos.TOP);
    private List<StepRow> steps = List.of();

    ProgressView(Console console) {
        super(console);
        getChildren().add(note);
    }

    @Override
    void update(Progress body, PageStyle style) {
        steps = pool.show(body.steps().size());
        for (int i = 0; i < steps.size(); i++) {
            steps.get(i).show(body.steps().get(i), style);
        }
        note.show(body.note(), style.typography());
    }

    @Override
    double spare(Area zone) {
        double noteHeight = note.isEmpty() ? 0 : note.fit(zone.width(), 0) + 24;
        double gap = style().gap();
        return zone.height()
                + overhang()
                - noteHeight
                - Tiling.least(steps, zone.width(), gap, 1, 2);
    }

    @Override
    double overhang() {
        return style().low() ? (style().portrait() ? 300 : 0) : 0;
    }

    @Override
    void arrange(Area zone) {
        double above = overhang();
        Area room = new Area(zone.x(), zone.y() - above, zone.width(), zone.height() + above);
        double noteHeight = note.fit(room.width(), room.height() / 3);
        Area rows =
                new Area(
                        room.x(),
                        room.y(),
                        room.width(),
                        room.height() - (noteHeight > 0 ? noteHeight + 24 : 0));
        double gap = style().gap();
        int columns = Tiling.columns(steps, rows, gap, 88, 1, 2);
        Tiling.fill(steps, rows, columns, gap, 128);
        double bottom =
                steps.isEmpty()
                        ? room.y()
                        : steps.getLast().getLayoutY() + steps.getLast().getHeight() + 24;
        note.resizeRelocate(room.x(), bottom, room.width(), noteHeight);
    }
}
