package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Screen.Qr;
import de.koblenz.kiosk.qr.QrMatrix;
import java.util.BitSet;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// A QR code on white paper, dark on white in every theme, in whole pixels and with its quiet zone of
/// four modules (ISO/IEC 18004, 6.3.8); the same in words beside or below it.
final class QrCard extends Region implements Forgetful {
    private static final QrMatrix NOTHING = new QrMatrix(0, new BitSet());
    private static final int QUIET = 4;
    private static final Color DARK = Color.web("#131525");

    private final Region paper = new Region();
    private final Canvas canvas = new Canvas();
    private final TextBlock caption = new TextBlock(TextRole.FACT);
    private String content = "";
    private QrMatrix matrix = NOTHING;
    private double drawnSize = -1;

    QrCard() {
        paper.getStyleClass().add("paper");
        paper.setManaged(false);
        canvas.setManaged(false);
        canvas.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().addAll(paper, canvas, caption);
        setMouseTransparent(true);
    }

    void show(Qr qr, PageStyle style) {
        if (!qr.content().equals(content)) {
            content = qr.content();
            matrix = QrMatrix.of(content);
            drawnSize = -1;
        }
        canvas.setAccessibleText(qr.caption());
        caption.show(qr.caption(), style.typography());
        requestLayout();
    }

    @Override
    public void forget() {
        content = "";
        matrix = NOTHING;
        drawnSize = -1;
        canvas.setAccessibleText(null);
        canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    }

    @Override
    protected void layoutChildren() {
        boolean beside = getWidth() > 1.5 * getHeight();
        double captionHeight = beside ? 0 : caption.fit(getWidth(), 160) + 12;
        double side = Math.floor(Math.min(getWidth(), getHeight() - captionHeight));
        double left = beside ? 0 : Math.rint((getWidth() - side) / 2);
        paper.resizeRelocate(left, 0, side, side);
        draw(side);
        canvas.relocate(
                left + Math.floor((side - canvas.getWidth()) / 2),
                Math.floor((side - canvas.getHeight()) / 2));
        if (beside) {
            caption.align(HPos.LEFT, VPos.CENTER)
                    .resizeRelocate(side + 28, 0, getWidth() - side - 28, side);
        } else {
            caption.align(HPos.CENTER, VPos.TOP)
                    .resizeRelocate(0, side + 12, getWidth(), captionHeight - 12);
        }
    }

    private void draw(double side) {
        if (side == drawnSize || side <= 0 || matrix.size() == 0) {
            return;
        }
        drawnSize = side;
        int modules = matrix.size() + 2 * QUIET;
        double module = Math.max(1, Math.floor(side / modules));
        canvas.setWidth(module * modules);
        canvas.setHeight(module * modules);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        g.setFill(DARK);
        for (int y = 0; y < matrix.size(); y++) {
            for (int x = 0; x < matrix.size(); x++) {
                if (matrix.isDark(x, y)) {
                    g.fillRect((x + QUIET) * module, (y + QUIET) * module, module, module);
                }
            }
        }
    }
}
