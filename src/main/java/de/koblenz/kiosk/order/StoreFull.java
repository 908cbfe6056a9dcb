package de.koblenz.kiosk.order;

import java.io.IOException;

/// There is no room left to write an order down.
public final class StoreFull extends IOException {
    private static final long serialVersionUID = 1L;

    public StoreFull(String message) {
        super(message);
    }

    public StoreFull(Throwable cause) {
        super(cause);
    }
}
