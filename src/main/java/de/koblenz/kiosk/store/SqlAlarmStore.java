package de.koblenz.kiosk.store;

import de.koblenz.kiosk.fleet.model.Alarm;
import de.koblenz.kiosk.fleet.model.AlarmStore;
import de.koblenz.kiosk.fleet.model.Notice;
import de.koblenz.kiosk.fleet.model.Operator;
import de.koblenz.kiosk.fleet.model.OperatorAction;
import de.koblenz.kiosk.fleet.model.StoreUnavailable;
import java.time.Instant;
import java.util.List;

/// Alarms in SQL. Thread-safe.
public final class SqlAlarmStore implements AlarmStore {
    private final FleetDatabase database;

    public SqlAlarmStore(FleetDatabase database) {
        this.database = database;
    }

    @Override
    public List<Alarm> open() throws StoreUnavailable {
        return database.read(sql ->
                Sql.rows(
                        sql,
                        SqlAlarms.SELECT + " WHERE state <> 'CLEARED' ORDER BY id",
                        SqlAlarms::read));
    }

    @Override
    public List<Alarm> history(Instant from, Instant to, int most) throws StoreUnavailable {
        return database.read(sql ->
                Sql.rows(
                        sql,
                        SqlAlarms.SELECT
                                + " WHERE changed_at >= ? AND changed_at < ?"
                                + " ORDER BY changed_at DESC, id DESC LIMIT ?",
                        SqlAlarms::read,
                        from.toEpochMilli(),
                        to.toEpochMilli(),
                        most));
    }

    @Override
    public void request(int shard, String id, Instant at, Operator by, OperatorAction action)
            throws StoreUnavailable {
        database.transact(sql ->
                Sql.change(
                        sql,
                        "INSERT INTO request VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        id,
                        shard,
                        at.toEpochMilli(),
                        by.account(),
                        by.role().name(),
                        RequestCodec.encode(action)));
    }

    @Override
    public List<Call> calls(int most) throws StoreUnavailable {
        return database.read(sql ->
                Sql.rows(
                        sql,
                        SqlAlarms.SELECT.replace(
                                        " FROM alarm", ", notice.kind, notice.at FROM alarm")
                                + " JOIN notice ON notice.alarm = alarm.id"
                                + " ORDER BY notice.at, alarm.id LIMIT ?",
                        row ->
                                new Call(
                                        SqlAlarms.read(row),
                                        Notice.valueOf(row.getString(18)),
                                        Instant.ofEpochMilli(row.getLong(19))),
                        most));
    }

    @Override
    public void called(Call call) throws StoreUnavailable {
        database.transact(sql ->
                Sql.change(
                        sql,
                        "DELETE FROM notice WHERE alarm = ? AND kind = ? AND at = ?",
                        call.alarm().id(),
                        call.notice().name(),
                        call.at().toEpochMilli()));
    }
}
