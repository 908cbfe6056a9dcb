package de.koblenz.kiosk.device.sim.card;

/// Keys of chip authentication.
final class ChipKeys {
    /// For every terminal; the same in all cards of one production batch.
    static final int GENERAL = 41;

    /// For privileged terminals only.
    static final int PRIVILEGED = 45;

    private ChipKeys() {}
}
