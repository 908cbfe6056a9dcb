package de.koblenz.kiosk.fleet.collector;

import de.koblenz.kiosk.store.PostgresCluster;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class MonitorsOverPostgresTest extends MonitorsContract {
    private static @Nullable PostgresCluster cluster;

    @BeforeAll
    static void startServer() throws IOException {
        cluster = new PostgresCluster();
    }

    @AfterAll
    static void stopServer() throws IOException {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Override
    String address() throws SQLException {
        return Objects.requireNonNull(cluster).fresh();
    }
}
