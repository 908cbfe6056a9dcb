package de.koblenz.kiosk.device.card;

import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.device.DeviceId;
import de.koblenz.kiosk.device.card.CardLostException.Cause;
import de.koblenz.kiosk.device.profile.ReaderProfile;
import de.koblenz.kiosk.device.profile.ReaderProfiles;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javax.smartcardio.CardException;
import org.jspecify.annotations.Nullable;

/// The card reader over `javax.smartcardio`: readers and cards may come and go, PC/SC may start later or be restarted.
///
/// One platform thread, named `reader-<id>`, does everything that touches PC/SC; all methods may be called from any
/// thread. Between commands it looks at readers and card, so that a removal is noticed without one.
public final class PcscCardReader implements CardReader {
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);
    private static final int SHORTEST_COMMAND = 4;
    private static final int LONGEST_COMMAND = 65_544;

    private final DeviceId id;
    private final ReaderTimings timings;
    private final ReaderDialogue dialogue;
    private final BlockingQueue<Work> queue = new LinkedBlockingQueue<>();
    private final List<Consumer<DeviceHealth>> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile DeviceHealth health;
    private volatile boolean closing;

    /// Something for the reader's thread to do.
    ///
    /// @param run does it
    /// @param refuse answers in its place when the reader has been closed
    private record Work(Runnable run, Runnable refuse) {}

    @FunctionalInterface
    private interface Task<T extends @Nullable Object> {
        T run() throws CardLostException;
    }

    @FunctionalInterface
    private interface Entry<T> {
        T at(ReaderControls controls) throws CardException;
    }

    /// Starts the reader's thread, which finds PC/SC, reader and card as soon as they are there.
    public PcscCardReader(
            DeviceId id, CardService service, ReaderProfiles profiles, ReaderTimings timings) {
        this.id = id;
        this.timings = timings;
        this.dialogue = new ReaderDialogue(service, profiles, timings, System::nanoTime);
        this.health = health(dialogue.sight());
        this.thread = Thread.ofPlatform().daemon().name("reader-" + id).start(this::work);
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
    public Optional<ReaderProfile> profile() {
        return dialogue.sight().profile();
    }

    @Override
    public void observe(Consumer<DeviceHealth> listener) {
        add(
                new Work(
                        () -> {
                            listeners.add(listener);
                            listener.accept(health);
                        },
                        () -> {}));
    }

    @Override
    public CardChannel connect() throws CardLostException {
        Opened opened =
                await(
                        () -> {
                            ReaderChannel channel = dialogue.connect();
                            return new Opened(channel, channel.controls());
                        },
                        timings.longestCommand());
        return new Channel(opened.channel(), opened.controls());
    }

    private record Opened(ReaderChannel channel, ReaderControls controls) {}

    /// The channel as its user sees it.
    private final class Channel implements CardChannel, ReaderKeypad {
        private final ReaderChannel channel;
        private final boolean extendedLength;
        private final boolean keypad;
        private final boolean changesPin;

        Channel(ReaderChannel channel, ReaderControls controls) {
            this.channel = channel;
            this.extendedLength = controls.extendedLength();
            this.keypad = controls.keypad();
            this.changesPin = controls.changesPin();
        }

        @Override
        public byte[] transmit(byte[] command) throws CardLostException {
            if (command.length < SHORTEST_COMMAND || command.length > LONGEST_COMMAND) {
                throw new IllegalArgumentException("no command APDU");
            }
            return await(
                    () -> dialogue.exchange(channel, card -> card.transmit(command)),
                    timings.longestCommand());
        }

        @Override
        public boolean extendedLength() {
            return extendedLength;
        }

        @Override
        public Optional<ReaderKeypad> keypad() {
            return keypad ? Optional.of(this) : Optional.empty();
        }

        @Override
        public PaceOutcome establishPace(int password, byte[] template, byte[] description)
                throws CardLostException {
            return entry(controls -> controls.establishPace(password, template, description));
        }

        @Override
        public boolean changesPin() {
            return changesPin;
        }

        @Override
        public PinOutcome changePin(byte[] command) throws CardLostException {
            return entry(controls -> controls.changePin(command));
        }

        private <T> T entry(Entry<T> entry) throws CardLostException {
            return await(
                    () -> dialogue.exchange(channel, card -> entry.at(card.controls())),
                    timings.longestEntry());
        }

        @Override
        public void close() {
            try {
                await(
                        () -> {
                            dialogue.close(channel);
                            return channel;
                        },
                        timings.longestCommand());
            } catch (CardLostException _) {
                // Gone already, or will be when the reader answers again.
            }
        }
    }

    /// Does something on the reader's thread and waits for it.
    private <T> T await(Task<T> task, Duration longest) throws CardLostException {
        CompletableFuture<T> done = new CompletableFuture<>();
        add(
                new Work(
                        () -> {
                            try {
                                done.complete(task.run());
                            } catch (CardLostException | RuntimeException e) {
                                done.completeExceptionally(e);
                            }
                        },
                        () ->
                                done.completeExceptionally(
                                        new CardLostException(Cause.READER_GONE))));
        try {
            return done.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CardLostException lost) {
                throw new CardLostException(lost.reason(), lost);
            }
            throw new IllegalStateException(e);
        } catch (TimeoutException e) {
            throw new CardLostException(Cause.TRANSMISSION, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CardLostException(Cause.TRANSMISSION, e);
        }
    }

    private void add(Work work) {
        queue.add(work);
        if (closing && !thread.isAlive()) {
            refuseAll();
        }
    }

    private void work() {
        try {
            long look = System.nanoTime() - timings.poll().toNanos();
            while (!closing) {
                long left = look + timings.poll().toNanos() - System.nanoTime();
                if (left <= 0) {
                    look = System.nanoTime();
                    dialogue.attend();
                    publish();
                    left = timings.poll().toNanos();
                }
                Work next = queue.poll(left, TimeUnit.NANOSECONDS);
                if (next != null) {
                    next.run().run();
                    publish();
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

    private DeviceHealth health(ReaderDialogue.Sight sight) {
        return new DeviceHealth(id, sight.state(), sight.details());
    }

    private void publish() {
        DeviceHealth now = health(dialogue.sight());
        if (!now.equals(health)) {
            health = now;
            listeners.forEach(listener -> listener.accept(now));
        }
    }

    @Override
    public void close() {
        closing = true;
        queue.add(new Work(() -> {}, () -> {}));
        if (Thread.currentThread().equals(thread)) {
            return;
        }
        try {
            // A native call that never returns must not keep the terminal from ending.
            thread.join(LONGEST_CLOSE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        refuseAll();
    }
}
