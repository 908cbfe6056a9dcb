package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.model.CommandStore;
import de.koblenz.kiosk.fleet.model.Operator;
import de.koblenz.kiosk.fleet.model.StoreUnavailable;
import de.koblenz.kiosk.fleet.model.TerminalId;
import de.koblenz.kiosk.health.command.Command;
import java.util.Optional;

/// Signs commands and has them sent. Not called on the JavaFX thread.
public interface CommandSender {
    /// Whether this monitor has a key to sign with.
    boolean ready();

    /// Signs a command and keeps it, so that it is sent until the terminal has answered.
    ///
    /// @param forced also in the middle of a citizen's session
    /// @return empty if the operator's role is not enough, which is written down too
    Optional<CommandStore.Command> send(
            Operator by, TerminalId terminal, Command command, boolean forced)
            throws StoreUnavailable;
}
