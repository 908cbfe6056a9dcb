package de.koblenz.kiosk.store;

import de.koblenz.kiosk.fleet.model.MetricStore;
import de.koblenz.kiosk.fleet.model.Sample;
import de.koblenz.kiosk.fleet.model.TerminalId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/// Adds samples to their five minutes: first in memory, so that a batch touches each row once. Thread-safe.
final class SqlRollups {
    private static final String UPSERT =
            """
            INSERT INTO rollup VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (series, slot) DO UPDATE SET
            number = rollup.number + excluded.number, total = rollup.total + excluded.total,
            least = CASE WHEN excluded.least < rollup.least THEN excluded.least ELSE rollup.least END,
            most = CASE WHEN excluded.most > rollup.most THEN excluded.most ELSE rollup.most END,
            newest = excluded.newest\
            """;

    private final ReentrantLock lock = new ReentrantLock();
    // Guarded by lock; empty before the first batch and after a failed one.
    private final Map<Series, Long> ids = new HashMap<>();
    private long lastId;

    private record Series(TerminalId terminal, String device, String metric) {}

    private record Slot(long series, long start) {}

    private record Sum(long number, double total, double least, double most, double newest) {
        Sum plus(Sum later) {
            return new Sum(
                    number + later.number,
                    total + later.total,
                    Math.min(least, later.least),
                    Math.max(most, later.most),
                    later.newest);
        }
    }

    void add(Connection sql, List<Sample> samples) throws SQLException {
        if (samples.isEmpty()) {
            return;
        }
        lock.lock();
        try {
            if (ids.isEmpty()) {
                load(sql);
            }
            Map<Slot, Sum> sums = new LinkedHashMap<>();
            Map<Series, Long> fresh = new LinkedHashMap<>();
            for (Sample sample : samples) {
                long slot = slot(sample.at().toEpochMilli());
                double value = sample.value();
                sums.merge(
                        new Slot(id(sample, fresh), slot),
                        new Sum(1, value, value, value, value),
                        Sum::plus);
            }
            insert(sql, fresh);
            Sql.each(
                    sql,
                    UPSERT,
                    sums.entrySet(),
                    entry ->
                            Sql.values(
                                    entry.getKey().series(),
                                    entry.getKey().start(),
                                    entry.getValue().number(),
                                    entry.getValue().total(),
                                    entry.getValue().least(),
                                    entry.getValue().most(),
                                    entry.getValue().newest()));
        } finally {
            lock.unlock();
        }
    }

    static long slot(long millis) {
        return millis - Math.floorMod(millis, MetricStore.SLOT.toMillis());
    }

    private long id(Sample sample, Map<Series, Long> fresh) {
        Series series = new Series(sample.terminal(), sample.device(), sample.metric());
        return ids.computeIfAbsent(
                series,
                _ -> {
                    fresh.put(series, ++lastId);
                    return lastId;
                });
    }

    private static void insert(Connection sql, Map<Series, Long> fresh) throws SQLException {
        Collection<Map.Entry<Series, Long>> rows = fresh.entrySet();
        Sql.each(
                sql,
                "INSERT INTO series VALUES (?, ?, ?, ?, ?)",
                rows,
                row ->
                        Sql.values(
                                row.getValue(),
                                row.getKey().terminal().office(),
                                row.getKey().terminal().terminal(),
                                row.getKey().device(),
                                row.getKey().metric()));
    }

    private void load(Connection sql) throws SQLException {
        lastId = 0;
        Sql.rows(
                sql,
                "SELECT id, office, terminal, device, metric FROM series",
                row -> {
                    lastId = Math.max(lastId, row.getLong(1));
                    return ids.put(
                            new Series(
                                    new TerminalId(row.getString(2), row.getString(3)),
                                    row.getString(4),
                                    row.getString(5)),
                            row.getLong(1));
                });
    }

    /// The ids of a batch that failed were never written.
    void forget() {
        lock.lock();
        try {
            ids.clear();
        } finally {
            lock.unlock();
        }
    }
}
