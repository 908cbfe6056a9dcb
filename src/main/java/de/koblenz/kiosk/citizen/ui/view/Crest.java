package de.koblenz.kiosk.citizen.ui.view;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// The arms of Koblenz: in silver a red cross, on it a golden crown.
final class Crest extends Canvas {
    private static final Color RED = Color.web("#C31C13");
    private static final Color GOLD = Color.web("#F8CF00");
    private static final Color DARK = Color.web("#131525");

    /// @param height pixels; the width is five sixths of it
    Crest(double height) {
        super(Math.rint(height * 5 / 6), height);
        GraphicsContext g = getGraphicsContext2D();
        double scale = height / 120;
        g.scale(scale, scale);
        g.save();
        shield(g);
        g.clip();
        g.setFill(Color.WHITE);
        g.fillRect(0, 0, 100, 120);
        g.setFill(RED);
        g.fillRect(36, 0, 28, 120);
        g.fillRect(0, 36, 100, 28);
        g.restore();
        crown(g);
        shield(g);
        g.setStroke(DARK);
        g.setLineWidth(3);
        g.stroke();
    }

    private static void shield(GraphicsContext g) {
        g.beginPath();
        g.moveTo(3, 3);
        g.lineTo(97, 3);
        g.lineTo(97, 66);
        g.bezierCurveTo(97, 96, 72, 110, 50, 117);
        g.bezierCurveTo(28, 110, 3, 96, 3, 66);
        g.closePath();
    }

    private static void crown(GraphicsContext g) {
        g.beginPath();
        g.moveTo(27, 66);
        g.lineTo(22, 40);
        g.lineTo(36, 51);
        g.lineTo(50, 32);
        g.lineTo(64, 51);
        g.lineTo(78, 40);
        g.lineTo(73, 66);
        g.closePath();
        g.setFill(GOLD);
        g.fill();
        g.setStroke(DARK);
        g.setLineWidth(2.4);
        g.stroke();
        g.strokeLine(29, 59, 71, 59);
        for (double[] pearl : new double[][] {{22, 38}, {50, 30}, {78, 38}}) {
            g.fillOval(pearl[0] - 4.5, pearl[1] - 4.5, 9, 9);
            g.strokeOval(pearl[0] - 4.5, pearl[1] - 4.5, 9, 9);
        }
    }
}
