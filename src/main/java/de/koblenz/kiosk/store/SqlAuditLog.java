package de.koblenz.kiosk.store;

import de.koblenz.kiosk.fleet.model.AuditEntry;
import de.koblenz.kiosk.fleet.model.AuditLog;
import de.koblenz.kiosk.fleet.model.Role;
import de.koblenz.kiosk.fleet.model.StoreUnavailable;
import java.time.Instant;
import java.util.List;

/// The audit log in SQL. Thread-safe.
public final class SqlAuditLog implements AuditLog {
    static final String INSERT = "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?)";

    private final FleetDatabase database;

    public SqlAuditLog(FleetDatabase database) {
        this.database = database;
    }

    static List<Object> values(AuditEntry entry) {
        return List.of(
                entry.at().toEpochMilli(),
                entry.account(),
                entry.role().name(),
                entry.action(),
                entry.subject(),
                entry.detail(),
                entry.allowed() ? 1 : 0);
    }

    @Override
    public void append(AuditEntry entry) throws StoreUnavailable {
        database.transact(sql -> {
            SqlFleetJournal.audit(sql, entry);
            return true;
        });
    }

    @Override
    public List<AuditEntry> entries(Instant from, Instant to, int most) throws StoreUnavailable {
        return database.read(sql ->
                Sql.rows(
                        sql,
                        "SELECT at, account, role, action, subject, detail, allowed FROM audit"
                                + " WHERE at >= ? AND at < ? ORDER BY at DESC LIMIT ?",
                        row ->
                                new AuditEntry(
                                        Instant.ofEpochMilli(row.getLong(1)),
                                        row.getString(2),
                                        Role.valueOf(row.getString(3)),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getString(6),
                                        row.getInt(7) == 1),
                        from.toEpochMilli(),
                        to.toEpochMilli(),
                        most));
    }
}
