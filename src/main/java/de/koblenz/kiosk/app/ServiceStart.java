package de.koblenz.kiosk.app;

import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.config.Problems;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// The start of a terminal in service. JavaFX comes up and paints a page that asks for patience while the
/// configuration is read: two cores, two threads.
///
/// @param config configuration folder
/// @param profiles folder of device profiles
/// @param data folder of orders and journals, where another than the one in `terminal.yaml`
record ServiceStart(Path config, Path profiles, Optional<Path> data) {
    /// `EX_UNAVAILABLE` of sysexits.h.
    private static final int NO_DISPLAY = 69;

    /// What a terminal is started with each morning, `run` with options that each have a value in the next word, read
    /// without picocli: its classes are of a format that no AOT cache takes, and cost a fifth of the start. Everything
    /// else, mistakes and `--help` included, is picocli's.
    static Optional<ServiceStart> of(String... words) {
        if (words.length % 2 == 0 || !words[0].equals("run")) {
            return Optional.empty();
        }
        Path config = Folders.shippedConfig();
        Path profiles = Folders.shippedProfiles();
        Optional<Path> data = Optional.empty();
        for (int i = 1; i < words.length; i += 2) {
            Path value = Path.of(words[i + 1]);
            switch (words[i]) {
                case "--config" -> config = value;
                case "--profiles" -> profiles = value;
                case "--data" -> data = Optional.of(value);
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new ServiceStart(config, profiles, data));
    }

    /// Runs until the process is told to end.
    int run(PrintWriter err) throws InterruptedException {
        if (!Toolkit.display()) {
            err.println(
                    "buergerterminal run: no display; set DISPLAY, or try 'buergerterminal demo'");
            err.flush();
            return NO_DISPLAY;
        }
        KioskWindow window = new KioskWindow();
        Toolkit.starting(window::open);
        Problems problems = new Problems();
        Installation installation = Installation.read(config, profiles, problems);
        if (problems.none()) {
            open(installation, window, err);
        } else {
            problems.sorted().forEach(err::println);
            err.flush();
            window.outOfService(problems.sorted().getFirst());
        }
        new CountDownLatch(1).await();
        return 0;
    }

    private void open(Installation installation, KioskWindow window, PrintWriter err) {
        Path folder = data.orElseGet(() -> installation.settings().terminal().dataFolder());
        try {
            KioskGraph graph =
                    new KioskGraph(
                            installation,
                            Endpoints.of(installation.settings()),
                            folder,
                            Clock.systemUTC());
            Runtime.getRuntime().addShutdownHook(new Thread(graph::close, "end"));
            window.serve(graph);
        } catch (IOException e) {
            err.println("buergerterminal run: " + e.getMessage());
            err.flush();
            window.outOfService(
                    new Problem(
                            "terminal.yaml", 1, 1, "a secret is missing", "CFG-SECRET-MISSING"));
        }
    }
}
