package de.koblenz.kiosk.fleet.collector;

class MonitorsOverSqliteTest extends MonitorsContract {
    @Override
    String address() {
        return "jdbc:sqlite:" + folder.resolve("fleet.db");
    }
}
