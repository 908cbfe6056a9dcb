package de.koblenz.kiosk.app;

import de.koblenz.kiosk.bench.BenchWindow;
import de.koblenz.kiosk.bench.FarEnds;
import de.koblenz.kiosk.bench.FleetBroker;
import de.koblenz.kiosk.bench.StoryEnded;
import de.koblenz.kiosk.bench.fleet.SimulatedFleet;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.ui.view.ScreenView;
import de.koblenz.kiosk.config.HealthSettings;
import de.koblenz.kiosk.config.MonitorSettings;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.config.ReferencedFile;
import de.koblenz.kiosk.fleet.model.Alarm;
import de.koblenz.kiosk.fleet.model.Connection;
import de.koblenz.kiosk.fleet.model.FleetState;
import de.koblenz.kiosk.fleet.model.Operator;
import de.koblenz.kiosk.fleet.model.Role;
import de.koblenz.kiosk.fleet.model.StoreUnavailable;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import javafx.application.Platform;

/// One run of the data centre on this machine: broker, this terminal, simulated terminals, monitor. With a display the terminal's bench and the
/// monitor are windows, and it ends when one of them is closed; without one it draws the monitor's pages and ends.
final class FleetDemo {
    /// Held so that their level stays: lines that break are what this is about.
    private static final Logger NOISE = Logger.getLogger("de.koblenz.kiosk.health.EdgeNode");

    private static final Operator OPERATOR = new Operator("demo", Role.ADMINISTER);
    private static final Duration MOST_PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(200);

    private final SimulatedFleet.Plan plan;
    private final Duration length;
    private final Path scratch;
    private final Path pictures;
    private final Clock clock = Clock.systemUTC();

    /// @param length how long it runs without a display after every terminal was heard
    /// @param scratch for everything that is kept meanwhile
    /// @param pictures folder of the monitor's pages
    FleetDemo(SimulatedFleet.Plan plan, Duration length, Path scratch, Path pictures) {
        this.plan = plan;
        this.length = length;
        this.scratch = scratch;
        this.pictures = pictures;
    }

    /// @throws StoryEnded if not every terminal was heard
    void run(Folders folders, PrintWriter story) throws IOException, InterruptedException {
        NOISE.setLevel(Level.OFF);
        boolean display = Toolkit.display();
        Toolkit toolkit = display ? Toolkit.starting() : Toolkit.startingHeadless();
        KeyPair keys = keys();
        Problems problems = new Problems();
        Installation read = Installation.read(folders.config(), folders.profiles(), problems);
        if (!problems.none()) {
            throw new StoryEnded(folders.listed(problems).toString());
        }
        Installation installation =
                read.withStaffCode(FarEnds.STAFF_CODE, scratch).withCommandKeys(publicKey(keys));
        String profile = installation.settings().terminal().device(Endpoints.PRINTER).profile();
        BenchAuthority authority = new BenchAuthority(clock);
        try (FleetBroker broker = FleetBroker.start(scratch);
                FarEnds ends =
                        new FarEnds(
                                scratch.resolve("far"),
                                installation.profile(profile),
                                installation.destinations().iterator().next(),
                                installation.leikaKeys(),
                                authority.trustAnchors(),
                                clock);
                MonitorGraph monitor =
                        new MonitorGraph(
                                monitor(folders, broker),
                                Optional.of(keys.getPrivate()),
                                pictures,
                                clock);
                KioskGraph terminal =
                        new KioskGraph(
                                installation,
                                Endpoints.of(ends, profile, authority.road(ends))
                                        .withBroker(address(broker)),
                                scratch.resolve("data"),
                                Clocks.of(clock));
                SimulatedFleet _ =
                        new SimulatedFleet(plan, broker.port(), List.of(keys.getPublic()), clock)) {
            story.println("Broker      " + broker.name() + " at port " + broker.port());
            story.flush();
            toolkit.await();
            if (display) {
                windows(ends, terminal, monitor);
            } else {
                terminal.start(_ -> {});
                tell(monitor, story);
            }
        } catch (StoreUnavailable e) {
            throw new IOException(e);
        }
    }

