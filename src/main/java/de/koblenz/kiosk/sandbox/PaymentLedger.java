package de.koblenz.kiosk.sandbox;

import de.koblenz.kiosk.sandbox.Database.Transaction;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// The platform's books, durable. A charge is a row whose key is the transaction: there is never a second one.
/// Thread-safe.
final class PaymentLedger implements AutoCloseable {
    private static final List<String> SCHEMA =
            List.of(
                    """
                    CREATE TABLE IF NOT EXISTS payment (
                      number INTEGER PRIMARY KEY AUTOINCREMENT,
                      id TEXT NOT NULL UNIQUE,
                      request_id TEXT NOT NULL UNIQUE,
                      fingerprint TEXT NOT NULL,
                      amount_cents INTEGER NOT NULL,
                      purpose TEXT NOT NULL,
                      description TEXT NOT NULL,
                      redirect_url TEXT NOT NULL,
                      request TEXT NOT NULL,
                      page_key TEXT NOT NULL,
                      created_at INTEGER NOT NULL,
                      expires_at INTEGER NOT NULL,
                      status TEXT NOT NULL,
                      detail TEXT NOT NULL DEFAULT '')
                    """,
                    """
                    CREATE TABLE IF NOT EXISTS charge (
                      payment_id TEXT PRIMARY KEY REFERENCES payment(id),
                      amount_cents INTEGER NOT NULL,
                      method TEXT NOT NULL,
                      provider_fee_cents INTEGER NOT NULL,
                      charged_at INTEGER NOT NULL)
                    """);

    private static final String SELECT =
            """
            SELECT p.*, c.method, c.provider_fee_cents, c.charged_at
            FROM payment p LEFT JOIN charge c ON c.payment_id = p.id
            """;

    private final Database database;
    private final InstantSource clock;
    private final Duration timeLimit;
    private final SecureRandom random = new SecureRandom();

    PaymentLedger(Path file, InstantSource clock, Duration timeLimit) {
        this.database = new Database(file, SCHEMA);
        this.clock = clock;
        this.timeLimit = timeLimit;
    }

    /// Books a request, or finds what it became.
    ///
    /// @return empty if the request id was used for other content
    Optional<PaymentTransaction> open(PaymentRequest request) {
        Instant now = clock.instant();
        return database.transact(books -> {
            cancelOverdue(books, now);
            Optional<String> known =
                    books.first(
                            "SELECT fingerprint FROM payment WHERE request_id = ?",
                            row -> row.getString(1),
                            request.requestId());
            if (known.isEmpty()) {
                insert(books, request, now);
            } else if (!known.get().equals(request.fingerprint())) {
                return Optional.empty();
            }
            return books.first(
                    SELECT + " WHERE p.request_id = ?", PaymentLedger::read, request.requestId());
        });
    }

    Optional<PaymentTransaction> find(String id) {
        return database.transact(books -> {
            cancelOverdue(books, clock.instant());
            return books.first(SELECT + " WHERE p.id = ?", PaymentLedger::read, id);
        });
    }

    /// All transactions, the oldest first.
    List<PaymentTransaction> all() {
        return database.transact(books -> {
            cancelOverdue(books, clock.instant());
            return books.all(SELECT + " ORDER BY p.number", PaymentLedger::read);
        });
    }

    /// Charges a transaction that still waits; any other stays as it is.
    Optional<PaymentTransaction> charge(String id, PaymentMethod method) {
        Instant now = clock.instant();
        return database.transact(books -> {
            cancelOverdue(books, now);
            if (settle(books, id, PaymentStatus.PAYED, "") == 1) {
                int cents =
                        books.first(
                                        "SELECT amount_cents FROM payment WHERE id = ?",
                                        row -> row.getInt(1),
                                        id)
                                .orElseThrow();
                books.change(
                        "INSERT INTO charge VALUES (?, ?, ?, ?, ?)",
                        id,
                        cents,
                        method.name(),
                        method.providerFeeCents(cents),
                        now.toEpochMilli());
            }
            return books.first(SELECT + " WHERE p.id = ?", PaymentLedger::read, id);
        });
    }

    /// Ends a transaction that still waits without a charge; any other stays as it is.
    Optional<PaymentTransaction> end(String id, PaymentStatus status, String detail) {
        return database.transact(books -> {
            cancelOverdue(books, clock.instant());
            settle(books, id, status, detail);
            return books.first(SELECT + " WHERE p.id = ?", PaymentLedger::read, id);
        });
    }

    /// The sum of all charges, in cents.
    long chargedCents() {
        return database.transact(books ->
                books.first(
                                "SELECT COALESCE(SUM(amount_cents), 0) FROM charge",
                                row -> row.getLong(1))
                        .orElse(0L));
    }

    @Override
    public void close() {
        database.close();
    }

    private void insert(Transaction books, PaymentRequest request, Instant now)
            throws SQLException {
        byte[] key = new byte[18];
        random.nextBytes(key);
        books.change(
                """
                INSERT INTO payment (id, request_id, fingerprint, amount_cents, purpose, description,
                  redirect_url, request, page_key, created_at, expires_at, status)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'INITIAL')
                """,
                UUID.randomUUID().toString(),
                request.requestId(),
                request.fingerprint(),
                request.amountCents(),
                request.purpose(),
                request.description(),
                request.redirectUrl(),
                request.stored(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(key),
                now.toEpochMilli(),
                now.plus(timeLimit).toEpochMilli());
    }

    private static void cancelOverdue(Transaction books, Instant now) throws SQLException {
        books.change(
                """
                UPDATE payment SET status = 'CANCELED', detail = 'TIME-LIMIT'
                WHERE status = 'INITIAL' AND expires_at <= ?
                """,
                now.toEpochMilli());
    }

    private static int settle(Transaction books, String id, PaymentStatus status, String detail)
            throws SQLException {
        return books.change(
                "UPDATE payment SET status = ?, detail = ? WHERE id = ? AND status = 'INITIAL'",
                status.name(),
                detail,
                id);
    }

    private static PaymentTransaction read(ResultSet row) throws SQLException {
        Instant created = Instant.ofEpochMilli(row.getLong("created_at"));
        return new PaymentTransaction(
                row.getString("id"),
                row.getString("request_id"),
                reference(row.getLong("number"), created),
                row.getInt("amount_cents"),
                row.getString("purpose"),
                row.getString("description"),
                row.getString("redirect_url"),
                row.getString("request"),
                row.getString("page_key"),
                created,
                Instant.ofEpochMilli(row.getLong("expires_at")),
                PaymentStatus.valueOf(row.getString("status")),
                charge(row),
                row.getString("detail"));
    }

    private static Optional<PaymentTransaction.Charge> charge(ResultSet row) throws SQLException {
        String method = row.getString("method");
        return method == null
                ? Optional.empty()
                : Optional.of(
                        new PaymentTransaction.Charge(
                                PaymentMethod.valueOf(method),
                                row.getInt("provider_fee_cents"),
                                Instant.ofEpochMilli(row.getLong("charged_at"))));
    }

    /// The Kassenzeichen: year of booking and running number.
    private static String reference(long number, Instant created) {
        return String.format(
                Locale.ROOT, "KO%d-%08d", created.atOffset(ZoneOffset.UTC).getYear(), number);
    }
}
