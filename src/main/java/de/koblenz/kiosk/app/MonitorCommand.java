package de.koblenz.kiosk.app;

import de.koblenz.kiosk.config.MonitorSettings;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.config.ReferencedFile;
import de.koblenz.kiosk.fleet.board.AvailabilityReport;
import de.koblenz.kiosk.fleet.board.FleetWords;
import de.koblenz.kiosk.fleet.model.StoreUnavailable;
import de.koblenz.kiosk.fleet.monitor.Reports;
import de.koblenz.kiosk.health.command.CommandKeys;
import de.koblenz.kiosk.store.FleetDatabase;
import de.koblenz.kiosk.store.SqlEventStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// `monitor`: the fleet as the data centre sees it.
@Command(
        name = "monitor",
        description = {
            "The monitoring terminal of the data centre, as monitor.yaml says.",
            "With --report it writes the availability of a month and ends; that needs no display."
        })
final class MonitorCommand implements Callable<Integer> {
    @Mixin private Folders folders = new Folders();

    @Option(
            names = "--reports",
            paramLabel = "DIR",
            description = "Where reports are written (default: the folder of the user).")
    private Path reports = Path.of(System.getProperty("user.home", "."));

    @Option(
            names = "--report",
            paramLabel = "MONTH",
            converter = Month.class,
            description =
                    "Writes the availability of a month such as 2026-06 by office as CSV and PDF, and ends.")
    private @Nullable YearMonth month;

    /// Says what a month looks like.
    private static final class Month implements ITypeConverter<YearMonth> {
        @Override
        public YearMonth convert(String text) {
            try {
                return YearMonth.parse(text);
            } catch (DateTimeParseException _) {
                throw new TypeConversionException("'" + text + "' is not a month such as 2026-06");
            }
        }
    }

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Problems problems = new Problems();
        MonitorInstallation installation = MonitorInstallation.read(folders.config(), problems);
        if (!problems.none()) {
            PrintWriter err = spec.commandLine().getErr();
            problems.sorted().forEach(err::println);
            return 1;
        }
        InstantSource clock = Clock.systemUTC();
        try {
            return month == null ? open(installation, clock) : report(installation, month, clock);
        } catch (StoreUnavailable e) {
            throw new IOException(
                    "the database does not work ("
                            + e.getMessage()
                            + "): "
                            + installation.settings().database()
                            + "\n"
                            + hint(installation.settings()),
                    e);
        }
    }

    private static String hint(MonitorSettings settings) {
        return settings.databaseFile().isPresent()
                ? "Is its folder there, and may this user write in it?"
                : "Is the server there, does it have this database, and is the password in ~/.pgpass?";
    }

    private int open(MonitorInstallation installation, InstantSource clock)
            throws IOException, InterruptedException, StoreUnavailable {
        Toolkit toolkit = Toolkit.starting();
        Optional<ReferencedFile> file = installation.settings().commandKey();
        Optional<PrivateKey> key =
                file.isPresent()
                        ? Optional.of(CommandKeys.readPrivate(file.get().path()))
                        : Optional.empty();
        CountDownLatch closed = new CountDownLatch(1);
        toolkit.await();
        try (MonitorGraph graph = new MonitorGraph(installation, key, reports, clock)) {
            Platform.runLater(() -> MonitorWindow.open(graph, Optional.empty(), closed::countDown));
            closed.await();
        }
        return 0;
    }

    private int report(MonitorInstallation installation, YearMonth wanted, InstantSource clock)
            throws IOException, StoreUnavailable {
        FleetWords words = installation.words(MonitorGraph.ZONE);
        try (FleetDatabase database = FleetDatabase.open(installation.settings().database())) {
            AvailabilityReport report =
                    AvailabilityReport.of(
                            new SqlEventStore(database), wanted, words, clock.instant());
            for (Reports.Form form : Reports.Form.values()) {
                Path file = new ReportFolder(reports, words).write(report, form);
                spec.commandLine()
                        .getOut()
                        .println(form.name().toLowerCase(Locale.ROOT) + " " + file);
            }
            spec.commandLine().getOut().flush();
        }
        return 0;
    }
}
