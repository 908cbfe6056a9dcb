package de.koblenz.kiosk.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.DeviceId;
import de.koblenz.kiosk.health.event.Alarm;
import de.koblenz.kiosk.health.event.EventDraft;
import de.koblenz.kiosk.health.event.EventKind;
import de.koblenz.kiosk.health.event.EventNumber;
import de.koblenz.kiosk.health.event.KioskEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteEventOutboxTest {
    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
    private static final UUID ID = UUID.fromString("0b54d5a2-4c0f-4f0e-9d3a-3f1f0e6f2a11");
    private static final Alarm LOW =
            new Alarm(EventKind.PAPER_LOW, Optional.of(new DeviceId("receipt-printer")));

    @TempDir Path folder;
    private Database database;
    private SqliteEventOutbox outbox;

    @BeforeEach
    void open() throws IOException {
        database = Database.openReports(folder.resolve("reports.db"));
        outbox = new SqliteEventOutbox(database, ID, 5);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void eventsAreNumberedWithoutAGapAndOutliveTheProgram() throws Exception {
        outbox.append(happened(1));
        outbox.append(happened(2));
        database.close();
        open();
        outbox.append(happened(3));
        assertEquals(List.of(1L, 2L, 3L), seqs(0));
        assertEquals(List.of(2L), seqs(1).subList(0, 1));
        assertEquals(3, outbox.depth());
    }

    @Test
    void anOutboxKeepsItsIdAndANewDiskHasAnother() throws Exception {
        UUID other = UUID.fromString("7f6e5d4c-3b2a-4190-8877-665544332211");
        assertEquals(ID, new SqliteEventOutbox(database, other).id());
        try (Database fresh = Database.openReports(folder.resolve("other.db"))) {
            assertEquals(other, new SqliteEventOutbox(fresh, other).id());
        }
    }

    @Test
    void whatTheMonitorHasIsForgottenAndNothingElse() throws Exception {
        for (int i = 1; i <= 4; i++) {
            outbox.append(happened(i));
        }
        outbox.acknowledge(2);
        outbox.acknowledge(1);
        // Nobody can have what was never told.
        outbox.acknowledge(5);
        outbox.acknowledge(Long.MAX_VALUE);
        assertEquals(List.of(3L, 4L), seqs(0));
        assertEquals(2, outbox.acknowledged());
        assertEquals(2, outbox.depth());
    }

    @Test
    void anAlarmThatStandsIsNotRaisedAgainAlsoAfterARestart() throws Exception {
        assertTrue(outbox.append(EventDraft.raised(NOW, LOW, "", Map.of())));
        assertFalse(outbox.append(EventDraft.raised(NOW, LOW, "", Map.of())));
        outbox.acknowledge(1);
        database.close();
        open();
        assertEquals(Set.of(LOW), outbox.standing());
        assertFalse(outbox.append(EventDraft.raised(NOW, LOW, "", Map.of())));
        assertTrue(outbox.append(EventDraft.cleared(NOW, LOW)));
        assertFalse(outbox.append(EventDraft.cleared(NOW, LOW)));
        assertEquals(Set.of(), outbox.standing());
        assertTrue(outbox.append(EventDraft.raised(NOW, LOW, "", Map.of())));
    }

    @Test
    void aFullOutboxSaysAfterwardsHowManyItHadNoRoomFor() throws Exception {
        for (int i = 1; i <= 8; i++) {
            assertEquals(i <= 5, outbox.append(happened(i)));
        }
        assertFalse(outbox.append(EventDraft.raised(NOW, LOW, "", Map.of())));
        assertEquals(Set.of(), outbox.standing());
        outbox.acknowledge(4);
        assertTrue(outbox.append(EventDraft.raised(NOW, LOW, "", Map.of())));
        List<KioskEvent> events = outbox.after(5, 10);
        assertEquals(
                List.of(EventKind.OUTBOX_LOST, EventKind.PAPER_LOW),
                events.stream().map(KioskEvent::kind).toList());
        assertEquals(Map.of(EventNumber.LOST, 4L), events.getFirst().numbers());
    }

    @Test
    void aFullDiskCostsTheEventAndNothingElse() throws Exception {
        outbox.append(happened(1));
        FullDisk.fill(database);
        assertThrows(
                IOException.class,
                () -> {
                    for (int i = 0; i < 1_000; i++) {
                        new SqliteEventOutbox(database, ID).append(happened(i));
                    }
                });
        FullDisk.empty(database);
        long last = seqs(0).getLast();
        assertTrue(
                new SqliteEventOutbox(database, ID)
                        .append(EventDraft.raised(NOW, LOW, "", Map.of())));
        assertEquals(last + 1, seqs(0).getLast());
    }

    /// `tck-id-topics-nbirth-bdseq-increment`
    @Test
    void connectionsAreNumberedFrom0To255AndAround() throws Exception {
        for (int i = 0; i < 300; i++) {
            assertEquals(i % 256, outbox.next());
        }
        database.close();
        open();
        assertEquals(300 % 256, outbox.next());
    }

    private List<Long> seqs(long after) throws IOException {
        return outbox.after(after, 10_000).stream().map(KioskEvent::seq).toList();
    }

    private static EventDraft happened(long starts) {
        return EventDraft.happened(
                NOW, EventKind.STARTED, "", Optional.empty(), Map.of(EventNumber.STARTS, starts));
    }
}
