package de.koblenz.kiosk.device.printer;

import java.util.List;
import java.util.Optional;

/// Durable memory of what was sent to a printer, so that nothing is printed twice after a crash.
///
/// Each method returns only when its entry is on disk. Thread-safe.
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
    /// @param evidence what the printer's counter says before the job; empty where it has none
    void sending(String jobId, String reason, String evidence);

    /// As [#sending(String, String, String)] at a printer without a counter.
    default void sending(String jobId, String reason) {
        sending(jobId, reason, "");
    }

    /// Notes how the job ended, or what was found out about it later.
    ///
    /// @param code failure code; empty for COMPLETED, except where that was found out later
    void ended(String jobId, Entry outcome, String code);

    /// The newest entry of the job.
    Optional<Entry> find(String jobId);

    /// The newest entry of each of the last `count` jobs, the newest first.
    List<PrintRecord> latest(int count);

    /// The newest entry of all, if half a paper may hang in the printer because of it: it is not COMPLETED, and
    /// [#cutOff()] did not come after it. The driver then cuts the paper off before the next citizen's job.
    Optional<PrintRecord> halfPaper();

    /// Notes that what hung in the printer was cut off.
    void cutOff();

    /// What is remembered of the roll; [PaperUse#NEW] at first.
    PaperUse paperUse();

    /// Remembers what is known of the roll.
    void remember(PaperUse use);
}
