package de.koblenz.kiosk.device.transport;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A serial port, or anything that looks like one: USB adapter, CDC device, pseudo-terminal.
///
/// One thread writes and reads; a helper thread takes what arrives, so that [#read(Duration)] keeps
/// time to the millisecond where the port itself counts in tenths of a second. [#close()] by any thread.
public final class SerialTransport implements ByteTransport {
    /// What a stuck write may lose at most, and how often the watchdog is set.
    private static final int LARGEST_CHUNK = 256;

    private static final int READ_MILLIS = 100;

    private final String name;
    private final SerialSettings settings;
    private volatile @Nullable Connection connection;

    /// @param name path of the port, best a stable one such as `/dev/serial/by-id/…`
    public SerialTransport(String name, SerialSettings settings) {
        this.name = name;
        this.settings = settings;
    }

    @Override
    public void open() throws IOException {
        close();
        SerialPort port;
        try {
            port = SerialPort.getCommPort(name);
        } catch (SerialPortInvalidPortException e) {
            throw new IOException("there is no port " + name, e);
        }
        port.setComPortParameters(settings.baudRate(), settings.dataBits(), stopBits(), parity());
        port.setFlowControl(flowControl());
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_MILLIS, 0);
        if (!port.openPort(0)) {
            throw new IOException(
                    "port " + name + " cannot be opened (error " + port.getLastErrorCode() + ")");
        }
        connection = new Connection(port);
    }

    private int stopBits() {
        return settings.stopBits() == 2 ? SerialPort.TWO_STOP_BITS : SerialPort.ONE_STOP_BIT;
    }

    private int parity() {
        return switch (settings.parity()) {
            case NONE -> SerialPort.NO_PARITY;
            case ODD -> SerialPort.ODD_PARITY;
            case EVEN -> SerialPort.EVEN_PARITY;
        };
    }

    private int flowControl() {
        return switch (settings.flowControl()) {
            case NONE -> SerialPort.FLOW_CONTROL_DISABLED;
            case RTS_CTS ->
                    SerialPort.FLOW_CONTROL_RTS_ENABLED | SerialPort.FLOW_CONTROL_CTS_ENABLED;
            // Only towards us: a printer's status bytes must never be taken for XON or XOFF of
            // ours.
            case XON_XOFF -> SerialPort.FLOW_CONTROL_XONXOFF_OUT_ENABLED;
        };
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        Connection open = opened();
        for (int from = 0; from < bytes.length; ) {
            int length = Math.min(LARGEST_CHUNK, bytes.length - from);
            from += open.write(Arrays.copyOfRange(bytes, from, from + length));
        }
    }

    @Override
    public byte[] read(Duration longest) throws IOException {
        return opened().arrived.take(longest);
    }

    private Connection opened() throws IOException {
        Connection open = connection;
        if (open == null) {
            throw new IOException("port " + name + " is not open");
        }
        return open;
    }

    @Override
    public void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            open.close();
        }
    }

    /// One opening of the port.
    private final class Connection {
        private final SerialPort port;
        private final ArrivedBytes arrived = new ArrivedBytes();
        private final WriteWatchdog watchdog;

        Connection(SerialPort port) {
            this.port = port;
            watchdog = new WriteWatchdog("serial-watchdog", settings.writeTimeout(), this::release);
            Thread.ofPlatform().daemon().name("serial-reader").start(this::readOn);
        }

        private void readOn() {
            byte[] buffer = new byte[1024];
            try {
                while (true) {
                    int count = port.readBytes(buffer, buffer.length);
                    if (count < 0) {
                        break;
                    }
                    if (count > 0) {
                        arrived.add(Arrays.copyOf(buffer, count));
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                arrived.end();
            }
        }

        int write(byte[] chunk) throws IOException {
            watchdog.arm();
            int count;
            try {
                count = port.writeBytes(chunk, chunk.length);
            } finally {
                watchdog.disarm();
            }
            if (watchdog.fired()) {
                throw new IOException(
                        "port " + name + " took nothing for " + settings.writeTimeout());
            }
            // A vanished port still calls itself open and takes 0 bytes.
            if (count <= 0) {
                throw new IOException("port " + name + " is gone");
            }
            return count;
        }

        private void release() {
            arrived.end();
            port.closePort();
        }

        void close() {
            watchdog.close();
            release();
        }
    }
}
