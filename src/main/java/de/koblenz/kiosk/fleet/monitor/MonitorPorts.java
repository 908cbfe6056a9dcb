package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.model.AlarmStore;
import de.koblenz.kiosk.fleet.model.AuditLog;
import de.koblenz.kiosk.fleet.model.CommandStore;
import de.koblenz.kiosk.fleet.model.EventStore;
import de.koblenz.kiosk.fleet.model.MetricStore;

/// Everything that the screens ask of the data centre; nothing of it is called on the JavaFX thread but [Wire].
///
/// @param events what happened
/// @param metrics numbers of the past
/// @param alarms handling of alarms
/// @param audit who did what
/// @param commands those that were sent
/// @param replies to them
/// @param sender of new ones
/// @param door where operators sign in
/// @param wire what terminals say now
/// @param reports where reports go
public record MonitorPorts(
        EventStore events,
        MetricStore metrics,
        AlarmStore alarms,
        AuditLog audit,
        CommandStore commands,
        CommandReplies replies,
        CommandSender sender,
        Door door,
        Wire wire,
        Reports reports) {}
