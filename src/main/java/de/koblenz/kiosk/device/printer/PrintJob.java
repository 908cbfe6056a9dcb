package de.koblenz.kiosk.device.printer;

/// One document to be printed once.
///
/// @param id unique for ever; the same id is never printed twice without the mark "Duplikat"
/// @param document what to print
/// @param contentHash SHA-256 of the document as the order knows it, hex; compared right before printing
public record PrintJob(String id, PrintDocument document, String contentHash) {
    /// Documents may carry personal data: never in a log.
    @Override
    public String toString() {
        return "PrintJob[" + id + "]";
    }
}
