package de.koblenz.kiosk.device.sim.scanner;

import de.koblenz.kiosk.device.printer.PrintFonts;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.GeneralPath;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/// A sheet of DIN A4 as somebody may bring it: a letter with a heading, lines, a stamp and a signature.
///
/// @param heading large at the top; an empty sheet has none
/// @param lines below it, at most 60 characters each
public record SimulatedPaper(String heading, List<String> lines) {
    /// What the scanner sees when nothing lies on the plate: its white lid.
    public static final SimulatedPaper NOTHING = new SimulatedPaper("", List.of());

    private static final double WIDTH_MM = 210;
    private static final Color INK = new Color(0x22, 0x22, 0x2A);
    private static final Color STAMP = new Color(0x1F, 0x4E, 0xA8);

    /// Millimetres for which the font is large enough.
    private static final double HEADING_MM = 7;

    private static final double LINE_MM = 4.2;

    public SimulatedPaper {
        lines = List.copyOf(lines);
    }

    /// A letter like any other.
    public static SimulatedPaper letter(int number) {
        return new SimulatedPaper(
                "Bescheinigung " + number,
                List.of(
                        "Musterfirma Schängel GmbH",
                        "Löhrstraße 99, 56068 Koblenz",
                        "",
                        "Hiermit bestätigen wir, dass die genannte Person",
                        "seit dem 1. Januar bei uns wohnt und arbeitet.",
                        "",
                        "Diese Bescheinigung gehört zu einem Musterantrag",
                        "und nennt niemanden, den es gibt.",
                        "",
                        "Koblenz, Blatt " + number));
    }

    /// The sheet as a scanner sees it, as JPEG.
    ///
    /// @param width dots of the region, from the upper left corner
    /// @param height dots of the region
    byte[] scanned(int width, int height, int dpi, boolean colour) {
        BufferedImage seen =
                new BufferedImage(
                        width,
                        height,
                        colour ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = seen.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0xFB, 0xFA, 0xF6));
        pen.fillRect(0, 0, width, height);
        // From here on in millimetres.
        pen.scale(dpi / 25.4, dpi / 25.4);
        if (!heading.isEmpty()) {
            draw(pen);
        }
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(seen, "jpg", out)) {
                throw new IllegalStateException("no writer for JPEG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] jpeg = out.toByteArray();
        // JFIF, APP0: units (1 is dots per inch), density across, density down.
        jpeg[13] = 1;
        jpeg[14] = (byte) (dpi >> 8);
        jpeg[15] = (byte) dpi;
        jpeg[16] = (byte) (dpi >> 8);
        jpeg[17] = (byte) dpi;
        return jpeg;
    }

    private void draw(Graphics2D pen) {
        pen.setColor(INK);
        pen.setFont(font(true, HEADING_MM));
        pen.drawString(heading, 25, 50);
        pen.setFont(font(false, LINE_MM));
        float y = 70;
        for (String line : lines) {
            pen.drawString(line, 25, y);
            y += 7;
        }
        pen.setColor(STAMP);
        pen.setStroke(new BasicStroke(0.8f));
        pen.draw(new Ellipse2D.Double(WIDTH_MM - 70, y + 10, 36, 36));
        pen.draw(new Ellipse2D.Double(WIDTH_MM - 67, y + 13, 30, 30));
        GeneralPath signature = new GeneralPath();
        signature.moveTo(30, y + 30);
        for (int wave = 0; wave < 6; wave++) {
            double x = 30 + wave * 9;
            signature.curveTo(x + 3, y + 12, x + 5, y + 44, x + 9, y + 28);
        }
        pen.setStroke(new BasicStroke(0.5f));
        pen.draw(signature);
    }

    private static Font font(boolean bold, double millimetres) {
        return PrintFonts.cell(bold).deriveFont((float) millimetres);
    }
}
