package de.koblenz.kiosk.app;

import de.koblenz.kiosk.config.HealthSettings;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.config.TerminalSettings;
import de.koblenz.kiosk.config.push.ConfigurationShelf;
import de.koblenz.kiosk.health.HealthReport;
import de.koblenz.kiosk.health.SessionCounters;
import de.koblenz.kiosk.health.command.CommandTarget;
import de.koblenz.kiosk.health.command.Reply;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// A terminal that cannot read its configuration, as the data centre sees it: out of service, with the code of the fault, and open to the
/// commands that may mend it: another configuration or version, a restart, the log. Thread-safe.
final class RepairLine implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("kiosk.app");

    private final @Nullable LogFile log;
    private volatile @Nullable DataCentreLine line;

    /// Tells the data centre.
    ///
    /// @param config the configuration that has faults
    /// @param data folder of the journals
    /// @param code what is wrong
    /// @param restart ends the program so that it is started again
    /// @return empty where not even the name of the terminal or its data centre can be read
    static Optional<RepairLine> open(
            Path config,
            Path data,
            String code,
            InstantSource clock,
            Runnable restart,
            ConfigurationShelf shelf) {
        Problems problems = new Problems();
        HealthSettings settings = HealthSettings.alone(config, problems);
        Optional<String> terminal = TerminalSettings.id(config);
        return problems.none()
                ? terminal.map(
                        name -> new RepairLine(name, settings, data, code, clock, restart, shelf))
                : Optional.empty();
    }

    private RepairLine(
            String terminal,
            HealthSettings settings,
            Path data,
            String code,
            InstantSource clock,
            Runnable restart,
            ConfigurationShelf shelf) {
        log = log(data);
        LOG.log(Level.ERROR, "start of {0} without a configuration: {1}", terminal, code);
        DataCentreLine opened =
                DataCentreLine.open(
                        terminal,
                        settings,
                        data,
                        clock,
                        DataCentreLine.FarReport.UNKNOWN,
                        rebirth -> commands(settings, rebirth, restart, shelf),
                        _ -> {});
        line = opened;
        opened.publish(
                new HealthReport(
                        clock.instant(),
                        HealthReport.Mode.OUT_OF_SERVICE,
                        code,
                        HealthDesk.expected(),
                        HealthDesk.VERSION,
                        "",
                        SessionCounters.NONE));
    }

    private static @Nullable LogFile log(Path data) {
        try {
            return LogFile.open(data);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "no log of its own: {0}", e.toString());
            return null;
        }
    }

    private CommandTarget commands(
            HealthSettings settings, Runnable rebirth, Runnable restart, ConfigurationShelf shelf) {
        ReplyDesk replies = new ReplyDesk(() -> Shot.NO_SCREEN, this::lines, this::send);
        return new KioskCommands(
                _ -> {},
                () -> true,
                CompletableFuture.completedFuture(Optional.empty()),
                Optional.of(restart),
                rebirth,
                replies,
                Optional.of(
                        new ConfigurationDesk(
                                shelf,
                                new ArchiveFetch(settings.tls()),
                                Set::of,
                                replies::explain)),
                Optional.of(
                        new UpdateDesk(
                                settings.updater(),
                                HealthDesk.VERSION,
                                UpdateDesk.Limits.USUAL,
                                replies::explain,
                                new UpdateDesk.Surroundings(() -> true, restart, this::decided))));
    }

    private List<String> lines(int most) throws IOException {
        LogFile open = log;
        if (open == null) {
            throw new IOException("no log");
        }
        return open.last(most);
    }

    private CompletableFuture<Boolean> send(Reply reply) {
        DataCentreLine open = line;
        return open == null ? CompletableFuture.completedFuture(false) : open.send(reply);
    }

    private void decided() {
        DataCentreLine open = line;
        if (open != null) {
            open.idle();
        }
    }

    @Override
    public void close() {
        DataCentreLine open = line;
        if (open != null) {
            open.close();
        }
        if (log != null) {
            log.close();
        }
    }
}
