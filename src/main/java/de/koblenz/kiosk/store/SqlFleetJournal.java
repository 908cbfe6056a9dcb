package de.koblenz.kiosk.store;

import de.koblenz.kiosk.fleet.model.Alarm;
import de.koblenz.kiosk.fleet.model.AuditEntry;
import de.koblenz.kiosk.fleet.model.Batch;
import de.koblenz.kiosk.fleet.model.Change;
import de.koblenz.kiosk.fleet.model.EventCursor;
import de.koblenz.kiosk.fleet.model.FleetJournal;
import de.koblenz.kiosk.fleet.model.FleetMemory;
import de.koblenz.kiosk.fleet.model.HistoryEvent;
import de.koblenz.kiosk.fleet.model.Lease;
import de.koblenz.kiosk.fleet.model.LeaseLost;
import de.koblenz.kiosk.fleet.model.Operator;
import de.koblenz.kiosk.fleet.model.Role;
import de.koblenz.kiosk.fleet.model.Shard;
import de.koblenz.kiosk.fleet.model.StoreUnavailable;
import de.koblenz.kiosk.fleet.model.TerminalCondition;
import de.koblenz.kiosk.fleet.model.TerminalId;
import de.koblenz.kiosk.fleet.model.TerminalMemory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a collector writes, in SQL. Each commit first asks for the lease, so that a monitor that was thought dead cannot write any more.
/// Thread-safe.
public final class SqlFleetJournal implements FleetJournal {
    private static final String UPSERT_STATE =
            """
            INSERT INTO terminal_state VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (office, terminal, subject) DO UPDATE SET value = excluded.value, at = excluded.at\
            """;
    private static final String INSERT_EVENT =
            "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String UPSERT_CURSOR =
            """
            INSERT INTO event_cursor VALUES (?, ?, ?, ?)
            ON CONFLICT (office, terminal, outbox) DO UPDATE SET up_to = excluded.up_to\
            """;
    private static final String UPSERT_WINDOW =
            """
            INSERT INTO maintenance_window VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET office = excluded.office, terminal = excluded.terminal,
            from_at = excluded.from_at, to_at = excluded.to_at, reason = excluded.reason\
            """;
    private static final String ANSWER =
            "UPDATE command SET outcome = ?, code = ?, answered_at = ? WHERE jti = ? AND office = ?"
                    + " AND terminal = ? AND (outcome IS NULL OR outcome = 'waiting')";

    private final FleetDatabase database;
    private final SqlRollups rollups = new SqlRollups();

