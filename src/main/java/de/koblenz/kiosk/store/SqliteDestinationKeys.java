package de.koblenz.kiosk.store;

import de.koblenz.kiosk.order.submission.DestinationKeys;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/// Public keys of authorities in SQLite. Thread-safe.
public final class SqliteDestinationKeys implements DestinationKeys {
    private final Database database;

    public SqliteDestinationKeys(Database database) {
        this.database = database;
    }

    @Override
    public Optional<DestinationKey> find(String destinationId) throws IOException {
        return database
                .transact(sql ->
                        Sql.rows(
                                sql,
                                "SELECT * FROM destination_key WHERE destination_id = ?",
                                row ->
                                        new DestinationKey(
                                                row.getString("destination_id"),
                                                row.getString("jwk"),
                                                row.getString("schemas"),
                                                Instant.parse(row.getString("fetched_at"))),
                                destinationId))
                .stream()
                .findFirst();
    }

    @Override
    public void keep(DestinationKey key) throws IOException {
        database.transact(sql ->
                Sql.change(
                        sql,
                        "INSERT OR REPLACE INTO destination_key VALUES (?, ?, ?, ?)",
                        key.destinationId(),
                        key.jwk(),
                        key.schemas(),
                        key.fetchedAt().toString()));
    }
}
