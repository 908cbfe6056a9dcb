package de.koblenz.kiosk.device.sim;

import de.koblenz.kiosk.device.printer.PrintFonts;
import de.koblenz.kiosk.device.profile.DeviceProfile;
import de.koblenz.kiosk.qr.QrMatrix;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/// The paper under the print head of a simulated printer. Not thread-safe.
final class PaperCanvas {
    private static final int GROWTH = 1200;

    /// Baseline in a cell of 24 dots.
    private static final float BASELINE = 19f;

    /// Font size at which the drawn font is 12 dots wide.
    private static final int CELL_WIDTH = 12;

    /// One character with its style.
    ///
    /// @param reverse white on black
    record Glyph(char character, boolean bold, int wide, int high, boolean reverse) {}

    /// A line that was printed, by the row of dots where it begins.
    private record Line(int top, String text) {}

    private final DeviceProfile profile;
    private final int margin;
    private final List<Line> lines = new ArrayList<>();
    private BufferedImage image;
    private int y;

    PaperCanvas(DeviceProfile profile) {
        this.profile = profile;
        int paper = (int) Math.round(profile.media().millimetres() * profile.media().dpi() / 25.4);
        margin = Math.max(12, (paper - profile.dotsWide()) / 2);
        image = blank(GROWTH);
    }

    private BufferedImage blank(int height) {
        BufferedImage paper =
                new BufferedImage(
                        profile.dotsWide() + 2 * margin, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = paper.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, paper.getWidth(), height);
        graphics.dispose();
        return paper;
    }

    private void need(int dots) {
        if (y + dots > image.getHeight()) {
            BufferedImage longer = blank(y + dots + GROWTH);
            Graphics2D graphics = longer.createGraphics();
            graphics.drawImage(image, 0, 0, null);
            graphics.dispose();
            image = longer;
        }
    }

    /// Dots that have passed the head since the last cut.
    int position() {
        return y;
    }

    /// Prints one line and feeds it; `align` as in `ESC a`.
    ///
    /// @return dots fed
    int text(List<Glyph> glyphs, int align, int spacing) {
        int cell = profile.mainFont().cellWidth();
        int height = profile.mainFont().cellHeight();
        int tallest = glyphs.stream().mapToInt(Glyph::high).max().orElse(1) * height;
        int wide = glyphs.stream().mapToInt(glyph -> glyph.wide() * cell).sum();
        int feed = Math.max(spacing, tallest);
        need(feed);
        int x = margin + offset(align, wide);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        StringBuilder text = new StringBuilder();
        for (Glyph glyph : glyphs) {
            draw(graphics, glyph, x, y + tallest - glyph.high() * height, cell, height);
            x += glyph.wide() * cell;
            text.append(glyph.character());
        }
        graphics.dispose();
        if (!glyphs.isEmpty()) {
            lines.add(new Line(y, text.toString()));
        }
        y += feed;
        return feed;
    }

    private int offset(int align, int wide) {
        int room = Math.max(0, profile.dotsWide() - wide);
        return align == 1 ? room / 2 : align == 2 ? room : 0;
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

    /// Prints rows of eight dots per byte (GS v 0), each dot `scaleX` by `scaleY` dots.
    ///
    /// @return dots fed
    int picture(byte[] rows, int bytesPerRow, int align, int scaleX, int scaleY) {
        int height = bytesPerRow == 0 ? 0 : rows.length / bytesPerRow * scaleY;
        need(height);
        int left = margin + offset(align, bytesPerRow * 8 * scaleX);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < bytesPerRow * 8 * scaleX; column++) {
                int dot = column / scaleX;
                int value = rows[row / scaleY * bytesPerRow + dot / 8];
                if ((value & (0x80 >> dot % 8)) != 0) {
                    dot(left + column, y + row);
                }
            }
        }
        y += height;
        return height;
    }

    /// Prints a QR code.
    ///
    /// @return dots fed
    int qr(String content, int module, int align) {
        QrMatrix matrix = QrMatrix.of(content);
        int side = matrix.size() * module;
        need(side);
        int left = margin + offset(align, side);
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                if (matrix.isDark(column / module, row / module)) {
                    dot(left + column, y + row);
                }
            }
        }
        lines.add(new Line(y, "[QR] " + content));
        y += side;
        return side;
    }

    private void dot(int x, int row) {
        if (x < margin + profile.dotsWide()) {
            image.getRaster().setSample(x, row, 0, 0);
        }
    }

    /// Feeds empty paper.
    void feed(int dots) {
        need(dots);
        y += dots;
    }

    /// Takes off everything but the last `behind` dots: a knife is behind the head, a tear at it.
    PrintedPaper take(int behind, boolean cut) {
        int length = Math.max(0, y - behind);
        List<String> taken =
                lines.stream().filter(line -> line.top < length).map(Line::text).toList();
        PrintedPaper paper =
                new PrintedPaper(
                        copy(0, Math.max(1, length)),
                        taken,
                        (int) Math.round(profile.millimetres(length)),
                        cut);
        BufferedImage rest = copy(length, GROWTH);
        List<Line> left =
                lines.stream()
                        .filter(line -> line.top >= length)
                        .map(line -> new Line(line.top - length, line.text))
                        .toList();
        lines.clear();
        lines.addAll(left);
        image = rest;
        y -= length;
        return paper;
    }

    /// What hangs out of the printer at this moment.
    BufferedImage hanging() {
        return copy(0, Math.max(1, y));
    }

    private BufferedImage copy(int top, int height) {
        BufferedImage copy = blank(height);
        int rows = Math.min(height, image.getHeight() - top);
        if (rows > 0) {
            Graphics2D graphics = copy.createGraphics();
            graphics.drawImage(image.getSubimage(0, top, image.getWidth(), rows), 0, 0, null);
            graphics.dispose();
        }
        return copy;
    }
}
