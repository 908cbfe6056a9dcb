package de.koblenz.kiosk.app;

import de.koblenz.kiosk.citizen.run.Faults;
import de.koblenz.kiosk.config.InstallationCheck;
import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.config.push.ArchiveRefused;
import de.koblenz.kiosk.config.push.ConfigurationShelf;
import de.koblenz.kiosk.health.command.Command;
import de.koblenz.kiosk.health.command.CommandTarget.Outcome;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/// Goes over to a configuration that the data centre sent: fetched, unpacked and read as `check` reads it while citizens go on, tried by
/// the next program. Thread-safe.
///
/// @param fetch gets the archive
/// @param working devices that work at this moment
/// @param explain sends lines for a command to the data centre
record ConfigurationDesk(
        ConfigurationShelf shelf,
        ArchiveFetch fetch,
        Supplier<Set<String>> working,
        BiConsumer<UUID, List<String>> explain) {
    /// It did not come, or is not what was signed.
    static final String NOT_FETCHED = "CMD-FETCH";

    /// It has problems.
    static final String REFUSED = "CMD-CONFIGURATION";

    /// The terminal's disk.
    static final String NOT_WRITTEN = "CMD-DISK";

    private static final System.Logger LOG = System.getLogger("kiosk.app");
    private static final int MOST_PROBLEMS = 200;

    /// Has it ready beside what is in force.
    ///
    /// @return later, how it failed
    CompletableFuture<Optional<Outcome.Failed>> prepare(UUID id, Command.Configuration wanted) {
        CompletableFuture<Optional<Outcome.Failed>> done = new CompletableFuture<>();
        // Not a virtual one: unpacking waits for the disk.
        Thread.ofPlatform()
                .name("configuration")
                .daemon()
                .start(() -> done.complete(code(id, wanted).map(Outcome.Failed::new)));
        return done;
    }

    private Optional<String> code(UUID id, Command.Configuration wanted) {
        byte[] archive;
        try {
            archive = fetch.fetch(wanted);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "configuration: {0}", e.getMessage());
            return Optional.of(NOT_FETCHED);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.of(NOT_FETCHED);
        }
        try {
            ConfigurationShelf.Choice staged = shelf.stage(id, archive);
            List<Problem> problems = problems(staged);
            if (problems.isEmpty()) {
                return Optional.empty();
            }
            shelf.discard(id);
            explain.accept(
                    id, problems.stream().limit(MOST_PROBLEMS).map(Problem::toString).toList());
            return Optional.of(REFUSED);
        } catch (ArchiveRefused e) {
            return Optional.of(e.code());
        } catch (IOException e) {
            LOG.log(Level.WARNING, "configuration: {0}", e.toString());
            return Optional.of(NOT_WRITTEN);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "configuration: {0}", Faults.place(e));
            return Optional.of(REFUSED);
        }
    }

    /// As `check --installation` reads it.
    private static List<Problem> problems(ConfigurationShelf.Choice staged) {
        Problems problems = new Problems();
        Installation read = Installation.read(staged.config(), staged.profiles(), problems);
        SearchFiles.synonyms(staged.config(), read.catalog(), problems);
        SearchFiles.federal(staged.config(), problems);
        SearchFiles.towns(staged.config(), problems);
        // A schema whose day is over keeps its own service from being started, and no configuration
        // from coming.
        read.packageProblems(Optional.empty(), problems);
        InstallationCheck.check(read.settings(), problems);
        return problems.sorted();
    }

    /// Writes down that the next program is to try it.
    Outcome activate(UUID id) {
        try {
            shelf.tryOut(id, working.get());
            return new Outcome.Ending();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "configuration: {0}", e.toString());
            return new Outcome.Failed(NOT_WRITTEN);
        }
    }

    /// What became of it.
    ///
    /// @return empty while it is on trial
    Optional<Outcome> ended(UUID id) {
        try {
            return switch (shelf.ending(id)) {
                case ConfigurationShelf.Ending.Kept() -> Optional.of(new Outcome.Done());
                case ConfigurationShelf.Ending.TakenBack(String code) ->
                        Optional.of(new Outcome.TakenBack(code));
                case ConfigurationShelf.Ending.OnTrial() -> Optional.empty();
                case ConfigurationShelf.Ending.Unknown() ->
                        Optional.of(new Outcome.Failed(KioskCommands.INTERRUPTED));
            };
        } catch (IOException e) {
            LOG.log(Level.WARNING, "configuration: {0}", e.toString());
            return Optional.empty();
        }
    }
}
