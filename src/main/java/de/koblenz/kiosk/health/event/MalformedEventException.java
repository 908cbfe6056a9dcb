package de.koblenz.kiosk.health.event;

/// A message that is no event, acknowledgement or topic of ours, whoever sent it. The message repeats nothing of it.
public final class MalformedEventException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedEventException(String message) {
        super(message);
    }
}
