package de.koblenz.kiosk.device.printer;

import java.time.Instant;

/// What the journal says of a job at last. No personal data.
///
/// @param jobId which job
/// @param at when it was written
/// @param entry how far the job is known
/// @param code stable failure code, or empty
/// @param reason the staff's reason where it is a reprint, or empty
/// @param evidence what the printer's counter said before the job, or empty
public record PrintRecord(
        String jobId,
        Instant at,
        PrintJournal.Entry entry,
        String code,
        String reason,
        String evidence) {
    /// Whether staff have to find out what became of it.
    public boolean open() {
        return switch (entry) {
            case SENDING, UNKNOWN -> true;
            case COMPLETED, NOT_PRINTED -> false;
        };
    }
}
