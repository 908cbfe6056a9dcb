package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.citizen.ui.view.FxToolkit;
import de.koblenz.kiosk.fleet.model.DeviceStatus;
import de.koblenz.kiosk.fleet.model.FleetEvent;
import de.koblenz.kiosk.fleet.model.PaperStatus;
import de.koblenz.kiosk.fleet.model.TerminalId;
import de.koblenz.kiosk.store.FleetDatabase;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// What the monitor costs the JavaFX thread with ten thousand rows, in its time on the processor, so that other load on the machine does not
/// count: taking the fleet, styles and layout of a pulse while the table scrolls and 2,000 terminals a second say something; a letter in the
/// search; a fleet that dies at once. Painting is done by another thread.
///
/// Bars: a pulse ≤ 16 ms, a letter ≤ 50 ms. Run it so: `mvn -Pbench test-compile exec:exec
/// -Dbench.main=de.koblenz.kiosk.fleet.monitor.MonitorPulses -Dbench=10000` (the number of terminals).
public final class MonitorPulses {
    private static final int WARM_UP = 180;
    private static final int PULSES = 480;
    private static final int CHANGES = 34;

    /// Three rows a pulse.
    private static final double ROWS = 102;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final SampleFleet fleet;
    private final Random random = new Random(7);
    private final Desktop desktop;
    private final int number;

    private MonitorPulses(SampleFleet fleet, int number, FleetDatabase database) {
        this.fleet = fleet;
        this.number = number;
        desktop = new Desktop(database, Desktop.texts("de"), false);
        desktop.view.scene(MonitorPicture.WIDTH, MonitorPicture.HEIGHT);
        desktop.take(fleet);
        desktop.view.signIn(Desktop.OPERATOR);
    }

    /// @param arguments the number of terminals
    public static void main(String[] arguments) throws Exception {
        int number = arguments.length == 0 ? 10_000 : Integer.parseInt(arguments[0]);
        SampleFleet fleet = new SampleFleet(number, 60, 4711);
        fleet.morning();
        Path folder = Files.createTempDirectory("monitor");
        try (FleetDatabase database =
                FleetDatabase.open("jdbc:sqlite:" + folder.resolve("fleet.db"))) {
            MonitorPulses pulses = FxToolkit.call(() -> new MonitorPulses(fleet, number, database));
            print(
                    "pulse while scrolling, " + CHANGES + " changes each",
                    FxToolkit.call(pulses::scroll));
            print("letter in the search", FxToolkit.call(pulses::search));
            print("whole fleet dies", FxToolkit.call(pulses::death));
        }
        System.exit(0);
    }

    private static void print(String what, List<Double> millis) {
        double[] sorted = millis.stream().mapToDouble(each -> each).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%-44s p50 %6.2f ms  p95 %6.2f ms  p99 %6.2f ms  most %6.2f ms  (%d)%n",
                what,
                at(sorted, 0.5),
                at(sorted, 0.95),
                at(sorted, 0.99),
                sorted[sorted.length - 1],
                sorted.length);
    }

    private static double at(double[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, sorted.length * part)];
    }

    /// Time of this thread on the processor.
    private static double busy() {
        return THREADS.getCurrentThreadCpuTime() / 1e6;
    }

    private List<FleetEvent> changes() {
        List<FleetEvent> events = new ArrayList<>();
        for (int i = 0; i < CHANGES; i++) {
            TerminalId id = fleet.terminal(random.nextInt(number));
            // Mostly figures that no row shows; one in ten prints, one in forty is in trouble or
            // out of it.
            events.add(
                    switch (random.nextInt(40)) {
                        case 0 -> fleet.printer(id, DeviceStatus.ONLINE, PaperStatus.OUT, 0);
                        case 1, 2, 3, 4 ->
                                fleet.printer(
                                        id,
                                        DeviceStatus.ONLINE,
                                        PaperStatus.FULL,
                                        random.nextInt(400));
                        default ->
                                fleet.report(
                                        id, Map.of("system.cpu.utilization", random.nextDouble()));
                    });
        }
        return events;
    }

    private List<Double> scroll() {
        TerminalTable table = ((OverviewPage) desktop.view.page()).table();
        desktop.view.applyCss();
        desktop.view.layout();
        VirtualFlow<?> flow = (VirtualFlow<?>) table.lookup(".virtual-flow");
        table.getSelectionModel().select(3);
        List<Double> millis = new ArrayList<>();
        for (int pulse = 0; pulse < WARM_UP + PULSES; pulse++) {
            // The reducer works on the collector's thread: its time is none of the screen's.
            fleet.tell(changes());
            double before = busy();
            // Whoever scrolls reads: nothing is put in order meanwhile.
            table.fireEvent(
                    new KeyEvent(
                            KeyEvent.KEY_RELEASED,
                            "",
                            "",
                            KeyCode.DOWN,
                            false,
                            false,
                            false,
                            false));
            flow.scrollPixels(pulse / 200 % 2 == 0 ? ROWS : -ROWS);
            desktop.take(fleet);
            desktop.view.applyCss();
            desktop.view.layout();
            if (pulse >= WARM_UP) {
                millis.add(busy() - before);
            }
        }
        return millis;
    }

    private List<Double> search() {
        OverviewPage page = (OverviewPage) desktop.view.page();
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            for (String word :
                    Arrays.asList("nicht erreichbar trier", "koblenz papier", "terminal-77")) {
                for (int length = 0; length <= word.length(); length++) {
                    double before = busy();
                    page.search().setText(word.substring(0, length));
                    desktop.view.applyCss();
                    desktop.view.layout();
                    if (i > 1) {
                        millis.add(busy() - before);
                    }
                }
            }
        }
        page.search().clear();
        return millis;
    }

    private List<Double> death() {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            fleet.pass(Duration.ofSeconds(30));
            desktop.take(fleet);
            List<FleetEvent> wills = new ArrayList<>();
            for (int each = 0; each < number; each++) {
                wills.add(new FleetEvent.Died(fleet.terminal(each), fleet.now(), 1));
            }
            fleet.tell(wills);
            double before = busy();
            desktop.take(fleet);
            desktop.view.applyCss();
            desktop.view.layout();
            millis.add(busy() - before);
            List<FleetEvent> births = new ArrayList<>();
            for (int each = 0; each < number; each++) {
                births.addAll(fleet.birth(fleet.terminal(each)));
            }
            fleet.tell(births);
        }
        return millis;
    }
}
