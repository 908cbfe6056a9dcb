package de.koblenz.kiosk.store;

import de.koblenz.kiosk.fleet.model.Retention;
import de.koblenz.kiosk.fleet.model.StoreUnavailable;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/// Takes away what is older than it has to be. What a terminal was last known to be, and open alarms, stay however old. Thread-safe.
public final class FleetPruning {
    private final FleetDatabase database;

    public FleetPruning(FleetDatabase database) {
        this.database = database;
    }

    /// @return rows that are gone
    public int prune(Instant now, Retention retention) throws StoreUnavailable {
        long rollups = before(now, retention.rollups());
        long history = before(now, retention.history());
        long audit = before(now, retention.audit());
        long replies = before(now, retention.replies());
        long calls = before(now, retention.calls());
        return database.transact(sql ->
                Sql.change(sql, "DELETE FROM rollup WHERE slot < ?", rollups)
                        + Sql.change(
                                sql,
                                // The last word before the border is what availability begins with.
                                """
                                DELETE FROM change WHERE at < ? AND EXISTS (SELECT 1 FROM change later
                                WHERE later.office = change.office AND later.terminal = change.terminal
                                AND later.subject = change.subject AND later.at > change.at AND later.at < ?)\
                                """,
                                history,
                                history)
                        + Sql.change(sql, "DELETE FROM event WHERE received_at < ?", history)
                        + Sql.change(
                                sql,
                                "DELETE FROM event_cursor WHERE NOT EXISTS"
                                        + " (SELECT 1 FROM event WHERE event.office = event_cursor.office"
                                        + " AND event.terminal = event_cursor.terminal"
                                        + " AND event.outbox = event_cursor.outbox)")
                        + Sql.change(
                                sql,
                                "DELETE FROM alarm WHERE state = 'CLEARED' AND changed_at < ?",
                                history)
                        + Sql.change(
                                sql,
                                "DELETE FROM command WHERE expires_at < ? AND seq < (SELECT MAX(seq) FROM command later"
                                        + " WHERE later.office = command.office AND later.terminal = command.terminal)",
                                history)
                        + Sql.change(sql, "DELETE FROM audit WHERE at < ?", audit)
                        + Sql.change(sql, "DELETE FROM reply WHERE received_at < ?", replies)
                        + Sql.change(sql, "DELETE FROM notice WHERE at < ?", calls));
    }

    private static long before(Instant now, Period period) {
        return now.atZone(ZoneOffset.UTC).minus(period).toInstant().toEpochMilli();
    }
}
