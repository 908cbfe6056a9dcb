package de.koblenz.kiosk.device.printer;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Documents that could not be printed, sealed for staff until what became of them is settled, at most until a time
/// such as closing time. Nothing of their content is told but to the printer. Thread-safe.
public interface KeptPapers {
    /// That a document is kept. No content.
    ///
    /// @param jobId which job
    /// @param keptAt since when
    /// @param until when it is erased at the latest
    record Kept(String jobId, Instant keptAt, Instant until) {}

    /// Keeps a document, sealed; one that is kept already stays until the later of both times.
    ///
    /// @throws IOException if it is not on disk
    void keep(PrintJob job, Instant until) throws IOException;

    /// All that are kept, the oldest first.
    ///
    /// @throws IOException if the store does not work
    List<Kept> kept() throws IOException;

    /// Unseals a document, to be printed; empty if it is not kept, or not to be opened any more.
    ///
    /// @throws IOException if the store does not work, or somebody has changed what it holds
    Optional<PrintJob> open(String jobId) throws IOException;

    /// Erases a document: it was printed, or nobody needs it.
    ///
    /// @throws IOException if the store does not work
    void erase(String jobId) throws IOException;

    /// Erases every document whose time is over.
    ///
    /// @return how many
    /// @throws IOException if the store does not work
    int eraseExpired() throws IOException;
}
