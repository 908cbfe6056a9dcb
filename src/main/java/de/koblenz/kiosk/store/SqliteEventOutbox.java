package de.koblenz.kiosk.store;

import de.koblenz.kiosk.device.DeviceId;
import de.koblenz.kiosk.health.BirthCounter;
import de.koblenz.kiosk.health.event.Alarm;
import de.koblenz.kiosk.health.event.EventCodec;
import de.koblenz.kiosk.health.event.EventDraft;
import de.koblenz.kiosk.health.event.EventKind;
import de.koblenz.kiosk.health.event.EventNumber;
import de.koblenz.kiosk.health.event.EventOutbox;
import de.koblenz.kiosk.health.event.KioskEvent;
import de.koblenz.kiosk.health.event.MalformedEventException;
import de.koblenz.kiosk.health.event.Severity;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The outbox in SQLite, with the counter of connections beside it. Thread-safe.
public final class SqliteEventOutbox implements EventOutbox, BirthCounter {
    /// Events that are kept at most: half a year of a bad terminal, some 30 MB.
    static final long USUAL_ROOM = 100_000;

    private final Database database;
    private final long room;
    private final UUID id;

    /// Lays the outbox out where there is none.
    ///
    /// @param database from [Database#openReports]
    /// @param fresh id of an outbox that is laid out now
    public SqliteEventOutbox(Database database, UUID fresh) throws IOException {
        this(database, fresh, USUAL_ROOM);
    }

    SqliteEventOutbox(Database database, UUID fresh, long room) throws IOException {
        this.database = database;
        this.room = room;
        this.id =
                database.transact(sql -> {
                    Sql.change(
                            sql,
                            "INSERT INTO report_book VALUES (1, ?, 0, 0, 0, -1) ON CONFLICT DO NOTHING",
                            fresh.toString());
                    return UUID.fromString(
                            Sql.rows(sql, "SELECT outbox FROM report_book", row -> row.getString(1))
                                    .getFirst());
                });
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public boolean append(EventDraft draft) throws IOException {
        return append(List.of(draft)) == 1;
    }

    /// Keeps events in one transaction.
    ///
    /// @return how many were kept
    public int append(List<EventDraft> drafts) throws IOException {
        return database.transact(sql -> {
            int kept = 0;
            for (EventDraft draft : drafts) {
                kept += append(sql, draft) ? 1 : 0;
            }
            return kept;
        });
    }

    /// Keeps an event as part of a greater change.
    boolean append(Connection sql, EventDraft draft) throws SQLException {
        if (draft.kind().stands() && !turns(sql, draft)) {
            return false;
        }
        if (count(sql) >= room) {
            // What stands is compared anew; so the alarm itself is raised as soon as there is room.
            if (draft.kind().stands()) {
                turn(sql, draft, draft.severity() == Severity.CLEARED);
            }
            Sql.change(sql, "UPDATE report_book SET lost = lost + 1");
            return false;
        }
        long lost = number(sql, "lost");
        if (lost > 0 && count(sql) < room - 1) {
            write(
                    sql,
                    EventDraft.happened(
                            draft.at(),
                            EventKind.OUTBOX_LOST,
                            "",
                            Optional.empty(),
                            Map.of(EventNumber.LOST, lost)));
            Sql.change(sql, "UPDATE report_book SET lost = 0");
        }
        write(sql, draft);
        return true;
    }

    private static boolean turns(Connection sql, EventDraft draft) throws SQLException {
        return turn(sql, draft, draft.severity() != Severity.CLEARED);
    }

    /// Notes that an alarm stands or is over, and says whether that is new.
    private static boolean turn(Connection sql, EventDraft draft, boolean stands)
            throws SQLException {
        String device = draft.device().map(DeviceId::value).orElse("");
        return (stands
                        ? Sql.change(
                                sql,
                                "INSERT INTO report_alarm VALUES (?, ?) ON CONFLICT DO NOTHING",
                                draft.kind().key(),
                                device)
                        : Sql.change(
                                sql,
                                "DELETE FROM report_alarm WHERE kind = ? AND device = ?",
                                draft.kind().key(),
                                device))
                == 1;
    }

    private void write(Connection sql, EventDraft draft) throws SQLException {
        long seq = number(sql, "last_seq") + 1;
        Sql.change(sql, "UPDATE report_book SET last_seq = ?", seq);
        Sql.change(
                sql,
                "INSERT INTO report_event VALUES (?, ?)",
                seq,
                EventCodec.encode(draft.numbered(id, seq)));
    }

    @Override
    public Set<Alarm> standing() throws IOException {
        return new HashSet<>(
                database.plain(sql ->
                        Sql.rows(
                                sql,
                                "SELECT kind, device FROM report_alarm",
                                row ->
                                        new Alarm(
                                                EventKind.of(row.getString("kind")).orElseThrow(),
                                                Optional.of(row.getString("device"))
                                                        .filter(device -> !device.isEmpty())
                                                        .map(DeviceId::new)))));
    }

    @Override
    public List<KioskEvent> after(long seq, int most) throws IOException {
        List<byte[]> messages =
                database.plain(sql ->
                        Sql.rows(
                                sql,
                                "SELECT message FROM report_event WHERE seq > ? ORDER BY seq LIMIT ?",
                                row -> row.getBytes("message"),
                                seq,
                                most));
        List<KioskEvent> events = new ArrayList<>();
        for (byte[] message : messages) {
            try {
                events.add(EventCodec.decodeEvent(message));
            } catch (MalformedEventException e) {
                throw new IOException("an event in the outbox cannot be read", e);
            }
        }
        return events;
    }

    @Override
    public void acknowledge(long upTo) throws IOException {
        database.transact(sql -> {
            int known =
                    Sql.change(
                            sql,
                            "UPDATE report_book SET acknowledged = ? WHERE acknowledged < ? AND last_seq >= ?",
                            upTo,
                            upTo,
                            upTo);
            return known == 0
                    ? 0
                    : Sql.change(sql, "DELETE FROM report_event WHERE seq <= ?", upTo);
        });
    }

    @Override
    public long acknowledged() throws IOException {
        return database.plain(sql -> number(sql, "acknowledged"));
    }

    @Override
    public long depth() throws IOException {
        return database.plain(SqliteEventOutbox::count);
    }

    @Override
    public int next() throws IOException {
        return database.transact(sql -> {
            int next = (int) ((number(sql, "births") + 1) % 256);
            Sql.change(sql, "UPDATE report_book SET births = ?", next);
            return next;
        });
    }

    /// Seen from the book alone: counting rows would read them all.
    private static long count(Connection sql) throws SQLException {
        return number(sql, "last_seq") - number(sql, "acknowledged");
    }

    static long number(Connection sql, String column) throws SQLException {
        return Sql.rows(sql, "SELECT " + column + " FROM report_book", row -> row.getLong(1))
                .getFirst();
    }
}
