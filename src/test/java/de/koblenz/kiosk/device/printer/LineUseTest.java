package de.koblenz.kiosk.device.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.DeviceId;
import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.device.profile.DeviceProfile;
import de.koblenz.kiosk.device.sim.PseudoTerminal;
import de.koblenz.kiosk.device.sim.SimulatedPrinter;
import de.koblenz.kiosk.device.transport.SerialTransport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How much of the line a job uses: a far end that takes bytes no faster than the baud rate counts the time in which
/// it could have taken one and there was none.
class LineUseTest {
    private static final int BAUD = 115_200;

    /// Start bit, eight bits, stop bit.
    private static final double NANOS_PER_BYTE = 10e9 / BAUD;

    /// Pictures make it some 26 KB, more than two seconds at this rate.
    private static PrintDocument longDocument() {
        List<PrintDocument.Block> blocks = new ArrayList<>();
        for (int line = 0; line < 12; line++) {
            blocks.add(PrintDocument.Paragraph.plain("Strada Brașov șapte, rândul " + line));
        }
        return new PrintDocument(blocks);
    }

    @TempDir private Path folder;

    @Test
    void aJobLeavesTheLineHardlyEverIdle() throws Exception {
        DeviceProfile profile = Profiles.shipped("GENERIC-80");
        PseudoTerminal far = new PseudoTerminal(folder.resolve("printer"));
        far.open();
        PacedEnd end = new PacedEnd(far, new SimulatedPrinter(profile));
        Thread thread = Thread.ofPlatform().daemon().name("paced-end").start(end);
        CountDownLatch online = new CountDownLatch(1);
        try (EscPosPrinter printer =
                new EscPosPrinter(
                        new DeviceId("receipt-printer"),
                        profile,
                        new SerialTransport(far.name().toString(), profile.kiosk().serial()),
                        Letterhead.koblenz("Stadt Koblenz", "Duplikat"),
                        new MemoryJournal(),
                        Clock.systemUTC(),
                        PrinterTimings.USUAL)) {
            printer.observe(health -> {
                if (health.state() == DeviceState.ONLINE) {
                    online.countDown();
                }
            });
            assertTrue(online.await(20, TimeUnit.SECONDS));
            end.forget();
            assertEquals(
                    new PrintOutcome.Completed(),
                    printer.print(SampleDocuments.job("job-1", longDocument()))
                            .get(60, TimeUnit.SECONDS));
        } finally {
            end.ended = true;
            thread.join();
            far.close();
        }
        System.out.printf(
                "line use at %d baud: %d bytes in %.0f ms, idle %.1f ms, %.2f %%%n",
                BAUD, end.bytes, end.lastAt / 1e6, end.idle / 1e6, 100 * end.use());
        assertTrue(end.bytes > 20_000, "bytes: " + end.bytes);
        assertTrue(end.use() >= 0.97, "use: " + end.use());
    }

    /// Takes bytes at the pace of the line and hands them to a printer.
    private static final class PacedEnd implements Runnable {
        private final PseudoTerminal far;
        private final SimulatedPrinter printer;
        private volatile boolean ended;
        private volatile boolean forgetting;
        private long first;
        private double idle;
        private double busyUntil;
        private volatile long bytes;
        private double lastAt;

        PacedEnd(PseudoTerminal far, SimulatedPrinter printer) {
            this.far = far;
            this.printer = printer;
        }

        /// The next byte is the first of the job.
        void forget() {
            forgetting = true;
        }

        @Override
        public void run() {
            try {
                while (!ended) {
                    byte[] taken = far.read(Duration.ofMillis(1));
                    if (taken.length > 0) {
                        take(taken);
                    }
                    byte[] answers = printer.receive(taken);
                    if (answers.length > 0) {
                        far.write(answers);
                    }
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        /// Bytes in the system's buffer are on the line in time: only what comes after the line has run dry is late.
        private void take(byte[] taken) {
            double now = System.nanoTime();
            if (forgetting && taken.length > 32) {
                forgetting = false;
                first = (long) now;
                bytes = 0;
                idle = 0;
                busyUntil = now;
            }
            if (now > busyUntil) {
                idle += now - busyUntil;
                busyUntil = now;
            }
            bytes += taken.length;
            busyUntil += taken.length * NANOS_PER_BYTE;
            lastAt = busyUntil - first;
            // Behind the pace of the line nothing more is taken; the driver meets a full buffer.
            LockSupport.parkNanos((long) Math.max(0, busyUntil - System.nanoTime() - 2e6));
        }

        double use() {
            return 1 - idle / lastAt;
        }
    }
}
