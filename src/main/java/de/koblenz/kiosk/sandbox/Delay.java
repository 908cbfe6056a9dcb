package de.koblenz.kiosk.sandbox;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A request held back until a test or the bench lets it go on. Thread-safe.
public final class Delay {
    private final CountDownLatch arrival = new CountDownLatch(1);
    private final CountDownLatch departure = new CountDownLatch(1);

    Delay() {}

    /// Waits until the request has reached the service.
    ///
    /// @return false if it did not within `limit`
    public boolean awaitArrival(Duration limit) throws InterruptedException {
        return arrival.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Lets the request go on; once is enough, also before it has arrived.
    public void release() {
        departure.countDown();
    }

    void hold() throws InterruptedException {
        arrival.countDown();
        departure.await();
    }
}