    public SqlFleetJournal(FleetDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<Lease> lease(Shard shard, String holder, Instant now, Duration length)
            throws StoreUnavailable {
        return take(
                shard,
                holder,
                now,
                length,
                "until_at < ? OR holder = ?",
                now.toEpochMilli(),
                holder);
    }

    @Override
    public Optional<Lease> takeOffered(Shard shard, String holder, Instant now, Duration length)
            throws StoreUnavailable {
        return take(shard, holder, now, length, "offered = ? AND holder <> ?", 1, holder);
    }

    /// Takes the lease if it is free, which two values decide.
    private Optional<Lease> take(
            Shard shard,
            String holder,
            Instant now,
            Duration length,
            String free,
            Object first,
            Object second)
            throws StoreUnavailable {
        Instant until = now.plus(length);
        return database.transact(sql -> {
            int taken =
                    Sql.change(
                            sql,
                            "UPDATE lease SET holder = ?, epoch = epoch + 1, until_at = ?,"
                                    + " offered = 0 WHERE shard = ? AND ("
                                    + free
                                    + ")",
                            holder,
                            until.toEpochMilli(),
                            shard.number(),
                            first,
                            second);
            if (taken == 0) {
                taken =
                        Sql.change(
                                sql,
                                "INSERT INTO lease (shard, holder, epoch, until_at)"
                                        + " VALUES (?, ?, 1, ?) ON CONFLICT DO NOTHING",
                                shard.number(),
                                holder,
                                until.toEpochMilli());
            }
            if (taken == 0) {
                return Optional.empty();
            }
            long epoch =
                    Sql.rows(
                                    sql,
                                    "SELECT epoch FROM lease WHERE shard = ?",
                                    row -> row.getLong(1),
                                    shard.number())
                            .getFirst();
            return Optional.of(new Lease(shard, holder, epoch, until));
        });
    }

    @Override
    public void offer(Lease lease, boolean offered) throws StoreUnavailable {
        database.transact(sql ->
                Sql.change(
                        sql,
                        "UPDATE lease SET offered = ? WHERE shard = ? AND holder = ? AND epoch = ?",
                        offered ? 1 : 0,
                        lease.shard().number(),
                        lease.holder(),
                        lease.epoch()));
    }

    @Override
    public void release(Lease lease) throws StoreUnavailable {
        database.transact(sql -> renew(sql, lease, Instant.EPOCH));
    }

    private static int renew(Connection sql, Lease lease, Instant until) throws SQLException {
        return Sql.change(
                sql,
                "UPDATE lease SET until_at = ? WHERE shard = ? AND holder = ? AND epoch = ?",
                until.toEpochMilli(),
                lease.shard().number(),
                lease.holder(),
                lease.epoch());
    }

    @Override
    public void commit(Lease lease, Instant until, Batch batch) throws StoreUnavailable, LeaseLost {
        boolean done = false;
        try {
            database.<Boolean, LeaseLost>transact(sql -> {
                if (renew(sql, lease, until) == 0) {
                    throw new LeaseLost();
                }
                write(sql, batch);
                return true;
            });
            done = true;
        } finally {
            if (!done) {
                rollups.forget();
            }
        }
    }

    private void write(Connection sql, Batch batch) throws SQLException {
        Sql.each(
                sql,
                "INSERT INTO change VALUES (?, ?, ?, ?, ?)",
                batch.changes(),
                change ->
                        Sql.values(
                                change.terminal().office(),
                                change.terminal().terminal(),
                                change.at().toEpochMilli(),
                                change.subject(),
                                change.value()));
        // First what is forgotten: the same terminal may be heard again in the same batch.
        for (String table : List.of("terminal_state", "event_cursor")) {
            Sql.each(
                    sql,
                    "DELETE FROM " + table + " WHERE office = ? AND terminal = ?",
                    batch.forgotten(),
                    id -> Sql.values(id.office(), id.terminal()));
        }
        Sql.each(
                sql,
                UPSERT_STATE,
                batch.changes().stream().filter(change -> !isRetirement(change)).toList(),
                SqlFleetJournal::state);
        Sql.each(sql, INSERT_EVENT, batch.events(), SqlFleetJournal::event);
        Sql.each(sql, UPSERT_CURSOR, batch.cursors(), SqlFleetJournal::cursor);
        rollups.add(sql, batch.samples());
        Sql.each(sql, SqlAlarms.UPSERT, batch.alarms(), SqlAlarms::values);
        Sql.each(
                sql,
                "INSERT INTO notice VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                batch.notices(),
                call ->
                        Sql.values(
                                call.alarm().id(), call.notice().name(), call.at().toEpochMilli()));
        Sql.each(
                sql,
                UPSERT_WINDOW,
                batch.windows(),
                window ->
                        Sql.values(
                                window.id(),
                                window.office().orElse(null),
                                window.terminal().orElse(null),
                                window.from().toEpochMilli(),
                                window.to().toEpochMilli(),
                                window.reason()));
        Sql.each(sql, SqlAuditLog.INSERT, batch.audit(), SqlAuditLog::values);
        Sql.each(sql, "DELETE FROM request WHERE id = ?", batch.requests(), Sql::values);
        Sql.each(
                sql,
                ANSWER,
                batch.answers(),
                answer ->
                        Sql.values(
                                answer.outcome(),
                                answer.code(),
                                answer.at().toEpochMilli(),
                                answer.jti(),
                                answer.terminal().office(),
                                answer.terminal().terminal()));
        SqlReplyStore.keep(sql, batch.replies());
    }

    private static boolean isRetirement(Change change) {
        return change.subject().equals(Change.CONNECTION) && change.value().equals(Change.RETIRED);
    }

    private static List<Object> state(Change change) {
        return List.of(
                change.terminal().office(),
                change.terminal().terminal(),
                change.subject(),
                change.value(),
                change.at().toEpochMilli());
    }

    private static List<Object> event(HistoryEvent event) {
        return List.of(
                event.outbox(),
                event.seq(),
                event.terminal().office(),
                event.terminal().terminal(),
                event.at().toEpochMilli(),
                event.receivedAt().toEpochMilli(),
                event.kind(),
                event.severity(),
                event.device(),
                event.code(),
                event.command(),
                SqlEventStore.text(event.numbers()));
    }

    private static List<Object> cursor(EventCursor cursor) {
        return List.of(
                cursor.terminal().office(),
                cursor.terminal().terminal(),
                cursor.outbox(),
                cursor.upTo());
    }

    @Override
    public FleetMemory load(Shard shard, Instant now) throws StoreUnavailable {
        return database.read(sql -> {
            List<Alarm> alarms =
                    Sql.rows(
                            sql,
                            SqlAlarms.SELECT + " WHERE state <> 'CLEARED' AND id % 64 = ?",
                            SqlAlarms::read,
                            shard.number());
            long last =
                    Sql.rows(
                                    sql,
                                    "SELECT COALESCE(MAX(id), ?) FROM alarm WHERE id % 64 = ?",
                                    row -> row.getLong(1),
                                    (long) shard.number(),
                                    shard.number())
                            .getFirst();
            return new FleetMemory(
                    terminals(sql, shard, now),
                    alarms,
                    SqlEventStore.windows(sql, now, Instant.ofEpochMilli(Long.MAX_VALUE)),
                    cursors(sql, shard),
                    last + Shard.MOST);
        });
    }

    private static boolean has(Shard shard, String office) {
        return shard.offices().isEmpty() || shard.offices().contains(office);
    }

    private static List<TerminalCondition> terminals(Connection sql, Shard shard, Instant now)
            throws SQLException {
        Map<TerminalId, List<Change>> byTerminal = new TreeMap<>();
        for (Change change :
                Sql.rows(
                        sql,
                        "SELECT office, terminal, at, subject, value FROM terminal_state",
                        SqlEventStore::change)) {
            if (has(shard, change.terminal().office())) {
                byTerminal.computeIfAbsent(change.terminal(), _ -> new ArrayList<>()).add(change);
            }
        }
        List<TerminalCondition> terminals = new ArrayList<>();
        byTerminal.forEach((id, last) -> terminals.add(TerminalMemory.of(id, last, now)));
        return terminals;
    }

    private static List<EventCursor> cursors(Connection sql, Shard shard) throws SQLException {
        return Sql.rows(
                        sql,
                        "SELECT office, terminal, outbox, up_to FROM event_cursor",
                        row ->
                                new EventCursor(
                                        new TerminalId(row.getString(1), row.getString(2)),
                                        row.getString(3),
                                        row.getLong(4)))
                .stream()
                .filter(cursor -> has(shard, cursor.terminal().office()))
                .toList();
    }

    @Override
    public List<Request> requests(Shard shard) throws StoreUnavailable {
        return database.read(sql ->
                Sql.rows(
                        sql,
                        "SELECT id, at, account, role, action FROM request WHERE shard = ?"
                                + " ORDER BY at, id",
                        row ->
                                new Request(
                                        row.getString(1),
                                        Instant.ofEpochMilli(row.getLong(2)),
                                        new Operator(
                                                row.getString(3), Role.valueOf(row.getString(4))),
                                        RequestCodec.decode(row.getString(5))),
                        shard.number()));
    }

    /// Appends to the audit log what is not written with a batch.
    static void audit(Connection sql, AuditEntry entry) throws SQLException {
        Sql.each(sql, SqlAuditLog.INSERT, List.of(entry), SqlAuditLog::values);
    }
}
