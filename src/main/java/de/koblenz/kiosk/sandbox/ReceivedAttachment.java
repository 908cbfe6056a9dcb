package de.koblenz.kiosk.sandbox;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/// A decrypted attachment. Immutable.
public final class ReceivedAttachment {
    private final String id;
    private final byte[] content;

    ReceivedAttachment(String id, byte[] content) {
        this.id = id;
        this.content = content;
    }

    public String id() {
        return id;
    }

    /// A copy of the content.
    public byte[] content() {
        return content.clone();
    }

    /// How many pages it has as a PDF; 0 if it is none, or if a page holds no picture that can be decoded.
    public int pages() {
        try (PDDocument document = Loader.loadPDF(content)) {
            for (PDPage page : document.getPages()) {
                if (!visible(page)) {
                    return 0;
                }
            }
            return document.getNumberOfPages();
        } catch (IOException _) {
            return 0;
        }
    }

    private static boolean visible(PDPage page) throws IOException {
        boolean seen = false;
        for (COSName name : page.getResources().getXObjectNames()) {
            if (page.getResources().getXObject(name) instanceof PDImageXObject image) {
                BufferedImage picture = image.getImage();
                if (picture.getWidth() != image.getWidth()
                        || picture.getHeight() != image.getHeight()) {
                    return false;
                }
                seen = true;
            }
        }
        return seen;
    }
}
