package de.koblenz.kiosk.device.printer;

import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.device.DeviceId;
import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.device.profile.DeviceProfile;
import de.koblenz.kiosk.device.transport.ByteTransport;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// A printer that speaks ESC/POS, driven by its profile.
///
/// One platform thread, named `printer-<id>`, does everything that touches the line; all methods may be
/// called from any thread. [#close()] waits until the job that prints at this moment has ended.
public final class EscPosPrinter implements TicketPrinter {
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(30);

    private final DeviceId id;
    private final EscPosEncoder encoder;
    private final PrinterDialogue dialogue;
    private final PrinterTimings timings;
    private final BlockingQueue<Work> queue = new LinkedBlockingQueue<>();
    private final List<Consumer<DeviceHealth>> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile DeviceHealth health;
    private volatile boolean closing;

    /// Something for the printer's thread to do.
    ///
    /// @param run does it
    /// @param refuse answers in its place when the printer has been closed
    private record Work(Runnable run, Runnable refuse) {}

    /// Starts the printer's thread, which opens the line as soon as it can.
    ///
    /// @param transport the line, not yet open; belongs to the printer from now on
    public EscPosPrinter(
            DeviceId id,
            DeviceProfile profile,
            ByteTransport transport,
            Letterhead letterhead,
            PrintJournal journal,
            InstantSource clock,
            PrinterTimings timings) {
        this.id = id;
        this.timings = timings;
        this.encoder = new EscPosEncoder(profile, letterhead);
        this.health = new DeviceHealth(id, DeviceState.STARTING, Map.of());
        this.dialogue =
                new PrinterDialogue(
                        profile, transport, encoder, journal, clock, timings, this::publish);
        this.thread = Thread.ofPlatform().name("printer-" + id).start(this::work);
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
    public PrinterStatus status() {
        return dialogue.status();
    }

    @Override
    public boolean ready(int millimetres) {
        return !closing && dialogue.ready(millimetres);
    }

    @Override
    public int millimetres(PrintDocument document) throws UnprintableTextException {
        return encoder.millimetres(document);
    }

    @Override
    public PaperSupply supply() {
        return dialogue.supply();
    }

    @Override
    public void observe(Consumer<DeviceHealth> listener) {
        add(
                () -> {
                    listeners.add(listener);
                    listener.accept(health);
                },
                () -> {});
    }

    @Override
    public CompletableFuture<PrintOutcome> print(PrintJob job, BooleanSupplier wanted) {
        return enqueue(job, Optional.empty(), wanted);
    }

    @Override
    public CompletableFuture<PrintOutcome> reprint(PrintJob job, String reason) {
        return enqueue(job, Optional.of(reason), () -> true);
    }

    private CompletableFuture<PrintOutcome> enqueue(
            PrintJob job, Optional<String> reason, BooleanSupplier wanted) {
        CompletableFuture<PrintOutcome> outcome = new CompletableFuture<>();
        add(
                () -> outcome.complete(outcome(job, reason, wanted)),
                () -> outcome.complete(new PrintOutcome.NotPrinted(PrinterCode.CLOSED)));
        return outcome;
    }

    private void add(Runnable run, Runnable refuse) {
        queue.add(new Work(run, refuse));
        if (closing && !thread.isAlive()) {
            refuseAll();
        }
    }

    /// A fault must not keep whoever waits for the outcome waiting for ever.
    private PrintOutcome outcome(PrintJob job, Optional<String> reason, BooleanSupplier wanted) {
        try {
            return dialogue.print(job, reason, wanted);
        } catch (RuntimeException e) {
            Log.fault("fault while printing", e);
            return dialogue.sending()
                    ? new PrintOutcome.Unknown(PrinterCode.FAULT)
                    : new PrintOutcome.NotPrinted(PrinterCode.FAULT);
        }
    }

    private void work() {
        try {
            encoder.warmUp();
            while (!closing) {
                dialogue.attend(() -> !queue.isEmpty());
                publish();
                Work next = queue.poll(timings.poll().toNanos(), TimeUnit.NANOSECONDS);
                while (next != null) {
                    next.run().run();
                    publish();
                    next = closing ? null : queue.poll();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            closing = true;
            dialogue.close();
            refuseAll();
        }
    }

    private void refuseAll() {
        for (Work next = queue.poll(); next != null; next = queue.poll()) {
            next.refuse().run();
        }
    }

    private void publish() {
        DeviceHealth now = new DeviceHealth(id, state(), details());
        if (!now.equals(health)) {
            health = now;
            listeners.forEach(listener -> listener.accept(now));
        }
    }

    private DeviceState state() {
        PrinterStatus status = dialogue.status();
        if (!dialogue.open()) {
            return DeviceState.NO_DEVICE;
        }
        if (!status.reachable()) {
            return DeviceState.POWER_OFF;
        }
        if (status.unrecoverable()) {
            return DeviceState.HARDWARE_ERROR;
        }
        if (status.canPrint()) {
            return dialogue.settled() ? DeviceState.ONLINE : DeviceState.STARTING;
        }
        return status.overheated() ? DeviceState.DEVICE_BUSY : DeviceState.USER_ERROR;
    }

    private Map<String, String> details() {
        PrinterStatus status = dialogue.status();
        if (!status.reachable()) {
            return Map.of("paper", "unknown");
        }
        Map<String, String> details = new HashMap<>();
        details.put("paper", status.paper().name().toLowerCase(Locale.ROOT));
        details.put("cover", status.coverOpen() ? "open" : "closed");
        details.put("cutter", status.cutterError() ? "error" : "ok");
        details.put("head", status.overheated() ? "overheated" : "ok");
        if (status.presenter() != PrinterStatus.Presenter.UNKNOWN) {
            details.put("presenter", status.presenter().name().toLowerCase(Locale.ROOT));
        }
        PaperSupply supply = dialogue.supply();
        supply.millimetres()
                .ifPresent(left -> details.put(DeviceHealth.PAPER_LEFT_MM, Integer.toString(left)));
        supply.prints()
                .ifPresent(
                        prints -> details.put(DeviceHealth.PRINTS_LEFT, Integer.toString(prints)));
        return details;
    }

    @Override
    public void close() {
        closing = true;
        queue.add(new Work(() -> {}, () -> {}));
        if (Thread.currentThread().equals(thread)) {
            return;
        }
        try {
            if (!thread.join(LONGEST_CLOSE)) {
                // The job waits for people at the printer; its journal entry says that nobody
                // knows.
                dialogue.abandon();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        refuseAll();
    }
}
