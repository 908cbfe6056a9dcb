package de.koblenz.kiosk.fleet.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where a collector writes, one at a time for each shard. Thread-safe.
public interface FleetJournal {
    /// Tries to become the collector of a shard, or to stay it.
    ///
    /// @return empty while another monitor is
    Optional<Lease> lease(Shard shard, String holder, Instant now, Duration length)
            throws StoreUnavailable;

    /// Says whether another may have the lease although it has not ended: its holder has lost its broker. Until somebody takes it, the
    /// holder goes on.
    void offer(Lease lease, boolean offered) throws StoreUnavailable;

    /// Takes a lease that is offered; for who hears the broker.
    ///
    /// @return empty if none is
    Optional<Lease> takeOffered(Shard shard, String holder, Instant now, Duration length)
            throws StoreUnavailable;

    /// Gives the right back, so that another need not wait for its end.
    void release(Lease lease) throws StoreUnavailable;

    /// Writes everything down in one transaction; it is on disk when this returns. Renews the lease.
    ///
    /// @param until new end of the lease
    /// @throws LeaseLost if another monitor collects meanwhile
    void commit(Lease lease, Instant until, Batch batch) throws StoreUnavailable, LeaseLost;

    /// Reads what a collector begins with.
    FleetMemory load(Shard shard, Instant now) throws StoreUnavailable;

    /// What operators want, oldest first.
    List<Request> requests(Shard shard) throws StoreUnavailable;

    /// What one operator wants.
    ///
    /// @param id unique; one that comes twice is done once
    record Request(String id, Instant at, Operator by, OperatorAction action) {}
}
