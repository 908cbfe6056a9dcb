package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Area;
import de.koblenz.kiosk.citizen.ui.Screen.Message;
import de.koblenz.kiosk.citizen.ui.Symbol;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;

/// A big symbol with a few sentences, a QR code where there is one, and buttons at the bottom.
final class MessageView extends BodyView<Message> {
    private static final double PLATE = 136;

    /// Buttons in one column where they stand beside the words.
    private static final int ONE_COLUMN = 3;

    private final Region plate = new Region();
    private final SymbolIcon icon = new SymbolIcon(84);
    private final Pool<TextBlock> paragraphPool =
            new Pool<>(
                    () -> new TextBlock(TextRole.LEAD).align(HPos.LEFT, VPos.TOP), getChildren());
    private final QrCard code = new QrCard();
    private final ReaderPicture reader = new ReaderPicture();
    private boolean fresh = true;
    private final Pool<ActionButton> rowPool;
    private List<TextBlock> paragraphs = List.of();
    private List<ActionButton> rows = List.of();

    MessageView(Console console) {
        super(console);
        plate.getStyleClass().add("plate");
        plate.setManaged(false);
        plate.setMouseTransparent(true);
        getChildren().addAll(plate, icon, code, reader);
        rowPool =
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
    void update(Message body, PageStyle style) {
        paragraphs = paragraphPool.show(body.paragraphs().size());
        for (int i = 0; i < paragraphs.size(); i++) {
            paragraphs.get(i).show(body.paragraphs().get(i), style.typography());
        }
        code.setVisible(body.qr().isPresent());
        body.qr().ifPresent(qr -> code.show(qr, style));
        rows = rowPool.show(body.rows().size());
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).show(body.rows().get(i), style);
        }
        // Words and buttons come before the big symbol where there is no room for all.
        Symbol symbol = beside() && style.large() ? Symbol.NONE : body.symbol();
        icon.show(symbol, style.rightToLeft());
        plate.setVisible(symbol != Symbol.NONE);
        reader.show(body.symbol(), style);
    }

    @Override
    void pageChanged() {
        fresh = true;
    }

    @Override
    double overhang() {
        if (!style().low()) {
            return 0;
        }
        Area zone = style().zones().interaction();
        double rowsHeight = beside() ? 0 : rowsHeight(zone.width());
        double needed = leastWords() + (rowsHeight > 0 ? rowsHeight + 24 : 0);
        return style().portrait() ? 420 : Math.clamp(needed - zone.height(), 0, 130);
    }

    private int columns(double width) {
        return width > 1100 ? Math.clamp(rows.size(), 1, 2) : 1;
    }

    /// Height of a button: what the longest label needs.
    private double rowHeight(double width) {
        int columns = columns(width);
        double own = Math.floor((width - style().gap() * (columns - 1)) / columns);
        double height = style().large() ? 128 : 112;
        for (ActionButton row : rows) {
            height = Math.max(height, row.leastHeight(own));
        }
        return height;
    }

    private double rowsHeight(double width) {
        int lines = (rows.size() + columns(width) - 1) / columns(width);
        return lines == 0 ? 0 : lines * (rowHeight(width) + style().gap()) - style().gap();
    }

    @Override
    void arrange(Area zone) {
        double gap = style().gap();
        boolean wide = zone.width() > 1100;
        double right = zone.right();
        if (beside()) {
            Tiling.fill(
                    rows,
                    new Area(right - side(), zone.y(), side(), zone.height()),
                    rows.size() > ONE_COLUMN ? 2 : 1,
                    gap,
                    style().large() ? 128 : 112);
            right -= side() + 40;
        }
        double rowsHeight = beside() ? 0 : Math.min(rowsHeight(zone.width()), zone.height());
        double top = zone.y() - overhang();
        double bottom = zone.bottom() - rowsHeight - (rowsHeight > 0 ? 24 : 0);
        if (!beside()) {
            Tiling.fill(
                    rows,
                    new Area(zone.x(), zone.bottom() - rowsHeight, zone.width(), rowsHeight),
                    columns(zone.width()),
                    gap,
                    rowHeight(zone.width()));
        }
        if (code.isVisible() && wide) {
            double side = Math.min(bottom - top, 380);
            code.resizeRelocate(right - side, top, side, bottom - top);
            right -= side + 40;
        }
        boolean aside = wide && reader.isVisible() && bottom - top >= ReaderPicture.LEAST_HEIGHT;
        if (aside) {
            double side = Math.min(bottom - top, 380);
            reader.place(right - side, top, side, bottom - top);
            right -= side + 40;
        }
        double y = layoutWords(zone.x(), top, right - zone.x(), bottom - top);
        if (!aside && reader.isVisible()) {
            reader.place(zone.x(), y + 32, zone.width(), bottom - y - 32);
        }
        if (fresh) {
            fresh = false;
            reader.layout();
            reader.begin();
        }
        if (code.isVisible() && !wide) {
            double side = Math.max(180, Math.min(360, bottom - y - 32));
            code.resizeRelocate(zone.x(), y + 32, zone.width(), side);
        }
    }

    /// Lying in low reach there is no room for buttons below the words.
    private boolean beside() {
        return style().low() && !style().portrait() && !rows.isEmpty();
    }

    /// Width of the buttons that stand beside the words.
    private double side() {
        return rows.size() == 1 ? 340 : rows.size() > ONE_COLUMN ? 920 : 480;
    }

    /// Least height of the words beside a code or buttons.
    private double leastWords() {
        double width =
                style().zones().interaction().width()
                        - (code.isVisible() ? 420 : 0)
                        - (beside() ? side() + 40 : 0);
        double indent = plate.isVisible() ? PLATE + 32 : 0;
        return words(width - indent, 0);
    }

    /// Height of all paragraphs in the largest size with which one fits into a height.
    private double words(double width, double height) {
        double sum = 0;
        for (TextBlock paragraph : paragraphs) {
            sum += paragraph.fit(width, height) + space();
        }
        return sum - space();
    }

    private double space() {
        return style().large() ? 12 : 20;
    }

    private double layoutWords(double left, double top, double width, double height) {
        double indent = plate.isVisible() ? PLATE + 32 : 0;
        plate.resizeRelocate(left, top, PLATE, PLATE);
        icon.place(left, top, PLATE, PLATE);
        double y = top;
        // All paragraphs in one size: the largest, or the least where that is too much.
        double each = words(width - indent, Double.MAX_VALUE) <= height ? Double.MAX_VALUE : 0;
        for (TextBlock paragraph : paragraphs) {
            double needed = paragraph.fit(width - indent, each);
            paragraph.resizeRelocate(left + indent, y, width - indent, needed);
            y += needed + space();
        }
        return Math.max(y - space(), plate.isVisible() ? top + PLATE : y);
    }
}
