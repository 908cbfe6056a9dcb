package de.koblenz.kiosk.sandbox;

import de.koblenz.kiosk.sandbox.Database.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// All submissions with their encrypted parts and events, durable. Holds ciphertext only. Thread-safe.
final class SubmissionRegister {
    static final List<String> SCHEMA =
            List.of(
                    """
                    CREATE TABLE IF NOT EXISTS submission (
                      number INTEGER PRIMARY KEY AUTOINCREMENT,
                      id TEXT NOT NULL UNIQUE,
                      case_id TEXT NOT NULL,
                      service TEXT NOT NULL,
                      announced TEXT NOT NULL,
                      state TEXT NOT NULL,
                      metadata TEXT NOT NULL DEFAULT '',
                      data TEXT NOT NULL DEFAULT '',
                      submitted_at INTEGER NOT NULL DEFAULT 0)
                    """,
                    """
                    CREATE TABLE IF NOT EXISTS attachment (
                      submission_id TEXT NOT NULL REFERENCES submission(id),
                      id TEXT NOT NULL,
                      jwe TEXT NOT NULL,
                      PRIMARY KEY (submission_id, id))
                    """,
                    EventLog.SCHEMA,
                    KeyRing.SCHEMA);

    /// How long the delivery service keeps what the authority does not fetch.
    private static final Duration PATIENCE = Duration.ofDays(14);

    /// How a part was taken in.
    enum Intake {
        /// New.
        TAKEN,
        /// The same was there already.
        REPEATED,
        /// Something else is there already.
        DIFFERENT,
        /// No such submission, or no such attachment was announced.
        UNKNOWN,
        /// An announced attachment is missing.
        INCOMPLETE
    }

    private final Database database;
    private final EventLog events;
    private final InstantSource clock;

