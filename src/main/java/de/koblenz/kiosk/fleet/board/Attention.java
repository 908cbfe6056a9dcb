package de.koblenz.kiosk.fleet.board;

import de.koblenz.kiosk.fleet.model.Severity;

/// Whether somebody has to do something; more is later. Only what is later than [#HANDLED] is in colour.
public enum Attention {
    NONE,
    /// Something is wrong, and somebody has said that they know of it.
    HANDLED,
    /// Some time.
    SOON,
    /// Today.
    NOW,
    /// At once.
    URGENT;

    static Attention of(Severity severity) {
        return switch (severity) {
            case WARNING, MINOR -> SOON;
            case MAJOR -> NOW;
            case CRITICAL -> URGENT;
        };
    }

    /// Whether somebody is needed who is not there yet.
    public boolean open() {
        return compareTo(HANDLED) > 0;
    }
}
