package de.koblenz.kiosk.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
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

    /// Values of a row.
    static List<@Nullable Object> values(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    /// Makes the same change for each item, in their order.
    static <T> void each(
            Connection sql,
            String command,
            Collection<T> items,
            Function<? super T, ? extends List<? extends @Nullable Object>> values)
            throws SQLException {
        if (items.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = sql.prepareStatement(command)) {
            for (T item : items) {
                bind(statement, values.apply(item).toArray());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
