package de.koblenz.kiosk.store;

import de.koblenz.kiosk.order.Order;
import de.koblenz.kiosk.order.Order.Dispatch;
import de.koblenz.kiosk.order.OrderId;
import de.koblenz.kiosk.order.OrderState;
import de.koblenz.kiosk.order.submission.SealedApplication;
import de.koblenz.kiosk.order.submission.SealedAttachment;
import de.koblenz.kiosk.order.submission.SealedSubmission;
import de.koblenz.kiosk.order.submission.SealedSubmission.AttachmentTag;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// The rows of what lies sealed beside an order.
final class Envelopes {
    private Envelopes() {}

    static void insert(Connection sql, OrderId id, SealedApplication sealed) throws SQLException {
        SealedSubmission submission = sealed.submission();
        Sql.change(
                sql,
                "INSERT INTO sealed_submission VALUES (?, ?, ?, ?, ?, ?)",
                id.toString(),
                submission.destinationId(),
                submission.leikaKey(),
                submission.serviceName(),
                submission.metadata(),
                submission.data());
        int number = 0;
        for (SealedAttachment attachment : sealed.attachments()) {
            Sql.change(
                    sql,
                    "INSERT INTO sealed_attachment VALUES (?, ?, ?, ?, ?)",
                    id.toString(),
                    number++,
                    attachment.id(),
                    attachment.tag().tag(),
                    attachment.jwe());
        }
    }

    static Optional<SealedSubmission> find(Connection sql, String id) throws SQLException {
        List<AttachmentTag> attachments =
                Sql.rows(
                        sql,
                        "SELECT attachment_id, tag FROM sealed_attachment WHERE order_id = ? ORDER BY number",
                        row -> new AttachmentTag(row.getString(1), row.getString(2)),
                        id);
        return Sql.rows(
                        sql,
                        "SELECT * FROM sealed_submission WHERE order_id = ?",
                        row ->
                                new SealedSubmission(
                                        row.getString("destination_id"),
                                        row.getString("leika_key"),
                                        row.getString("service_name"),
                                        row.getString("metadata"),
                                        row.getString("data"),
                                        attachments),
                        id)
                .stream()
                .findFirst();
    }

    /// One that has not been erased.
    static Optional<SealedAttachment> attachment(Connection sql, String id, int number)
            throws SQLException {
        return Sql.rows(
                        sql,
                        "SELECT attachment_id, jwe FROM sealed_attachment"
                                + " WHERE order_id = ? AND number = ? AND jwe <> ''",
                        row -> new SealedAttachment(row.getString(1), row.getString(2)),
                        id,
                        number)
                .stream()
                .findFirst();
    }

    /// Takes away what the order does not need any more.
    ///
    /// @return whether there was something
    static boolean erase(Connection sql, Order order) throws SQLException {
        String id = order.id().toString();
        if (order.state() == OrderState.ENDED || order.over()) {
            int documents = Sql.change(sql, "DELETE FROM sealed_attachment WHERE order_id = ?", id);
            int application =
                    Sql.change(sql, "DELETE FROM sealed_submission WHERE order_id = ?", id);
            return documents + application > 0;
        }
        // Their tags stay: by them what the authority signs for is recognised.
        return order.attachments() > 0
                && order.dispatch().status().compareTo(Dispatch.Status.DELIVERED) >= 0
                && Sql.change(
                                sql,
                                "UPDATE sealed_attachment SET jwe = '' WHERE order_id = ? AND jwe <> ''",
                                id)
                        > 0;
    }
}
