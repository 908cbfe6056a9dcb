package de.koblenz.kiosk.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.koblenz.kiosk.fleet.model.StoreUnavailable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class FleetStoreOverSqliteTest extends FleetStoreContract {
    @TempDir private Path folder;

    @Override
    String address() {
        return "jdbc:sqlite:" + folder.resolve("fleet.db");
    }

    /// Another monitor's commit may take seconds.
    @Test
    @Timeout(5)
    void whoReadsDoesNotWaitForWhoWrites() throws Exception {
        commit(batch().with(alarm(64, "terminal-1")));
        try (Connection other = DriverManager.getConnection(address());
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("DELETE FROM alarm");
            assertEquals(1, alarms().open().size(), "as it was before");
            assertEquals(1, load().alarms().size());
            statement.execute("COMMIT");
        }
        assertEquals(0, alarms().open().size());
    }

    /// Who asked for the right to write before anything else never finds halfway that somebody else has written.
    @Test
    void twoWhoWriteTakeTurns() throws Exception {
        int times = 100;
        commit(batch().with(alarm(64, "terminal-1")));
        long first = count(database).getFirst();
        try (FleetDatabase other = FleetDatabase.open(address())) {
            Thread second =
                    Thread.ofPlatform()
                            .start(() -> {
                                for (int i = 0; i < times; i++) {
                                    raise(other);
                                }
                            });
            for (int i = 0; i < times; i++) {
                raise(database);
            }
            second.join();
        }
        assertEquals(List.of(first + 2 * times), count(database));
    }

    private static List<Long> count(FleetDatabase database) throws StoreUnavailable {
        return database.read(
                sql -> Sql.rows(sql, "SELECT changed_at FROM alarm", row -> row.getLong(1)));
    }

    /// Reads first, then writes what follows from it.
    private static void raise(FleetDatabase database) {
        try {
            database.transact(sql -> {
                long before =
                        Sql.rows(sql, "SELECT changed_at FROM alarm", row -> row.getLong(1))
                                .getFirst();
                return Sql.change(sql, "UPDATE alarm SET changed_at = ?", before + 1);
            });
        } catch (StoreUnavailable e) {
            throw new IllegalStateException(e);
        }
    }
}
