package de.koblenz.kiosk.device.printer;

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

    /// Paper that it needs, with the way from head to knife.
    public int millimetres() {
        return millimetres;
    }
}
