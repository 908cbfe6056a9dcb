package de.koblenz.kiosk.citizen.session;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What staff see of the papers: ids and what became of them. No citizen's data.
///
/// @param jobs the last ones, the newest first
/// @param kept papers that can be printed now
public record StaffBoard(List<Job> jobs, List<Job> kept) {
    public static final StaffBoard EMPTY = new StaffBoard(List.of(), List.of());

    public StaffBoard {
        jobs = List.copyOf(jobs);
        kept = List.copyOf(kept);
    }

    /// One paper.
    ///
    /// @param id of the print job
    /// @param reference short reference of its order, as the citizen knows it; empty for a test page
    /// @param name which paper of the order, e.g. `ticket-1`
    /// @param fate what became of it
    /// @param code failure code, or empty
    /// @param at when that was known, in the time of the office; empty for a paper that was never sent
    public record Job(
            String id,
            String reference,
            String name,
            Fate fate,
            String code,
            Optional<LocalDateTime> at) {}

    /// What became of a paper.
    public enum Fate {
        PRINTED,
        /// Not a line of it is on paper.
        NOT_PRINTED,
        /// Somebody has to look.
        UNKNOWN
    }

    /// The job of that id.
    public Optional<Job> find(String jobId) {
        return Stream.concat(kept.stream(), jobs.stream())
                .filter(job -> job.id().equals(jobId))
                .findFirst();
    }

    /// Whether a paper can be printed now.
    public boolean keeps(String jobId) {
        return kept.stream().anyMatch(job -> job.id().equals(jobId));
    }
}
