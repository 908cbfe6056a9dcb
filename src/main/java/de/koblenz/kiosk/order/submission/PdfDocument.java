package de.koblenz.kiosk.order.submission;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Scanned pages as one PDF (ISO 32000-1), which is what authorities file. The pages' JPEG lie in it as they came from
/// the scanner: nothing is decoded or compressed again. Personal; in memory only, until [#erase]. Thread-safe.
public final class PdfDocument {
    private final byte[] bytes;

    private PdfDocument(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Binds pages in their order. A page is as large as its original where the JPEG says so (JFIF), else as A4.
    ///
    /// @param title as the form calls the document
    /// @param pages JPEG, at least one
    /// @throws IOException if a page is no JPEG in grey or colour
    public static PdfDocument bind(String title, List<ByteBuffer> pages) throws IOException {
        if (pages.isEmpty()) {
            throw new IOException("a document without pages");
        }
        List<JpegHeader> headers = new ArrayList<>();
        int size = 0;
        for (ByteBuffer page : pages) {
            headers.add(JpegHeader.read(page));
            size = Math.addExact(size, page.remaining());
        }
        PdfWriter writer = new PdfWriter(size, pages.size(), title);
        for (int page = 0; page < pages.size(); page++) {
            writer.page(headers.get(page), pages.get(page).slice());
        }
        return new PdfDocument(writer.finish());
    }

    /// How large it is, in bytes.
    public int size() {
        return bytes.length;
    }

    /// The bytes themselves, for whoever seals them.
    byte[] bytes() {
        return bytes;
    }

    /// Overwrites the content.
    public void erase() {
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "PdfDocument[]";
    }
}
