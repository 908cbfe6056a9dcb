package de.koblenz.kiosk.order;

/// A place around a durable write or an effect where a terminal can die; tests let it die there.
@FunctionalInterface
public interface CrashPoint {
    /// In service: nothing happens.
    CrashPoint NONE = _ -> {};

    /// Called at `place`, e.g. `save PAYING before` or `BookCharge after`.
    void reached(String place);
}
