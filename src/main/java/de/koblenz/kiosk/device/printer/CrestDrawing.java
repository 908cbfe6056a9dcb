package de.koblenz.kiosk.device.printer;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/// The arms of Koblenz, simplified for a print head: in a white shield a cross, on it a crown.
/// The red of the cross is black here, the gold of the crown white.
final class CrestDrawing {
    private static final int WIDTH = 72;

    /// With some white below, before the name.
    private static final int HEIGHT = 90;

    private CrestDrawing() {}

    static RasterImage koblenz() {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);

        Path2D shield = shield();
        Area cross = new Area(new Rectangle2D.Double(28, 0, 16, HEIGHT));
        cross.add(new Area(new Rectangle2D.Double(0, 28, WIDTH, 16)));
        cross.intersect(new Area(shield));
        graphics.setColor(Color.BLACK);
        graphics.fill(cross);
        graphics.setStroke(new BasicStroke(3f));
        graphics.draw(shield);

        Area crown = crown();
        crown.transform(AffineTransform.getTranslateInstance(36, 37));
        graphics.setColor(Color.BLACK);
        graphics.setStroke(new BasicStroke(7f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(crown);
        graphics.setColor(Color.WHITE);
        graphics.fill(crown);
        graphics.dispose();
        return RasterImage.of(picture);
    }

    private static Path2D shield() {
        Path2D shield = new Path2D.Double();
        shield.moveTo(3, 3);
        shield.lineTo(69, 3);
        shield.lineTo(69, 42);
        shield.curveTo(69, 62, 54, 75, 36, 81);
        shield.curveTo(18, 75, 3, 62, 3, 42);
        shield.closePath();
        return shield;
    }

    /// A crown of three leaves on a ring, about 34 dots wide, around the origin.
    private static Area crown() {
        Path2D points = new Path2D.Double();
        points.moveTo(-15, 8);
        points.lineTo(-17, -6);
        points.lineTo(-9, 1);
        points.lineTo(0, -10);
        points.lineTo(9, 1);
        points.lineTo(17, -6);
        points.lineTo(15, 8);
        points.closePath();
        Area crown = new Area(points);
        for (double x : new double[] {-17, 0, 17}) {
            double y = x == 0 ? -11 : -7;
            crown.add(new Area(new Ellipse2D.Double(x - 3, y - 3, 6, 6)));
        }
        crown.add(new Area(new Rectangle2D.Double(-15, 5, 30, 6)));
        return crown;
    }
}
