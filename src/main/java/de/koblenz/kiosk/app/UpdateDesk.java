package de.koblenz.kiosk.app;

import de.koblenz.kiosk.citizen.run.Faults;
import de.koblenz.kiosk.health.command.Command;
import de.koblenz.kiosk.health.command.CommandTarget.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/// Has the machine's own updater install another version, and ends the program when it has. What the updater does is its own matter:
/// it gets version, address and SHA-256 as words, and says by its exit code whether it is done. Thread-safe.
final class UpdateDesk {
    /// None is configured, or somebody other than root could have written it.
    static final String NO_UPDATER = "CMD-UPDATER";

    /// It said that it failed, or took too long.
    static final String FAILED = "CMD-UPDATE";

    /// It said that all went well, and yet another version runs.
    static final String OTHER_VERSION = "CMD-UPDATE-VERSION";

    private static final System.Logger LOG = System.getLogger("kiosk.app");
    private static final int MOST_LINES = 200;

    /// Bits of `st_mode` by which group or others may write.
    private static final int WRITABLE = 0022;

    private final Optional<Path> updater;
    private final String version;
    private final Limits limits;
    private final BiConsumer<UUID, List<String>> explain;
    private final Surroundings surroundings;

    /// Updates of this program: nothing while one runs, or how it failed.
    private final Map<UUID, Optional<Outcome>> begun = new ConcurrentHashMap<>();

    /// @param updater how long it may take
    /// @param citizen how long a citizen who came meanwhile may finish before the program is ended
    /// @param look between two looks
    record Limits(Duration updater, Duration citizen, Duration look) {
        static final Limits USUAL =
                new Limits(Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofSeconds(1));
    }

    /// What it stands among.
    ///
    /// @param idle whether no citizen is there
    /// @param restart ends the program so that it is started again
    /// @param decided to be told that a command can be answered
    record Surroundings(BooleanSupplier idle, Runnable restart, Runnable decided) {}

    /// @param updater an absolute path; empty where there is none
    /// @param version of this program
    /// @param explain sends lines for a command to the data centre
    UpdateDesk(
            Optional<Path> updater,
            String version,
            Limits limits,
            BiConsumer<UUID, List<String>> explain,
            Surroundings surroundings) {
        this.updater = updater;
        this.version = version;
        this.limits = limits;
        this.explain = explain;
        this.surroundings = surroundings;
    }

    /// Why there can be no update.
    Optional<Outcome.Failed> objection() {
        return updater.filter(UpdateDesk::isRoots).isPresent()
                ? Optional.empty()
                : Optional.of(new Outcome.Failed(NO_UPDATER));
    }

    private static boolean isRoots(Path file) {
        try {
            Map<String, Object> is =
                    Files.readAttributes(file, "unix:uid,mode", LinkOption.NOFOLLOW_LINKS);
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && Files.isExecutable(file)
                    && Integer.valueOf(0).equals(is.get("uid"))
                    && is.get("mode") instanceof Integer mode
                    && (mode & WRITABLE) == 0;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException _) {
            return false;
        }
    }

    /// Begins; the updater runs on while the desk takes other commands.
    Outcome begin(UUID id, Command.SoftwareUpdate wanted) {
        Optional<Outcome.Failed> objection = objection();
        if (objection.isPresent()) {
            return objection.get();
        }
        begun.put(id, Optional.empty());
        Thread.ofPlatform().name("update").daemon().start(() -> update(id, wanted));
        return new Outcome.Ending();
    }

    private void update(UUID id, Command.SoftwareUpdate wanted) {
        try {
            Deque<String> said = new ArrayDeque<>();
            if (run(updater.orElseThrow(), wanted, said)) {
                awaitNobody();
                surroundings.restart().run();
                return;
            }
            explain.accept(id, List.copyOf(said));
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.ERROR, "update: {0}", Faults.place(e));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        begun.put(id, Optional.of(new Outcome.Failed(FAILED)));
        surroundings.decided().run();
    }

    /// @param said takes the last lines that it prints
    private boolean run(Path program, Command.SoftwareUpdate wanted, Deque<String> said)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                                program.toString(),
                                wanted.version(),
                                wanted.archive().toASCIIString(),
                                wanted.sha256())
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        // Nothing of ours: addresses of displays, paths of caches.
        builder.environment().keySet().retainAll(List.of("PATH", "LANG"));
        Process process = builder.start();
        Thread reader =
                Thread.ofPlatform().name("updater").daemon().start(() -> read(process, said));
        boolean ended = process.waitFor(limits.updater().toMillis(), TimeUnit.MILLISECONDS);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        reader.join(Duration.ofSeconds(2));
        synchronized (said) {
            said.add(ended ? "exit code " + process.exitValue() : "ended after its time");
        }
        return ended && process.exitValue() == 0;
    }

    private static void read(Process process, Deque<String> said) {
        try (BufferedReader out = process.inputReader(Charset.defaultCharset())) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                synchronized (said) {
                    said.add(line);
                    if (said.size() >= MOST_LINES) {
                        said.removeFirst();
                    }
                }
            }
        } catch (IOException _) {
            // It is gone.
        }
    }

    private void awaitNobody() throws InterruptedException {
        long start = System.nanoTime();
        while (!surroundings.idle().getAsBoolean()
                && System.nanoTime() - start < limits.citizen().toNanos()) {
            TimeUnit.NANOSECONDS.sleep(limits.look().toNanos());
        }
    }

    /// What became of an update, of this program or the one before it.
    ///
    /// @return empty while it is not decided
    Optional<Outcome> ended(UUID id, Command.SoftwareUpdate wanted) {
        Optional<Outcome> own = begun.get(id);
        if (own != null) {
            return own;
        }
        return Optional.of(
                wanted.version().equals(version)
                        ? new Outcome.Done()
                        : new Outcome.Failed(OTHER_VERSION));
    }
}
