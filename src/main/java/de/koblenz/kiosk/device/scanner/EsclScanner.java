package de.koblenz.kiosk.device.scanner;

import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.device.DeviceId;
import de.koblenz.kiosk.device.DeviceState;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// A scanner that speaks eSCL: at USB behind `ipp-usb`, which gives it an address on this machine, or on the network.
///
/// One platform thread, named `scanner-<id>`, does everything that touches the scanner. It starts with the first scan or
/// the first who observes, so a scanner that nobody uses costs nothing. All methods may be called from any thread.
public final class EsclScanner implements DocumentScanner {
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

    /// One unanswered question may be a slip of the line.
    private static final int MOST_MISSES = 2;

    private final DeviceId id;
    private final URI base;
    private final ScannerTimings timings;
    private final BlockingQueue<Work> queue = new LinkedBlockingQueue<>();
    private final List<Consumer<DeviceHealth>> listeners = new CopyOnWriteArrayList<>();
    private final List<Wish> wishes = new CopyOnWriteArrayList<>();
    private volatile DeviceHealth health;
    private volatile Optional<EsclCapabilities> capabilities = Optional.empty();
    private volatile CompletableFuture<?> look = new CompletableFuture<>();
    private volatile boolean closing;
    private @Nullable Thread thread;
    private int misses;

    /// Something for the scanner's thread to do.
    ///
    /// @param run does it
    /// @param refuse answers in its place when the scanner has been closed
    private record Work(Consumer<EsclLine> run, Runnable refuse) {}

    /// A scan that is wanted.
    ///
    /// @param stop done when it is not wanted any more
    private record Wish(
            ScanSettings settings,
            IntConsumer progress,
            CompletableFuture<Void> stop,
            CompletableFuture<ScanOutcome> outcome) {}

    /// Does nothing yet.
    ///
    /// @param address of eSCL, such as `http://127.0.0.1:60000/eSCL`; a slash at its end makes no difference
    public EsclScanner(DeviceId id, URI address, ScannerTimings timings) {
        this.id = id;
        this.base = address.getRawPath().endsWith("/") ? address : URI.create(address + "/");
        this.timings = timings;
        this.health = health(DeviceState.STARTING, Map.of());
    }

    @Override
    public DeviceId id() {
        return id;
    }

    @Override
    public DeviceHealth health() {
        return health;
    }

    @Override
    public Set<ScanSettings.Source> sources() {
        return capabilities.map(EsclCapabilities::sources).orElse(Set.of());
    }

    @Override
    public void observe(Consumer<DeviceHealth> listener) {
        add(
                new Work(
                        _ -> {
                            listeners.add(listener);
                            tell(listener, health);
                        },
                        () -> {}));
    }

    @Override
    public CompletableFuture<ScanOutcome> scan(ScanSettings settings, IntConsumer progress) {
        Wish wish =
                new Wish(settings, progress, new CompletableFuture<>(), new CompletableFuture<>());
        wishes.add(wish);
        add(new Work(line -> carryOut(wish, line), () -> fail(wish, ScannerCode.CLOSED)));
        // A look at the status can be taken later.
        look.complete(null);
        return wish.outcome();
    }

    @Override
    public void cancel() {
        wishes.forEach(wish -> wish.stop().complete(null));
    }

    private void add(Work work) {
        queue.add(work);
        synchronized (this) {
            if (!closing && thread == null) {
                thread = Thread.ofPlatform().daemon().name("scanner-" + id).start(this::work);
            }
        }
        if (closing && !alive()) {
            refuseAll();
        }
    }

    private synchronized boolean alive() {
        return thread != null && thread.isAlive();
    }

