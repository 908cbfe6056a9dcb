package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Area;
import de.koblenz.kiosk.citizen.ui.Screen.CodePage;
import java.util.List;

/// One page of a long list: the rows, and below them the way to the page before, to the search and to the next page,
/// always at the same places.
final class CodePageView extends BodyView<CodePage> {
    private final ErrorLine error = new ErrorLine();
    private final Pool<CardButton> pool;
    private final ActionButton earlier;
    private final ActionButton search;
    private final ActionButton later;
    private List<CardButton> rows = List.of();

    CodePageView(Console console) {
        super(console);
        getChildren().add(error);
        pool = new Pool<>(() -> new CardButton(console, TextRole.LABEL, "card"), getChildren());
        earlier = button();
        search = button();
        later = button();
        getChildren().addAll(earlier, search, later);
    }

    private ActionButton button() {
        return new ActionButton(console, TextRole.LABEL, ActionButton.Form.BESIDE, 44, "secondary");
    }

    @Override
    void update(CodePage body, PageStyle style) {
        error.show(body.error(), style);
        rows = pool.show(body.choices().size());
        for (int i = 0; i < rows.size(); i++) {
            ChoicesView.showRow(rows.get(i), body.choices().get(i), style);
        }
        earlier.setVisible(body.earlier().isPresent());
        body.earlier().ifPresent(control -> earlier.show(control, style));
        search.show(body.search(), style);
        later.setVisible(body.later().isPresent());
        body.later().ifPresent(control -> later.show(control, style));
        for (ActionButton button : List.of(earlier, search, later)) {
            button.toFront();
        }
    }

    @Override
    String error() {
        return error.words();
    }

    private double bar(double width) {
        double own = share(width);
        double height = style().large() ? 112 : 96;
        for (ActionButton button : List.of(earlier, search, later)) {
            if (button.isVisible()) {
                height = Math.max(height, button.leastHeight(own));
            }
        }
        return style().low() ? Math.max(height - 8, 88) : height;
    }

    private double share(double width) {
        return Math.floor((width - 2 * style().gap()) / 3);
    }

    private int mostColumns() {
        return style().portrait() ? 2 : 3;
    }

    @Override
    double spare(Area zone) {
        return zone.height()
                - bar(zone.width())
                - style().gap()
                - Tiling.least(rows, zone.width(), style().gap(), 1, mostColumns());
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
        double bar = bar(zone.width());
        double own = share(zone.width());
        double y = zone.bottom() - bar;
        earlier.resizeRelocate(zone.x(), y, own, bar);
        search.resizeRelocate(zone.x() + own + gap, y, own, bar);
        later.resizeRelocate(zone.right() - own, y, own, bar);
        Area room = new Area(zone.x(), top, zone.width(), y - gap - top);
        int columns = Tiling.columns(rows, room, gap, style().low() ? 88 : 100, 1, mostColumns());
        Tiling.fill(rows, room, columns, gap, style().large() ? 152 : 124);
    }
}
