package de.koblenz.kiosk.store;

import de.koblenz.kiosk.fleet.model.Alarm;
import de.koblenz.kiosk.fleet.model.AlarmKey;
import de.koblenz.kiosk.fleet.model.AlarmKind;
import de.koblenz.kiosk.fleet.model.AlarmState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An alarm as a row.
final class SqlAlarms {
    static final String SELECT =
            """
            SELECT alarm.id, alarm.kind, office, terminal, device, state, raised_at, changed_at, ack_account, ack_reason, ack_at,
            assignee, shelved_until, quiet, audible_since, level, remind_at FROM alarm\
            """;

    static final String UPSERT =
            """
            INSERT INTO alarm VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET state = excluded.state, changed_at = excluded.changed_at,
            ack_account = excluded.ack_account, ack_reason = excluded.ack_reason, ack_at = excluded.ack_at,
            assignee = excluded.assignee, shelved_until = excluded.shelved_until, quiet = excluded.quiet,
            audible_since = excluded.audible_since, level = excluded.level, remind_at = excluded.remind_at\
            """;

    private SqlAlarms() {}

    static List<@Nullable Object> values(Alarm alarm) {
        Optional<Alarm.Acknowledgement> acknowledgement = alarm.acknowledgement();
        return Sql.values(
                alarm.id(),
                alarm.key().kind().name(),
                alarm.key().office(),
                alarm.key().terminal(),
                alarm.key().device(),
                alarm.state().name(),
                alarm.raisedAt().toEpochMilli(),
                alarm.changedAt().toEpochMilli(),
                acknowledgement.map(Alarm.Acknowledgement::account).orElse(null),
                acknowledgement.map(Alarm.Acknowledgement::reason).orElse(null),
                acknowledgement.map(by -> by.at().toEpochMilli()).orElse(null),
                alarm.assignee(),
                alarm.shelvedUntil().map(Instant::toEpochMilli).orElse(null),
                alarm.call().quiet() ? 1 : 0,
                alarm.call().audibleSince().toEpochMilli(),
                alarm.call().level(),
                alarm.call().remindAt().toEpochMilli());
    }

    static Alarm read(ResultSet row) throws SQLException {
        String account = row.getString(9);
        Optional<Alarm.Acknowledgement> acknowledgement =
                account == null
                        ? Optional.empty()
                        : Optional.of(
                                new Alarm.Acknowledgement(account, row.getString(10), at(row, 11)));
        long shelved = row.getLong(13);
        Optional<Instant> shelvedUntil =
                row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(shelved));
        return new Alarm(
                row.getLong(1),
                new AlarmKey(
                        AlarmKind.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5)),
                AlarmState.valueOf(row.getString(6)),
                at(row, 7),
                at(row, 8),
                acknowledgement,
                row.getString(12),
                shelvedUntil,
                new Alarm.Call(row.getInt(14) == 1, at(row, 15), row.getInt(16), at(row, 17)));
    }

    private static Instant at(ResultSet row, int column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }
}
