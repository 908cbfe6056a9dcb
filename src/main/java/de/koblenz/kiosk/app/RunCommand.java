package de.koblenz.kiosk.app;

import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.config.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `run`: the terminal in service, on the whole screen, with no way out.
@Command(
        name = "run",
        description = {
            "Runs the terminal on the whole screen.",
            "With a broken configuration it shows that it is out of service, with the code of the fault."
        })
final class RunCommand implements Callable<Integer> {
    @Mixin private Folders folders = new Folders();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of orders and journals (default: the one in terminal.yaml).")
    private @Nullable Path data;

    @Option(
            names = "--first-page-file",
            paramLabel = "FILE",
            hidden = true,
            description = "Is created when the first page is painted; for measuring the start.")
    private @Nullable Path firstPageFile;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (!Toolkit.display()) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "buergerterminal run: no display; set DISPLAY, or try 'buergerterminal demo'");
            return 69;
        }
        // JavaFX starts while the configuration is read: two cores, two threads.
        Toolkit toolkit = Toolkit.starting();
        Problems problems = new Problems();
        Installation installation =
                Installation.read(folders.config(), folders.profiles(), problems);
        toolkit.await();
        KioskWindow window = new KioskWindow(this::painted);
        if (!problems.none()) {
            problems.sorted().forEach(spec.commandLine().getErr()::println);
            window.outOfService(problems.sorted().getFirst());
        } else {
            open(installation, window);
        }
        // The terminal runs until the process is told to end.
        new CountDownLatch(1).await();
        return 0;
    }

    private void painted() {
        if (firstPageFile != null) {
            try {
                Files.createFile(firstPageFile);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void open(Installation installation, KioskWindow window) {
        Path folder =
                Optional.ofNullable(data).orElse(installation.settings().terminal().dataFolder());
        try {
            KioskGraph graph =
                    new KioskGraph(
                            installation,
                            Endpoints.of(installation.settings()),
                            folder,
                            Clock.systemUTC());
            Runtime.getRuntime().addShutdownHook(new Thread(graph::close, "end"));
            window.open(graph);
        } catch (IOException e) {
            spec.commandLine().getErr().println("buergerterminal run: " + e.getMessage());
            window.outOfService(
                    new Problem(
                            "terminal.yaml", 1, 1, "a secret is missing", "CFG-SECRET-MISSING"));
        }
    }
}
