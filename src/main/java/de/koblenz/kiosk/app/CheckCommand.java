package de.koblenz.kiosk.app;

import de.koblenz.kiosk.config.CheckReport;
import de.koblenz.kiosk.config.InstallationCheck;
import de.koblenz.kiosk.config.MonitorSettings;
import de.koblenz.kiosk.config.Problems;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `check`: every mistake in the configuration, each with file, line, column and code.
@Command(
        name = "check",
        description = {
            "Checks configuration and device profiles.",
            "Prints every problem as file:line:column: message [CODE]; exit code 1 if there is one."
        })
final class CheckCommand implements Callable<Integer> {
    @Mixin private Folders folders = new Folders();

    @Option(
            names = "--installation",
            description = "Checks this machine too: secrets, certificates, data folder.")
    private boolean installation;

    @Option(
            names = "--monitor",
            description =
                    "Checks this machine as a monitor: operators, certificates, key of commands.")
    private boolean monitor;

    @Option(
            names = "--on",
            paramLabel = "DAY",
            description =
                    "The day on which schemata have to be valid, such as 2027-01-01; today if left out.")
    private Optional<LocalDate> on = Optional.empty();

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        Problems problems = new Problems();
        Installation read = Installation.read(folders.config(), folders.profiles(), problems);
        SearchFiles.synonyms(folders.config(), read.catalog(), problems);
        SearchFiles.federal(folders.config(), problems);
        SearchFiles.towns(folders.config(), problems);
        read.packageProblems(
                Optional.of(on.orElseGet(() -> LocalDate.now(KioskGraph.ZONE))), problems);
        if (monitor || Files.exists(folders.config().resolve(MonitorSettings.FILE))) {
            MonitorInstallation asMonitor = MonitorInstallation.read(folders.config(), problems);
            if (monitor) {
                InstallationCheck.checkMonitor(asMonitor.settings(), problems);
            }
        }
        if (installation) {
            InstallationCheck.check(read.settings(), problems);
        }
        CheckReport report = new CheckReport(folders.listed(problems));
        PrintWriter out = spec.commandLine().getOut();
        report.lines().forEach(out::println);
        out.flush();
        return report.exitCode();
    }
}
