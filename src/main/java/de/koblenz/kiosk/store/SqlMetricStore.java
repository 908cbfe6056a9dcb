package de.koblenz.kiosk.store;

import de.koblenz.kiosk.fleet.model.MetricStore;
import de.koblenz.kiosk.fleet.model.Rollup;
import de.koblenz.kiosk.fleet.model.StoreUnavailable;
import de.koblenz.kiosk.fleet.model.TerminalId;
import java.time.Instant;
import java.util.List;

/// Rollups in SQL. Thread-safe.
public final class SqlMetricStore implements MetricStore {
    private final FleetDatabase database;

    public SqlMetricStore(FleetDatabase database) {
        this.database = database;
    }

    @Override
    public List<Rollup> rollups(
            TerminalId terminal, String device, String metric, Instant from, Instant to)
            throws StoreUnavailable {
        return database.read(sql ->
                Sql.rows(
                        sql,
                        """
                        SELECT slot, number, total, least, most, newest FROM rollup
                        JOIN series ON series.id = rollup.series
                        WHERE office = ? AND terminal = ? AND device = ? AND metric = ? AND slot >= ? AND slot < ?
                        ORDER BY slot\
                        """,
                        row ->
                                new Rollup(
                                        Instant.ofEpochMilli(row.getLong(1)),
                                        row.getLong(2),
                                        row.getDouble(3) / row.getLong(2),
                                        row.getDouble(4),
                                        row.getDouble(5),
                                        row.getDouble(6)),
                        terminal.office(),
                        terminal.terminal(),
                        device,
                        metric,
                        SqlRollups.slot(from.toEpochMilli()),
                        to.toEpochMilli()));
    }
}
