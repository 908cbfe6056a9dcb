package de.koblenz.kiosk.app;

import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.device.printer.PrintOutcome;
import de.koblenz.kiosk.health.command.Command;
import de.koblenz.kiosk.health.command.CommandTarget;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// What an operator at the data centre asks, done at this terminal. Thread-safe.
///
/// @param post takes what the screen has to show
/// @param nobodyThere whether no session runs
/// @param backstage printer and all, once they are open
/// @param restart ends the program so that it is started again; empty where nothing would start it
/// @param rebirth tells everything anew
record KioskCommands(
        Consumer<SessionEvent> post,
        BooleanSupplier nobodyThere,
        CompletableFuture<Optional<Backstage>> backstage,
        Optional<Runnable> restart,
        Runnable rebirth)
        implements CommandTarget {
    /// Failure code of what cannot be done at this terminal.
    static final String UNAVAILABLE = "CMD-UNAVAILABLE";

    /// Longest time that a test page may take.
    private static final Duration PRINTING = Duration.ofMinutes(2);

    @Override
    public boolean idle() {
        return nobodyThere.getAsBoolean();
    }

    @Override
    public Outcome carryOut(Command command) {
        return switch (command) {
            case Command.OutOfService(Map<String, String> notice) -> {
                post.accept(new SessionEvent.ServiceModeChanged(false, "", notice));
                yield new Outcome.Done();
            }
            case Command.InService() -> inService();
            case Command.Rebirth() -> {
                rebirth.run();
                yield new Outcome.Done();
            }
            case Command.Restart() -> {
                restart.ifPresent(Runnable::run);
                yield restart.isPresent() ? new Outcome.Ending() : new Outcome.Failed(UNAVAILABLE);
            }
            case Command.TestPrint() -> print();
        };
    }

    /// A terminal whose store does not open cannot be talked into serving.
    private Outcome inService() {
        if (backstage.join().isEmpty()) {
            return new Outcome.Failed(UNAVAILABLE);
        }
        post.accept(new SessionEvent.ServiceModeChanged(true, ""));
        return new Outcome.Done();
    }

    private Outcome print() {
        Optional<Backstage> open = backstage.join();
        if (open.isEmpty()) {
            return new Outcome.Failed(UNAVAILABLE);
        }
        try {
            return switch (open.get().printTest().get(PRINTING.toSeconds(), TimeUnit.SECONDS)) {
                case PrintOutcome.Completed() -> new Outcome.Done();
                case PrintOutcome.NotPrinted(String code) -> new Outcome.Failed(code);
                case PrintOutcome.Unknown(String code) -> new Outcome.Failed(code);
            };
        } catch (ExecutionException | TimeoutException _) {
            return new Outcome.Failed(UNAVAILABLE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed(UNAVAILABLE);
        }
    }
}
