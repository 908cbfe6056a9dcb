package de.koblenz.kiosk.device.printer;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.text.AttributedString;

/// Draws one line of text as dots, with shaping and direction as the script asks: the last resort for
/// a line that no code table of the printer holds.
final class RasterText {
    /// Dots above the baseline in a line of 24: capitals with accents fit.
    private static final float BASELINE = 19f;

    /// Dots of the ruler's height.
    private static final int RULER = 44;

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private RasterText() {}

    /// Draws `left` at the left edge (or as aligned) and `right` at the right edge of a line over the whole paper.
    ///
    /// @param right empty unless the line is a row of two columns
    /// @param lineHeight dots of a line at normal size
    /// @throws UnprintableTextException if no font has one of the characters
    static RasterImage line(
            String left,
            String right,
            PrintDocument.Align align,
            TextStyle style,
            int width,
            int lineHeight)
            throws UnprintableTextException {
        int height = lineHeight * style.high();
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = picture.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            graphics.setColor(Color.BLACK);
            graphics.setRenderingHint(
                    RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(
                    RenderingHints.KEY_FRACTIONALMETRICS,
                    RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            double rightWidth = 0;
            if (!right.isEmpty()) {
                TextLayout value = layout(right, style);
                rightWidth = value.getAdvance() * style.wide() + 12;
                draw(graphics, value, style, PrintDocument.Align.RIGHT, width, width);
            }
            if (!left.isEmpty()) {
                draw(graphics, layout(left, style), style, align, width, width - rightWidth);
            }
        } finally {
            graphics.dispose();
        }
        return RasterImage.of(picture);
    }

    /// Draws a ruler over the whole width: a mark at every millimetre, a number at every centimetre.
    static RasterImage ruler(int width, int dpi) {
        BufferedImage picture = new BufferedImage(width, RULER, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, RULER);
        graphics.setColor(Color.BLACK);
        graphics.fillRect(0, 0, width, 2);
        graphics.setFont(PrintFonts.cell(false));
        for (int millimetre = 0; ; millimetre++) {
            int x = (int) Math.round(millimetre * dpi / 25.4);
            if (x >= width) {
                break;
            }
            int length = millimetre % 10 == 0 ? 24 : millimetre % 5 == 0 ? 18 : 10;
            graphics.fillRect(x, 0, 2, length);
            if (millimetre % 10 == 0) {
                graphics.drawString(Integer.toString(millimetre / 10), x, RULER - 4);
            }
        }
        graphics.dispose();
        return RasterImage.of(picture);
    }

    private static void draw(
            Graphics2D graphics,
            TextLayout text,
            TextStyle style,
            PrintDocument.Align align,
            int paper,
            double room) {
        double natural = text.getAdvance() * style.wide();
        // A proportional script may run wider than its number of columns: it is set narrower, never
        // cut.
        double narrowing = natural > room ? room / natural : 1;
        double wide = natural * narrowing;
        double x =
                switch (align) {
                    case LEFT -> 0;
                    case CENTER -> (paper - wide) / 2;
                    case RIGHT -> paper - wide;
                };
        AffineTransform before = graphics.getTransform();
        graphics.translate(x, 0);
        graphics.scale(style.wide() * narrowing, style.high());
        text.draw(graphics, 0, BASELINE);
        graphics.setTransform(before);
    }

    private static TextLayout layout(String text, TextStyle style) throws UnprintableTextException {
        AttributedString attributed = new AttributedString(text);
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            int next = at + Character.charCount(codePoint);
            Font font =
                    Character.getType(codePoint) == Character.FORMAT
                            ? PrintFonts.cell(style.bold())
                            : PrintFonts.having(codePoint, style.bold())
                                    .orElseThrow(UnprintableTextException::new);
            attributed.addAttribute(TextAttribute.FONT, font, at, next);
            at = next;
        }
        return new TextLayout(attributed.getIterator(), CONTEXT);
    }
}
