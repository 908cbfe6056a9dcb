package de.koblenz.kiosk.store;

import de.koblenz.kiosk.order.StoreFull;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// One SQLite file of the terminal: WAL, full sync, deleted content overwritten. Thread-safe: one connection, used by
/// one platform thread named `store`, does one transaction after another.
public final class Database implements AutoCloseable {
    private final Path file;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("store").daemon().factory());
    private final Connection connection;

    private Database(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /// Opens or makes the file and brings its schema up to date.
    ///
    /// @throws SchemaTooNew if a newer version of the terminal has written it
    /// @throws IOException if it cannot be opened
    public static Database open(Path file) throws IOException {
        return open(file, Schema.KIOSK);
    }

    /// Opens or makes the file of what is told to the data centre: a file of its own, so that neither waits for the other.
    ///
    /// @throws SchemaTooNew if a newer version of the terminal has written it
    /// @throws IOException if it cannot be opened
    public static Database openReports(Path file) throws IOException {
        return open(file, Schema.REPORTS);
    }

    private static Database open(Path file, Schema schema) throws IOException {
        try {
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            Database database = new Database(file, connection);
            try {
                database.prepare(schema);
                return database;
            } catch (IOException | RuntimeException e) {
                database.close();
                throw e;
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// Opens the file of a terminal that may be at work, to read it: nothing is written, its schema least of all.
    ///
    /// @throws SchemaTooNew if a newer version of the terminal has written it
    /// @throws IOException if it cannot be opened, or was written by an older version
    public static Database openToRead(Path file) throws IOException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(5000);
        try {
            Database database = new Database(file, config.createConnection("jdbc:sqlite:" + file));
            try {
                database.plain(sql -> {
                    Migrations.check(sql, Schema.KIOSK);
                    return true;
                });
                return database;
            } catch (IOException | RuntimeException e) {
                database.close();
                throw e;
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private void prepare(Schema schema) throws IOException {
        plain(sql -> {
            try (Statement statement = sql.createStatement()) {
                statement.execute("PRAGMA busy_timeout=5000");
                statement.execute("PRAGMA journal_mode=WAL");
                statement.execute("PRAGMA synchronous=FULL");
                statement.execute("PRAGMA secure_delete=ON");
                statement.execute("PRAGMA foreign_keys=ON");
            }
            Migrations.run(sql, schema);
            return true;
        });
    }

    /// Work on the connection.
    interface Work<T> {
        T on(Connection sql) throws SQLException, IOException;
    }

    /// Does `work` in one transaction; its changes are on disk when this returns, or none of them are.
    ///
    /// @throws StoreFull if the disk is full
    /// @throws IOException if the database does not work
    <T> T transact(Work<T> work) throws IOException {
        return plain(sql -> {
            sql.setAutoCommit(false);
            try {
                T result = work.on(sql);
                sql.commit();
                sql.setAutoCommit(true);
                return result;
            } catch (SQLException | IOException | RuntimeException e) {
                undo(sql, e);
                throw e;
            }
        });
    }

    /// A full disk makes SQLite roll back by itself, and a second time it fails, as does the end of what has ended: what counts is why it
    /// failed first.
    private static void undo(Connection sql, Exception why) {
        try {
            sql.rollback();
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
        try {
            sql.setAutoCommit(true);
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    /// Does `work` outside of a transaction.
    <T> T plain(Work<T> work) throws IOException {
        Future<T> done = thread.submit(() -> work.on(connection));
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return done.get();
                } catch (InterruptedException _) {
                    // The change is being made: whoever asked has to learn how it ended.
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw cause(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static IOException cause(ExecutionException e) {
        return switch (e.getCause()) {
            case SQLException cause -> failure(cause);
            case IOException cause -> cause;
            case RuntimeException cause -> throw cause;
            case Error cause -> throw cause;
            case null, default -> throw new IllegalStateException(e);
        };
    }

    private static IOException failure(SQLException e) {
        SQLiteErrorCode code =
                e instanceof SQLiteException sqlite
                        ? sqlite.getResultCode()
                        : SQLiteErrorCode.SQLITE_ERROR;
        // The text of an SQLite exception may quote a value, so only its code goes on.
        return code == SQLiteErrorCode.SQLITE_FULL
                ? new StoreFull(code.name())
                : new IOException(code.name());
    }

    /// Bytes that can still be written: what the file may grow by, within what the disk has.
    long room() throws IOException {
        return plain(sql -> {
            long pageSize = number(sql, "page_size");
            long pages =
                    number(sql, "max_page_count")
                            - number(sql, "page_count")
                            + number(sql, "freelist_count");
            Path folder = file.toAbsolutePath().getParent();
            // Not by its FileStore, which a folder has none of below the root of a chroot or a
            // container.
            long disk = folder == null ? Long.MAX_VALUE : folder.toFile().getUsableSpace();
            return Math.min(pages * pageSize, disk);
        });
    }

    private static long number(Connection sql, String pragma) throws SQLException {
        try (Statement statement = sql.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA " + pragma)) {
            return row.getLong(1);
        }
    }

    /// Moves everything into the main file and empties the log, so that nothing deleted is left in it.
    void truncateLog() throws IOException {
        plain(sql -> {
            try (Statement statement = sql.createStatement()) {
                return statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            }
        });
    }

    @Override
    public void close() {
        try {
            plain(sql -> {
                sql.close();
                return true;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            thread.shutdown();
        }
    }
}