    private void work() {
        try (EsclLine line = new EsclLine(base, timings)) {
            Deadline next = Deadline.in(timings.first());
            while (!closing) {
                Work work = queue.poll(next.left().toNanos(), TimeUnit.NANOSECONDS);
                carryOn(work, line);
                if (work == null) {
                    next = Deadline.in(timings.poll());
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            closing = true;
            refuseAll();
        }
    }

    /// Whatever goes wrong, the next scan has its turn: memory that one ran out of is free again.
    private void carryOn(@Nullable Work work, EsclLine line) {
        try {
            if (work == null) {
                lookAt(line);
            } else {
                work.run().accept(line);
            }
        } catch (RuntimeException | Error e) {
            Log.fault("fault beside the scans", e);
        }
    }

    private void refuseAll() {
        for (Work next = queue.poll(); next != null; next = queue.poll()) {
            next.refuse().run();
        }
    }

    private void carryOut(Wish wish, EsclLine line) {
        if (wish.stop().isDone()) {
            fail(wish, ScannerCode.CANCELLED);
            return;
        }
        Optional<EsclJob> begun = Optional.empty();
        ScanOutcome outcome;
        try {
            EsclJob job =
                    new EsclJob(
                            line,
                            known(line, wish.stop()),
                            wish.settings(),
                            timings,
                            wish.stop(),
                            wish.progress());
            begun = Optional.of(job);
            outcome = new ScanOutcome.Scanned(job.run());
        } catch (ScanFault e) {
            outcome = failed(e.code());
        } catch (RuntimeException | Error e) {
            Log.fault("fault while scanning", e);
            outcome = new ScanOutcome.Failed(ScannerCode.FAULT);
        }
        wishes.remove(wish);
        if (outcome instanceof ScanOutcome.Scanned scanned && wish.stop().isDone()) {
            scanned.close();
            outcome = new ScanOutcome.Failed(ScannerCode.CANCELLED);
        }
        wish.outcome().complete(outcome);
        failStopped();
        begun.ifPresent(EsclJob::leave);
    }

    private ScanOutcome failed(ScannerCode code) {
        if (code == ScannerCode.GONE) {
            forget(DeviceState.NO_DEVICE);
        }
        return new ScanOutcome.Failed(
                closing && code == ScannerCode.CANCELLED ? ScannerCode.CLOSED : code);
    }

    /// Those that were cancelled while they waited need not wait for the scanner to be freed.
    private void failStopped() {
        for (Wish wish : wishes) {
            if (wish.stop().isDone()) {
                fail(wish, ScannerCode.CANCELLED);
            }
        }
    }

    private void fail(Wish wish, ScannerCode code) {
        wishes.remove(wish);
        wish.outcome().complete(failed(code));
    }

    private EsclCapabilities known(EsclLine line, CompletableFuture<?> stop) throws ScanFault {
        if (capabilities.isEmpty()) {
            capabilities = Optional.of(line.capabilities(stop));
        }
        return capabilities.get();
    }

    /// Sees how the scanner is; gives way to a scan.
    private void lookAt(EsclLine line) {
        CompletableFuture<?> stop = new CompletableFuture<>();
        look = stop;
        if (!queue.isEmpty()) {
            return;
        }
        try {
            known(line, stop);
            EsclStatus status = line.status(stop);
            misses = 0;
            publish(health(status.device(), status.details()));
        } catch (ScanFault e) {
            missed(e.code());
        }
    }

    private void missed(ScannerCode code) {
        switch (code) {
            case CANCELLED, CLOSED -> {
                // For something more important.
            }
            case GONE -> forget(DeviceState.NO_DEVICE);
            case BUSY -> publish(health(DeviceState.DEVICE_BUSY, health.details()));
            case SLOW,
                    EMPTY,
                    JAM,
                    COVER,
                    BROKEN,
                    UNSUPPORTED,
                    TOO_LARGE,
                    TOO_MANY,
                    BAD_DATA,
                    FAULT -> {
                misses++;
                if (misses >= MOST_MISSES) {
                    forget(
                            code == ScannerCode.SLOW
                                    ? DeviceState.NO_DEVICE
                                    : DeviceState.HARDWARE_ERROR);
                }
            }
        }
    }

    /// What is plugged in next may be another one.
    private void forget(DeviceState state) {
        capabilities = Optional.empty();
        publish(health(state, Map.of()));
    }

    private DeviceHealth health(DeviceState state, Map<String, String> details) {
        return new DeviceHealth(
                id,
                state,
                details.isEmpty() ? Map.of("media", "unknown", "cover", "unknown") : details);
    }

    private void publish(DeviceHealth now) {
        if (!now.equals(health)) {
            health = now;
            listeners.forEach(listener -> tell(listener, now));
        }
    }

    /// A listener's fault is none of the scanner, nor of the other listeners.
    private static void tell(Consumer<DeviceHealth> listener, DeviceHealth now) {
        try {
            listener.accept(now);
        } catch (RuntimeException e) {
            Log.fault("fault of whoever hears how the scanner is", e);
        }
    }

    @Override
    public void close() {
        Thread running;
        synchronized (this) {
            closing = true;
            running = thread;
        }
        cancel();
        look.complete(null);
        queue.add(new Work(_ -> {}, () -> {}));
        if (running != null && !Thread.currentThread().equals(running)) {
            try {
                running.join(LONGEST_CLOSE);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        refuseAll();
    }
}
