package de.koblenz.kiosk.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.config.HealthSettings;
import de.koblenz.kiosk.health.event.EventAck;
import de.koblenz.kiosk.health.event.EventCodec;
import de.koblenz.kiosk.health.event.EventDraft;
import de.koblenz.kiosk.health.event.EventKind;
import de.koblenz.kiosk.health.event.EventNumber;
import de.koblenz.kiosk.health.event.KioskEvent;
import de.koblenz.kiosk.health.event.KioskTopic;
import de.koblenz.kiosk.health.event.MalformedEventException;
import de.koblenz.kiosk.store.Database;
import de.koblenz.kiosk.store.FullDisk;
import de.koblenz.kiosk.store.SqliteEventOutbox;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Ten thousand events of a terminal that was offline, through a real broker that dies on the way.
@Timeout(120)
class EventStormTest {
    private static final int EVENTS = 10_000;
    private static final KioskTopic ACKS =
            new KioskTopic("amt", "terminal-1", KioskTopic.Channel.EVENT_ACK);

    @TempDir Path folder;

    @Test
    void noEventIsLostAndNoneComesOutOfOrder() throws Exception {
        try (Database database = Database.openReports(folder.resolve("reports.db"));
                Mosquitto broker = new Mosquitto(folder)) {
            broker.kill();
            SqliteEventOutbox outbox = new SqliteEventOutbox(database, EdgeNodeContract.OUTBOX);
            outbox.append(drafts());
            HealthSettings settings = TestBroker.settings(broker.port(), Duration.ofSeconds(15));
            try (EdgeNode _ = node(settings, outbox);
                    Monitor monitor = new Monitor(settings)) {
                broker.restart();
                monitor.receive(EVENTS / 3);
                broker.kill();
                broker.restart();
                monitor.receive(EVENTS);
                monitor.acknowledgeAll(outbox);
                assertEquals(LongStream.rangeClosed(1, EVENTS).boxed().toList(), monitor.distinct);
                assertEquals(0, outbox.depth());
                assertEquals(EVENTS, outbox.acknowledged());
            }
        }
    }

    @Test
    void aFullDiskSilencesAlarmsOnlyUntilThereIsRoomAgain() throws Exception {
        try (Database database = Database.openReports(folder.resolve("reports.db"));
                Mosquitto broker = new Mosquitto(folder)) {
            SqliteEventOutbox outbox = new SqliteEventOutbox(database, EdgeNodeContract.OUTBOX);
            HealthSettings settings = TestBroker.settings(broker.port(), Duration.ofSeconds(15));
            FullDisk.fill(database);
            // Whatever room was left in the last page.
            try {
                while (true) {
                    outbox.append(drafts().getFirst());
                }
            } catch (IOException _) {
                // Full.
            }
            long before = outbox.depth();
            try (MessageCollector listener =
                            new MessageCollector(
                                    settings,
                                    "listener",
                                    InstantSource.fixed(EdgeNodeContract.NOW));
                    EdgeNode node = node(settings, outbox)) {
                node.publish(EdgeNodeContract.report(1));
                assertTrue(
                        listener.await(m -> m.topic().contains("DDEATH"), Duration.ofSeconds(20))
                                .isPresent());
                assertEquals(before, outbox.depth());
                FullDisk.empty(database);
                node.publish(EdgeNodeContract.report(2));
                assertTrue(
                        listener.await(
                                        m -> m.payload().contains("device.noDevice"),
                                        Duration.ofSeconds(20))
                                .isPresent());
            }
        }
    }

    private static EdgeNode node(HealthSettings settings, SqliteEventOutbox outbox) {
        return new EdgeNode(
                settings,
                "terminal-1",
                new EdgePorts(outbox, outbox, HostFigures.NONE, OutsideServices.NONE, _ -> {}),
                new EdgeTimes(Duration.ofHours(1), Duration.ZERO, Duration.ofSeconds(2)),
                InstantSource.fixed(EdgeNodeContract.NOW),
                new Random(1),
                _ -> {});
    }

    private static List<EventDraft> drafts() {
        List<EventDraft> drafts = new ArrayList<>();
        for (long number = 1; number <= EVENTS; number++) {
            drafts.add(
                    EventDraft.happened(
                            EdgeNodeContract.NOW,
                            EventKind.STARTED,
                            "",
                            Optional.empty(),
                            Map.of(EventNumber.STARTS, number)));
        }
        return drafts;
    }

    /// Receives, drops what comes twice, acknowledges what it has without a gap; comes back by itself.
    private static final class Monitor implements AutoCloseable {
        private final HealthSettings settings;
        private final BlockingQueue<KioskEvent> arrived = new LinkedBlockingQueue<>();
        private final AtomicBoolean lost = new AtomicBoolean(true);
        private final List<Long> distinct = new ArrayList<>();
        private volatile @Nullable HostLine connection;

        Monitor(HealthSettings settings) {
            this.settings = settings;
        }

        void receive(int count) throws InterruptedException {
            long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
            while (distinct.size() < count && System.nanoTime() < end) {
                step();
            }
            assertTrue(distinct.size() >= count, () -> "only " + distinct.size());
        }

        void acknowledgeAll(SqliteEventOutbox outbox) throws Exception {
            long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (outbox.depth() > 0 && System.nanoTime() < end) {
                acknowledge();
                step();
            }
        }

        private void step() throws InterruptedException {
            if (lost.get()) {
                connect();
            }
            KioskEvent event = arrived.poll(20, TimeUnit.MILLISECONDS);
            if (event != null && event.seq() == distinct.size() + 1) {
                distinct.add(event.seq());
                assertEquals(event.seq(), event.numbers().get(EventNumber.STARTS));
                if (event.seq() % 250 == 0) {
                    acknowledge();
                }
            }
        }

        private void acknowledge() {
            try {
                if (connection != null && !distinct.isEmpty()) {
                    boolean _ =
                            connection.send(
                                    ACKS.text(),
                                    EventCodec.encode(
                                            new EventAck(
                                                    EdgeNodeContract.OUTBOX, distinct.getLast())),
                                    1,
                                    false);
                }
            } catch (IOException _) {
                lost.set(true);
            }
        }

        private void connect() {
            try {
                close();
                lost.set(false);
                connection = HostLine.open(settings, "monitor", null, arrival());
                connection.subscribe(KioskTopic.all(KioskTopic.Channel.EVENT), 1);
            } catch (IOException _) {
                lost.set(true);
            }
        }

        private HostLine.Listener arrival() {
            return new HostLine.Listener() {
                @Override
                public void arrived(String topic, byte[] payload, int id, int qos) {
                    try {
                        arrived.add(EventCodec.decodeEvent(payload));
                        HostLine line = connection;
                        if (line != null) {
                            line.acknowledge(id, qos);
                        }
                    } catch (MalformedEventException _) {
                        lost.set(true);
                    }
                }

                @Override
                public void lost() {
                    lost.set(true);
                }

                @Override
                public void room() {}

                @Override
                public void refused(String topic, int reason) {
                    lost.set(true);
                }
            };
        }

        @Override
        public void close() {
            if (connection != null) {
                connection.close();
            }
        }
    }
}