    private static void windows(FarEnds ends, KioskGraph terminal, MonitorGraph monitor)
            throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        Platform.runLater(() -> {
            ScreenView view = terminal.view(System::nanoTime);
            new BenchWindow(
                            view,
                            ends,
                            present -> terminal.post(new SessionEvent.PresenceChanged(present)),
                            closed::countDown)
                    .show();
            terminal.start(screen -> Platform.runLater(() -> view.render(screen)));
            MonitorWindow.open(monitor, Optional.of(OPERATOR), closed::countDown);
        });
        closed.await();
    }

    private void tell(MonitorGraph monitor, PrintWriter story)
            throws IOException, InterruptedException {
        Instant end = clock.instant().plus(MOST_PATIENCE);
        while (monitor.state().terminals().size() < plan.terminals() + 1) {
            if (!clock.instant().isBefore(end)) {
                throw new StoryEnded(
                        "only " + monitor.state().terminals().size() + " terminals were heard");
            }
            Thread.sleep(LOOK);
        }
        story.println(
                "Terminals   "
                        + monitor.state().terminals().size()
                        + " heard, one of them this one");
        story.flush();
        Thread.sleep(length);
        FleetState state = monitor.state();
        List<Path> drawn = new MonitorPictures(monitor, OPERATOR).draw(pictures);
        summary(state, story);
        story.println("Monitor     " + drawn.size() + " pictures in " + pictures);
        story.flush();
    }

    private static void summary(FleetState state, PrintWriter story) {
        Map<Connection, Long> connections =
                state.terminals().values().collect(counted(terminal -> terminal.connection()));
        story.println("Now         " + connections);
        story.println("Alarms      " + state.alarms().values().collect(counted(Alarm::severity)));
        state.alarms()
                .values()
                .collect(counted(alarm -> alarm.key().word()))
                .forEach((word, number) -> story.println("  " + number + " " + word));
    }

    private static <T, K extends Comparable<K>> Collector<T, ?, Map<K, Long>> counted(
            Function<T, K> by) {
        return Collectors.collectingAndThen(
                Collectors.groupingBy(by, TreeMap::new, Collectors.counting()),
                Collections::unmodifiableMap);
    }

    private static URI address(FleetBroker broker) {
        return URI.create("mqtt://127.0.0.1:" + broker.port());
    }

    /// By which the monitor commands all terminals.
    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private ReferencedFile publicKey(KeyPair keys) throws IOException {
        Path file = scratch.resolve("commands.pem");
        Files.writeString(
                file,
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");
        return ReferencedFile.of(file);
    }

    private MonitorInstallation monitor(Folders folders, FleetBroker broker) {
        Problems problems = new Problems();
        MonitorInstallation installation =
                new MonitorInstallation(
                        new MonitorSettings(
                                new HealthSettings(
                                        address(broker),
                                        "kgrz",
                                        Duration.ofSeconds(10),
                                        Duration.ofSeconds(1),
                                        Optional.empty(),
                                        Optional.empty()),
                                "KGRZ",
                                "jdbc:sqlite:" + scratch.resolve("fleet.db"),
                                new MonitorSettings.ShardSettings(0, List.of()),
                                Duration.ofSeconds(30),
                                new MonitorSettings.OperatorSettings(
                                        ReferencedFile.of(scratch.resolve("operators")),
                                        Duration.ofHours(8),
                                        false),
                                Optional.empty(),
                                Optional.empty(),
                                Map.of(),
                                new MonitorSettings.Look(MonitorSettings.Theme.LIGHT, "de")),
                        MonitorInstallation.texts(folders.config(), "de", problems));
        if (!problems.none()) {
            throw new StoryEnded(problems.sorted().toString());
        }
        return installation;
    }
}
