package de.koblenz.kiosk.device.printer;

/// One document to be printed once.
///
/// @param id unique for ever; the same id is never printed twice without the mark "Duplikat"
/// @param document what to print
/// @param contentHash [DocumentHash] of job and document as whoever made them knows them; compared right before printing
public record PrintJob(String id, PrintDocument document, String contentHash) {
    /// Binds a document to its job.
    ///
    /// @param id of one paper of one order: `<order>/<paper>`
    public static PrintJob bound(String id, PrintDocument document) {
        return new PrintJob(id, document, DocumentHash.of(id, document));
    }

    /// Documents may carry personal data: never in a log.
    @Override
    public String toString() {
        return "PrintJob[" + id + "]";
    }
}
