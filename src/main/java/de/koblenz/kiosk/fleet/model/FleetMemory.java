package de.koblenz.kiosk.fleet.model;

import java.util.List;

/// What a collector begins with.
///
/// @param terminals as they were last known
/// @param alarms the open ones of the shard
/// @param windows those that are not over
/// @param cursors of every outbox
/// @param nextAlarm above every id that the shard ever gave
public record FleetMemory(
        List<TerminalCondition> terminals,
        List<Alarm> alarms,
        List<MaintenanceWindow> windows,
        List<EventCursor> cursors,
        long nextAlarm) {
    public FleetMemory {
        terminals = List.copyOf(terminals);
        alarms = List.copyOf(alarms);
        windows = List.copyOf(windows);
        cursors = List.copyOf(cursors);
    }
}
