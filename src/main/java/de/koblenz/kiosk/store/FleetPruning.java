package de.koblenz.kiosk.store;

import de.koblenz.kiosk.fleet.model.Retention;
import de.koblenz.kiosk.fleet.model.StoreUnavailable;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/// Takes away what is older than it has to be, in portions, so that whoever writes or reads need not wait for all of it. What a terminal was
/// last known to be, and open alarms, stay however old. Thread-safe.
public final class FleetPruning {
    /// Rows of one transaction.
    static final int PORTION = 5_000;

    /// The last word before the border is what availability begins with.
    private static final String OLD_CHANGE =
            """
            at < ? AND EXISTS (SELECT 1 FROM change later
            WHERE later.office = change.office AND later.terminal = change.terminal
            AND later.subject = change.subject AND later.at > change.at AND later.at < ?)\
            """;

    /// A monitor numbers commands by the last one.
    private static final String OLD_COMMAND =
            """
            expires_at < ? AND seq < (SELECT MAX(seq) FROM command later
            WHERE later.office = command.office AND later.terminal = command.terminal)\
            """;

    private static final String IDLE_CURSOR =
            """
            NOT EXISTS (SELECT 1 FROM event WHERE event.office = event_cursor.office
            AND event.terminal = event_cursor.terminal AND event.outbox = event_cursor.outbox)\
            """;

    private final FleetDatabase database;

    public FleetPruning(FleetDatabase database) {
        this.database = database;
    }

    /// @return rows that are gone
    public int prune(Instant now, Retention retention) throws StoreUnavailable {
        long history = before(now, retention.history());
        return prune("rollup", "slot < ?", before(now, retention.rollups()))
                + prune("change", OLD_CHANGE, history, history)
                + prune("event", "received_at < ?", history)
                + prune("event_cursor", IDLE_CURSOR)
                + prune("alarm", "state = 'CLEARED' AND changed_at < ?", history)
                + prune("command", OLD_COMMAND, history)
                + prune("audit", "at < ?", before(now, retention.audit()))
                + prune("reply", "received_at < ?", before(now, retention.replies()))
                + prune("notice", "at < ?", before(now, retention.calls()));
    }

    private int prune(String table, String old, Object... values) throws StoreUnavailable {
        String row = database.rowName();
        String command =
                "DELETE FROM "
                        + table
                        + " WHERE "
                        + row
                        + " IN (SELECT "
                        + row
                        + " FROM "
                        + table
                        + " WHERE "
                        + old
                        + " LIMIT "
                        + PORTION
                        + ")";
        int gone = 0;
        int portion;
        do {
            portion = database.transact(sql -> Sql.change(sql, command, values));
            gone += portion;
        } while (portion == PORTION);
        return gone;
    }

    private static long before(Instant now, Period period) {
        return now.atZone(ZoneOffset.UTC).minus(period).toInstant().toEpochMilli();
    }
}
