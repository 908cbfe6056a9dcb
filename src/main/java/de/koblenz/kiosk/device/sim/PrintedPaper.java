package de.koblenz.kiosk.device.sim;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/// A piece of paper that came out of a simulated printer.
///
/// Immutable as long as nobody draws on the picture.
public final class PrintedPaper {
    private final BufferedImage image;
    private final List<String> lines;
    private final int millimetres;
    private final boolean cut;

    PrintedPaper(BufferedImage image, List<String> lines, int millimetres, boolean cut) {
        this.image = image;
        this.lines = List.copyOf(lines);
        this.millimetres = millimetres;
        this.cut = cut;
    }

    /// The paper from edge to edge, one pixel per dot of the print head.
    public BufferedImage image() {
        return image;
    }

    /// The lines of text on it, and `[QR] content` for each QR code, from top to bottom.
    public List<String> lines() {
        return lines;
    }

    /// Length.
    public int millimetres() {
        return millimetres;
    }

    /// Whether it was cut; otherwise it was torn, or the roll ended.
    public boolean cut() {
        return cut;
    }

    /// The picture as a PNG file.
    public byte[] png() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "png", out)) {
                throw new IllegalStateException("every Java writes PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
