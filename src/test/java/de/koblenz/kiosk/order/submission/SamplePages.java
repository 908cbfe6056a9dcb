package de.koblenz.kiosk.order.submission;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import javax.imageio.ImageIO;

/// Pages as a scanner gives them, drawn by the JDK.
public final class SamplePages {
    private SamplePages() {}

    /// A page in colour with something on it.
    public static ByteBuffer colour(int width, int height) {
        return page(width, height, BufferedImage.TYPE_INT_RGB);
    }

    /// A page in shades of grey.
    public static ByteBuffer grey(int width, int height) {
        return page(width, height, BufferedImage.TYPE_BYTE_GRAY);
    }

    private static ByteBuffer page(int width, int height, int type) {
        BufferedImage picture = new BufferedImage(width, height, type);
        Graphics2D drawing = picture.createGraphics();
        drawing.setColor(Color.WHITE);
        drawing.fillRect(0, 0, width, height);
        drawing.setColor(new Color(150, 0, 40));
        drawing.fillRect(0, 0, width / 2, height / 2);
        drawing.dispose();
        try {
            ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
            ImageIO.write(picture, "jpeg", jpeg);
            return ByteBuffer.wrap(jpeg.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