    SubmissionRegister(Database database, EventLog events, InstantSource clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    Submission announce(String service, List<String> attachments) {
        Submission made =
                new Submission(
                        UUID.randomUUID().toString(),
                        UUID.randomUUID().toString(),
                        service,
                        attachments,
                        SubmissionState.INCOMPLETE,
                        "",
                        "");
        return database.transact(rows -> {
            rows.change(
                    """
                    INSERT INTO submission (id, case_id, service, announced, state)
                    VALUES (?, ?, ?, ?, 'INCOMPLETE')
                    """,
                    made.id(),
                    made.caseId(),
                    service,
                    String.join(" ", attachments));
            events.deliver(rows, made, "create-submission", Map.of());
            return made;
        });
    }

    Intake attach(String submissionId, String attachmentId, String jwe) {
        return database.transact(rows -> {
            Optional<Submission> found = find(rows, submissionId);
            if (found.isEmpty() || !found.get().announced().contains(attachmentId)) {
                return Intake.UNKNOWN;
            }
            String known = attachments(rows, submissionId).get(attachmentId);
            if (known != null) {
                return known.equals(jwe) ? Intake.REPEATED : Intake.DIFFERENT;
            }
            rows.change("INSERT INTO attachment VALUES (?, ?, ?)", submissionId, attachmentId, jwe);
            return Intake.TAKEN;
        });
    }

    Intake submit(String submissionId, String metadata, String data) {
        return database.transact(rows -> {
            Optional<Submission> found = find(rows, submissionId);
            if (found.isEmpty()) {
                return Intake.UNKNOWN;
            }
            Submission submission = found.get();
            if (submission.state() != SubmissionState.INCOMPLETE) {
                boolean same =
                        submission.metadata().equals(metadata) && submission.data().equals(data);
                return same ? Intake.REPEATED : Intake.DIFFERENT;
            }
            Map<String, String> attachments = attachments(rows, submissionId);
            if (attachments.size() < submission.announced().size()) {
                return Intake.INCOMPLETE;
            }
            rows.change(
                    """
                    UPDATE submission SET state = 'SUBMITTED', metadata = ?, data = ?, submitted_at = ?
                    WHERE id = ?
                    """,
                    metadata,
                    data,
                    clock.instant().toEpochMilli(),
                    submissionId);
            events.deliver(
                    rows,
                    submission,
                    "submit-submission",
                    Map.of("authenticationTags", tags(metadata, data, attachments)));
            return Intake.TAKEN;
        });
    }

    /// The authority's decision; without problems it accepts.
    ///
    /// @return the state afterwards, empty if there is no such submission
    Optional<SubmissionState> decide(String submissionId, List<Problem> problems) {
        return database.transact(rows -> {
            rejectOverdue(rows);
            Optional<Submission> found = find(rows, submissionId);
            if (found.isEmpty() || found.get().state() != SubmissionState.SUBMITTED) {
                return found.map(Submission::state);
            }
            Submission submission = found.get();
            Map<String, Object> tags =
                    tags(submission.metadata(), submission.data(), attachments(rows, submissionId));
            Map<String, Object> payload = new HashMap<>();
            payload.put("authenticationTags", tags);
            SubmissionState state = SubmissionState.ACCEPTED;
            if (!problems.isEmpty()) {
                state = SubmissionState.REJECTED;
                payload.put("problems", problems.stream().map(Problem::inEvent).toList());
            }
            settle(rows, submissionId, state);
            boolean accepted = state == SubmissionState.ACCEPTED;
            events.answer(
                    rows,
                    submission,
                    accepted ? "accept-submission" : "reject-submission",
                    payload);
            return Optional.of(state);
        });
    }

    /// The signed events of a case in order, empty if there is no such case.
    List<String> events(String caseId) {
        return database.transact(rows -> {
            rejectOverdue(rows);
            return EventLog.all(rows, caseId);
        });
    }

    /// All submissions that were completed, the oldest first.
    List<Submission> complete() {
        return database.transact(rows -> {
            rejectOverdue(rows);
            return rows.all(
                    "SELECT * FROM submission WHERE state <> 'INCOMPLETE' ORDER BY number",
                    SubmissionRegister::read);
        });
    }

    Map<String, String> attachments(String submissionId) {
        return database.transact(rows -> attachments(rows, submissionId));
    }

    private void rejectOverdue(Transaction rows) throws SQLException {
        Instant latest = clock.instant().minus(PATIENCE);
        List<Submission> overdue =
                rows.all(
                        "SELECT * FROM submission WHERE state = 'SUBMITTED' AND submitted_at <= ?",
                        SubmissionRegister::read,
                        latest.toEpochMilli());
        for (Submission submission : overdue) {
            settle(rows, submission.id(), SubmissionState.REJECTED);
            Problem problem = Examination.problem("not-fetched", "not fetched within 14 days");
            events.deliver(
                    rows,
                    submission,
                    "reject-submission",
                    Map.of("problems", List.of(problem.inEvent())));
        }
    }

    private static void settle(Transaction rows, String id, SubmissionState state)
            throws SQLException {
        rows.change("UPDATE submission SET state = ? WHERE id = ?", state.name(), id);
    }

    private static Map<String, Object> tags(
            String metadata, String data, Map<String, String> attachments) {
        Map<String, String> attached = new HashMap<>();
        attachments.forEach((id, jwe) -> attached.put(id, tag(jwe)));
        Map<String, Object> tags = new HashMap<>();
        tags.put("metadata", tag(metadata));
        tags.put("data", tag(data));
        if (!attached.isEmpty()) {
            tags.put("attachments", attached);
        }
        return tags;
    }

    private static String tag(String jwe) {
        return SealedPart.stored(jwe).authenticationTag();
    }

    private static Optional<Submission> find(Transaction rows, String id) throws SQLException {
        return rows.first("SELECT * FROM submission WHERE id = ?", SubmissionRegister::read, id);
    }

    private static Map<String, String> attachments(Transaction rows, String submissionId)
            throws SQLException {
        Map<String, String> found = new HashMap<>();
        rows.all(
                "SELECT id, jwe FROM attachment WHERE submission_id = ?",
                row -> found.put(row.getString(1), row.getString(2)),
                submissionId);
        return found;
    }

    private static Submission read(ResultSet row) throws SQLException {
        List<String> announced = new ArrayList<>();
        for (String id : row.getString("announced").split(" ", -1)) {
            if (!id.isEmpty()) {
                announced.add(id);
            }
        }
        return new Submission(
                row.getString("id"),
                row.getString("case_id"),
                row.getString("service"),
                announced,
                SubmissionState.valueOf(row.getString("state")),
                row.getString("metadata"),
                row.getString("data"));
    }
}
