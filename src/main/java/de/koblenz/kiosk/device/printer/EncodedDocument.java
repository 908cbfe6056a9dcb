package de.koblenz.kiosk.device.printer;

import java.util.Arrays;

/// A document as the bytes of one printer. Immutable.
public final class EncodedDocument {
    private final byte[] bytes;
    private final int millimetres;

    EncodedDocument(byte[] bytes, int millimetres) {
        this.bytes = bytes;
        this.millimetres = millimetres;
    }

    /// The bytes for the line, a copy.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// The bytes for the line, followed by `request`.
    byte[] followedBy(byte[] request) {
        byte[] all = Arrays.copyOf(bytes, bytes.length + request.length);
        System.arraycopy(request, 0, all, bytes.length, request.length);
        return all;
    }

    /// Paper that it needs, with the way from head to knife.
    public int millimetres() {
        return millimetres;
    }
}
