package de.koblenz.kiosk.store;

import de.koblenz.kiosk.fleet.model.CommandReply;
import de.koblenz.kiosk.fleet.model.ReplyStore;
import de.koblenz.kiosk.fleet.model.StoreUnavailable;
import de.koblenz.kiosk.fleet.model.TerminalId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/// Replies in SQL. Thread-safe.
public final class SqlReplyStore implements ReplyStore {
    /// Only what was asked for, of whom it was asked, and once: whoever can write to the topic must not fill the store.
    private static final String INSERT =
            """
            INSERT INTO reply SELECT jti, office, terminal, ?, ? FROM command
            WHERE jti = ? AND office = ? AND terminal = ? AND kind IN ('screenshot', 'logs', 'configuration', 'softwareUpdate')
            ON CONFLICT DO NOTHING\
            """;

    private final FleetDatabase database;

    public SqlReplyStore(FleetDatabase database) {
        this.database = database;
    }

    static void keep(Connection sql, Collection<CommandReply> replies) throws SQLException {
        Sql.each(
                sql,
                INSERT,
                replies,
                reply ->
                        Sql.values(
                                reply.receivedAt().toEpochMilli(),
                                reply.content(),
                                reply.jti(),
                                reply.terminal().office(),
                                reply.terminal().terminal()));
    }

    @Override
    public Optional<CommandReply> reply(String jti) throws StoreUnavailable {
        return database.read(sql ->
                Sql.rows(
                                sql,
                                "SELECT jti, office, terminal, received_at, content FROM reply WHERE jti = ?",
                                row ->
                                        new CommandReply(
                                                row.getString(1),
                                                new TerminalId(row.getString(2), row.getString(3)),
                                                Instant.ofEpochMilli(row.getLong(4)),
                                                row.getBytes(5)),
                                jti)
                        .stream()
                        .findFirst());
    }
}
