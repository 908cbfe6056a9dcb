package de.koblenz.kiosk.store;

import de.koblenz.kiosk.health.command.CommandJournal;
import de.koblenz.kiosk.health.command.SignedCommand;
import de.koblenz.kiosk.health.event.EventDraft;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The journal of commands in SQLite, beside the outbox, so that a command and its answer are written together. Thread-safe.
public final class SqliteCommandJournal implements CommandJournal {
    /// Commands that are remembered by their id; older ones are known by their number alone.
    private static final int REMEMBERED = 1_000;

    private final Database database;
    private final SqliteEventOutbox outbox;

    /// @param database the outbox's
    public SqliteCommandJournal(Database database, SqliteEventOutbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    @Override
    public Verdict accept(SignedCommand command, String jws) throws IOException {
        return database.transact(sql -> {
            List<Long> known =
                    Sql.rows(
                            sql,
                            "SELECT answer FROM command WHERE id = ?",
                            row -> row.getLong(1),
                            command.id().toString());
            if (!known.isEmpty()) {
                long answer = known.getFirst();
                return answer > 0 && answer <= SqliteEventOutbox.number(sql, "acknowledged")
                        ? Verdict.REPLAYED
                        : Verdict.KNOWN;
            }
            if (command.seq() <= highest(sql)) {
                return Verdict.REPLAYED;
            }
            Sql.change(
                    sql,
                    "INSERT INTO command VALUES (?, ?, ?, ?, ?, 0)",
                    command.id().toString(),
                    command.seq(),
                    command.command().kind(),
                    State.WAITING.name(),
                    jws);
            Sql.change(
                    sql,
                    "DELETE FROM command WHERE seq < ? AND jws = ''",
                    command.seq() - REMEMBERED);
            return Verdict.NEW;
        });
    }

    private static long highest(Connection sql) throws SQLException {
        return Sql.rows(sql, "SELECT coalesce(max(seq), 0) FROM command", row -> row.getLong(1))
                .getFirst();
    }

    @Override
    public void begin(UUID id) throws IOException {
        note(id, State.BEGUN);
    }

    @Override
    public void postpone(UUID id) throws IOException {
        note(id, State.WAITING);
    }

    private void note(UUID id, State state) throws IOException {
        database.transact(sql ->
                Sql.change(
                        sql,
                        "UPDATE command SET state = ? WHERE id = ?",
                        state.name(),
                        id.toString()));
    }

    @Override
    public void finish(UUID id, State state, List<EventDraft> told) throws IOException {
        database.transact(sql -> {
            for (EventDraft draft : told) {
                outbox.append(sql, draft);
            }
            // Its words are of use no more, but for those that set a mode that lasts.
            return Sql.change(
                    sql,
                    """
                    UPDATE command SET state = ?, answer = ?,
                    jws = CASE WHEN kind IN ('outOfService', 'inService') THEN jws ELSE '' END
                    WHERE id = ?
                    """,
                    state.name(),
                    SqliteEventOutbox.number(sql, "last_seq"),
                    id.toString());
        });
    }

    @Override
    public List<Open> open() throws IOException {
        return database.plain(sql ->
                Sql.rows(
                        sql,
                        "SELECT id, state, jws FROM command WHERE answer = 0 ORDER BY seq",
                        row ->
                                new Open(
                                        UUID.fromString(row.getString("id")),
                                        State.valueOf(row.getString("state")),
                                        row.getString("jws"))));
    }

    @Override
    public Optional<String> lastDone(List<String> kinds) throws IOException {
        return database.plain(sql -> {
            for (String[] row :
                    Sql.rows(
                            sql,
                            "SELECT kind, jws FROM command WHERE state = 'DONE' ORDER BY seq DESC",
                            found ->
                                    new String[] {
                                        found.getString("kind"), found.getString("jws")
                                    })) {
                if (kinds.contains(row[0])) {
                    return Optional.of(row[1]);
                }
            }
            return Optional.empty();
        });
    }
}
