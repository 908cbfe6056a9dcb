package de.koblenz.kiosk.app;

import de.koblenz.kiosk.citizen.run.Faults;
import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.config.TerminalSettings;
import de.koblenz.kiosk.config.push.ConfigurationShelf;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The start of a terminal in service. JavaFX comes up and paints a page that asks for patience while the
/// configuration is read: two cores, two threads.
///
/// @param config configuration folder
/// @param profiles folder of device profiles
/// @param data folder of orders and journals, where another than the one in `terminal.yaml`
record ServiceStart(Path config, Path profiles, Optional<Path> data) {
    /// Exit code of a restart that an operator asked for (EX_TEMPFAIL of sysexits): whatever started the terminal starts it again.
    static final int RESTART = 75;

    /// Orders that are being written are written to the end within it.
    private static final long LONGEST_END_SECONDS = 30;

    /// Of a terminal that does not even say where its data are; there is nothing in it.
    private static final Path NOWHERE = Path.of("no-data-folder");

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
            Path folder = data.or(() -> TerminalSettings.dataFolder(config)).orElse(NOWHERE);
            ConfigurationShelf shelf = new ConfigurationShelf(folder, config, profiles);
            List<Problem> problems = open(shelf, choose(shelf), toolkit, window);
            if (!problems.isEmpty()) {
                problems.forEach(err::println);
                err.flush();
                window.outOfService(problems.getFirst().code());
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

    /// Ends the program from a thread of its own, as the end waits for the one that asks for it; also one that cannot end.
    private static void restart() {
        Thread.ofPlatform().name("restart").start(() -> Runtime.getRuntime().exit(RESTART));
        Thread.ofPlatform()
                .name("end at last")
                .daemon()
                .start(() -> {
                    try {
                        TimeUnit.SECONDS.sleep(LONGEST_END_SECONDS);
                    } catch (InterruptedException _) {
                        // Then now.
                    }
                    Runtime.getRuntime().halt(RESTART);
                });
    }

    /// Without a disk the installed one is as good as any.
    private ConfigurationShelf.Choice choose(ConfigurationShelf shelf) {
        try {
            return shelf.choose();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the installed configuration is used: {0}", e.toString());
            return new ConfigurationShelf.Choice(config, profiles, Optional.empty(), Set.of());
        }
    }

    /// Opens the terminal with a configuration. One on trial that cannot even be read is taken back at once.
    ///
    /// @return what is wrong with the configuration
    private List<Problem> open(
            ConfigurationShelf shelf,
            ConfigurationShelf.Choice choice,
            Toolkit toolkit,
            KioskWindow window)
            throws Toolkit.Unavailable, InterruptedException {
        Optional<ConfigurationTrial> trial =
                choice.trial()
                        .map(id ->
                                new ConfigurationTrial(
                                        shelf,
                                        id,
                                        choice.working(),
                                        ConfigurationTrial.Limits.USUAL,
                                        ServiceStart::restart));
        trial.ifPresent(ConfigurationTrial::start);
        Problems problems = new Problems();
        Installation installation =
                Installation.readForService(choice.config(), choice.profiles(), problems);
        toolkit.await();
        if (problems.none()) {
            Endpoints ends = Endpoints.of(installation.settings(), problems);
            if (problems.none()) {
                serve(installation, ends, shelf, trial, window);
                return List.of();
            }
        }
        List<Problem> listed = new ProblemList(choice.config(), choice.profiles()).of(problems);
        if (choice.trial().isEmpty()) {
            callForHelp(choice, listed.getFirst().code(), shelf);
            return listed;
        }
        try {
            shelf.takeBack(choice.trial().get(), listed.getFirst().code());
        } catch (IOException e) {
            LOG.log(Level.WARNING, "not taken back: {0}", e.toString());
        }
        restart();
        return listed;
    }

    /// Tells the data centre, as far as the configuration says where that is.
    private void callForHelp(
            ConfigurationShelf.Choice choice, String code, ConfigurationShelf shelf) {
        data.or(() -> TerminalSettings.dataFolder(choice.config()))
                .flatMap(folder ->
                        RepairLine.open(
                                choice.config(),
                                folder,
                                code,
                                Clocks.system().wall(),
                                ServiceStart::restart,
                                shelf))
                .ifPresent(line ->
                        Runtime.getRuntime().addShutdownHook(new Thread(line::close, "end")));
    }

    private void serve(
            Installation installation,
            Endpoints ends,
            ConfigurationShelf shelf,
            Optional<ConfigurationTrial> trial,
            KioskWindow window) {
        Path folder = data.orElseGet(() -> installation.settings().terminal().dataFolder());
        KioskGraph graph = new KioskGraph(installation, ends, folder, Clocks.system());
        Runtime.getRuntime().addShutdownHook(new Thread(graph::close, "end"));
        graph.restartBy(ServiceStart::restart, shelf);
        trial.ifPresent(it -> it.of(graph.patient()));
        window.serve(graph);
    }
}
