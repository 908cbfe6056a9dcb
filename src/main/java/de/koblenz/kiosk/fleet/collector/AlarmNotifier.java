package de.koblenz.kiosk.fleet.collector;

import de.koblenz.kiosk.fleet.model.AlarmStore;
import java.io.IOException;
import java.util.List;

/// Calls people to alarms: by mail, telephone, pager, another system.
@FunctionalInterface
public interface AlarmNotifier {
    /// Makes calls, in their order; may take its time. It can happen that it is asked for the same call twice, if the first try failed
    /// half-way or the monitor died after it; never that one is left out.
    ///
    /// @param calls at least one
    /// @throws IOException if they were not all made; they are tried again
    void call(List<AlarmStore.Call> calls) throws IOException, InterruptedException;
}
