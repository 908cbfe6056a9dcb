package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.model.Operator;
import de.koblenz.kiosk.fleet.model.StoreUnavailable;

/// Where operators sign in and out; each try is written into the audit log. Not called on the JavaFX thread.
public interface Door {
    /// What came of a try.
    sealed interface Answer {
        /// That is the operator.
        record Entered(Operator operator) implements Answer {}

        /// Account or code is wrong; which of them is not said.
        record Refused() implements Answer {}

        /// Too many wrong tries: not before so many seconds.
        record Wait(long seconds) implements Answer {}
    }

    /// Tries to sign in.
    ///
    /// @param code digits; overwritten when this returns
    Answer enter(String account, char[] code) throws StoreUnavailable;

    /// Signs out.
    void leave(Operator operator) throws StoreUnavailable;
}
