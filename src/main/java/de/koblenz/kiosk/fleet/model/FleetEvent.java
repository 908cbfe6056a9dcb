package de.koblenz.kiosk.fleet.model;

import java.time.Instant;

/// Something that the data centre learns. Past tense, immutable; its time is when it was learnt here, by this monitor's clock, never by
/// the terminal's.
public sealed interface FleetEvent {
    /// When it was learnt.
    Instant at();

    /// Something that one terminal said, or that was said in its name.
    sealed interface OfTerminal extends FleetEvent {
        /// Which one.
        TerminalId terminal();
    }

    /// NBIRTH: everything about the terminal anew.
    ///
    /// @param birth its `bdSeq`
    /// @param seq its `seq`, 0 by the standard
    record Born(TerminalId terminal, Instant at, long birth, int seq, NodeReport report)
            implements OfTerminal {}

    /// NDATA.
    record Reported(TerminalId terminal, Instant at, int seq, NodeReport report)
            implements OfTerminal {}

    /// DBIRTH or DDATA: something about a device.
    record DeviceReported(
            TerminalId terminal, Instant at, int seq, String device, DeviceReport report)
            implements OfTerminal {}

    /// DDEATH: the device is not there.
    record DeviceDied(TerminalId terminal, Instant at, int seq, String device)
            implements OfTerminal {}

    /// NDEATH, the will; means nothing if a newer birth is known.
    record Died(TerminalId terminal, Instant at, long birth) implements OfTerminal {}

    /// Something happened at the terminal that only an event tells of ([AlarmKind#passes()] is false). It stays until an operator clears
    /// it or the terminal says that it is over.
    record Occurred(TerminalId terminal, Instant at, AlarmKind kind) implements OfTerminal {}

    /// The terminal says that it is over.
    record Passed(TerminalId terminal, Instant at, AlarmKind kind) implements OfTerminal {}

    /// This monitor cannot hear anybody.
    record BrokerLost(Instant at) implements FleetEvent {}

    /// It can again.
    record BrokerFound(Instant at) implements FleetEvent {}

    /// What stands in the database: this monitor collects from now on, or looks on while another does. Alarms are as they were left, so
    /// that none is raised twice.
    record Remembered(Instant at, FleetMemory memory) implements FleetEvent {}

    /// An operator wants something.
    record Operated(Instant at, Operator by, OperatorAction action) implements FleetEvent {}

    /// Time has passed.
    record Ticked(Instant at) implements FleetEvent {}
}
