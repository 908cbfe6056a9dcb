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

    private final Region plate = new Region();
    private final SymbolIcon icon = new SymbolIcon(84);
    private final Pool<TextBlock> paragraphPool =
            new Pool<>(
                    () -> new TextBlock(TextRole.LEAD).align(HPos.LEFT, VPos.TOP), getChildren());
    private final QrCard code = new QrCard();
    private final Pool<ActionButton> rowPool;
    private List<TextBlock> paragraphs = List.of();
    private List<ActionButton> rows = List.of();

    MessageView(Console console) {
        super(console);
        plate.getStyleClass().add("plate");
        plate.setManaged(false);
        plate.setMouseTransparent(true);
        getChildren().addAll(plate, icon, code);
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
        icon.show(body.symbol(), style.rightToLeft());
        plate.setVisible(body.symbol() != Symbol.NONE);
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
    }

    @Override
    double overhang() {
        return style().low() && style().portrait() ? 420 : 0;
    }

    @Override
    void arrange(Area zone) {
        double gap = style().gap();
        boolean wide = zone.width() > 1100;
        int columns = wide ? Math.max(1, Math.min(rows.size(), 2)) : 1;
        int lines = (rows.size() + columns - 1) / columns;
        double row = style().large() ? 128 : 112;
        double rowsHeight = lines == 0 ? 0 : Math.min(lines * (row + gap) - gap, zone.height());
        double top = zone.y() - overhang();
        double bottom = zone.bottom() - rowsHeight - (lines > 0 ? 24 : 0);
        Tiling.fill(
                rows,
                new Area(zone.x(), zone.bottom() - rowsHeight, zone.width(), rowsHeight),
                columns,
                gap,
                row);
        double right = zone.right();
        if (code.isVisible() && wide) {
            double side = Math.min(bottom - top, 380);
            code.resizeRelocate(zone.right() - side, top, side, bottom - top);
            right -= side + 40;
        }
        double y = layoutWords(zone.x(), top, right - zone.x(), bottom - top);
        if (code.isVisible() && !wide) {
            double side = Math.max(180, Math.min(360, bottom - y - 32));
            code.resizeRelocate(zone.x(), y + 32, zone.width(), side);
        }
    }

    private double layoutWords(double left, double top, double width, double height) {
        double indent = plate.isVisible() ? PLATE + 32 : 0;
        plate.resizeRelocate(left, top, PLATE, PLATE);
        icon.place(left, top, PLATE, PLATE);
        double y = top;
        for (TextBlock paragraph : paragraphs) {
            double needed = paragraph.fit(width - indent, height / paragraphs.size() - 20);
            paragraph.resizeRelocate(left + indent, y, width - indent, needed);
            y += needed + 20;
        }
        return Math.max(y - 20, plate.isVisible() ? top + PLATE : y);
    }
}
