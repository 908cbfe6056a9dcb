package de.koblenz.kiosk.app;

import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.device.printer.PrintOutcome;
import de.koblenz.kiosk.health.command.Command;
import de.koblenz.kiosk.health.command.CommandDesk;
import de.koblenz.kiosk.health.command.CommandTarget;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
/// @param replies gets and sends what does not fit into an answer
/// @param configuration goes over to another one; empty where nothing would start the program again
/// @param updates goes over to another version; empty as above
record KioskCommands(
        Consumer<SessionEvent> post,
        BooleanSupplier nobodyThere,
        CompletableFuture<Optional<Backstage>> backstage,
        Optional<Runnable> restart,
        Runnable rebirth,
        ReplyDesk replies,
        Optional<ConfigurationDesk> configuration,
        Optional<UpdateDesk> updates)
        implements CommandTarget {
    /// Failure code of what cannot be done at this terminal.
    static final String UNAVAILABLE = "CMD-UNAVAILABLE";

    /// Begun by a program that ended meanwhile, and nobody knows what came of it.
    static final String INTERRUPTED = CommandDesk.INTERRUPTED;

    /// Longest time that a test page may take.
    private static final Duration PRINTING = Duration.ofMinutes(2);

    @Override
    public boolean idle() {
        return nobodyThere.getAsBoolean();
    }

    @Override
    public Outcome carryOut(UUID id, Command command) {
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
            case Command.Screenshot() -> replies.picture(id);
            case Command.Logs(int lines) -> replies.log(id, lines);
            case Command.Configuration _ ->
                    configuration
                            .map(desk -> ending(desk.activate(id)))
                            .orElse(new Outcome.Failed(UNAVAILABLE));
            case Command.SoftwareUpdate wanted ->
                    updates.map(desk -> desk.begin(id, wanted))
                            .orElse(new Outcome.Failed(UNAVAILABLE));
        };
    }

    @Override
    public CompletableFuture<Optional<Outcome.Failed>> prepare(UUID id, Command command) {
        return switch (command) {
            case Command.Configuration wanted ->
                    configuration
                            .map(desk -> desk.prepare(id, wanted))
                            .orElseGet(KioskCommands::unavailable);
            case Command.SoftwareUpdate _ ->
                    updates.map(desk -> CompletableFuture.completedFuture(desk.objection()))
                            .orElseGet(KioskCommands::unavailable);
            case Command.OutOfService _,
                    Command.InService _,
                    Command.Restart _,
                    Command.Rebirth _,
                    Command.TestPrint _,
                    Command.Screenshot _,
                    Command.Logs _ ->
                    READY;
        };
    }

    private static CompletableFuture<Optional<Outcome.Failed>> unavailable() {
        return CompletableFuture.completedFuture(Optional.of(new Outcome.Failed(UNAVAILABLE)));
    }

    @Override
    public Optional<Outcome> ended(UUID id, Command command) {
        return switch (command) {
            case Command.Restart _ -> Optional.of(new Outcome.Done());
            case Command.SoftwareUpdate wanted ->
                    updates.map(desk -> desk.ended(id, wanted))
                            .orElse(Optional.of(new Outcome.Failed(INTERRUPTED)));
            case Command.Configuration _ ->
                    configuration
                            .map(desk -> desk.ended(id))
                            .orElse(Optional.of(new Outcome.Failed(INTERRUPTED)));
            case Command.OutOfService _,
                    Command.InService _,
                    Command.Rebirth _,
                    Command.TestPrint _,
                    Command.Screenshot _,
                    Command.Logs _ ->
                    Optional.of(new Outcome.Failed(INTERRUPTED));
        };
    }

    /// The program ends only if that was written down.
    private Outcome ending(Outcome outcome) {
        if (outcome instanceof Outcome.Ending) {
            restart.ifPresent(Runnable::run);
        }
        return outcome;
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
