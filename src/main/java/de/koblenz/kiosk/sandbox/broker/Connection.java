package de.koblenz.kiosk.sandbox.broker;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// One client's line: a reading and a writing virtual thread. What to do with a message is the broker's matter.
final class Connection {
    /// A client that takes nothing is dropped, not waited for.
    private static final int MOST_WAITING = 20_000;

    private static final int NORMAL = 0x00;
    private static final int SESSION_TAKEN_OVER = 0x8E;
    private static final byte[] END = new byte[0];

    private final MqttBroker broker;
    private final Socket socket;
    private final BlockingQueue<byte[]> outgoing = new LinkedBlockingQueue<>(MOST_WAITING);
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private @Nullable Message will;
    private String clientId = "";
    private int nextPacketId = 1;

    Connection(MqttBroker broker, Socket socket) {
        this.broker = broker;
        this.socket = socket;
    }

    String clientId() {
        return clientId;
    }

    /// Reads until the line ends; then sends the will unless the client took leave.
    void run() {
        Thread.ofVirtual().start(this::write);
        try {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            connect(Packet.read(in));
            while (handle(Packet.read(in))) {
                // Until DISCONNECT.
            }
        } catch (ProtocolError e) {
            send(packet(Packet.DISCONNECT, 0, e.code(), 0));
        } catch (IOException _) {
            // The line is gone; the will says so.
        } finally {
            broker.leave(this, will);
            finish();
        }
    }

    /// §3.1, and CONNACK §3.2: QoS 1 at most, no subscription identifiers.
    private void connect(Packet packet) throws IOException {
        if (packet.type() != Packet.CONNECT) {
            throw new ProtocolError(ProtocolError.AGAINST_PROTOCOL, "no CONNECT");
        }
        boolean mqtt = packet.readText().equals("MQTT");
        if (!mqtt || packet.readByte() != 5) {
            throw new ProtocolError(ProtocolError.VERSION, "not MQTT 5");
        }
        int flags = packet.readByte();
        int keepAlive = packet.readShort();
        packet.skipProperties();
        clientId = packet.readText();
        if ((flags & 0x04) != 0) {
            packet.skipProperties();
            String topic = packet.readText();
            will =
                    Message.of(
                            topic,
                            packet.readBinary(),
                            Math.min(flags >> 3 & 0x03, 1),
                            (flags & 0x20) != 0);
        }
        // §3.1.2.10: silence of one and a half times the keep-alive ends the connection.
        socket.setSoTimeout(keepAlive * 1_500);
        broker.join(this);
        send(packet(Packet.CONNACK, 0, 0, NORMAL, 6, 0x24, 1, 0x29, 0, 0x2A, 1));
    }

    /// @return false after DISCONNECT
    private boolean handle(Packet packet) throws IOException {
        switch (packet.type()) {
            case Packet.PUBLISH -> publish(packet);
            case Packet.PUBACK -> {
                // Sessions end with the connection: nothing would be sent again.
            }
            case Packet.SUBSCRIBE -> subscribe(packet);
            case Packet.UNSUBSCRIBE -> unsubscribe(packet);
            case Packet.PINGREQ -> send(packet(Packet.PINGRESP, 0));
            case Packet.DISCONNECT -> {
                // §3.14.4: a normal leave discards the will, any other reason sends it.
                if (!packet.more() || packet.readByte() == NORMAL) {
                    will = null;
                }
                return false;
            }
            default -> throw new ProtocolError(ProtocolError.AGAINST_PROTOCOL, "packet type");
        }
        return true;
    }

    private void publish(Packet packet) throws IOException {
        int qos = packet.flags() >> 1 & 0x03;
        if (qos > 1) {
            throw new ProtocolError(ProtocolError.QOS_NOT_SUPPORTED, "QoS " + qos);
        }
        String topic = packet.readText();
        if (topic.isEmpty() || topic.contains("+") || topic.contains("#")) {
            throw new ProtocolError(ProtocolError.TOPIC_NAME_INVALID, "topic");
        }
        int id = qos == 0 ? 0 : packet.readShort();
        packet.skipProperties();
        broker.publish(Message.of(topic, packet.readRest(), qos, (packet.flags() & 0x01) != 0));
        if (qos == 1) {
            send(packet(Packet.PUBACK, 0, id >> 8, id));
        }
    }

    private void subscribe(Packet packet) throws IOException {
        int id = packet.readShort();
        packet.skipProperties();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(id >> 8);
        body.write(id);
        body.write(0);
        List<Subscription> added = new ArrayList<>();
        while (packet.more()) {
            Subscription subscription = Subscription.of(packet.readText(), packet.readByte());
            added.add(subscription);
            body.write(subscription.qos());
        }
        send(packet(Packet.SUBACK, 0, body.toByteArray()));
        broker.subscribe(this, added);
    }

    private void unsubscribe(Packet packet) throws IOException {
        int id = packet.readShort();
        packet.skipProperties();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(id >> 8);
        body.write(id);
        body.write(0);
        while (packet.more()) {
            String filter = packet.readText();
            subscriptions.removeIf(known -> known.asked().equals(filter));
            body.write(NORMAL);
        }
        send(packet(Packet.UNSUBACK, 0, body.toByteArray()));
    }

    List<Subscription> subscriptions() {
        return subscriptions;
    }

    /// Sends a message to the client; called by the broker under its lock, so packet ids are in order.
    void deliver(Message message) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(body)) {
            out.writeUTF(message.topic());
            if (message.qos() > 0) {
                out.writeShort(nextPacketId);
                nextPacketId = nextPacketId == 0xFFFF ? 1 : nextPacketId + 1;
            }
            out.writeByte(0);
            out.write(message.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("memory", e);
        }
        int flags = message.qos() << 1 | (message.retain() ? 1 : 0);
        send(packet(Packet.PUBLISH, flags, body.toByteArray()));
    }

    /// Another client came with the same id (§3.1.4).
    void takeOver() {
        send(packet(Packet.DISCONNECT, 0, SESSION_TAKEN_OVER, 0));
        finish();
    }

    /// Ends the line when everything that waits is written.
    private void finish() {
        if (!outgoing.offer(END)) {
            cut();
        }
    }

    void cut() {
        try {
            socket.close();
        } catch (IOException _) {
            // Closed all the same.
        }
    }

    private void send(byte[] packet) {
        if (!outgoing.offer(packet)) {
            cut();
        }
    }

    private void write() {
        try {
            for (byte[] next = outgoing.take(); next.length > 0; next = outgoing.take()) {
                socket.getOutputStream().write(next);
            }
        } catch (IOException | InterruptedException _) {
            // The reader notices, too.
        }
        cut();
    }

    private static byte[] packet(int type, int flags, int... body) {
        byte[] bytes = new byte[body.length];
        for (int i = 0; i < body.length; i++) {
            bytes[i] = (byte) body[i];
        }
        return packet(type, flags, bytes);
    }

    private static byte[] packet(int type, int flags, byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(type << 4 | flags);
        int length = body.length;
        do {
            int part = length & 0x7F;
            length >>= 7;
            bytes.write(length > 0 ? part | 0x80 : part);
        } while (length > 0);
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }
}
