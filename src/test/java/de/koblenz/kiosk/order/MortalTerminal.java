package de.koblenz.kiosk.order;

import de.koblenz.kiosk.device.printer.PrintOutcome;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// A terminal in a process of its own that is killed from outside: it goes on with what it finds, then takes one more
/// order. Standard output tells where it is; `here` means that it stands still at its point of death.
final class MortalTerminal {
    private static final OrderLimits FAST =
            new OrderLimits(
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(30),
                    Duration.ofMinutes(10),
                    Duration.ofMillis(20),
                    Duration.ofMillis(20),
                    Duration.ofHours(1),
                    Duration.ofDays(14),
                    Duration.ofMillis(50),
                    Duration.ofDays(1));

    private MortalTerminal() {}

    /// @param arguments database, tray, payment, authority, token, booking, number of the order (0: none), point of
    ///     death by its number (0: none) or its name, whether to stand still there
    public static void main(String[] arguments) throws Exception {
        Path tray = Path.of(arguments[1]);
        int number = Integer.parseInt(arguments[6]);
        String last = arguments[7];
        boolean still = Boolean.parseBoolean(arguments[8]);
        AtomicInteger points = new AtomicInteger();
        AtomicBoolean met = new AtomicBoolean();
        CrashPoint crash =
                place -> {
                    boolean here = Integer.toString(points.incrementAndGet()).equals(last);
                    if (here || (place.equals(last) && met.compareAndSet(false, true))) {
                        say("here " + place);
                        if (still) {
                            standStill();
                        }
                    }
                };
        InstantSource clock = InstantSource.system();
        ThreadScheduler threads = new ThreadScheduler();
        Terminal terminal =
                new Terminal(
                        Path.of(arguments[0]),
                        new Terminal.Addresses(
                                URI.create(arguments[2]),
                                URI.create(arguments[3]),
                                URI.create(arguments[4]),
                                URI.create(arguments[5])),
                        FAST,
                        clock,
                        threads,
                        crash);
        terminal.tray.fate =
                job -> {
                    crash.reached("paper before");
                    write(tray, job.id());
                    crash.reached("paper after");
                    return new PrintOutcome.Completed();
                };
        CountDownLatch ended = new CountDownLatch(1);
        OrderId id = SampleOrders.id(number);
        terminal.desk.observe(progress -> {
            if (progress.phase() == OrderProgress.Phase.AWAITING_PAYMENT) {
                say("pay " + progress.id());
            }
            if (progress.id().equals(id) && progress.phase().ended()) {
                ended.countDown();
            }
        });
        terminal.desk.recover();
        say("up");
        if (number > 0) {
            terminal.desk.place(request(number), SampleOrders.PAPERS);
            ended.await();
        }
        while (!terminal.store.unfinished().isEmpty()) {
            // Only the last terminal gets here, and only until the others' orders have ended.
            Thread.onSpinWait();
        }
        threads.close();
        terminal.close();
        say("done");
    }

    /// The order of a number: tickets and permits with documents in turn.
    static OrderRequest request(int number) {
        OrderId id = SampleOrders.id(number);
        return number % 2 == 0
                ? SampleOrders.ticket(id, "moselbad.20300608.1030", 2)
                : SampleOrders.withPapers(
                        SampleOrders.permit(id, "{\"n\":" + number + "}", "copy"));
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private static void standStill() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Paper is for ever: it is on disk before the printer says so.
    private static void write(Path tray, String jobId) {
        try (FileChannel out =
                FileChannel.open(tray, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            out.write(StandardCharsets.UTF_8.encode(jobId + "\n"));
            out.force(true);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
