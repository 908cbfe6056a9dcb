package de.koblenz.kiosk.store;

import de.koblenz.kiosk.order.Order;
import de.koblenz.kiosk.order.OrderId;
import de.koblenz.kiosk.order.ReceiptContent;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/// What the receipts of orders say, sealed, in the transactions of their orders.
final class OrderReceipts {
    /// How long it waits for its receipt at most.
    private static final Duration MOST_KEPT = Duration.ofDays(7);

    private final RestSeal seal;

    OrderReceipts(RestSeal seal) {
        this.seal = seal;
    }

    /// Writes down what a new order's receipt will say.
    void insert(Connection sql, Order order, ReceiptContent content)
            throws SQLException, IOException {
        if (content.equals(ReceiptContent.USUAL)) {
            return;
        }
        String id = order.id().toString();
        byte[] nonce = seal.nonce();
        Sql.change(
                sql,
                "INSERT INTO order_receipt VALUES (?, ?, ?, ?)",
                id,
                order.placedAt().plus(MOST_KEPT).toString(),
                nonce,
                seal.seal(nonce, id, ReceiptCodec.encode(content)));
    }

    /// Erases what the receipt of an order says that nobody will print any more.
    ///
    /// @return whether there was something
    static boolean forget(Connection sql, Order order) throws SQLException {
        return !order.owesReceipt()
                && Sql.change(
                                sql,
                                "DELETE FROM order_receipt WHERE order_id = ?",
                                order.id().toString())
                        > 0;
    }

    /// Erases what has waited for its receipt long enough.
    ///
    /// @return whether there was something
    static boolean expire(Connection sql, Instant now) throws SQLException {
        return Sql.change(sql, "DELETE FROM order_receipt WHERE until <= ?", now.toString()) > 0;
    }

    /// One row; bytes in hex.
    private record Sealed(String nonce, String text) {}

    /// What an order's receipt says. A seal that is broken (the key was lost) takes it with it: the receipt is worth printing
    /// without it.
    ReceiptContent find(Connection sql, OrderId id, Instant now) throws SQLException {
        List<Sealed> found =
                Sql.rows(
                        sql,
                        "SELECT nonce, sealed FROM order_receipt WHERE order_id = ? AND until > ?",
                        row ->
                                new Sealed(
                                        HexFormat.of().formatHex(row.getBytes("nonce")),
                                        HexFormat.of().formatHex(row.getBytes("sealed"))),
                        id.toString(),
                        now.toString());
        if (found.isEmpty()) {
            return ReceiptContent.USUAL;
        }
        try {
            return ReceiptCodec.decode(
                    seal.open(
                            HexFormat.of().parseHex(found.getFirst().nonce()),
                            id.toString(),
                            HexFormat.of().parseHex(found.getFirst().text())));
        } catch (IOException _) {
            return ReceiptContent.USUAL;
        }
    }
}
