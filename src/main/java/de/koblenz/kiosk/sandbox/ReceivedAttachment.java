package de.koblenz.kiosk.sandbox;

/// A decrypted attachment. Immutable.
public final class ReceivedAttachment {
    private final String id;
    private final byte[] content;

    ReceivedAttachment(String id, byte[] content) {
        this.id = id;
        this.content = content;
    }

    public String id() {
        return id;
    }

    /// A copy of the content.
    public byte[] content() {
        return content.clone();
    }
}
