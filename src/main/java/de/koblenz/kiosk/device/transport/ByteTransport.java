package de.koblenz.kiosk.device.transport;

import java.io.IOException;
import java.time.Duration;

/// A line to a device: bytes in, bytes out. Used by one thread, the device's own, except [#close()].
public interface ByteTransport extends AutoCloseable {
    /// Opens the line. Must be called again after an [IOException] of any method, when [#close()] was called.
    ///
    /// @throws IOException if the port is missing, in use or refused
    void open() throws IOException;

    /// Sends all bytes, in chunks that the line takes without blocking for ever.
    ///
    /// @throws IOException if the far end vanished or took nothing for the write time-out; how many bytes went
    ///     out is then unknown
    void write(byte[] bytes) throws IOException;

    /// Reads what has arrived, waiting at most `longest` for the first byte.
    ///
    /// @return the bytes, none if nothing came in time
    /// @throws IOException if the far end vanished
    byte[] read(Duration longest) throws IOException;

    /// Releases the line; frees a blocked [#write(byte[])] or [#read(Duration)]. May be called by any thread, repeatedly.
    @Override
    void close();
}
