package de.koblenz.kiosk.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// A disk that is full: the file may not grow any more.
public final class FullDisk {
    private FullDisk() {}

    /// No page more than there are.
    public static void fill(Database database) throws IOException {
        limit(database, 1);
    }

    /// There is room again.
    public static void empty(Database database) throws IOException {
        limit(database, 1_000_000_000);
    }

    /// So many bytes are left, and a page.
    public static void leave(Database database, long bytes) throws IOException {
        long page = 4_096;
        long pages =
                database.plain(sql -> number(sql, "page_count") - number(sql, "freelist_count"));
        limit(database, pages + bytes / page + 1);
    }

    private static long number(Connection sql, String pragma) throws SQLException {
        try (Statement statement = sql.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA " + pragma)) {
            return row.getLong(1);
        }
    }

    private static void limit(Database database, long pages) throws IOException {
        database.plain(sql -> {
            try (Statement statement = sql.createStatement()) {
                // SQLite never goes below what the file has.
                return statement.execute("PRAGMA max_page_count=" + pages);
            }
        });
    }
}
