package de.koblenz.kiosk.app;

import de.koblenz.kiosk.fleet.collector.CommandOffice;
import de.koblenz.kiosk.fleet.model.CommandStore;
import de.koblenz.kiosk.fleet.model.Operator;
import de.koblenz.kiosk.fleet.model.StoreUnavailable;
import de.koblenz.kiosk.fleet.model.TerminalId;
import de.koblenz.kiosk.fleet.monitor.CommandSender;
import de.koblenz.kiosk.health.command.Command;
import java.time.Duration;
import java.util.Optional;

/// Commands of a monitor's screens. Thread-safe.
///
/// @param office signs and keeps them; empty where this monitor has no key
record CommandDispatch(Optional<CommandOffice> office) implements CommandSender {
    /// So long a terminal has to come back and answer.
    private static final Duration LIFE = Duration.ofHours(12);

    @Override
    public boolean ready() {
        return office.isPresent();
    }

    @Override
    public Optional<CommandStore.Command> send(
            Operator by, TerminalId terminal, Command command, boolean forced)
            throws StoreUnavailable {
        return office.isEmpty()
                ? Optional.empty()
                : office.get().submit(by, terminal, command, forced, LIFE);
    }
}
