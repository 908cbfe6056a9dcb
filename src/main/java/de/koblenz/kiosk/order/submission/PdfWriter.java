package de.koblenz.kiosk.order.submission;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/// Writes a PDF 1.4 whose pages are pictures and nothing else (ISO 32000-1, 7.5), into one buffer that never moves, so
/// that it can be erased. Three objects for each page: page, content, picture. Used by one thread, once.
final class PdfWriter {
    /// Width and height of DIN A4, in points of 1/72 inch.
    private static final double A4_WIDTH = 595.28;

    private static final double A4_HEIGHT = 841.89;
    private static final double POINTS_PER_INCH = 72;

    /// What a page claims to be outside of this is a mistake of the scanner.
    private static final int COARSEST = 50;

    private static final int FINEST = 1200;

    /// How much larger than A4 a page may be.
    private static final double LARGEST = 1.1;

    /// More than the three objects of a page take beside the picture, with their lines of the table.
    private static final int PAGE_ROOM = 700;

    private static final int CATALOGUE = 1;
    private static final int PAGES = 2;
    private static final int INFORMATION = 3;

    private final ByteBuffer out;
    private final int pageCount;

    /// Where each object begins; there is no object 0.
    private final int[] places;

    private int pages;

    /// @param size bytes of all pictures
    PdfWriter(int size, int pageCount, String title) {
        this.pageCount = pageCount;
        this.places = new int[INFORMATION + 3 * pageCount + 1];
        this.out =
                ByteBuffer.allocate(
                        Math.addExact(size, 1_000 + 4 * title.length() + PAGE_ROOM * pageCount));
        text("%PDF-1.4\n%");
        // Four bytes above 127: whoever passes the file on sees that it is no text (7.5.2).
        out.put(new byte[] {(byte) 0xE2, (byte) 0xE3, (byte) 0xCF, (byte) 0xD3}).put((byte) '\n');
        object(CATALOGUE, "<< /Type /Catalog /Pages " + PAGES + " 0 R >>");
        object(PAGES, "<< /Type /Pages /Count " + pageCount + " /Kids [" + kids() + "] >>");
        object(
                INFORMATION,
                "<< /Title " + words(title) + " /Producer " + words("Bürgerterminal") + " >>");
    }

    private String kids() {
        StringBuilder kids = new StringBuilder();
        for (int page = 0; page < pageCount; page++) {
            kids.append(first(page)).append(" 0 R ");
        }
        return kids.toString().strip();
    }

    /// The object of a page; its content and its picture follow.
    private static int first(int page) {
        return INFORMATION + 1 + 3 * page;
    }

    /// A text in UTF-16 with its mark (7.9.2.2), in hexadecimal digits, so that no character has to be escaped.
    private static String words(String text) {
        return "<FEFF"
                + HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_16BE))
                + ">";
    }

    /// Adds the next page.
    void page(JpegHeader header, ByteBuffer jpeg) {
        int page = first(pages++);
        double scale = pointsPerPixel(header);
        String width = number(header.width() * scale);
        String height = number(header.height() * scale);
        object(
                page,
                "<< /Type /Page /Parent "
                        + PAGES
                        + " 0 R /MediaBox [0 0 "
                        + width
                        + " "
                        + height
                        + "] /Resources << /XObject << /Scan "
                        + (page + 2)
                        + " 0 R >> >> /Contents "
                        + (page + 1)
                        + " 0 R >>");
        // A picture is one unit wide and high: it is stretched to the page (8.9.5.1).
        String content = "q " + width + " 0 0 " + height + " 0 0 cm /Scan Do Q\n";
        stream(page + 1, "", ByteBuffer.wrap(content.getBytes(StandardCharsets.US_ASCII)));
        stream(
                page + 2,
                "/Type /XObject /Subtype /Image /Width "
                        + header.width()
                        + " /Height "
                        + header.height()
                        + " /BitsPerComponent 8 /ColorSpace "
                        + (header.components() == 1 ? "/DeviceGray" : "/DeviceRGB")
                        + " /Filter /DCTDecode ",
                jpeg);
    }

    private static double pointsPerPixel(JpegHeader header) {
        double shorter = Math.min(header.width(), header.height());
        double longer = Math.max(header.width(), header.height());
        double fitted = Math.min(A4_WIDTH / shorter, A4_HEIGHT / longer);
        if (header.perInch() < COARSEST || header.perInch() > FINEST) {
            return fitted;
        }
        double claimed = POINTS_PER_INCH / header.perInch();
        // No more than A4 is ever scanned: many scanners write 72 or 96 whatever was asked for.
        return claimed > fitted * LARGEST ? fitted : claimed;
    }

    private static String number(double points) {
        return BigDecimal.valueOf(Math.round(points * 100), 2).toPlainString();
    }

    private void object(int number, String content) {
        places[number] = out.position();
        text(number + " 0 obj\n" + content + "\nendobj\n");
    }

    private void stream(int number, String entries, ByteBuffer content) {
        places[number] = out.position();
        text(number + " 0 obj\n<< " + entries + "/Length " + content.remaining() + " >>\nstream\n");
        out.put(content);
        text("\nendstream\nendobj\n");
    }

    /// Ends the file with the table of its objects (7.5.4) and the trailer (7.5.5), and erases the buffer.
    byte[] finish() {
        int table = out.position();
        text("xref\n0 " + places.length + "\n0000000000 65535 f \n");
        for (int number = 1; number < places.length; number++) {
            text(String.format(Locale.ROOT, "%010d 00000 n \n", places[number]));
        }
        text(
                "trailer\n<< /Size "
                        + places.length
                        + " /Root "
                        + CATALOGUE
                        + " 0 R /Info "
                        + INFORMATION
                        + " 0 R >>\nstartxref\n"
                        + table
                        + "\n%%EOF\n");
        byte[] file = Arrays.copyOf(out.array(), out.position());
        Arrays.fill(out.array(), (byte) 0);
        return file;
    }

    private void text(String text) {
        out.put(text.getBytes(StandardCharsets.US_ASCII));
    }
}
