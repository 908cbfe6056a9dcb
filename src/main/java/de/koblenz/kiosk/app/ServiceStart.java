package de.koblenz.kiosk.app;

import de.koblenz.kiosk.citizen.run.Faults;
import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.config.Problems;
import java.io.PrintWriter;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/// The start of a terminal in service. JavaFX comes up and paints a page that asks for patience while the
/// configuration is read: two cores, two threads.
///
/// @param config configuration folder
/// @param profiles folder of device profiles
/// @param data folder of orders and journals, where another than the one in `terminal.yaml`
record ServiceStart(Path config, Path profiles, Optional<Path> data) {
    /// Exit code of a restart that an operator asked for (EX_TEMPFAIL of sysexits): whatever started the terminal starts it again.
    static final int RESTART = 75;

    private static final System.Logger LOG = System.getLogger("kiosk.app");

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
            return Toolkit.Unavailable.EXIT_CODE;
        }
        // JavaFX needs longest: it starts before the window's words are read.
        CompletableFuture<KioskWindow> words = new CompletableFuture<>();
        Toolkit toolkit = Toolkit.starting(() -> words.join().open());
        KioskWindow window = new KioskWindow();
        words.complete(window);
        try {
            Problems problems = new Problems();
            Installation installation = Installation.readForService(config, profiles, problems);
            toolkit.await();
            if (problems.none()) {
                open(installation, window, problems);
            }
            if (!problems.none()) {
                List<Problem> listed = new ProblemList(config, profiles).of(problems);
                listed.forEach(err::println);
                err.flush();
                window.outOfService(listed.getFirst().code());
            }
        } catch (Toolkit.Unavailable e) {
            err.println("buergerterminal run: " + e.getMessage());
            err.flush();
            return Toolkit.Unavailable.EXIT_CODE;
        } catch (RuntimeException e) {
            // Never the page that asks for patience for ever.
            LOG.log(Level.ERROR, "the terminal cannot start: {0}", Faults.place(e));
            window.outOfService(KioskWindow.FAULT);
        }
        new CountDownLatch(1).await();
        return 0;
    }

    /// Ends the program from a thread of its own, as the end waits for the one that asks for it.
    private static void restart() {
        Thread.ofPlatform().name("restart").start(() -> Runtime.getRuntime().exit(RESTART));
    }

    private void open(Installation installation, KioskWindow window, Problems problems) {
        Endpoints ends = Endpoints.of(installation.settings(), problems);
        if (!problems.none()) {
            return;
        }
        Path folder = data.orElseGet(() -> installation.settings().terminal().dataFolder());
        KioskGraph graph = new KioskGraph(installation, ends, folder, Clocks.system());
        Runtime.getRuntime().addShutdownHook(new Thread(graph::close, "end"));
        graph.restartBy(ServiceStart::restart);
        window.serve(graph);
    }
}
