package de.koblenz.kiosk.store;

import de.koblenz.kiosk.order.payment.BookingEntry;
import de.koblenz.kiosk.order.payment.BookingJournal;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/// The booking journal in SQLite; triggers refuse every change of what was written. Thread-safe.
public final class SqliteBookingJournal implements BookingJournal {
    private final Database database;

    public SqliteBookingJournal(Database database) {
        this.database = database;
    }

    @Override
    public void append(BookingEntry entry) throws IOException {
        database.transact(sql ->
                Sql.change(
                        sql,
                        """
                        INSERT INTO booking_entry SELECT
                        coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
                        FROM booking_entry WHERE true
                        ON CONFLICT (order_id, kind) DO NOTHING
                        """,
                        entry.at().toString(),
                        entry.kind().name(),
                        entry.orderId(),
                        entry.orderReference(),
                        entry.serviceId(),
                        entry.kassenzeichen(),
                        entry.cents(),
                        entry.feeCents(),
                        entry.method(),
                        entry.transactionId(),
                        entry.code()));
    }

    @Override
    public List<BookingEntry> entries() throws IOException {
        return database.transact(sql ->
                Sql.rows(
                        sql,
                        "SELECT * FROM booking_entry ORDER BY number",
                        row ->
                                new BookingEntry(
                                        row.getLong("number"),
                                        Instant.parse(row.getString("at")),
                                        BookingEntry.Kind.valueOf(row.getString("kind")),
                                        row.getString("order_id"),
                                        row.getString("order_reference"),
                                        row.getString("service_id"),
                                        row.getString("kassenzeichen"),
                                        row.getInt("cents"),
                                        row.getInt("fee_cents"),
                                        row.getString("method"),
                                        row.getString("transaction_id"),
                                        row.getString("code"))));
    }
}
