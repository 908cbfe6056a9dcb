package de.koblenz.kiosk.store;

import de.koblenz.kiosk.order.Order;
import de.koblenz.kiosk.order.OrderId;
import de.koblenz.kiosk.order.OrderProgress.Paper;
import de.koblenz.kiosk.order.OrderProgress.Phase;
import de.koblenz.kiosk.order.OrderRequest.Position;
import de.koblenz.kiosk.order.OrderRequest.Reservation;
import de.koblenz.kiosk.order.OrderState;
import de.koblenz.kiosk.order.OrderStore;
import de.koblenz.kiosk.order.ReceiptContent;
import de.koblenz.kiosk.order.StoreFull;
import de.koblenz.kiosk.order.submission.SealedApplication;
import de.koblenz.kiosk.order.submission.SealedAttachment;
import de.koblenz.kiosk.order.submission.SealedSubmission;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/// Orders in SQLite. Thread-safe.
public final class SqliteOrderStore implements OrderStore {
    /// What is known of an order when it is placed, and does not change.
    private static final List<String> FIXED =
            List.of(
                    "id",
                    "service_id",
                    "title",
                    "cents",
                    "application",
                    "attachments",
                    "copy_wanted",
                    "placed_at");

    /// What changes, in the order of [#changing(Order)].
    private static final List<String> CHANGING =
            List.of(
                    "state",
                    "present",
                    "stop",
                    "code",
                    "result",
                    "hold_until",
                    "transaction_id",
                    "payment_url",
                    "opened_at",
                    "pay_until",
                    "payment_unclear",
                    "kassenzeichen",
                    "payment_method",
                    "fee_cents",
                    "paid_at",
                    "submission_id",
                    "case_id",
                    "attachments_sent",
                    "submission_status");

    private static final String INSERT =
            "INSERT INTO orders ("
                    + String.join(", ", FIXED)
                    + ", "
                    + String.join(", ", CHANGING)
                    + ") VALUES ("
                    + String.join(", ", Collections.nCopies(FIXED.size() + CHANGING.size(), "?"))
                    + ") ON CONFLICT (id) DO NOTHING";
    private static final String UPDATE =
            "UPDATE orders SET " + String.join(" = ?, ", CHANGING) + " = ? WHERE id = ?";

    private final Database database;
    private final long reserve;
    private final OrderReceipts receipts;

    /// @param reserve bytes that have to be free before an order is taken, so that it can also be finished
    /// @param key of what is sealed at rest, from [KeyFile#open(java.nio.file.Path)]
    public SqliteOrderStore(Database database, long reserve, SecretKey key) {
        this.database = database;
        this.reserve = reserve;
        this.receipts = new OrderReceipts(new RestSeal(key));
    }

    @Override
    public boolean add(Order order, Optional<SealedApplication> sealed, ReceiptContent receipt)
            throws IOException {
        if (database.room() < reserve + needed(sealed)) {
            throw new StoreFull("no room for the order and what it will still have to write");
        }
        boolean added =
                database.transact(sql -> {
                    if (insert(sql, order) == 0) {
                        return false;
                    }
                    insertPositions(sql, order);
                    receipts.insert(sql, order, receipt);
                    insertChildren(sql, order);
                    if (sealed.isPresent()) {
                        Envelopes.insert(sql, order.id(), sealed.get());
                    }
                    return true;
                });
        if (order.attachments() > 0) {
            settleLog();
        }
        return added;
    }

    /// What is written lies in the log first, then in the database as well; when it is erased, it is written over once more.
    private static long needed(Optional<SealedApplication> sealed) {
        return 3 * sealed.map(SealedApplication::size).orElse(0L);
    }

    /// Documents in the log would take room twice for as long as it is not full.
    private void settleLog() {
        try {
            database.truncateLog();
        } catch (IOException _) {
            // The order is on disk all the same; the log is emptied with the next that is erased.
        }
    }

