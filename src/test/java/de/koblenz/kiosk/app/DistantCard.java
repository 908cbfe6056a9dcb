package de.koblenz.kiosk.app;

import de.koblenz.kiosk.device.sim.SimulatedCard;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.function.BiFunction;

/// An identity card whose chip is in another process, so that its numbers and names are not in this one. Thread-safe.
final class DistantCard implements SimulatedCard, AutoCloseable {
    private static final int ON = 1;
    private static final int OFF = 2;
    private static final int COMMAND = 3;

    private final Socket socket;
    private final DataOutputStream out;
    private final DataInputStream in;

    /// Its first words: which card, and whom it is to believe.
    ///
    /// @param port where the other process [serves](#serve)
    DistantCard(int port, String name, List<byte[]> trustAnchors) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        out = new DataOutputStream(socket.getOutputStream());
        in = new DataInputStream(socket.getInputStream());
        out.writeUTF(name);
        out.writeInt(trustAnchors.size());
        for (byte[] anchor : trustAnchors) {
            write(out, anchor);
        }
    }

    /// Serves every card that is asked for, until the socket is closed.
    ///
    /// @param cards the card of that name, which believes those
    static void serve(ServerSocket socket, BiFunction<String, List<byte[]>, SimulatedCard> cards) {
        Thread.ofVirtual()
                .start(() -> {
                    while (!socket.isClosed()) {
                        try {
                            Socket asked = socket.accept();
                            Thread.ofVirtual().start(() -> serve(asked, cards));
                        } catch (IOException _) {
                            return;
                        }
                    }
                });
    }

    private static void serve(Socket asked, BiFunction<String, List<byte[]>, SimulatedCard> cards) {
        try (asked) {
            DataInputStream in = new DataInputStream(asked.getInputStream());
            DataOutputStream out = new DataOutputStream(asked.getOutputStream());
            String name = in.readUTF();
            byte[][] anchors = new byte[in.readInt()][];
            for (int i = 0; i < anchors.length; i++) {
                anchors[i] = read(in);
            }
            SimulatedCard card = cards.apply(name, List.of(anchors));
            while (true) {
                switch (in.readByte()) {
                    case ON -> write(out, card.powerOn());
                    case OFF -> {
                        card.powerOff();
                        write(out, new byte[0]);
                    }
                    default -> write(out, card.transmit(read(in)));
                }
            }
        } catch (IOException _) {
            // The other process has ended.
        }
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }

    private static byte[] read(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return bytes;
    }

    private synchronized byte[] ask(int what, byte... command) {
        try {
            out.writeByte(what);
            if (what == COMMAND) {
                write(out, command);
            }
            out.flush();
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] powerOn() {
        return ask(ON);
    }

    @Override
    public void powerOff() {
        ask(OFF);
    }

    @Override
    public byte[] transmit(byte[] command) {
        return ask(COMMAND, command);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
