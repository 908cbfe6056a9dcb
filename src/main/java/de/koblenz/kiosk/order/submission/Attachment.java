package de.koblenz.kiosk.order.submission;

import java.util.UUID;

/// A document that goes with an application, before it is sealed; personal, in memory only.
///
/// @param id chosen by the sender (UUID, version 4); the application may name it
/// @param name as the form calls it, German
/// @param filename with `.pdf` at its end
/// @param content whoever made it erases it
public record Attachment(UUID id, String name, String filename, PdfDocument content) {
    @Override
    public String toString() {
        return "Attachment[" + id + "]";
    }
}
