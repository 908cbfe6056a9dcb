package de.koblenz.kiosk.device.sim;

import de.koblenz.kiosk.device.printer.PrintFonts;
import de.koblenz.kiosk.device.profile.DeviceProfile;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/// The paper under the print head of a simulated printer. Marks are drawn when somebody looks at the paper. Not
/// thread-safe.
final class PaperCanvas {
    /// Baseline in a cell of 24 dots.
    private static final float BASELINE = 19f;

    /// Font size at which the drawn font is 12 dots wide.
    private static final int CELL_WIDTH = 12;

    /// One character with its style.
    ///
    /// @param reverse white on black
    record Glyph(char character, boolean bold, int wide, int high, boolean reverse) {}

    /// Draws a mark whose upper edge is at row `top` of the picture.
    interface Drawing {
        void on(BufferedImage paper, int top);
    }

    /// Something that was printed.
    ///
    /// @param top row of dots where it begins; negative if it began on the paper before
    /// @param height dots down
    /// @param text in words; empty where it has none
    record Mark(int top, int height, String text, Drawing drawing) {
        Mark movedUp(int dots) {
            return new Mark(top - dots, height, text, drawing);
        }
    }

    private final DeviceProfile profile;
    private final int margin;
    private List<Mark> marks = new ArrayList<>();
    private int y;

    PaperCanvas(DeviceProfile profile) {
        this.profile = profile;
        int paper = (int) Math.round(profile.media().millimetres() * profile.media().dpi() / 25.4);
        margin = Math.max(12, (paper - profile.dotsWide()) / 2);
    }

    /// Dots that have passed the head since the last cut.
    int position() {
        return y;
    }

    /// Prints one line and feeds it; `align` is 0 left, 1 centre, 2 right.
    ///
    /// @return dots fed
    int text(List<Glyph> glyphs, int align, int spacing) {
        int cell = profile.mainFont().cellWidth();
        int height = profile.mainFont().cellHeight();
        int tallest = glyphs.stream().mapToInt(Glyph::high).max().orElse(1) * height;
        int wide = glyphs.stream().mapToInt(glyph -> glyph.wide() * cell).sum();
        int feed = Math.max(spacing, tallest);
        if (!glyphs.isEmpty()) {
            StringBuilder text = new StringBuilder();
            glyphs.forEach(glyph -> text.append(glyph.character()));
            int left = margin + offset(align, wide);
            mark(
                    tallest,
                    text.toString(),
                    (paper, top) -> draw(paper, glyphs, left, top, tallest, cell, height));
        }
        y += feed;
        return feed;
    }

    private void mark(int height, String text, Drawing drawing) {
        marks.add(new Mark(y, height, text, drawing));
    }

    private int offset(int align, int wide) {
        int room = Math.max(0, profile.dotsWide() - wide);
        return align == 1 ? room / 2 : align == 2 ? room : 0;
    }

    private static void draw(
            BufferedImage paper,
            List<Glyph> glyphs,
            int left,
            int top,
            int tallest,
            int cell,
            int height) {
        Graphics2D graphics = paper.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        int x = left;
        for (Glyph glyph : glyphs) {
            draw(graphics, glyph, x, top + tallest - glyph.high() * height, cell, height);
            x += glyph.wide() * cell;
        }
        graphics.dispose();
    }

    private static void draw(
            Graphics2D graphics, Glyph glyph, int x, int top, int cell, int height) {
        if (glyph.reverse()) {
            graphics.setColor(Color.BLACK);
            graphics.fillRect(x, top, cell * glyph.wide(), height * glyph.high());
        }
        graphics.setColor(glyph.reverse() ? Color.WHITE : Color.BLACK);
        graphics.setFont(PrintFonts.cell(glyph.bold()));
        AffineTransform before = graphics.getTransform();
        graphics.translate(x, top);
        graphics.scale((double) cell / CELL_WIDTH * glyph.wide(), height / 24.0 * glyph.high());
        graphics.drawString(String.valueOf(glyph.character()), 0, BASELINE);
        graphics.setTransform(before);
    }

    /// A pattern of dots: whether the one in that column and row is black.
    interface Dots {
        boolean black(int x, int y);
    }

    /// Prints a pattern of `wide` by `high` dots.
    ///
    /// @param text what it says in words, empty for a mere picture
    /// @return dots fed
    int dots(Dots dots, int wide, int high, int align, String text) {
        int left = margin + offset(align, wide);
        int right = margin + profile.dotsWide();
        mark(
                high,
                text,
                (paper, top) -> {
                    int end = Math.min(high, paper.getHeight() - top);
                    for (int row = Math.max(0, -top); row < end; row++) {
                        for (int column = 0; column < wide && left + column < right; column++) {
                            if (dots.black(column, row)) {
                                paper.getRaster().setSample(left + column, top + row, 0, 0);
                            }
                        }
                    }
                });
        y += high;
        return high;
    }

    /// Feeds empty paper.
    void feed(int dots) {
        y += dots;
    }

    /// Takes off everything but the last `behind` dots: a knife is behind the head, a tear at it.
    PrintedPaper take(int behind, boolean cut) {
        int length = Math.max(0, y - behind);
        PrintedPaper paper = paper(length, cut);
        List<Mark> left = new ArrayList<>();
        for (Mark mark : marks) {
            if (mark.top() + mark.height() > length) {
                left.add(mark.movedUp(length));
            }
        }
        marks = left;
        y -= length;
        return paper;
    }

    /// What hangs out of the printer at this moment.
    PrintedPaper hanging() {
        return paper(y, false);
    }

    private PrintedPaper paper(int length, boolean cut) {
        return new PrintedPaper(
                profile.dotsWide() + 2 * margin,
                Math.max(1, length),
                marks.stream().filter(mark -> mark.top() < length).toList(),
                (int) Math.round(profile.millimetres(length)),
                cut);
    }
}
