package de.koblenz.kiosk.store;

import java.io.IOException;
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

    private static void limit(Database database, long pages) throws IOException {
        database.plain(sql -> {
            try (Statement statement = sql.createStatement()) {
                // SQLite never goes below what the file has.
                return statement.execute("PRAGMA max_page_count=" + pages);
            }
        });
    }
}
