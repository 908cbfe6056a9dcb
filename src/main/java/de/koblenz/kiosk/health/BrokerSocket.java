package de.koblenz.kiosk.health;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// The line to the broker, plain or TLS, as Paho 1.2.5 can bear it.
///
/// Paho starts its reader, then waits until it has seen the reader run. A line that breaks in between ends the reader
/// unseen, and Paho waits for ever, looking ten times a second. So this socket tells of a broken line only when Paho has
/// begun to write, which it does after that wait. TLS is made here too, as its refusal of a certificate comes
/// at exactly that moment (TLS 1.3). Only what Paho calls is overridden. Thread-safe.
final class BrokerSocket extends Socket {
    private static final long LONGEST_HOLD_SECONDS = 5;

    private final @Nullable SSLSocketFactory tls;
    private final String host;
    private final CountDownLatch written = new CountDownLatch(1);
    private final Socket line = new Socket();
    private volatile Socket inner = line;

    /// @param tls makes the line TLS; null leaves it plain
    /// @param host the name that the broker's certificate must bear
    BrokerSocket(@Nullable SSLSocketFactory tls, String host) {
        this.tls = tls;
        this.host = host;
    }

    @Override
    public void connect(SocketAddress address, int timeoutMillis) throws IOException {
        line.connect(address, timeoutMillis);
        line.setTcpNoDelay(true);
        if (tls != null) {
            line.setSoTimeout(timeoutMillis);
            SSLSocket secured = (SSLSocket) tls.createSocket(line, host, line.getPort(), true);
            SSLParameters parameters = secured.getSSLParameters();
            // The rules of HTTPS (RFC 2818) compare the host with the certificate's names.
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secured.setSSLParameters(parameters);
            secured.startHandshake();
            inner = secured;
        }
    }

    @Override
    public void setSoTimeout(int millis) throws SocketException {
        inner.setSoTimeout(millis);
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(inner.getInputStream()) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                try {
                    int count = in.read(buffer, offset, length);
                    if (count < 0) {
                        holdUntilWritten();
                    }
                    return count;
                } catch (SocketTimeoutException e) {
                    throw e;
                } catch (IOException e) {
                    holdUntilWritten();
                    throw e;
                }
            }

            @Override
            public int available() {
                try {
                    return in.available();
                } catch (IOException _) {
                    return 0;
                }
            }
        };
    }

    private void holdUntilWritten() {
        try {
            boolean _ = written.await(LONGEST_HOLD_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new FilterOutputStream(inner.getOutputStream()) {
            @Override
            public void write(int value) throws IOException {
                written.countDown();
                out.write(value);
            }

            @Override
            public void write(byte[] buffer, int offset, int length) throws IOException {
                written.countDown();
                out.write(buffer, offset, length);
            }
        };
    }

    /// Ends reading on the line itself: TLS would object that the broker has not said goodbye.
    @Override
    public void shutdownInput() throws IOException {
        line.shutdownInput();
    }

    @Override
    public void close() throws IOException {
        try {
            inner.close();
        } finally {
            line.close();
            super.close();
        }
    }
}
