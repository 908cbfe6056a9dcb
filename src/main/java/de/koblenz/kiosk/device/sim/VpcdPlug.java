package de.koblenz.kiosk.device.sim;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;

/// Lays a simulated card on the virtual reader of the real PC/SC service: vsmartcard's `vpcd`, which listens on TCP.
/// The card lies there for as long as the connection holds; [#close()] takes it away.
///
/// Protocol, both ways: two octets of length, most significant first, then the octets. One octet from vpcd is an order
/// (0 power off, 1 power on, 2 reset, 4 tell the answer to reset, the only one that is answered); more are a command
/// APDU, answered by a response APDU. `vpcd` listens on all interfaces of the machine: keep others away from it.
public final class VpcdPlug implements AutoCloseable {
    /// Where vpcd's first reader listens as Debian configures it.
    public static final SocketAddress USUAL =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 35_963);

    private static final int OFF = 0;
    private static final int ON = 1;
    private static final int RESET = 2;
    private static final int ANSWER_TO_RESET = 4;

    private final SimulatedCard card;
    private final SocketChannel channel;
    private final Thread thread;

    /// Lays the card on.
    ///
    /// @param at a TCP address or a Unix domain socket that leads there
    /// @throws IOException if nobody listens there
    public VpcdPlug(SimulatedCard card, SocketAddress at) throws IOException {
        this.card = card;
        this.channel = SocketChannel.open(at);
        this.thread = Thread.ofPlatform().daemon().name("vpcd").start(this::serve);
    }

    private void serve() {
        byte[] answerToReset = card.powerOn();
        try (DataInputStream in = new DataInputStream(Channels.newInputStream(channel));
                DataOutputStream out = new DataOutputStream(Channels.newOutputStream(channel))) {
            while (true) {
                byte[] received = new byte[in.readUnsignedShort()];
                in.readFully(received);
                if (received.length > 1) {
                    send(out, card.transmit(received));
                } else if (received.length == 1) {
                    switch (received[0]) {
                        case OFF -> card.powerOff();
                        case ON, RESET -> card.powerOn();
                        case ANSWER_TO_RESET -> send(out, answerToReset);
                        default -> {
                            // An order of a later version: none that a card has to know.
                        }
                    }
                }
            }
        } catch (IOException _) {
            // Taken away, or the service has ended.
        } finally {
            card.powerOff();
        }
    }

    private static void send(DataOutputStream out, byte[] bytes) throws IOException {
        byte[] message = new byte[2 + bytes.length];
        message[0] = (byte) (bytes.length >> 8);
        message[1] = (byte) bytes.length;
        System.arraycopy(bytes, 0, message, 2, bytes.length);
        out.write(message);
        out.flush();
    }

    /// Takes the card away, whatever goes on.
    @Override
    public void close() {
        try {
            channel.close();
            thread.join();
        } catch (IOException _) {
            // Then it is closed.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
