package de.koblenz.kiosk.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FleetStoreOverSqliteTest extends FleetStoreContract {
    @TempDir private Path folder;

    @Override
    String address() {
        return "jdbc:sqlite:" + folder.resolve("fleet.db");
    }
}
