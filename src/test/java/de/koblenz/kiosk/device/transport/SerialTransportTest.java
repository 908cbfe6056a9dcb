package de.koblenz.kiosk.device.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.sim.PseudoTerminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The serial line over real pseudo-terminals of the system.
class SerialTransportTest {
    private static final Duration LONG = Duration.ofSeconds(5);

    @TempDir private Path folder;
    private PseudoTerminal device = new PseudoTerminal(Path.of("unset"));
    private SerialTransport line = new SerialTransport("unset", SerialSettings.USUAL);

    @BeforeEach
    void open() throws IOException {
        device = new PseudoTerminal(folder.resolve("printer"));
        device.open();
        line = transport(Duration.ofSeconds(5));
        line.open();
    }

    private SerialTransport transport(Duration writeTimeout) {
        return new SerialTransport(
                folder.resolve("printer").toString(),
                SerialSettings.USUAL.withWriteTimeout(writeTimeout));
    }

    @AfterEach
    void close() {
        line.close();
        device.close();
    }

    private static byte[] read(ByteTransport from, int count) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (all.size() < count) {
            byte[] bytes = from.read(LONG);
            if (bytes.length == 0) {
                break;
            }
            all.writeBytes(bytes);
        }
        return all.toByteArray();
    }

    @Test
    void everyByteValuePassesUnchangedInBothDirections() throws IOException {
        byte[] all = new byte[256];
        for (int value = 0; value < 256; value++) {
            all[value] = (byte) value;
        }
        line.write(all);
        assertArrayEquals(all, read(device, 256));
        device.write(all);
        assertArrayEquals(all, read(line, 256));
    }

    @Test
    void moreThanTheSystemBuffersPassesToASlowReader() throws Exception {
        byte[] much = new byte[60_000];
        new Random(1).nextBytes(much);
        CompletableFuture<byte[]> arrived =
                CompletableFuture.supplyAsync(() -> {
                    try {
                        return read(device, much.length);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                });
        line.write(much);
        assertArrayEquals(much, arrived.get());
    }

    @Test
    void nothingToReadTakesNoLongerThanAsked() {
        assertTimeoutPreemptively(
                Duration.ofMillis(1000),
                () -> assertEquals(0, line.read(Duration.ofMillis(5)).length));
    }

    @Test
    void aStuckWriteIsFreedByTheWatchdog() throws IOException {
        getStuck();
    }

    private void getStuck() throws IOException {
        line.close();
        line = transport(Duration.ofMillis(300));
        line.open();
        // Nobody reads at the device's end: the system's buffer fills, then the write stands still.
        assertTimeoutPreemptively(
                LONG, () -> assertThrows(IOException.class, () -> line.write(new byte[200_000])));
    }

    @Test
    void aStuckLineCanBeOpenedAgain() throws IOException {
        getStuck();
        device.close();
        device.open();
        line.open();
        line.write(new byte[] {42});
        assertArrayEquals(new byte[] {42}, read(device, 1));
    }

    @Test
    void aVanishedPortIsNoticedByReading() {
        device.close();
        assertTimeoutPreemptively(
                LONG,
                () ->
                        assertThrows(
                                IOException.class,
                                () -> {
                                    for (int attempt = 0; attempt < 100; attempt++) {
                                        line.read(Duration.ofMillis(100));
                                    }
                                }));
    }

    @Test
    void aVanishedPortIsNoticedByWriting() {
        device.close();
        assertThrows(IOException.class, () -> line.write(new byte[] {1}));
    }

    @Test
    void theDeviceComesBackUnderTheSameName() throws IOException {
        device.close();
        assertThrows(IOException.class, () -> line.write(new byte[] {1}));
        line.close();
        assertThrows(IOException.class, () -> line.open());
        device.open();
        line.open();
        line.write(new byte[] {7});
        assertArrayEquals(new byte[] {7}, read(device, 1));
    }

    @Test
    void closingFreesAReader() {
        CompletableFuture<Boolean> failed =
                CompletableFuture.supplyAsync(() -> {
                    try {
                        line.read(Duration.ofMinutes(1));
                        return false;
                    } catch (IOException e) {
                        return true;
                    }
                });
        line.close();
        assertTimeoutPreemptively(LONG, () -> assertTrue(failed.get()));
    }

    @Test
    void garbageFromTheDeviceArrivesAsItIs() throws IOException {
        byte[] garbage = new byte[5_000];
        new Random(2).nextBytes(garbage);
        device.write(garbage);
        assertArrayEquals(garbage, read(line, garbage.length));
    }

    @Test
    void aPortThatIsNotThereIsAnOrdinaryFailure() {
        SerialTransport nowhere =
                new SerialTransport(folder.resolve("nothing").toString(), SerialSettings.USUAL);
        assertThrows(IOException.class, nowhere::open);
    }
}
