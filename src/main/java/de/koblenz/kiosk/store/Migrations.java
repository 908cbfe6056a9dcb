package de.koblenz.kiosk.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// Applies the numbered steps of a schema, which lie beside this class. Each is applied once, in a transaction
/// of its own together with its number (`user_version`). A step that was released is never changed again.
final class Migrations {
    private Migrations() {}

    /// Brings the schema up to date.
    static void run(Connection sql, Schema schema) throws SQLException, IOException {
        List<String> steps = schema.steps();
        for (int step = known(sql, schema); step < steps.size(); step++) {
            apply(sql, steps.get(step), step + 1);
        }
    }

    /// Whether the schema is the one that this version reads.
    ///
    /// @throws IOException if it is not
    static void check(Connection sql, Schema schema) throws SQLException, IOException {
        int version = known(sql, schema);
        if (version < schema.steps().size()) {
            throw new IOException(
                    "schema " + version + " of an older version; start the terminal once");
        }
    }

    private static int known(Connection sql, Schema schema) throws SQLException, IOException {
        int version = version(sql);
        if (version > schema.steps().size()) {
            throw new SchemaTooNew(version, schema.steps().size());
        }
        return version;
    }

    private static int version(Connection sql) throws SQLException {
        try (Statement statement = sql.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            return row.getInt(1);
        }
    }

    private static void apply(Connection sql, String name, int version)
            throws SQLException, IOException {
        sql.setAutoCommit(false);
        try (Statement statement = sql.createStatement()) {
            // A blank line ends a statement; triggers have semicolons of their own.
            for (String command : text(name).split("\n\\s*\n", -1)) {
                if (!command.isBlank()) {
                    statement.execute(command);
                }
            }
            statement.execute("PRAGMA user_version=" + version);
            sql.commit();
        } catch (SQLException e) {
            sql.rollback();
            throw e;
        } finally {
            sql.setAutoCommit(true);
        }
    }

    private static String text(String name) throws IOException {
        try (InputStream in = Migrations.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not packed: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
