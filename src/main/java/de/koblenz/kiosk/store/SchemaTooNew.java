package de.koblenz.kiosk.store;

import java.io.IOException;

/// The database was written by a newer version of the terminal; this one must not touch it (`STORE-NEWER`).
public final class SchemaTooNew extends IOException {
    private static final long serialVersionUID = 1L;

    /// Stable failure code.
    public static final String CODE = "STORE-NEWER";

    SchemaTooNew(int found, int known) {
        super(CODE + ": schema " + found + ", known up to " + known);
    }
}
