package de.koblenz.kiosk.eid.tlv;

/// Octets that are not the TLV structure expected. Its message names tags and lengths, never content.
public final class TlvException extends Exception {
    private static final long serialVersionUID = 1L;

    public TlvException(String message) {
        super(message);
    }
}
