package de.koblenz.kiosk.store;

import de.koblenz.kiosk.device.printer.PaperUse;
import de.koblenz.kiosk.device.printer.PrintJournal;
import de.koblenz.kiosk.device.printer.PrintRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The print journal in SQLite, append-only. Thread-safe.
///
/// Its methods throw [UncheckedIOException] if the entry is not on disk: then nothing may be sent to the printer.
public final class SqlitePrintJournal implements PrintJournal {
    private final Database database;
    private final InstantSource clock;

    public SqlitePrintJournal(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void sending(String jobId, String reason, String evidence) {
        append(jobId, Entry.SENDING, reason, "", evidence);
    }

    @Override
    public void ended(String jobId, Entry outcome, String code) {
        append(jobId, outcome, "", code, "");
    }

    private void append(String jobId, Entry entry, String reason, String code, String evidence) {
        change(
                "INSERT INTO print_entry (at, job_id, entry, reason, code, evidence)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                clock.instant().toString(),
                jobId,
                entry.name(),
                reason,
                code,
                evidence);
    }

    @Override
    public Optional<Entry> find(String jobId) {
        return rows(
                        "SELECT entry FROM print_entry WHERE job_id = ?"
                                + " ORDER BY number DESC LIMIT 1",
                        row -> Entry.valueOf(row.getString("entry")),
                        jobId)
                .stream()
                .findFirst();
    }

    @Override
    public List<PrintRecord> latest(int count) {
        return rows(
                "SELECT * FROM print_entry AS newest WHERE NOT EXISTS (SELECT 1 FROM print_entry"
                        + " WHERE job_id = newest.job_id AND number > newest.number)"
                        + " ORDER BY number DESC LIMIT ?",
                SqlitePrintJournal::entry,
                count);
    }

    /// Reason and evidence stand in the entry of the sending, whatever came after it.
    @Override
    public Optional<PrintRecord> halfPaper() {
        return rows(
                        "SELECT newest.number, newest.at, newest.job_id, newest.entry, newest.code,"
                                + " sent.reason, sent.evidence FROM print_entry AS newest"
                                + " JOIN print_entry AS sent ON sent.number = (SELECT max(number)"
                                + " FROM print_entry WHERE job_id = newest.job_id"
                                + " AND entry = 'SENDING')"
                                + " WHERE newest.number = (SELECT max(number) FROM print_entry)"
                                + " AND newest.entry <> 'COMPLETED'"
                                + " AND newest.number > (SELECT cut_off FROM printer_paper)",
                        SqlitePrintJournal::entry)
                .stream()
                .findFirst();
    }

    private static PrintRecord entry(ResultSet row) throws SQLException {
        return new PrintRecord(
                row.getString("job_id"),
                Instant.parse(row.getString("at")),
                Entry.valueOf(row.getString("entry")),
                row.getString("code"),
                row.getString("reason"),
                row.getString("evidence"));
    }

    @Override
    public void cutOff() {
        change(
                "UPDATE printer_paper SET cut_off ="
                        + " (SELECT coalesce(max(number), 0) FROM print_entry)");
    }

    @Override
    public PaperUse paperUse() {
        return rows(
                        "SELECT * FROM printer_paper",
                        row ->
                                new PaperUse(
                                        row.getInt("printed_mm"),
                                        row.getBoolean("low"),
                                        row.getInt("roll_mm"),
                                        row.getInt("average_mm")))
                .getFirst();
    }

    @Override
    public void remember(PaperUse use) {
        change(
                "UPDATE printer_paper SET printed_mm = ?, low = ?, roll_mm = ?, average_mm = ?",
                use.printedMm(),
                use.low(),
                use.rollMm(),
                use.averageMm());
    }

    private void change(String sql, Object... values) {
        try {
            database.transact(connection -> Sql.change(connection, sql, values));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> List<T> rows(String sql, Sql.Row<T> row, Object... values) {
        try {
            return database.transact(connection -> Sql.rows(connection, sql, row, values));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
