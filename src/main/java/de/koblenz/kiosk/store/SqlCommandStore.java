package de.koblenz.kiosk.store;

import de.koblenz.kiosk.fleet.model.AuditEntry;
import de.koblenz.kiosk.fleet.model.Batch;
import de.koblenz.kiosk.fleet.model.CommandStore;
import de.koblenz.kiosk.fleet.model.StoreUnavailable;
import de.koblenz.kiosk.fleet.model.TerminalId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Commands in SQL. Thread-safe.
public final class SqlCommandStore implements CommandStore {
    private static final String SELECT =
            "SELECT jti, office, terminal, seq, kind, jws, account, issued_at, expires_at, outcome, code, answered_at FROM command";

    private final FleetDatabase database;

    public SqlCommandStore(FleetDatabase database) {
        this.database = database;
    }

    @Override
    public long lastSeq(TerminalId terminal) throws StoreUnavailable {
        return database.read(sql ->
                Sql.rows(
                                sql,
                                "SELECT COALESCE(MAX(seq), 0) FROM command WHERE office = ? AND terminal = ?",
                                row -> row.getLong(1),
                                terminal.office(),
                                terminal.terminal())
                        .getFirst());
    }

    @Override
    public boolean keep(Command command, AuditEntry entry) throws StoreUnavailable {
        return database.transact(sql -> {
            int kept =
                    Sql.change(
                            sql,
                            "INSERT INTO command VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, '', NULL)"
                                    + " ON CONFLICT DO NOTHING",
                            command.jti(),
                            command.terminal().office(),
                            command.terminal().terminal(),
                            command.seq(),
                            command.kind(),
                            command.jws(),
                            command.account(),
                            command.issuedAt().toEpochMilli(),
                            command.expiresAt().toEpochMilli());
            if (kept == 1) {
                SqlFleetJournal.audit(sql, entry);
            }
            return kept == 1;
        });
    }

    @Override
    public void refused(AuditEntry entry) throws StoreUnavailable {
        database.transact(sql -> {
            SqlFleetJournal.audit(sql, entry);
            return true;
        });
    }

    @Override
    public List<Command> unanswered(Instant now) throws StoreUnavailable {
        return database.read(sql ->
                Sql.rows(
                        sql,
                        SELECT + " WHERE outcome IS NULL AND expires_at > ? ORDER BY seq",
                        SqlCommandStore::command,
                        now.toEpochMilli()));
    }

    @Override
    public List<Command> commands(TerminalId terminal, int most) throws StoreUnavailable {
        return database.read(sql ->
                Sql.rows(
                        sql,
                        SELECT + " WHERE office = ? AND terminal = ? ORDER BY seq DESC LIMIT ?",
                        SqlCommandStore::command,
                        terminal.office(),
                        terminal.terminal(),
                        most));
    }

    private static Command command(ResultSet row) throws SQLException {
        String outcome = row.getString(10);
        return new Command(
                row.getString(1),
                new TerminalId(row.getString(2), row.getString(3)),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                Instant.ofEpochMilli(row.getLong(8)),
                Instant.ofEpochMilli(row.getLong(9)),
                outcome == null
                        ? Optional.empty()
                        : Optional.of(
                                new Batch.CommandAnswer(
                                        new TerminalId(row.getString(2), row.getString(3)),
                                        row.getString(1),
                                        outcome,
                                        row.getString(11),
                                        Instant.ofEpochMilli(row.getLong(12)))));
    }
}
