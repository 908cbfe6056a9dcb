package de.koblenz.kiosk.bench.fleet;

import de.koblenz.kiosk.health.command.Command;
import de.koblenz.kiosk.health.command.CommandTarget;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What commands do to a simulated terminal: they change its life, as they would change that of a real one. Thread-safe.
///
/// @param life that they change
/// @param rebirth tells everything anew
/// @param restart ends the program so that it is started again
record CommandedLife(TerminalLife life, Runnable rebirth, Runnable restart)
        implements CommandTarget {
    @Override
    public boolean idle() {
        return life.idle();
    }

    @Override
    public Outcome carryOut(UUID id, Command command) {
        return switch (command) {
            case Command.OutOfService(Map<String, String> _) -> {
                life.closed(true);
                yield new Outcome.Done();
            }
            case Command.InService() -> {
                life.closed(false);
                yield new Outcome.Done();
            }
            case Command.Rebirth() -> {
                rebirth.run();
                yield new Outcome.Done();
            }
            case Command.Restart() -> {
                restart.run();
                yield new Outcome.Ending();
            }
            case Command.TestPrint() ->
                    life.print().<Outcome>map(Outcome.Failed::new).orElseGet(Outcome.Done::new);
            // It has neither a screen nor a log, nor anything that could be exchanged.
            case Command.Screenshot() -> new Outcome.Failed("CMD-PICTURE");
            case Command.Logs _, Command.Configuration _, Command.SoftwareUpdate _ ->
                    new Outcome.Failed("CMD-UNAVAILABLE");
        };
    }

    @Override
    public Optional<Outcome> ended(UUID id, Command command) {
        return Optional.of(new Outcome.Done());
    }
}
