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
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Terminals by the thousand in a process of their own: sockets with a certificate each that speak MQTT 5, each with a will. What to do comes line by line:
/// `change <rate> <seconds>`, `event <rate> <seconds>`. The time of a change stands in a counter, in nanoseconds of the machine's clock.
final class FleetLoadTerminals {
    static final int PER_OFFICE = 50;

    /// Handshakes at a time: more would only wait for each other.
    private static final int AT_A_TIME = 8;

    private static final int KEEP_ALIVE_SECONDS = 15;
    private static final long PING_NANOS = 10_000_000_000L;

    private final @Nullable Line[] lines;
    private final Random random = new Random(4711);
    private int run;

    private FleetLoadTerminals(int number) {
        lines = new Line[number];
    }

    private static final class Line {
        final Socket socket;
        int seq = 1;
        long events;

        Line(Socket socket) {
            this.socket = socket;
        }

        void write(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
        }

        /// The broker's answers say nothing that is of interest here.
        void drain() {
            try {
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException _) {
                // The end.
            }
        }
    }

    /// @param arguments port of the broker, number of terminals, folder of the keys, what counts the births and outboxes of this run
    public static void main(String[] arguments) throws Exception {
        FleetLoadTerminals terminals = new FleetLoadTerminals(Integer.parseInt(arguments[1]));
        terminals.run = Integer.parseInt(arguments[3]);
        terminals.connect(Integer.parseInt(arguments[0]), new FleetLoadKeys(Path.of(arguments[2])));
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

    static String office(int number) {
        return "amt-" + number / PER_OFFICE;
    }

    static String identity(int number) {
        return office(number) + ".terminal-" + number;
    }

    /// As terminals do that have nothing to say: each in good time before its keep-alive ends.
    private void ping() {
        byte[] ping = {(byte) 0xC0, 0};
        while (true) {
            long start = System.nanoTime();
            for (int i = 0; i < lines.length; i++) {
                Line line = lines[i];
                if (line != null) {
                    try {
                        line.write(ping);
                    } catch (IOException _) {
                        // Whoever sends next over it tells.
                    }
                }
                long due = start + PING_NANOS / lines.length * i;
                LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
            }
            LockSupport.parkNanos(Math.max(0, start + PING_NANOS - System.nanoTime()));
        }
    }

    private void connect(int port, FleetLoadKeys keys) throws Exception {
        Thread.ofPlatform().daemon().start(this::ping);
        Semaphore free = new Semaphore(AT_A_TIME);
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < lines.length; i++) {
                int number = i;
                all.add(
                        each.submit(() -> {
                            free.acquire();
                            try {
                                lines[number] = connected(port, keys, number);
                            } finally {
                                free.release();
                            }
                            return true;
                        }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    private Line connected(int port, FleetLoadKeys keys, int number) throws Exception {
        Socket socket =
                keys.sockets(identity(number), number)
                        .createSocket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        Line line = new Line(socket);
        line.write(connect(number));
        InputStream in = socket.getInputStream();
        // CONNACK (MQTT v5.0 §3.2): its second byte is the length of the rest, whose second is the
        // reason code.
        byte[] head = in.readNBytes(2);
        byte[] rest = in.readNBytes(head[1]);
        if (head[0] != 0x20 || rest[1] != 0) {
            throw new IOException("not connected: " + rest[1]);
        }
        Thread.ofVirtual().start(line::drain);
        line.write(publish(topic("NBIRTH", number), birth(), 0));
        return line;
    }

    private static String topic(String type, int number) {
        return "spBv1.0/" + office(number) + "/" + type + "/terminal-" + number;
    }

    private byte[] birth() {
        Instant at = Instant.ofEpochMilli(0);
        List<SparkplugMetric> metrics = new ArrayList<>();
        metrics.add(born(KioskMetric.BD_SEQ, MetricValue.of(run), at));
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
            int terminal = random.nextInt(lines.length);
            Line line = Objects.requireNonNull(lines[terminal]);
            line.write(event ? event(terminal, line) : change(terminal, line));
        }
    }

    private byte[] change(int terminal, Line line) throws IOException {
        Instant at = Instant.ofEpochMilli(0);
        int seq = line.seq;
        line.seq = (seq + 1) % 256;
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

    private byte[] event(int terminal, Line line) throws IOException {
        long number = ++line.events;
        return publish(
                "kiosk/v1/" + office(terminal) + "/terminal-" + terminal + "/event",
                EventCodec.encode(
                        new KioskEvent(
                                new UUID(run, terminal),
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
    private byte[] connect(int number) throws IOException {
        Instant at = Instant.ofEpochMilli(0);
        byte[] death =
                SparkplugCodec.encode(
                        SparkplugPayload.unnumbered(
                                at,
                                List.of(
                                        SparkplugMetric.named(
                                                KioskMetric.BD_SEQ, at, MetricValue.of(run)))));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF("MQTT");
        out.writeByte(5);
        // Clean start, will, QoS 1 of the will.
        out.writeByte(0x02 | 0x04 | 0x08);
        out.writeShort(KEEP_ALIVE_SECONDS);
        out.writeByte(0);
        out.writeUTF(identity(number));
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
}
