package de.koblenz.kiosk.sandbox;

import de.koblenz.kiosk.sandbox.Database.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All holds and tickets, durable. Each change counts the places and takes them in one transaction, so that no slot is
/// ever sold beyond its capacity. Thread-safe.
final class HoldRegister {
    static final List<String> SCHEMA =
            List.of(
                    """
                    CREATE TABLE IF NOT EXISTS hold (
                      id TEXT PRIMARY KEY,
                      slot TEXT NOT NULL,
                      places INTEGER NOT NULL,
                      state TEXT NOT NULL,
                      expires_at INTEGER NOT NULL,
                      order_reference TEXT NOT NULL DEFAULT '',
                      cancel_reason TEXT NOT NULL DEFAULT '')
                    """,
                    "CREATE INDEX IF NOT EXISTS hold_by_slot ON hold (slot, state)",
                    """
                    CREATE TABLE IF NOT EXISTS ticket (
                      code TEXT PRIMARY KEY,
                      hold_id TEXT NOT NULL REFERENCES hold(id),
                      position INTEGER NOT NULL,
                      revoked INTEGER NOT NULL DEFAULT 0,
                      UNIQUE (hold_id, position))
                    """,
                    TicketSigner.SCHEMA);

    private final Database database;
    private final TicketSigner signer;
    private final InstantSource clock;

    HoldRegister(Database database, TicketSigner signer, InstantSource clock) {
        this.database = database;
        this.signer = signer;
        this.clock = clock;
    }

    HoldOutcome hold(String id, Slot slot, int places, Duration ttl) {
        Instant now = clock.instant();
        return database.transact(rows -> {
            expire(rows, now);
            Optional<Hold> known = find(rows, id);
            if (known.isPresent()) {
                return repeated(known.get(), slot, places);
            }
            int free = free(rows, slot, now);
            if (places > free) {
                return new HoldOutcome.SoldOut(free);
            }
            insert(rows, id, slot.id(), places, HoldState.HELD, now.plus(ttl));
            return new HoldOutcome.Kept(find(rows, id).orElseThrow(), true);
        });
    }

    /// Keeps a hold for `ttl` from now, never shorter than before.
    HoldOutcome extend(String id, Duration ttl) {
        Instant now = clock.instant();
        return database.transact(rows -> {
            expire(rows, now);
            rows.change(
                    """
                    UPDATE hold SET expires_at = MAX(expires_at, ?)
                    WHERE id = ? AND state = 'HELD'
                    """,
                    now.plus(ttl).toEpochMilli(),
                    id);
            return living(rows, id);
        });
    }

    /// Sells a hold: signs its tickets, or finds them again.
    HoldOutcome confirm(String id, String orderReference, Slot slot, Instant validFrom) {
        return database.transact(rows -> {
            expire(rows, clock.instant());
            HoldOutcome outcome = living(rows, id);
            if (!(outcome instanceof HoldOutcome.Kept(Hold hold, _))) {
                return outcome;
            }
            if (hold.state() == HoldState.CONFIRMED
                    && !hold.orderReference().equals(orderReference)) {
                return new HoldOutcome.DifferentContent();
            }
            if (hold.state() == HoldState.HELD) {
                rows.change(
                        "UPDATE hold SET state = 'CONFIRMED', order_reference = ? WHERE id = ?",
                        orderReference,
                        id);
                for (int place = 0; place < hold.places(); place++) {
                    rows.change(
                            "INSERT INTO ticket (code, hold_id, position) VALUES (?, ?, ?)",
                            signer.sign(slot, validFrom, slot.end().toInstant()),
                            id,
                            place);
                }
            }
            return new HoldOutcome.Confirmed(find(rows, id).orElseThrow(), codes(rows, id));
        });
    }

    /// Gives a hold back before it is sold. An id that was never seen is released all the same: its request for a hold
    /// may still be on the way, and must find it ended.
    HoldOutcome release(String id) {
        Instant now = clock.instant();
        return database.transact(rows -> {
            expire(rows, now);
            if (find(rows, id).isEmpty()) {
                insert(rows, id, "", 0, HoldState.RELEASED, now);
            }
            rows.change("UPDATE hold SET state = 'RELEASED' WHERE id = ? AND state = 'HELD'", id);
            return new HoldOutcome.Kept(find(rows, id).orElseThrow(), false);
        });
    }

