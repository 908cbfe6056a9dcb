package de.koblenz.kiosk.health.sparkplug;

/// Bytes or a topic that are no Sparkplug B, whoever sent them. The message says what is wrong and repeats nothing of it.
public final class MalformedSparkplugException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedSparkplugException(String message) {
        super(message);
    }
}
