package de.koblenz.kiosk.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.koblenz.kiosk.order.Order;
import de.koblenz.kiosk.order.OrderId;
import de.koblenz.kiosk.order.OrderRequest;
import de.koblenz.kiosk.order.ReceiptContent;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Orders that an older version of the terminal has written down.
class OlderStoreTest {
    private static final OrderId ID =
            new OrderId(new UUID(0x1234_0000_0000_4000L, 0x8000_0000_0000_0001L));

    @TempDir private Path folder;

    private SqliteOrderStore store(Database database) throws IOException {
        return new SqliteOrderStore(database, 1 << 16, KeyFile.open(folder.resolve("key")));
    }

    @Test
    void anOrderOfTheSecondStepHasTheUsualReceipt() throws IOException {
        Path file = folder.resolve("terminal.db");
        Order order =
                Order.of(
                        new OrderRequest(
                                ID,
                                "hund-anmelden",
                                "Hund anmelden",
                                0,
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of()),
                        Instant.parse("2026-06-01T06:00:00Z"));
        try (Database database = Database.open(file)) {
            store(database).add(order, Optional.empty(), ReceiptContent.USUAL);
            // What the steps since have added, taken away again.
            database.plain(sql -> {
                try (Statement statement = sql.createStatement()) {
                    for (String table : List.of("order_receipt", "sealed_attachment")) {
                        statement.execute("DROP TABLE " + table);
                    }
                    for (String column : List.of("attachments", "attachments_sent")) {
                        statement.execute("ALTER TABLE orders DROP COLUMN " + column);
                    }
                    return statement.execute("PRAGMA user_version = 2");
                }
            });
        }
        try (Database database = Database.open(file)) {
            Order found = store(database).find(ID).orElseThrow();
            assertEquals(order, found);
            assertEquals(ReceiptContent.USUAL, store(database).receipt(ID, order.placedAt()));
        }
    }
}
