package de.koblenz.kiosk.store;

import de.koblenz.kiosk.fleet.model.StoreUnavailable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/// The data centre's database: one SQLite file or one PostgreSQL database, by its JDBC address. Both get the same tables and the same
/// commands.
///
/// Thread-safe: one connection, one transaction after another. To be called from platform threads, as SQLite's native calls pin virtual
/// ones. A connection that failed is left, and the next call opens another.
public final class FleetDatabase implements AutoCloseable {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    /// SQLSTATE of everything that SQLite does not give a state of its own.
    private static final String UNNAMED = "DB";

    private final String address;
    private final ReentrantLock lock = new ReentrantLock();
    // Guarded by lock.
    private @Nullable Connection connection;

    private FleetDatabase(String address) {
        this.address = address;
    }

    /// Opens the database and brings its tables up to date.
    ///
    /// @param address `jdbc:sqlite:<file>`, or `jdbc:postgresql://<host>/<database>?user=<name>`, whose password is looked for in
    ///     `~/.pgpass`
    /// @throws SchemaTooNew if a newer version has written it
    /// @throws StoreUnavailable if it does not work
    public static FleetDatabase open(String address) throws IOException, StoreUnavailable {
        if (!address.startsWith(SQLITE) && !address.startsWith(POSTGRESQL)) {
            throw new IllegalArgumentException("neither SQLite nor PostgreSQL");
        }
        FleetDatabase database = new FleetDatabase(address);
        try {
            database.transact(sql -> {
                FleetSchema.run(sql, address.startsWith(POSTGRESQL));
                return true;
            });
            return database;
        } catch (IOException | StoreUnavailable | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /// Work in a transaction.
    ///
    /// @param <X> what it may throw besides
    interface Work<T, X extends Exception> {
        T on(Connection sql) throws SQLException, X;
    }

    /// Does `work` in one transaction; its changes are on disk when this returns, or none of them are.
    <T, X extends Exception> T transact(Work<T, X> work) throws StoreUnavailable, X {
        return within("BEGIN IMMEDIATE", work);
    }

    /// Looks at everything as it is at one moment. Does not wait for other monitors that write, nor keep them from it.
    <T, X extends Exception> T read(Work<T, X> work) throws StoreUnavailable, X {
        return within("BEGIN DEFERRED", work);
    }

    /// @param begin how SQLite begins, whose driver knows one way for a whole connection; PostgreSQL asks for nothing beforehand
    private <T, X extends Exception> T within(String begin, Work<T, X> work)
            throws StoreUnavailable, X {
        lock.lock();
        try {
            Connection sql = connected();
            boolean sqlite = address.startsWith(SQLITE);
            boolean done = false;
            try {
                if (sqlite) {
                    execute(sql, begin);
                } else {
                    sql.setAutoCommit(false);
                }
                T result = work.on(sql);
                if (sqlite) {
                    execute(sql, "COMMIT");
                } else {
                    sql.commit();
                }
                done = true;
                return result;
            } finally {
                if (!done) {
                    // Closing rolls back, whatever state the connection is in.
                    close();
                }
            }
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            lock.unlock();
        }
    }

    /// Name of what every row of every table has.
    String rowName() {
        return address.startsWith(SQLITE) ? "rowid" : "ctid";
    }

    private static void execute(Connection sql, String command) throws SQLException {
        try (Statement statement = sql.createStatement()) {
            statement.execute(command);
        }
    }

    private Connection connected() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = address.startsWith(SQLITE) ? sqlite() : DriverManager.getConnection(address);
            connection = open;
        }
        return open;
    }

    private Connection sqlite() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        // What was acknowledged to a terminal has to outlive a power cut.
        config.setSynchronous(SynchronousMode.FULL);
        config.setBusyTimeout(10_000);
        return config.createConnection(address);
    }

    /// The texts of both databases may quote values, so only the code goes on.
    private static StoreUnavailable failure(SQLException e) {
        String state = e.getSQLState();
        return new StoreUnavailable(
                state == null ? UNNAMED + "-" + e.getErrorCode() : "SQLSTATE-" + state);
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException _) {
            // It was broken before; there is nothing left to save.
        } finally {
            connection = null;
            lock.unlock();
        }
    }
}
