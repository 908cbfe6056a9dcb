package de.koblenz.kiosk.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;

/// One SQLite file (WAL, full sync) that outlives a kill at any point. Thread-safe: transactions run one after
/// the other, also between processes that open the same file. A failing disk is an [IllegalStateException].
final class Database implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Connection connection;

    /// What happens in one transaction; an exception takes all of it back.
    @FunctionalInterface
    public interface Work<T> {
        T run(Transaction transaction) throws SQLException;
    }

    /// Reads the row that the result set stands on.
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// Opens or creates `file` and, in a new one, the tables of `schema`.
    public Database(Path file, List<String> schema) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(10_000);
        config.enforceForeignKeys(true);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
        } catch (SQLException e) {
            throw failure(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        transact(transaction -> {
            for (String statement : schema) {
                transaction.change(statement);
            }
            return true;
        });
    }

    /// Runs `work` in a transaction that holds the write lock from its start, so that what it reads stays true.
    public <T> T transact(Work<T> work) {
        lock.lock();
        try {
            execute("BEGIN IMMEDIATE");
            boolean done = false;
            try {
                T result = work.run(new Transaction(connection));
                execute("COMMIT");
                done = true;
                return result;
            } finally {
                if (!done) {
                    execute("ROLLBACK");
                }
            }
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            lock.unlock();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static IllegalStateException failure(SQLException e) {
        return new IllegalStateException("the stand-in's database failed", e);
    }

    /// The statements of one transaction; not to be kept beyond it.
    public static final class Transaction {
        private final Connection connection;

        private Transaction(Connection connection) {
            this.connection = connection;
        }

        /// Runs a changing statement.
        ///
        /// @return how many rows it changed
        public int change(String sql, Object... values) throws SQLException {
            try (PreparedStatement statement = prepare(sql, values)) {
                return statement.executeUpdate();
            }
        }

        public <T> Optional<T> first(String sql, RowReader<T> reader, Object... values)
                throws SQLException {
            List<T> rows = all(sql, reader, values);
            return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst());
        }

        public <T> List<T> all(String sql, RowReader<T> reader, Object... values)
                throws SQLException {
            List<T> rows = new ArrayList<>();
            try (PreparedStatement statement = prepare(sql, values);
                    ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(reader.read(found));
                }
            }
            return rows;
        }

        private PreparedStatement prepare(String sql, Object... values) throws SQLException {
            PreparedStatement statement = connection.prepareStatement(sql);
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement;
        }
    }
}
