package de.koblenz.kiosk.store;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class FleetStoreOverSqliteTest extends FleetStoreContract {
    @TempDir private Path folder;

    @Override
    String address() {
        return "jdbc:sqlite:" + folder.resolve("fleet.db");
    }
}
