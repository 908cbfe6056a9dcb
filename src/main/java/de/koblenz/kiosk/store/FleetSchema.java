package de.koblenz.kiosk.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// The numbered steps of the data centre's tables, `fleet-<n>.sql` beside this class; the same for SQLite and PostgreSQL. A step that was
/// released is never changed again.
final class FleetSchema {
    private static final List<String> STEPS = List.of("fleet-1.sql", "fleet-2.sql", "fleet-3.sql");

    /// Any number that nobody else uses in this database.
    private static final long LOCK = 0x4B4F424C;

    private FleetSchema() {}

    /// Brings the tables up to date, within the transaction that is open.
    static void run(Connection sql, boolean postgresql) throws SQLException, IOException {
        try (Statement statement = sql.createStatement()) {
            if (postgresql) {
                // Two monitors that start at once; SQLite's transaction has locked the file
                // already.
                statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
            }
            statement.execute("CREATE TABLE IF NOT EXISTS fleet_schema (version INTEGER NOT NULL)");
            int version =
                    Sql.rows(
                                    sql,
                                    "SELECT COALESCE(MAX(version), 0) FROM fleet_schema",
                                    row -> row.getInt(1))
                            .getFirst();
            if (version > STEPS.size()) {
                throw new SchemaTooNew(version, STEPS.size());
            }
            for (int step = version; step < STEPS.size(); step++) {
                for (String command : commands(STEPS.get(step))) {
                    statement.execute(command);
                }
                Sql.change(sql, "INSERT INTO fleet_schema VALUES (?)", step + 1);
            }
        }
    }

    /// The commands of a step; a blank line ends one.
    private static String[] commands(String name) throws IOException {
        try (InputStream in = FleetSchema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not packed: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n\\s*\n", -1);
        }
    }
}
