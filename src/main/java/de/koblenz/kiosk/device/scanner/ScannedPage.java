package de.koblenz.kiosk.device.scanner;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// One scanned page as a JPEG picture: personal data, that lives in memory alone and is overwritten when closed. It has no
/// text form.
///
/// Whoever holds one closes it on every path. Thread-safe: a picture that is being drawn may be erased meanwhile, and
/// then ends with an [IOException].
public final class ScannedPage implements AutoCloseable {
    private final byte[] jpeg;
    private final int width;
    private final int height;
    private boolean closed;

    /// Takes the bytes over: the array belongs to the page from now on, and is overwritten with it.
    ///
    /// @param jpeg a whole JPEG file, from its first to its last marker
    /// @param width dots, as the JPEG says
    /// @param height dots, as the JPEG says
    ScannedPage(byte[] jpeg, int width, int height) {
        this.jpeg = jpeg;
        this.width = width;
        this.height = height;
    }

    /// A page from bytes that are already there; they are copied, without what stands behind the picture.
    ///
    /// @throws IOException if they are not one whole JPEG picture of a plausible size; its message tells nothing of them
    public static ScannedPage ofJpeg(byte[] jpeg) throws IOException {
        JpegFrame frame = JpegFrame.of(jpeg);
        return new ScannedPage(Arrays.copyOf(jpeg, frame.length()), frame.width(), frame.height());
    }

    /// Dots across.
    public int width() {
        return width;
    }

    /// Dots down.
    public int height() {
        return height;
    }

    /// Bytes of the picture; also of an erased one.
    public int size() {
        return jpeg.length;
    }

    /// The picture in a copy of its own, that the caller overwrites; empty once the page is erased.
    public synchronized byte[] copy() {
        return closed ? new byte[0] : jpeg.clone();
    }

    /// Reads the picture without a copy of it. Reading fails as soon as the page is erased.
    public InputStream open() {
        return new InputStream() {
            private int at;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                synchronized (ScannedPage.this) {
                    if (closed) {
                        throw new IOException("the page is erased");
                    }
                    if (length == 0) {
                        return 0;
                    }
                    if (at == jpeg.length) {
                        return -1;
                    }
                    int count = Math.min(length, jpeg.length - at);
                    System.arraycopy(jpeg, at, into, offset, count);
                    at += count;
                    return count;
                }
            }
        };
    }

    /// Whether the picture has been overwritten.
    public synchronized boolean closed() {
        return closed;
    }

    /// Overwrites the picture; may be called again.
    @Override
    public synchronized void close() {
        Arrays.fill(jpeg, (byte) 0);
        closed = true;
    }

    /// Tells nothing, not even how large it is.
    @Override
    public String toString() {
        return "ScannedPage";
    }
}
