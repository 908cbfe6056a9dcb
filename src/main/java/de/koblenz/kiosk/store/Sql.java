package de.koblenz.kiosk.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The two things that are done with SQL: change, and read rows.
final class Sql {
    private Sql() {}

    /// Reads one row.
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// Changes rows and says how many.
    static int change(Connection sql, String command, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement = sql.prepareStatement(command)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    static <T> List<T> rows(Connection sql, String query, Row<T> row, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement = sql.prepareStatement(query)) {
            bind(statement, values);
            List<T> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(row.read(found));
                }
            }
            return rows;
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
