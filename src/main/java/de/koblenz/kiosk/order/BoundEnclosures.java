package de.koblenz.kiosk.order;

import de.koblenz.kiosk.order.OrderRequest.Enclosure;
import de.koblenz.kiosk.order.submission.Attachment;
import de.koblenz.kiosk.order.submission.PdfDocument;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The documents of one application as PDF, from the moment they are bound until they are sealed. Not thread-safe;
/// closing overwrites them.
final class BoundEnclosures implements AutoCloseable {
    private static final int NAME_LENGTH = 60;

    private final List<Attachment> attachments = new ArrayList<>();

    private BoundEnclosures() {}

    /// @throws OrderRefused if a document is gone, too large, or no picture: nothing of it is sent rather than less
    static BoundEnclosures bind(List<Enclosure> enclosures, Enclosures source) throws OrderRefused {
        BoundEnclosures bound = new BoundEnclosures();
        try {
            require(enclosures.size() <= Enclosures.MOST_DOCUMENTS);
            long together = 0;
            for (Enclosure enclosure : enclosures) {
                require(enclosure.pages().size() <= Enclosures.MOST_PAGES);
                List<byte[]> pages = new ArrayList<>();
                try {
                    for (String id : enclosure.pages()) {
                        pages.add(source.page(id));
                    }
                    together += size(pages);
                    require(together <= Enclosures.MOST_BYTES_TOGETHER);
                    bound.add(enclosure, pages);
                } finally {
                    pages.forEach(page -> Arrays.fill(page, (byte) 0));
                }
            }
            return bound;
        } catch (IOException e) {
            bound.close();
            throw new OrderRefused(OrderCodes.ENCLOSURE, e);
        }
    }

    private static long size(List<byte[]> pages) throws IOException {
        long size = pages.stream().mapToLong(page -> page.length).sum();
        require(size <= Enclosures.MOST_BYTES);
        return size;
    }

    private static void require(boolean met) throws IOException {
        if (!met) {
            throw new IOException("a document is gone or too large");
        }
    }

    private void add(Enclosure enclosure, List<byte[]> pages) throws IOException {
        attachments.add(
                new Attachment(
                        enclosure.id(),
                        enclosure.name(),
                        filename(attachments.size() + 1, enclosure.name()),
                        PdfDocument.bind(
                                enclosure.name(), pages.stream().map(ByteBuffer::wrap).toList())));
    }

    /// A name that every file system takes: `2-mietvertrag.pdf`.
    static String filename(int number, String name) {
        String plain =
                name.toLowerCase(Locale.GERMAN)
                        .replace("ä", "ae")
                        .replace("ö", "oe")
                        .replace("ü", "ue")
                        .replace("ß", "ss")
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        String cut = plain.substring(0, Math.min(NAME_LENGTH, plain.length()));
        return number + "-" + (cut.isEmpty() ? "anlage" : cut) + ".pdf";
    }

    List<Attachment> attachments() {
        return List.copyOf(attachments);
    }

    @Override
    public void close() {
        attachments.forEach(attachment -> attachment.content().erase());
    }
}
