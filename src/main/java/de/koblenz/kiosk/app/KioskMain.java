package de.koblenz.kiosk.app;

import de.koblenz.kiosk.citizen.run.Faults;
import de.koblenz.kiosk.health.PahoLog;
import java.io.PrintWriter;
import java.lang.System.Logger.Level;
import java.nio.charset.Charset;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/// Entry point of the terminal: `buergerterminal SUBCOMMAND`.
@Command(
        name = "buergerterminal",
        description = "Self-service terminal for the Bürgeramt.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        version = "Bürgerterminal 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            DemoCommand.class,
            BenchCommand.class,
            FleetCommand.class,
            CheckCommand.class,
            PreviewCommand.class,
            ReportCommand.class,
            SearchCommand.class,
            BookingsCommand.class,
            StaffCodeCommand.class,
            MonitorCommand.class,
            WarmupCommand.class
        })
public final class KioskMain implements Runnable {
    private static final System.Logger LOG = System.getLogger("kiosk.app");

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    KioskMain() {}

    /// Runs a subcommand and ends the process with its exit code.
    public static void main(String[] args) throws InterruptedException {
        // The message of a fault may quote what somebody typed; the JDK would print it.
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) ->
                LOG.log(
                        PahoLog.isIts(fault) ? Level.DEBUG : Level.ERROR,
                        "{0} ended: {1}",
                        thread.getName(),
                        Faults.place(fault)));
        Optional<ServiceStart> service = ServiceStart.of(args);
        System.exit(
                service.isPresent()
                        ? service.get()
                                .run(new PrintWriter(System.err, true, Charset.defaultCharset()))
                        : commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new KioskMain())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((fault, line, _) -> {
                    // A trace is for developers; whoever stands at a shell wants the reason.
                    line.getErr().println("buergerterminal: " + fault.getMessage());
                    if (System.getProperty("kiosk.trace") != null) {
                        fault.printStackTrace(line.getErr());
                    }
                    return fault instanceof Toolkit.Unavailable
                            ? Toolkit.Unavailable.EXIT_CODE
                            : CommandLine.ExitCode.SOFTWARE;
                });
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "a command is missing; --help lists them");
    }
}
