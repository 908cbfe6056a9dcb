package de.koblenz.kiosk.fleet.model;

/// Another monitor collects now. Nothing of what was to be kept is kept; the other one gets it again.
public final class LeaseLost extends Exception {
    private static final long serialVersionUID = 1L;

    public LeaseLost() {
        super("another monitor has the lease");
    }
}
