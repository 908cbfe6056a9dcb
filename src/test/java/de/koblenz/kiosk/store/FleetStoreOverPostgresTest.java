package de.koblenz.kiosk.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.koblenz.kiosk.fleet.model.StoreUnavailable;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FleetStoreOverPostgresTest extends FleetStoreContract {
    private static @Nullable PostgresCluster cluster;

    @BeforeAll
    static void start() throws IOException {
        cluster = new PostgresCluster();
    }

    @AfterAll
    static void stop() throws IOException {
        if (cluster != null) {
            cluster.close();
        }
    }

    private static PostgresCluster running() {
        return Objects.requireNonNull(cluster);
    }

    @Override
    String address() throws SQLException {
        return running().fresh();
    }

    @Test
    void aServerThatComesBackIsFoundAgain() throws Exception {
        commit(batch().with(alarm(64, "terminal-1")));
        running().kill();
        assertThrows(StoreUnavailable.class, () -> alarms().open());
        running().start();
        assertEquals(1, alarms().open().size());
    }
}
