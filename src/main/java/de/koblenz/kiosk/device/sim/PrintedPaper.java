package de.koblenz.kiosk.device.sim;

import de.koblenz.kiosk.device.sim.PaperCanvas.Mark;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/// A piece of paper that came out of a simulated printer. Immutable.
public final class PrintedPaper {
    private final int dotsWide;
    private final int dotsLong;
    private final List<Mark> marks;
    private final int millimetres;
    private final boolean cut;

    PrintedPaper(int dotsWide, int dotsLong, List<Mark> marks, int millimetres, boolean cut) {
        this.dotsWide = dotsWide;
        this.dotsLong = dotsLong;
        this.marks = List.copyOf(marks);
        this.millimetres = millimetres;
        this.cut = cut;
    }

    /// The paper from edge to edge, one pixel per dot of the print head; drawn at each call.
    public BufferedImage image() {
        BufferedImage paper = new BufferedImage(dotsWide, dotsLong, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = paper.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, dotsWide, dotsLong);
        graphics.dispose();
        for (Mark mark : marks) {
            mark.drawing().on(paper, mark.top());
        }
        return paper;
    }

    /// The lines of text on it, and codes in words (`[QR] content`), from top to bottom. A line that was cut through
    /// stands on the paper on which it began.
    public List<String> lines() {
        return marks.stream()
                .filter(mark -> mark.top() >= 0 && !mark.text().isEmpty())
                .map(Mark::text)
                .toList();
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
            if (!ImageIO.write(image(), "png", out)) {
                throw new IllegalStateException("every Java writes PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
