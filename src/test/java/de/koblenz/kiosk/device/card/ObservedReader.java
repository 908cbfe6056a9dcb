package de.koblenz.kiosk.device.card;

import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.device.DeviceId;
import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.device.profile.ReaderProfiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// The real driver over some PC/SC, with all that it told since the last question.
final class ObservedReader implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    final PcscCardReader reader;
    private final BlockingQueue<DeviceHealth> told = new LinkedBlockingQueue<>();

    ObservedReader(CardService service) {
        reader =
                new PcscCardReader(
                        new DeviceId("card-reader"), service, profiles(), ReaderTimings.USUAL);
        reader.observe(told::add);
    }

    static ReaderProfiles profiles() {
        Problems problems = new Problems();
        ReaderProfiles profiles =
                ReaderProfiles.read(
                        Path.of(System.getProperty("kiosk.project", "."), "device-profiles"),
                        "device-profiles",
                        problems);
        if (!problems.none()) {
            throw new IllegalStateException(problems.sorted().toString());
        }
        return profiles;
    }

    /// Waits until the driver tells so.
    ///
    /// @return how long that took
    Duration await(Predicate<DeviceHealth> wanted) throws InterruptedException {
        long begun = System.nanoTime();
        while (true) {
            long left = PATIENCE.toNanos() - (System.nanoTime() - begun);
            DeviceHealth health = told.poll(left, TimeUnit.NANOSECONDS);
            if (health == null) {
                throw new AssertionError("not told in time; the newest is " + reader.health());
            }
            if (wanted.test(health)) {
                return Duration.ofNanos(System.nanoTime() - begun);
            }
        }
    }

    Duration awaitMedia(String word) throws InterruptedException {
        return await(health ->
                health.state() == DeviceState.ONLINE && word.equals(health.details().get("media")));
    }

    Duration awaitService(String word) throws InterruptedException {
        return await(health -> word.equals(health.details().get("service")));
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    @Override
    public void close() {
        reader.close();
    }
}
