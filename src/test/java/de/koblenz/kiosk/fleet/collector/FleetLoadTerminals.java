package de.koblenz.kiosk.fleet.collector;

import de.koblenz.kiosk.health.event.EventCodec;
import de.koblenz.kiosk.health.event.EventKind;
import de.koblenz.kiosk.health.event.KioskEvent;
import de.koblenz.kiosk.health.sparkplug.KioskMetric;
import de.koblenz.kiosk.health.sparkplug.MetricValue;
import de.koblenz.kiosk.health.sparkplug.SparkplugCodec;
import de.koblenz.kiosk.health.sparkplug.SparkplugMetric;
import de.koblenz.kiosk.health.sparkplug.SparkplugPayload;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Terminals by the thousand in a process of their own: bare sockets that speak MQTT 5, each with a will. What to do comes line by line:
/// `change <rate> <seconds>`, `event <rate> <seconds>`. The time of a change stands in a counter, in nanoseconds of the machine's clock.
final class FleetLoadTerminals {
    static final int PER_OFFICE = 50;

    private final List<SocketChannel> lines = new ArrayList<>();
    private final List<Integer> seqs = new ArrayList<>();
    private final List<Long> events = new ArrayList<>();
    private final Random random = new Random(4711);

    private FleetLoadTerminals() {}

    /// @param arguments port of the broker, number of terminals
    public static void main(String[] arguments) throws Exception {
        FleetLoadTerminals terminals = new FleetLoadTerminals();
        terminals.connect(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        System.out.println("connected");
        BufferedReader orders =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            String[] words = order.split(" ", -1);
            terminals.send(
                    words[0].equals("event"),
                    Integer.parseInt(words[1]),
                    Integer.parseInt(words[2]));
            System.out.println("done");
        }
    }

    private static String office(int number) {
        return "amt-" + number / PER_OFFICE;
    }

    private void connect(int port, int number) throws IOException {
        Selector selector = Selector.open();
        for (int i = 0; i < number; i++) {
            SocketChannel line = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
            line.socket().setTcpNoDelay(true);
            write(line, connect(i));
            ByteBuffer answer = ByteBuffer.allocate(64);
            if (line.read(answer) < 4 || answer.get(0) != 0x20) {
                throw new IOException("not connected");
            }
            line.configureBlocking(false);
            line.register(selector, SelectionKey.OP_READ);
            lines.add(line);
            seqs.add(1);
            events.add(0L);
            write(line, publish(topic("NBIRTH", i), birth(), 0));
        }
        Thread.ofPlatform().daemon().start(() -> drain(selector));
    }

    /// The broker's answers say nothing that is of interest here.
    private static void drain(Selector selector) {
        ByteBuffer buffer = ByteBuffer.allocate(65_536);
        try {
            while (true) {
                selector.select(key -> {
                    try {
                        buffer.clear();
                        if (((SocketChannel) key.channel()).read(buffer) < 0) {
                            key.cancel();
                        }
                    } catch (IOException _) {
                        key.cancel();
                    }
                });
            }
        } catch (IOException _) {
            // The end.
        }
    }

    private static String topic(String type, int number) {
        return "spBv1.0/" + office(number) + "/" + type + "/terminal-" + number;
    }

    private static byte[] birth() {
        Instant at = Instant.ofEpochMilli(0);
        List<SparkplugMetric> metrics = new ArrayList<>();
        metrics.add(born(KioskMetric.BD_SEQ, MetricValue.of(0), at));
        metrics.add(born(KioskMetric.MODE, MetricValue.of("IN_SERVICE"), at));
        metrics.add(born(KioskMetric.HEALTH, MetricValue.of("OK"), at));
        metrics.add(born(KioskMetric.SOFTWARE_VERSION, MetricValue.of("1.0"), at));
        metrics.add(born(KioskMetric.SESSIONS_COMPLETED, MetricValue.of(0), at));
        metrics.add(born(KioskMetric.FILESYSTEM, MetricValue.of(0.3f), at));
        metrics.add(born(KioskMetric.CPU, MetricValue.of(0.1f), at));
        metrics.add(born(KioskMetric.MEMORY, MetricValue.of(0.4f), at));
        return SparkplugCodec.encode(SparkplugPayload.of(at, 0, metrics));
    }

