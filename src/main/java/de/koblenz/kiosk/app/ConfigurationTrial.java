package de.koblenz.kiosk.app;

import de.koblenz.kiosk.citizen.run.Faults;
import de.koblenz.kiosk.config.push.ConfigurationShelf;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Watches over a program that tries a configuration: healthy within the time limit, or the next one runs with what was in force before.
/// Begins before the configuration is read, so that a program that hangs is ended too. Thread-safe.
final class ConfigurationTrial {
    /// It was in service within the time limit, but not healthy.
    static final String UNHEALTHY = "CMD-UNHEALTHY";

    private static final System.Logger LOG = System.getLogger("kiosk.app");

    private final ConfigurationShelf shelf;
    private final UUID id;
    private final Set<String> working;
    private final Limits limits;
    private final Runnable restart;
    private volatile @Nullable Patient patient;

    /// How long what may take.
    ///
    /// @param healthy until the terminal is healthy
    /// @param citizen how long a citizen who came meanwhile may finish before the program is ended
    /// @param look between two looks
    record Limits(Duration healthy, Duration citizen, Duration look) {
        static final Limits USUAL =
                new Limits(Duration.ofMinutes(3), Duration.ofMinutes(30), Duration.ofSeconds(1));
    }

    /// The terminal that is looked at.
    interface Patient {
        /// Why it is not healthy.
        ///
        /// @param working devices that have to work
        /// @return nothing if it is; else a code, empty where there is none
        Optional<String> complaint(Set<String> working);

        /// Whether no citizen is there.
        boolean idle();

        /// Told that it is decided.
        void decided();
    }

    /// @param working devices that worked before
    /// @param restart ends the program so that it is started again
    ConfigurationTrial(
            ConfigurationShelf shelf,
            UUID id,
            Set<String> working,
            Limits limits,
            Runnable restart) {
        this.shelf = shelf;
        this.id = id;
        this.working = working;
        this.limits = limits;
        this.restart = restart;
    }

    /// Begins to watch.
    void start() {
        Thread.ofPlatform().name("trial").daemon().start(this::watch);
    }

    /// Says who is to be looked at.
    void of(Patient terminal) {
        patient = terminal;
    }

    private void watch() {
        try {
            String code = UNHEALTHY;
            for (long start = System.nanoTime(); left(start, limits.healthy()); rest()) {
                Patient terminal = patient;
                Optional<String> complaint =
                        terminal == null ? Optional.of("") : terminal.complaint(working);
                if (complaint.isEmpty() && terminal != null) {
                    boolean kept = shelf.keep(id);
                    LOG.log(Level.INFO, "the configuration that was sent is kept: {0}", kept);
                    terminal.decided();
                    return;
                }
                code = complaint.filter(words -> !words.isEmpty()).orElse(UNHEALTHY);
            }
            LOG.log(Level.ERROR, "the configuration that was sent is taken back: {0}", code);
            shelf.takeBack(id, code);
        } catch (IOException | RuntimeException e) {
            // The next program takes it back, as this one did not keep it.
            LOG.log(Level.ERROR, "the trial of a configuration: {0}", Faults.place(e));
        } catch (InterruptedException _) {
            return;
        }
        end();
    }

    private void end() {
        try {
            for (long start = System.nanoTime(); left(start, limits.citizen()); rest()) {
                Patient terminal = patient;
                if (terminal == null || terminal.idle()) {
                    break;
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        restart.run();
    }

    private static boolean left(long start, Duration limit) {
        return System.nanoTime() - start < limit.toNanos();
    }

    private void rest() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(limits.look().toNanos());
    }
}
