package de.koblenz.kiosk.fleet.model;

import java.time.Instant;
import java.util.List;

/// Who did what. Nothing in it is ever changed. Thread-safe.
public interface AuditLog {
    void append(AuditEntry entry) throws StoreUnavailable;

    /// Entries from `from` until before `to`, newest first.
    List<AuditEntry> entries(Instant from, Instant to, int most) throws StoreUnavailable;
}
