package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Area;
import de.koblenz.kiosk.citizen.ui.Screen.ScannedSheet;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;

/// A scanned page to look at, and what can be done with it: beside it where the screen lies, else below.
final class SheetView extends BodyView<ScannedSheet> {
    private final PagePicture picture;
    private final TextBlock caption = new TextBlock(TextRole.LABEL).align(HPos.CENTER, VPos.TOP);
    private final Pool<ActionButton> pool;
    private List<ActionButton> actions = List.of();

    SheetView(Console console) {
        super(console);
        picture = new PagePicture(console.pictures());
        getChildren().addAll(picture, caption);
        pool =
                new Pool<>(
                        () ->
                                new ActionButton(
                                        console,
                                        TextRole.LABEL,
                                        ActionButton.Form.BESIDE,
                                        44,
                                        "secondary"),
                        getChildren());
    }

    @Override
    void update(ScannedSheet body, PageStyle style) {
        picture.show(body.picture(), body.caption());
        caption.show(body.caption(), style.typography());
        actions = pool.show(body.actions().size());
        for (int i = 0; i < actions.size(); i++) {
            actions.get(i).show(body.actions().get(i), style);
        }
    }

    private double buttons(double width) {
        return Tiling.least(actions, width, style().gap(), 2, 2);
    }

    @Override
    double overhang() {
        return style().low() && style().portrait() ? 420 : 0;
    }

    @Override
    void arrange(Area zone) {
        double gap = style().gap();
        double top = zone.y() - overhang();
        if (style().portrait()) {
            int rows = (actions.size() + 1) / 2;
            double wished = style().large() ? 128 : 108;
            double bar = Math.max(buttons(zone.width()), rows * wished + (rows - 1) * gap);
            Tiling.fill(
                    actions,
                    new Area(zone.x(), zone.bottom() - bar, zone.width(), bar),
                    2,
                    gap,
                    wished);
            look(zone.x(), top, zone.width(), zone.bottom() - bar - 24 - top);
        } else {
            double side = Math.max(480, zone.width() * 0.42);
            Area column = new Area(zone.right() - side, top, side, zone.bottom() - top);
            Tiling.fill(
                    actions,
                    column,
                    Tiling.columns(actions, column, gap, 80, 1, 2),
                    gap,
                    style().large() ? 128 : 112);
            look(zone.x(), top, zone.width() - side - 40, zone.bottom() - top);
        }
    }

    private void look(double x, double y, double width, double height) {
        double words = caption.fit(width, 0);
        picture.place(x, y, width, height - words - 12);
        double below = picture.isVisible() ? y + picture.getHeight() + 12 : y;
        caption.resizeRelocate(x, below, width, words);
    }
}
