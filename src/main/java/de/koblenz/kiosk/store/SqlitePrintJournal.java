package de.koblenz.kiosk.store;

import de.koblenz.kiosk.device.printer.PrintJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
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
    public void sending(String jobId, String reason) {
        append(jobId, Entry.SENDING, reason, "");
    }

    @Override
    public void ended(String jobId, Entry outcome, String code) {
        append(jobId, outcome, "", code);
    }

    private void append(String jobId, Entry entry, String reason, String code) {
        try {
            database.transact(sql ->
                    Sql.change(
                            sql,
                            "INSERT INTO print_entry (at, job_id, entry, reason, code)"
                                    + " VALUES (?, ?, ?, ?, ?)",
                            clock.instant().toString(),
                            jobId,
                            entry.name(),
                            reason,
                            code));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Entry> find(String jobId) {
        try {
            return database
                    .transact(sql ->
                            Sql.rows(
                                    sql,
                                    "SELECT entry FROM print_entry WHERE job_id = ?"
                                            + " ORDER BY number DESC LIMIT 1",
                                    row -> Entry.valueOf(row.getString("entry")),
                                    jobId))
                    .stream()
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Entry> newest() {
        try {
            return database
                    .transact(sql ->
                            Sql.rows(
                                    sql,
                                    "SELECT entry FROM print_entry ORDER BY number DESC LIMIT 1",
                                    row -> Entry.valueOf(row.getString("entry"))))
                    .stream()
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
