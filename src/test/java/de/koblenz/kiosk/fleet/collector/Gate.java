package de.koblenz.kiosk.fleet.collector;

import de.koblenz.kiosk.fleet.model.Batch;
import de.koblenz.kiosk.fleet.model.FleetJournal;
import de.koblenz.kiosk.fleet.model.FleetMemory;
import de.koblenz.kiosk.fleet.model.Lease;
import de.koblenz.kiosk.fleet.model.LeaseLost;
import de.koblenz.kiosk.fleet.model.Shard;
import de.koblenz.kiosk.fleet.model.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// A journal before which a collector stands still once it is shut: it has received and shown, and has not written.
final class Gate implements FleetJournal {
    final CountDownLatch reached = new CountDownLatch(1);
    volatile boolean shut;
    private final FleetJournal journal;

    Gate(FleetJournal journal) {
        this.journal = journal;
    }

    @Override
    public Optional<Lease> lease(Shard shard, String holder, Instant now, Duration length)
            throws StoreUnavailable {
        return journal.lease(shard, holder, now, length);
    }

    @Override
    public void offer(Lease lease, boolean offered) throws StoreUnavailable {
        journal.offer(lease, offered);
    }

    @Override
    public Optional<Lease> takeOffered(Shard shard, String holder, Instant now, Duration length)
            throws StoreUnavailable {
        return journal.takeOffered(shard, holder, now, length);
    }

    @Override
    public void release(Lease lease) throws StoreUnavailable {
        journal.release(lease);
    }

    @Override
    public void commit(Lease lease, Instant until, Batch batch) throws StoreUnavailable, LeaseLost {
        if (shut && !batch.events().isEmpty()) {
            reached.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            throw new StoreUnavailable("ended");
        }
        journal.commit(lease, until, batch);
    }

    @Override
    public FleetMemory load(Shard shard, Instant now) throws StoreUnavailable {
        return journal.load(shard, now);
    }

    @Override
    public List<Request> requests(Shard shard) throws StoreUnavailable {
        return journal.requests(shard);
    }
}