    private static int insert(Connection sql, Order order) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(order.id().toString());
        values.add(order.serviceId());
        values.add(order.title());
        values.add(order.cents());
        values.add(order.application());
        values.add(order.attachments());
        values.add(order.copyWanted());
        values.add(order.placedAt().toString());
        values.addAll(changing(order));
        return Sql.change(sql, INSERT, values.toArray());
    }

    private static List<@Nullable Object> changing(Order order) {
        return Arrays.asList(
                order.state().name(),
                order.present(),
                order.stop().name(),
                order.code(),
                order.result().map(Phase::name).orElse(null),
                order.holdUntil().toString(),
                order.payment().transactionId(),
                order.payment().url(),
                order.payment().openedAt().toString(),
                order.payment().payUntil().toString(),
                order.payment().unclear(),
                order.payment().kassenzeichen(),
                order.payment().method(),
                order.payment().feeCents(),
                order.payment().paidAt().toString(),
                order.dispatch().submissionId(),
                order.dispatch().caseId(),
                order.dispatch().uploaded(),
                order.dispatch().status().name());
    }

    private static void insertPositions(Connection sql, Order order) throws SQLException {
        int number = 0;
        for (Position position : order.positions()) {
            Sql.change(
                    sql,
                    "INSERT INTO order_position VALUES (?, ?, ?, ?, ?)",
                    order.id().toString(),
                    number++,
                    position.name(),
                    position.count(),
                    position.cents());
        }
        if (order.reservation().isPresent()) {
            Reservation places = order.reservation().get();
            Sql.change(
                    sql,
                    "INSERT INTO order_reservation VALUES (?, ?, ?, ?, ?, ?)",
                    order.id().toString(),
                    places.venueId(),
                    places.slotId(),
                    places.venueName(),
                    places.slotWords(),
                    places.places());
        }
    }

    private static void insertChildren(Connection sql, Order order) throws SQLException {
        String id = order.id().toString();
        int number = 0;
        for (String code : order.ticketCodes()) {
            Sql.change(sql, "INSERT INTO order_ticket VALUES (?, ?, ?)", id, number++, code);
        }
        number = 0;
        for (Order.Slip slip : order.slips()) {
            Sql.change(
                    sql,
                    "INSERT INTO order_slip VALUES (?, ?, ?, ?, ?)",
                    id,
                    number++,
                    slip.jobId(),
                    slip.kind().name(),
                    slip.state().name());
        }
    }

    @Override
    public void save(Order order) throws IOException {
        boolean erased =
                database.transact(sql -> {
                    String id = order.id().toString();
                    if (update(sql, order) != 1) {
                        throw new IllegalStateException("no order " + id);
                    }
                    Sql.change(sql, "DELETE FROM order_ticket WHERE order_id = ?", id);
                    Sql.change(sql, "DELETE FROM order_slip WHERE order_id = ?", id);
                    insertChildren(sql, order);
                    boolean receipt = OrderReceipts.forget(sql, order);
                    boolean application = Envelopes.erase(sql, order);
                    return receipt || application;
                });
        if (erased) {
            database.truncateLog();
        }
    }

    @Override
    public void expire(Instant now) throws IOException {
        if (database.transact(sql -> OrderReceipts.expire(sql, now))) {
            database.truncateLog();
        }
    }

    private static int update(Connection sql, Order order) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(changing(order));
        values.add(order.id().toString());
        return Sql.change(sql, UPDATE, values.toArray());
    }

    @Override
    public Optional<Order> find(OrderId id) throws IOException {
        return select("WHERE id = ?", id.toString()).stream().findFirst();
    }

    @Override
    public List<Order> unfinished() throws IOException {
        return select("WHERE state <> 'ENDED' ORDER BY placed_at, id");
    }

    @Override
    public List<Order> withKeptPaper() throws IOException {
        return select(
                "WHERE id IN (SELECT order_id FROM order_slip WHERE state IN ('KEPT', 'UNKNOWN'))"
                        + " ORDER BY placed_at, id");
    }

    private List<Order> select(String condition, Object... values) throws IOException {
        return database.transact(sql ->
                Sql.rows(sql, "SELECT * FROM orders " + condition, row -> order(sql, row), values));
    }

    private static Order order(Connection sql, ResultSet row) throws SQLException {
        String id = row.getString("id");
        String result = row.getString("result");
        return new Order(
                OrderId.of(id),
                row.getString("service_id"),
                row.getString("title"),
                row.getInt("cents"),
                positions(sql, id),
                reservation(sql, id),
                row.getBoolean("application"),
                row.getInt("attachments"),
                row.getBoolean("copy_wanted"),
                time(row, "placed_at"),
                OrderState.valueOf(row.getString("state")),
                row.getBoolean("present"),
                Order.Stop.valueOf(row.getString("stop")),
                row.getString("code"),
                result == null ? Optional.empty() : Optional.of(Phase.valueOf(result)),
                time(row, "hold_until"),
                new Order.Payment(
                        row.getString("transaction_id"),
                        row.getString("payment_url"),
                        time(row, "opened_at"),
                        time(row, "pay_until"),
                        row.getBoolean("payment_unclear"),
                        row.getString("kassenzeichen"),
                        row.getString("payment_method"),
                        row.getInt("fee_cents"),
                        time(row, "paid_at")),
                tickets(sql, id),
                new Order.Dispatch(
                        row.getString("submission_id"),
                        row.getString("case_id"),
                        row.getInt("attachments_sent"),
                        Order.Dispatch.Status.valueOf(row.getString("submission_status"))),
                slips(sql, id));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return Instant.parse(row.getString(column));
    }

    private static List<Position> positions(Connection sql, String id) throws SQLException {
        return Sql.rows(
                sql,
                "SELECT * FROM order_position WHERE order_id = ? ORDER BY number",
                row ->
                        new Position(
                                row.getString("name"), row.getInt("count"), row.getInt("cents")),
                id);
    }

    private static Optional<Reservation> reservation(Connection sql, String id)
            throws SQLException {
        return Sql.rows(
                        sql,
                        "SELECT * FROM order_reservation WHERE order_id = ?",
                        row ->
                                new Reservation(
                                        row.getString("venue_id"),
                                        row.getString("slot_id"),
                                        row.getString("venue_name"),
                                        row.getString("slot_words"),
                                        row.getInt("places")),
                        id)
                .stream()
                .findFirst();
    }

    private static List<String> tickets(Connection sql, String id) throws SQLException {
        return Sql.rows(
                sql,
                "SELECT code FROM order_ticket WHERE order_id = ? ORDER BY number",
                row -> row.getString("code"),
                id);
    }

    private static List<Order.Slip> slips(Connection sql, String id) throws SQLException {
        return Sql.rows(
                sql,
                "SELECT * FROM order_slip WHERE order_id = ? ORDER BY number",
                row ->
                        new Order.Slip(
                                row.getString("job_id"),
                                Paper.Kind.valueOf(row.getString("kind")),
                                Paper.State.valueOf(row.getString("state"))),
                id);
    }

    @Override
    public ReceiptContent receipt(OrderId id, Instant now) throws IOException {
        return database.transact(sql -> receipts.find(sql, id, now));
    }

    @Override
    public Optional<SealedSubmission> sealed(OrderId id) throws IOException {
        return database.transact(sql -> Envelopes.find(sql, id.toString()));
    }

    @Override
    public Optional<SealedAttachment> attachment(OrderId id, int number) throws IOException {
        return database.transact(sql -> Envelopes.attachment(sql, id.toString(), number));
    }
}
