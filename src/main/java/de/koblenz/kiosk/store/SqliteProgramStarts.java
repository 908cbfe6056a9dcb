package de.koblenz.kiosk.store;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/// Starts of the program that were not followed by an orderly end. Thread-safe.
public final class SqliteProgramStarts {
    private final Database database;

    /// @param database from [Database#openReports]
    public SqliteProgramStarts(Database database) {
        this.database = database;
    }

    /// Notes a start.
    ///
    /// @return how many there were within that time, this one included; those after `now`, before the clock was set back, do not count
    public int begin(Instant now, Duration within) throws IOException {
        return database.transact(sql -> {
            Sql.change(
                    sql,
                    "DELETE FROM program_start WHERE at <= ? OR at > ?",
                    now.minus(within).toEpochMilli(),
                    now.toEpochMilli());
            Sql.change(sql, "INSERT INTO program_start VALUES (?)", now.toEpochMilli());
            return Sql.rows(sql, "SELECT count(*) FROM program_start", row -> row.getInt(1))
                    .getFirst();
        });
    }

    /// Notes that the program ends as it should: its start was none of a crash.
    public void end() throws IOException {
        database.transact(sql ->
                Sql.change(
                        sql,
                        "DELETE FROM program_start WHERE rowid = (SELECT max(rowid) FROM program_start)"));
    }
}