    /// Takes a hold back, also after the sale: its codes are revoked.
    HoldOutcome cancel(String id, String reason) {
        return database.transact(rows -> {
            expire(rows, clock.instant());
            rows.change(
                    """
                    UPDATE hold SET state = 'RELEASED', cancel_reason = ?
                    WHERE id = ? AND state IN ('HELD', 'CONFIRMED')
                    """,
                    reason,
                    id);
            rows.change("UPDATE ticket SET revoked = 1 WHERE hold_id = ?", id);
            return kept(rows, id);
        });
    }

    HoldOutcome show(String id) {
        return database.transact(rows -> {
            expire(rows, clock.instant());
            return kept(rows, id);
        });
    }

    /// Places of each slot that nobody holds; none once it has ended.
    List<Integer> free(List<Slot> slots) {
        Instant now = clock.instant();
        return database.transact(rows -> {
            expire(rows, now);
            List<Integer> free = new ArrayList<>();
            for (Slot slot : slots) {
                free.add(free(rows, slot, now));
            }
            return free;
        });
    }

    /// All holds that were ever made.
    List<Hold> all() {
        return database.transact(rows -> {
            expire(rows, clock.instant());
            return rows.all(
                    "SELECT * FROM hold WHERE slot <> '' ORDER BY rowid", HoldRegister::read);
        });
    }

    boolean isRevoked(String code) {
        return database.transact(rows ->
                rows.first(
                                "SELECT revoked FROM ticket WHERE code = ?",
                                row -> row.getBoolean(1),
                                code)
                        .orElse(true));
    }

    private static HoldOutcome repeated(Hold hold, Slot slot, int places) {
        if (hasEnded(hold)) {
            return new HoldOutcome.Ended(hold.state());
        }
        boolean same = hold.slot().equals(slot.id()) && hold.places() == places;
        return same ? new HoldOutcome.Kept(hold, false) : new HoldOutcome.DifferentContent();
    }

    private static boolean hasEnded(Hold hold) {
        return hold.state() == HoldState.EXPIRED || hold.state() == HoldState.RELEASED;
    }

    private static HoldOutcome kept(Transaction rows, String id) throws SQLException {
        Optional<Hold> found = find(rows, id).filter(hold -> !hold.slot().isEmpty());
        return found.isEmpty()
                ? new HoldOutcome.Unknown()
                : new HoldOutcome.Kept(found.get(), false);
    }

    private static HoldOutcome living(Transaction rows, String id) throws SQLException {
        Optional<Hold> found = find(rows, id);
        if (found.isEmpty()) {
            return new HoldOutcome.Unknown();
        }
        return hasEnded(found.get())
                ? new HoldOutcome.Ended(found.get().state())
                : new HoldOutcome.Kept(found.get(), false);
    }

    private static int free(Transaction rows, Slot slot, Instant now) throws SQLException {
        if (!slot.end().toInstant().isAfter(now)) {
            return 0;
        }
        int taken =
                rows.first(
                                """
                                SELECT COALESCE(SUM(places), 0) FROM hold
                                WHERE slot = ? AND state IN ('HELD', 'CONFIRMED')
                                """,
                                row -> row.getInt(1),
                                slot.id())
                        .orElse(0);
        return slot.venue().capacity() - taken;
    }

    private static void expire(Transaction rows, Instant now) throws SQLException {
        rows.change(
                "UPDATE hold SET state = 'EXPIRED' WHERE state = 'HELD' AND expires_at <= ?",
                now.toEpochMilli());
    }

    private static void insert(
            Transaction rows,
            String id,
            String slot,
            int places,
            HoldState state,
            Instant expiresAt)
            throws SQLException {
        rows.change(
                "INSERT INTO hold (id, slot, places, state, expires_at) VALUES (?, ?, ?, ?, ?)",
                id,
                slot,
                places,
                state.name(),
                expiresAt.toEpochMilli());
    }

    private static Optional<Hold> find(Transaction rows, String id) throws SQLException {
        return rows.first("SELECT * FROM hold WHERE id = ?", HoldRegister::read, id);
    }

    private static List<String> codes(Transaction rows, String id) throws SQLException {
        return rows.all(
                "SELECT code FROM ticket WHERE hold_id = ? ORDER BY position",
                row -> row.getString(1),
                id);
    }

    private static Hold read(ResultSet row) throws SQLException {
        return new Hold(
                row.getString("id"),
                row.getString("slot"),
                row.getInt("places"),
                HoldState.valueOf(row.getString("state")),
                Instant.ofEpochMilli(row.getLong("expires_at")),
                row.getString("order_reference"));
    }
}
