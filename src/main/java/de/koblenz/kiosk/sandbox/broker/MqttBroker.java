package de.koblenz.kiosk.sandbox.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A small MQTT 5 broker on 127.0.0.1: QoS 0 and 1, retained messages, wills, wildcards, shared subscriptions. Keeps nothing on disk and no session
/// beyond its connection. In service a terminal talks to mosquitto; this one is for machines without. Thread-safe.
public final class MqttBroker implements AutoCloseable {
    private final ServerSocket server;
    private final Thread doorman;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Connection> connections = new ArrayList<>();
    private final Map<String, Message> retained = new LinkedHashMap<>();
    private boolean closed;

    /// Starts to listen.
    ///
    /// @param port 0 for any free one
    /// @throws IOException if the port is taken
    public MqttBroker(int port) throws IOException {
        server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
        doorman = Thread.ofPlatform().name("sandbox-broker").daemon().unstarted(this::accept);
        doorman.start();
    }

    public int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Connection connection = new Connection(this, server.accept());
                Thread.ofVirtual().start(connection::run);
            } catch (IOException _) {
                // Closed, or a client that went at once.
            }
        }
    }

    /// A client said CONNECT.
    void join(Connection connection) {
        lock.lock();
        try {
            for (Connection other : List.copyOf(connections)) {
                if (other.clientId().equals(connection.clientId())
                        && !connection.clientId().isEmpty()) {
                    other.takeOver();
                    connections.remove(other);
                }
            }
            connections.add(connection);
            if (closed) {
                connection.cut();
            }
        } finally {
            lock.unlock();
        }
    }

    /// A client is gone.
    void leave(Connection connection, @Nullable Message will) {
        lock.lock();
        try {
            connections.remove(connection);
            if (will != null && !closed) {
                publish(will);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Keeps a retained message (an empty one deletes it, §3.3.1.3) and hands it to whoever wants it.
    void publish(Message message) {
        lock.lock();
        try {
            if (message.retain()) {
                if (message.empty()) {
                    retained.remove(message.topic());
                } else {
                    retained.put(message.topic(), message);
                }
            }
            Set<String> served = new HashSet<>();
            for (Connection connection : List.copyOf(connections)) {
                List<Subscription> wanted =
                        connection.subscriptions().stream()
                                .filter(each -> each.matches(message.topic()))
                                .toList();
                wanted.stream()
                        .filter(each -> !each.shared())
                        .findFirst()
                        .ifPresent(each -> deliver(connection, message, each));
                wanted.stream()
                        .filter(each -> each.shared() && served.add(each.share()))
                        .forEach(each -> deliver(connection, message, each));
            }
        } finally {
            lock.unlock();
        }
    }

    private static void deliver(Connection connection, Message message, Subscription wanted) {
        connection.deliver(
                message.as(
                        Math.min(message.qos(), wanted.qos()),
                        message.retain() && wanted.retainAsPublished()));
    }

    void subscribe(Connection connection, List<Subscription> added) {
        lock.lock();
        try {
            for (Subscription subscription : added) {
                connection
                        .subscriptions()
                        .removeIf(known -> known.asked().equals(subscription.asked()));
                connection.subscriptions().add(subscription);
                if (subscription.wantsRetained()) {
                    retained.values().stream()
                            .filter(message -> subscription.matches(message.topic()))
                            .forEach(message ->
                                    connection.deliver(
                                            message.as(
                                                    Math.min(message.qos(), subscription.qos()),
                                                    true)));
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /// Cuts every line, without wills, as a broker that dies does; afterwards the port is free.
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException _) {
            // Closed all the same.
        }
        lock.lock();
        try {
            closed = true;
            connections.forEach(Connection::cut);
        } finally {
            lock.unlock();
        }
        try {
            // The system holds the port until the waiting accept has returned.
            doorman.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
