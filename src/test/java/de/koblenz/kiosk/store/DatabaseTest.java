package de.koblenz.kiosk.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.printer.PrintJournal;
import de.koblenz.kiosk.order.StoreFull;
import de.koblenz.kiosk.order.payment.BookingEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-06-01T06:00:00Z"));
    @TempDir private Path folder;

    private Path file() {
        return folder.resolve("terminal.db");
    }

    private static String pragma(Database database, String name) throws IOException {
        return database.plain(sql -> {
            try (Statement statement = sql.createStatement();
                    ResultSet row = statement.executeQuery("PRAGMA " + name)) {
                return row.getString(1);
            }
        });
    }

    private static BookingEntry charge(String orderId) {
        return new BookingEntry(
                0,
                Instant.parse("2026-06-01T06:00:00Z"),
                BookingEntry.Kind.CHARGE,
                orderId,
                "KO-2222-3333",
                "schwimmbad-ticket",
                "KZ1",
                450,
                35,
                "PAYPAL",
                "t1",
                "");
    }

    @Test
    void itIsOpenedForMoney() throws IOException {
        try (Database database = Database.open(file())) {
            assertEquals("wal", pragma(database, "journal_mode"));
            // 2 is FULL.
            assertEquals("2", pragma(database, "synchronous"));
            assertEquals("1", pragma(database, "secure_delete"));
            assertEquals("1", pragma(database, "foreign_keys"));
            assertEquals("5000", pragma(database, "busy_timeout"));
        }
    }

    @Test
    void openingAgainChangesNothing() throws IOException {
        try (Database database = Database.open(file())) {
            new SqliteBookingJournal(database).append(charge("o1"));
        }
        try (Database database = Database.open(file())) {
            assertEquals(1, new SqliteBookingJournal(database).entries().size());
            assertEquals("4", pragma(database, "user_version"));
        }
    }

    @Test
    void openedToReadItIsReadBesideTheTerminalAndNeverWritten() throws IOException {
        try (Database terminal = Database.open(file())) {
            new SqliteBookingJournal(terminal).append(charge("o1"));
            try (Database reader = Database.openToRead(file())) {
                SqliteBookingJournal journal = new SqliteBookingJournal(reader);
                assertEquals(1, journal.entries().size());
                assertThrows(IOException.class, () -> journal.append(charge("o2")));
            }
            assertEquals(1, new SqliteBookingJournal(terminal).entries().size());
        }
    }

    @Test
    void openedToReadAnOlderSchemaStaysAsItIs() throws IOException {
        try (Database database = Database.open(file())) {
            database.plain(sql -> {
                try (Statement statement = sql.createStatement()) {
                    return statement.execute("PRAGMA user_version=1");
                }
            });
        }
        IOException refused =
                assertThrows(IOException.class, () -> Database.openToRead(file()).close());
        assertTrue(String.valueOf(refused.getMessage()).contains("older version"));
    }

    @Test
    void aNewerSchemaIsNotTouched() throws IOException {
        try (Database database = Database.open(file())) {
            database.plain(sql -> {
                try (Statement statement = sql.createStatement()) {
                    return statement.execute("PRAGMA user_version=99");
                }
            });
        }
        SchemaTooNew refused = assertThrows(SchemaTooNew.class, () -> Database.open(file()));
        assertTrue(String.valueOf(refused.getMessage()).startsWith(SchemaTooNew.CODE));
    }

    @Test
    void whatIsNoDatabaseIsAnError() throws IOException {
        Files.writeString(file(), "this is no database, and never was one".repeat(100));
        assertThrows(IOException.class, () -> Database.open(file()));
    }

    @Test
    void aTransactionThatFailsLeavesNothing() throws IOException {
        try (Database database = Database.open(file())) {
            assertThrows(
                    IOException.class,
                    () ->
                            database.transact(sql -> {
                                Sql.change(
                                        sql,
                                        "INSERT INTO destination_key VALUES (?, ?, ?, ?)",
                                        "d",
                                        "k",
                                        "s",
                                        "t");
                                throw new IOException("half way");
                            }));
            assertEquals(Optional.empty(), new SqliteDestinationKeys(database).find("d"));
        }
    }

    /// SQLite rolls back by itself when a disk is full, and when it is told to; the second time it fails.
    @Test
    void aRollbackThatFailsDoesNotHideWhyItWasNeeded() throws IOException {
        try (Database database = Database.open(folder.resolve("kiosk.db"))) {
            IOException refusal =
                    assertThrows(
                            IOException.class,
                            () ->
                                    database.transact(sql -> {
                                        try (Statement statement = sql.createStatement()) {
                                            statement.execute(
                                                    "CREATE TABLE t (a INTEGER PRIMARY KEY)");
                                            statement.execute("INSERT INTO t VALUES (1)");
                                            return statement.execute(
                                                    "INSERT OR ROLLBACK INTO t VALUES (1)");
                                        }
                                    }));
            assertEquals("SQLITE_CONSTRAINT_PRIMARYKEY", refusal.getMessage());
            // And it works on.
            assertEquals(
                    0,
                    database.<Integer>transact(sql -> {
                        try (Statement statement = sql.createStatement()) {
                            return statement.executeUpdate("CREATE TABLE t (a INTEGER)");
                        }
                    }));
        }
    }

    @Test
    void aFullDiskIsSaidAndLosesNothing() throws IOException {
        try (Database database = Database.open(file())) {
            SqliteBookingJournal journal = new SqliteBookingJournal(database);
            journal.append(charge("o0"));
            FullDisk.fill(database);
            int written = 1;
            StoreFull full = null;
            while (full == null) {
                try {
                    journal.append(charge("o" + written));
                    written++;
                } catch (StoreFull e) {
                    full = e;
                }
            }
            assertEquals(written, journal.entries().size());
            FullDisk.empty(database);
            journal.append(charge("o" + written));
            assertEquals(written + 1, journal.entries().size());
        }
    }

    @Test
    void bookingsAreNumberedWithoutGapsFromManyThreads() throws Exception {
        try (Database database = Database.open(file());
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            SqliteBookingJournal journal = new SqliteBookingJournal(database);
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String order = "o" + i % 20;
                running.add(
                        threads.submit(() -> {
                            journal.append(charge(order));
                            return true;
                        }));
            }
            for (Future<?> one : running) {
                one.get();
            }
            List<Long> numbers = journal.entries().stream().map(BookingEntry::number).toList();
            assertEquals(20, numbers.size());
            assertEquals(20L, numbers.getLast());
        }
    }

    @Test
    void theJournalsCannotBeChanged() throws IOException {
        try (Database database = Database.open(file())) {
            new SqliteBookingJournal(database).append(charge("o1"));
            new SqlitePrintJournal(database, CLOCK).sending("j1", "");
            for (String crime :
                    List.of(
                            "DELETE FROM booking_entry",
                            "UPDATE booking_entry SET cents = 1",
                            "DELETE FROM print_entry",
                            "UPDATE print_entry SET entry = 'COMPLETED'")) {
                assertThrows(
                        IOException.class,
                        () -> database.transact(sql -> Sql.change(sql, crime)),
                        crime);
            }
            assertEquals(450, new SqliteBookingJournal(database).entries().getFirst().cents());
        }
    }

    @Test
    void theNewestEntryOfAPrintJobCounts() throws IOException {
        try (Database database = Database.open(file())) {
            SqlitePrintJournal journal = new SqlitePrintJournal(database, CLOCK);
            assertEquals(Optional.empty(), journal.find("j1"));
            journal.sending("j1", "");
            assertEquals(Optional.of(PrintJournal.Entry.SENDING), journal.find("j1"));
            journal.ended("j1", PrintJournal.Entry.UNKNOWN, "PRN-PORT-LOST");
            journal.sending("j2", "");
            assertEquals(Optional.of(PrintJournal.Entry.UNKNOWN), journal.find("j1"));
        }
    }

    @Test
    void whatIsDeletedIsGoneFromEveryFile() throws IOException {
        String secret = "deleted-content-".repeat(400);
        try (Database database = Database.open(file())) {
            database.transact(sql ->
                    Sql.change(sql, "INSERT INTO destination_key VALUES ('d', ?, '', '')", secret));
            assertTrue(isInFiles("deleted-content-"), "the search finds what is there");
            database.transact(sql -> Sql.change(sql, "DELETE FROM destination_key"));
            database.truncateLog();
            assertFalse(isInFiles("deleted-content-"));
        }
    }

    private boolean isInFiles(String text) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path one : files.toList()) {
                String bytes = Files.readString(one, StandardCharsets.ISO_8859_1);
                if (bytes.contains(text)) {
                    return true;
                }
            }
        }
        return false;
    }
}
