package de.koblenz.kiosk.store;

import de.koblenz.kiosk.fleet.model.Change;
import de.koblenz.kiosk.fleet.model.EventStore;
import de.koblenz.kiosk.fleet.model.HistoryEvent;
import de.koblenz.kiosk.fleet.model.MaintenanceWindow;
import de.koblenz.kiosk.fleet.model.StoreUnavailable;
import de.koblenz.kiosk.fleet.model.TerminalId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Events, changes and windows in SQL. Thread-safe.
public final class SqlEventStore implements EventStore {
    private static final String IN_USE = " AND subject IN ('connection', 'mode', 'health')";

    private final FleetDatabase database;

    public SqlEventStore(FleetDatabase database) {
        this.database = database;
    }

    @Override
    public List<HistoryEvent> events(TerminalId terminal, int most) throws StoreUnavailable {
        return database.read(sql ->
                Sql.rows(
                        sql,
                        "SELECT outbox, seq, at, received_at, kind, severity, device, code, command, numbers FROM event"
                                + " WHERE office = ? AND terminal = ?"
                                + " ORDER BY received_at DESC, seq DESC LIMIT ?",
                        row ->
                                new HistoryEvent(
                                        terminal,
                                        row.getString(1),
                                        row.getLong(2),
                                        Instant.ofEpochMilli(row.getLong(3)),
                                        Instant.ofEpochMilli(row.getLong(4)),
                                        row.getString(5),
                                        row.getString(6),
                                        row.getString(7),
                                        row.getString(8),
                                        row.getString(9),
                                        numbers(row.getString(10))),
                        terminal.office(),
                        terminal.terminal(),
                        most));
    }

    /// `name=number`, sorted, a blank between two.
    static String text(Map<String, Long> numbers) {
        return new TreeMap<>(numbers)
                .entrySet().stream()
                        .map(number -> number.getKey() + "=" + number.getValue())
                        .collect(Collectors.joining(" "));
    }

    private static Map<String, Long> numbers(String text) {
        Map<String, Long> numbers = new TreeMap<>();
        for (String number : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
            int equals = number.indexOf('=');
            numbers.put(number.substring(0, equals), Long.parseLong(number.substring(equals + 1)));
        }
        return numbers;
    }

    @Override
    public List<Change> changes(TerminalId terminal, Instant from, Instant to)
            throws StoreUnavailable {
        return database.read(sql ->
                Sql.rows(
                        sql,
                        "SELECT office, terminal, at, subject, value FROM change"
                                + " WHERE office = ? AND terminal = ? AND at >= ? AND at < ?"
                                + " ORDER BY at",
                        SqlEventStore::change,
                        terminal.office(),
                        terminal.terminal(),
                        from.toEpochMilli(),
                        to.toEpochMilli()));
    }

    static Change change(ResultSet row) throws SQLException {
        return new Change(
                new TerminalId(row.getString(1), row.getString(2)),
                Instant.ofEpochMilli(row.getLong(3)),
                row.getString(4),
                row.getString(5));
    }

    @Override
    public List<Change> availability(Instant from, Instant to) throws StoreUnavailable {
        return database.read(sql -> {
            List<Change> all =
                    new ArrayList<>(
                            Sql.rows(
                                    sql,
                                    """
                                    SELECT c.office, c.terminal, c.at, c.subject, c.value FROM change c
                                    JOIN (SELECT office, terminal, subject, MAX(at) AS at FROM change WHERE at < ?
                                    """
                                            + IN_USE
                                            + """

                                            GROUP BY office, terminal, subject) last
                                            ON c.office = last.office AND c.terminal = last.terminal
                                            AND c.subject = last.subject AND c.at = last.at
                                            ORDER BY c.\
                                            """
                                            + database.rowName(),
                                    SqlEventStore::change,
                                    from.toEpochMilli()));
            all.addAll(
                    Sql.rows(
                            sql,
                            "SELECT office, terminal, at, subject, value FROM change"
                                    + " WHERE at >= ? AND at < ?"
                                    + IN_USE
                                    // Of two in one millisecond the later one holds.
                                    + " ORDER BY at, "
                                    + database.rowName(),
                            SqlEventStore::change,
                            from.toEpochMilli(),
                            to.toEpochMilli()));
            return all;
        });
    }

    @Override
    public List<MaintenanceWindow> windows(Instant from, Instant to) throws StoreUnavailable {
        return database.read(sql -> windows(sql, from, to));
    }

    static List<MaintenanceWindow> windows(Connection sql, Instant from, Instant to)
            throws SQLException {
        return Sql.rows(
                sql,
                "SELECT id, office, terminal, from_at, to_at, reason FROM maintenance_window"
                        + " WHERE to_at > ? AND from_at < ? ORDER BY from_at, id",
                row ->
                        new MaintenanceWindow(
                                row.getString(1),
                                Optional.ofNullable(row.getString(2)),
                                Optional.ofNullable(row.getString(3)),
                                Instant.ofEpochMilli(row.getLong(4)),
                                Instant.ofEpochMilli(row.getLong(5)),
                                row.getString(6)),
                from.toEpochMilli(),
                to.toEpochMilli());
    }
}
