package de.koblenz.kiosk.fleet.model;

import java.time.Instant;
import java.util.List;

/// Alarms, to be read and handled at any monitor. Thread-safe.
public interface AlarmStore {
    /// Every open alarm of the fleet.
    List<Alarm> open() throws StoreUnavailable;

    /// Alarms that changed from `from` until before `to`, newest change first, cleared ones included.
    List<Alarm> history(Instant from, Instant to, int most) throws StoreUnavailable;

    /// Asks the collector of the shard to do something; it is done once, and written into the audit log.
    ///
    /// @param id unique, by which a second try is known
    void request(int shard, String id, Instant at, Operator by, OperatorAction action)
            throws StoreUnavailable;

    /// Calls that are to be made, oldest first.
    List<Call> calls(int most) throws StoreUnavailable;

    /// A call was made.
    void called(Call call) throws StoreUnavailable;

    /// A call to an alarm, as it stands now.
    record Call(Alarm alarm, Notice notice, Instant at) {}
}
