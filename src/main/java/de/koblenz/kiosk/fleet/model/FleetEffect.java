package de.koblenz.kiosk.fleet.model;

import java.time.Instant;

/// Something to be done in the world. Imperative, immutable. What is to be kept is on disk before anybody is called.
public sealed interface FleetEffect {
    /// Keep how an alarm stands now; the newest of an alarm counts.
    record KeepAlarm(Alarm alarm) implements FleetEffect {}

    /// Call somebody.
    record Notify(Alarm alarm, Notice notice, Instant at) implements FleetEffect {}

    /// Keep that something about a terminal is different now.
    record KeepChange(Change change) implements FleetEffect {}

    /// Ask the terminal for a birth (`Node Control/Rebirth`).
    record RequestRebirth(TerminalId terminal) implements FleetEffect {}

    /// Write the terminal's retained state anew.
    record Mirror(TerminalId terminal) implements FleetEffect {}

    /// The terminal is no more: take its retained state away, and what it was last known to be; its history stays.
    record Forget(TerminalId terminal) implements FleetEffect {}

    /// Keep a maintenance window.
    record KeepWindow(MaintenanceWindow window) implements FleetEffect {}

    /// Write down who did what, or wanted to.
    ///
    /// @param allowed whether the role was enough
    record Audit(Instant at, Operator by, OperatorAction action, boolean allowed)
            implements FleetEffect {}
}
