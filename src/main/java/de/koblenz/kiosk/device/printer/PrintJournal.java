package de.koblenz.kiosk.device.printer;

import java.util.Optional;

/// Durable memory of what was sent to a printer, so that nothing is printed twice after a crash.
///
/// Each method returns only when the entry is on disk. Thread-safe.
public interface PrintJournal {
    /// What the journal knows of a job.
    enum Entry {
        /// Written before the first byte; still the newest entry after a crash: outcome unknown.
        SENDING,
        COMPLETED,
        NOT_PRINTED,
        UNKNOWN
    }

    /// Notes that the first byte is about to be sent.
    ///
    /// @param reason empty for a first print, the staff's reason for a reprint
    void sending(String jobId, String reason);

    /// Notes how the job ended.
    ///
    /// @param code failure code, empty for COMPLETED
    void ended(String jobId, Entry outcome, String code);

    /// The newest entry of the job.
    Optional<Entry> find(String jobId);

    /// The newest entry of all jobs. Unless it is COMPLETED or there is none, half a paper may hang in the printer
    /// after a restart; the driver cuts it off before the next citizen's job. A journal that cannot tell says
    /// UNKNOWN, which costs a slip of empty paper at each start.
    default Optional<Entry> newest() {
        return Optional.of(Entry.UNKNOWN);
    }
}
