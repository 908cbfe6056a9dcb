package de.koblenz.kiosk.store;

import de.koblenz.kiosk.device.printer.DocumentCodec;
import de.koblenz.kiosk.device.printer.PrintDocument;
import de.koblenz.kiosk.order.Order;
import de.koblenz.kiosk.order.OrderId;
import de.koblenz.kiosk.order.OrderRequest.CopyLine;
import de.koblenz.kiosk.order.OrderRequest.LaterDocument;
import de.koblenz.kiosk.order.document.ReceiptPart;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// What the receipts of orders say, in the transactions of their orders: documents and parts as they are, answers sealed.
final class OrderReceipts {
    /// How long answers wait for their receipt at most.
    private static final Duration MOST_KEPT = Duration.ofDays(7);

    private static final String CODE = "CODE";

    private final RestSeal seal;

    OrderReceipts(RestSeal seal) {
        this.seal = seal;
    }

    /// Writes down what a new order's receipt will say.
    void insert(Connection sql, Order order, List<CopyLine> answers)
            throws SQLException, IOException {
        String id = order.id().toString();
        int number = 0;
        for (LaterDocument document : order.later()) {
            Sql.change(
                    sql,
                    "INSERT INTO order_document VALUES (?, ?, ?, ?, ?)",
                    id,
                    number++,
                    document.name(),
                    document.until().map(LocalDate::toString).orElse(null),
                    document.upload());
        }
        if (!order.receipt().equals(ReceiptPart.USUAL)) {
            number = 0;
            for (ReceiptPart part : order.receipt()) {
                insert(sql, id, number++, part);
            }
        }
        if (!answers.isEmpty()) {
            byte[] nonce = seal.nonce();
            Sql.change(
                    sql,
                    "INSERT INTO order_answers VALUES (?, ?, ?, ?)",
                    id,
                    order.placedAt().plus(MOST_KEPT).toString(),
                    nonce,
                    seal.seal(nonce, id, bytes(answers)));
        }
    }

    private static void insert(Connection sql, String id, int number, ReceiptPart part)
            throws SQLException {
        String insert = "INSERT INTO order_receipt VALUES (?, ?, ?, ?, ?)";
        switch (part) {
            case ReceiptPart.Known known ->
                    Sql.change(sql, insert, id, number, known.name(), "", "");
            case ReceiptPart.Words(ReceiptPart.Style style, String text) ->
                    Sql.change(sql, insert, id, number, style.name(), text, "");
            case ReceiptPart.Code(String address, String caption) ->
                    Sql.change(sql, insert, id, number, CODE, address, caption);
        }
    }

    /// As a document of rows, which has a form of its own.
    private static byte[] bytes(List<CopyLine> answers) {
        return DocumentCodec.encode(
                new PrintDocument(
                        answers.stream()
                                .map(line ->
                                        (PrintDocument.Block)
                                                new PrintDocument.Row(
                                                        line.label(), line.value(), false))
                                .toList()));
    }

    /// Erases the answers of an order whose receipt nobody will print any more.
    ///
    /// @return whether there were some
    static boolean forget(Connection sql, Order order) throws SQLException {
        return !order.owesReceipt()
                && Sql.change(
                                sql,
                                "DELETE FROM order_answers WHERE order_id = ?",
                                order.id().toString())
                        > 0;
    }

    /// Erases answers that have waited for their receipt long enough.
    ///
    /// @return whether there were some
    static boolean expire(Connection sql, Instant now) throws SQLException {
        return Sql.change(sql, "DELETE FROM order_answers WHERE until <= ?", now.toString()) > 0;
    }

    static List<LaterDocument> documents(Connection sql, String id) throws SQLException {
        return Sql.rows(
                sql,
                "SELECT * FROM order_document WHERE order_id = ? ORDER BY number",
                row ->
                        new LaterDocument(
                                row.getString("name"),
                                Optional.ofNullable(row.getString("until")).map(LocalDate::parse),
                                row.getString("upload")),
                id);
    }

    static List<ReceiptPart> parts(Connection sql, String id) throws SQLException {
        List<ReceiptPart> parts =
                Sql.rows(
                        sql,
                        "SELECT * FROM order_receipt WHERE order_id = ? ORDER BY number",
                        OrderReceipts::part,
                        id);
        return parts.isEmpty() ? ReceiptPart.USUAL : parts;
    }

    private static ReceiptPart part(ResultSet row) throws SQLException {
        String part = row.getString("part");
        return switch (part) {
            case CODE -> new ReceiptPart.Code(row.getString("text"), row.getString("caption"));
            case "HEADING", "TITLE", "TEXT" ->
                    new ReceiptPart.Words(ReceiptPart.Style.valueOf(part), row.getString("text"));
            default -> ReceiptPart.Known.valueOf(part);
        };
    }

    /// One row; bytes in hex.
    private record Sealed(String nonce, String text) {}

    /// The answers of an order's receipt. A seal that is broken (the key was lost) takes them with it: the receipt is worth
    /// printing without them.
    List<CopyLine> answers(Connection sql, OrderId id) throws SQLException {
        List<Sealed> found =
                Sql.rows(
                        sql,
                        "SELECT nonce, sealed FROM order_answers WHERE order_id = ?",
                        row ->
                                new Sealed(
                                        HexFormat.of().formatHex(row.getBytes("nonce")),
                                        HexFormat.of().formatHex(row.getBytes("sealed"))),
                        id.toString());
        List<CopyLine> answers = new ArrayList<>();
        for (Sealed each : found) {
            try {
                byte[] text =
                        seal.open(
                                HexFormat.of().parseHex(each.nonce()),
                                id.toString(),
                                HexFormat.of().parseHex(each.text()));
                for (PrintDocument.Block block : DocumentCodec.decode(text).blocks()) {
                    if (block instanceof PrintDocument.Row(String label, String value, _)) {
                        answers.add(new CopyLine(label, value));
                    }
                }
            } catch (IOException _) {
                return List.of();
            }
        }
        return answers;
    }
}
