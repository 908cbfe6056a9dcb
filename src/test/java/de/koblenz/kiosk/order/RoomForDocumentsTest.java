package de.koblenz.kiosk.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.order.submission.SamplePages;
import de.koblenz.kiosk.sandbox.Sandbox;
import de.koblenz.kiosk.store.FullDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An order with documents is only taken where it can also be finished: they are written to disk more than once.
class RoomForDocumentsTest {
    private static final OrderId FIRST = SampleOrders.id(1);
    private static final OrderId SECOND = SampleOrders.id(2);

    /// As [Terminal] keeps free.
    private static final long RESERVE = 1 << 16;

    @TempDir private Path folder;
    private final VirtualTime time = new VirtualTime();
    private Sandbox sandbox;
    private Terminal terminal;

    @BeforeEach
    void start() throws IOException {
        sandbox = OutsideWorld.start(folder.resolve("outside"), time, 4, Duration.ofMinutes(20));
        sandbox.authority().autoAccept(true);
        terminal =
                new Terminal(
                        folder.resolve("terminal.db"),
                        Terminal.Addresses.of(sandbox),
                        OrderLimits.USUAL,
                        time,
                        time,
                        CrashPoint.NONE);
    }

    @AfterEach
    void stop() {
        terminal.close();
        sandbox.close();
    }

    private void place(OrderId id) throws OrderRefused {
        byte[] small = SamplePages.grey(165, 234).array();
        byte[] page = Arrays.copyOf(small, 500_000);
        byte[] noise = new byte[page.length - small.length];
        new Random(5).nextBytes(noise);
        System.arraycopy(noise, 0, page, small.length, noise.length);
        terminal.desk.place(SampleOrders.withPapers(SampleOrders.permit(id)), _ -> page.clone());
    }

    private long size() throws IOException {
        return terminal.store.sealed(FIRST).orElseThrow().data().length()
                + (long) terminal.store.attachment(FIRST, 0).orElseThrow().jwe().length()
                + terminal.store.attachment(FIRST, 1).orElseThrow().jwe().length();
    }

    @Test
    void anOrderIsTakenOnlyWithRoomForItsDocumentsInLogAndDatabase() throws Exception {
        place(FIRST);
        long size = size();
        assertTrue(size > 2_000_000, "four pages: " + size);
        assertEquals(
                0, Files.size(folder.resolve("terminal.db-wal")), "the log does not keep them");
        FullDisk.leave(terminal.database, RESERVE + size + (1 << 20));
        assertEquals(
                OrderCodes.DISK_FULL, assertThrows(OrderRefused.class, () -> place(SECOND)).code());
        assertTrue(terminal.store.find(SECOND).isEmpty());

        FullDisk.leave(terminal.database, RESERVE + 3 * size + (1 << 16));
        place(SECOND);
        time.settle();
        sandbox.payments()
                .transactions()
                .forEach(transaction -> sandbox.payments().pay(transaction.id()));
        time.pass(Duration.ofMinutes(10));
        for (OrderId id : new OrderId[] {FIRST, SECOND}) {
            assertEquals(OrderState.ENDED, terminal.order(id).state());
            assertEquals(OrderProgress.Phase.DONE, terminal.order(id).phase());
        }
    }
}
