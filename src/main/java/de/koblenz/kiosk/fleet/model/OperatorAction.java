package de.koblenz.kiosk.fleet.model;

import java.time.Instant;

/// What an operator can do about alarms and terminals. Imperative, immutable. What is not there any more, such as an alarm that has cleared
/// meanwhile, changes nothing.
public sealed interface OperatorAction {
    /// I know of it: no further reminders.
    ///
    /// @param reason what the operator makes of it, for colleagues
    record Acknowledge(long alarm, String reason) implements OperatorAction {}

    /// Somebody takes it up.
    record Assign(long alarm, String account) implements OperatorAction {}

    /// Be quiet until then; it comes back by itself.
    record Shelve(long alarm, Instant until, String reason) implements OperatorAction {}

    /// Bring it back now.
    record Unshelve(long alarm) implements OperatorAction {}

    /// It is over. Only for what does not pass by itself ([AlarmKind#passes()]): the others clear when their condition is gone,
    /// and not before.
    record Clear(long alarm, String reason) implements OperatorAction {}

    /// Work is done there: be quiet.
    record OpenWindow(MaintenanceWindow window) implements OperatorAction {}

    /// The work is over before its time.
    record CloseWindow(String window) implements OperatorAction {}

    /// There is to be such a terminal, also if it has never been heard.
    record Enrol(TerminalId terminal) implements OperatorAction {}

    /// There is no such terminal any more.
    record Retire(TerminalId terminal, String reason) implements OperatorAction {}
}