    private static SparkplugMetric born(KioskMetric metric, MetricValue value, Instant at) {
        return SparkplugMetric.born(metric, 0, at, Optional.of(value));
    }

    /// Evenly over the time, each of a terminal drawn at random.
    private void send(boolean event, int rate, int seconds) throws IOException {
        long start = System.nanoTime();
        long interval = 1_000_000_000L / rate;
        for (long i = 0; i < (long) rate * seconds; i++) {
            long due = start + i * interval;
            for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
                LockSupport.parkNanos(due - now);
            }
            int terminal = random.nextInt(lines.size());
            write(lines.get(terminal), event ? event(terminal) : change(terminal));
        }
    }

    private byte[] change(int terminal) throws IOException {
        Instant at = Instant.ofEpochMilli(0);
        int seq = seqs.get(terminal);
        seqs.set(terminal, (seq + 1) % 256);
        SparkplugMetric metric =
                SparkplugMetric.changed(
                        KioskMetric.SESSIONS_COMPLETED,
                        0,
                        at,
                        Optional.of(MetricValue.of(System.nanoTime())));
        return publish(
                topic("NDATA", terminal),
                SparkplugCodec.encode(SparkplugPayload.of(at, seq, List.of(metric))),
                0);
    }

    private byte[] event(int terminal) throws IOException {
        long number = events.get(terminal) + 1;
        events.set(terminal, number);
        return publish(
                "kiosk/v1/" + office(terminal) + "/terminal-" + terminal + "/event",
                EventCodec.encode(
                        new KioskEvent(
                                new UUID(1, terminal),
                                number,
                                Instant.now(),
                                EventKind.PAPER_LOW,
                                EventKind.PAPER_LOW.severity(),
                                Optional.empty(),
                                "PRN-PAPER-LOW",
                                Optional.empty(),
                                Map.of())),
                (int) (number % 60_000) + 1);
    }

    /// CONNECT with a will of QoS 1 (MQTT v5.0 §3.1).
    private static byte[] connect(int number) throws IOException {
        Instant at = Instant.ofEpochMilli(0);
        byte[] death =
                SparkplugCodec.encode(
                        SparkplugPayload.unnumbered(
                                at,
                                List.of(
                                        SparkplugMetric.named(
                                                KioskMetric.BD_SEQ, at, MetricValue.of(0)))));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF("MQTT");
        out.writeByte(5);
        // Clean start, will, QoS 1 of the will.
        out.writeByte(0x02 | 0x04 | 0x08);
        out.writeShort(0);
        out.writeByte(0);
        out.writeUTF("terminal-" + number);
        out.writeByte(0);
        out.writeUTF(topic("NDEATH", number));
        out.writeShort(death.length);
        out.write(death);
        return packet(0x10, bytes.toByteArray());
    }

    /// PUBLISH (MQTT v5.0 §3.3).
    ///
    /// @param id 0 for QoS 0
    private static byte[] publish(String topic, byte[] payload, int id) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(topic);
        if (id > 0) {
            out.writeShort(id);
        }
        out.writeByte(0);
        out.write(payload);
        return packet(id > 0 ? 0x32 : 0x30, bytes.toByteArray());
    }

    private static byte[] packet(int first, byte[] body) {
        ByteBuffer packet = ByteBuffer.allocate(body.length + 5);
        packet.put((byte) first);
        int length = body.length;
        do {
            int digit = length % 128;
            length /= 128;
            packet.put((byte) (length > 0 ? digit | 0x80 : digit));
        } while (length > 0);
        packet.put(body);
        byte[] whole = new byte[packet.position()];
        packet.flip().get(whole);
        return whole;
    }

    private static void write(@Nullable SocketChannel line, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (line != null && buffer.hasRemaining()) {
            if (line.write(buffer) == 0) {
                LockSupport.parkNanos(100_000);
            }
        }
    }
}
