package de.koblenz.kiosk.citizen.ui.view;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// A written sheet of DIN A4 as a scanner gives it, so that pictures of screens show one.
final class SampleSheet {
    private static final byte[] JPEG = drawn();

    private SampleSheet() {}

    /// The same for every page; a name without a page has none.
    static byte[] page(String id) {
        return id.isEmpty() ? new byte[0] : JPEG.clone();
    }

    private static byte[] drawn() {
        BufferedImage sheet = new BufferedImage(827, 1169, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        pen.setColor(new Color(0xFA, 0xFA, 0xF6));
        pen.fillRect(0, 0, 827, 1169);
        pen.setColor(new Color(0x22, 0x22, 0x2A));
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 36));
        pen.drawString("Bescheinigung", 80, 140);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 22));
        for (int line = 0; line < 24; line++) {
            pen.drawString(
                    "Musterfirma Schängel GmbH, Löhrstraße 99, Koblenz", 80, 220 + line * 32);
        }
        pen.setColor(new Color(0x1F, 0x4E, 0xA8));
        pen.drawOval(560, 960, 160, 160);
        pen.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(sheet, "jpeg", jpeg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jpeg.toByteArray();
    }
}
