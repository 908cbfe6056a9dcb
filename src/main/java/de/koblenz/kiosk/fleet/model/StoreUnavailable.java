package de.koblenz.kiosk.fleet.model;

/// The data centre's database does not work now. Nothing of what was to be kept is kept; whoever wanted it tries again.
public final class StoreUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    /// @param code of the database; never its text, which may quote values
    public StoreUnavailable(String code) {
        super(code);
    }
}
