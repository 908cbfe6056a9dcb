package de.koblenz.kiosk.health;

import java.io.IOException;

/// A message on a state topic that is none. The text never repeats what was received.
public final class MalformedHealthException extends IOException {
    MalformedHealthException(String message) {
        super(message);
    }
}
