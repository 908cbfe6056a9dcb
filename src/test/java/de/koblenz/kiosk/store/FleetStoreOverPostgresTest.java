package de.koblenz.kiosk.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.koblenz.kiosk.fleet.model.StoreUnavailable;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.sql.SQLException;

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

    @Override
    String address() throws SQLException {
        return cluster.fresh();
    }

    @Test
    void aServerThatComesBackIsFoundAgain() throws Exception {
        commit(batch().with(alarm(64, "terminal-1")));
        cluster.kill();
        assertThrows(StoreUnavailable.class, () -> alarms().open());
        cluster.start();
        assertEquals(1, alarms().open().size());
    }
}
