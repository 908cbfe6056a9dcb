package de.koblenz.kiosk.app;

import de.koblenz.kiosk.citizen.TestWorld;
import de.koblenz.kiosk.citizen.session.PinPad;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.ui.view.FxToolkit;
import de.koblenz.kiosk.citizen.ui.view.KeyboardWords;
import de.koblenz.kiosk.citizen.ui.view.KioskStage;
import de.koblenz.kiosk.citizen.ui.view.ScreenView;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.device.DeviceState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// From the touch to the painted next page, 1080 × 1920, software rendering, with the flags of the start script:
/// view, session, presenter, layout and two pulses of JavaFX, over pages of different kinds. The bar is p50 ≤ 40 ms
/// and p95 ≤ 50 ms on a display (`Xvfb -screen 0 1080x1920x24`), which is taken where there is one. Without one the
/// figure says little: JavaFX's headless platform copies each picture pixel by pixel, which takes the quick compiler's
/// code 100 ms.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 15)
@Measurement(iterations = 2, time = 20)
@Fork(
        value = 1,
        jvmArgsAppend = {
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dprism.disableRegionCaching=true"
        })
public class TouchToPageBenchmark {
    /// One round from the start page and back: a list, a service, a question with its keyboard, overlays, search.
    private static final List<String> ROUND =
            List.of(
                    "tile.AUTO_PARKEN",
                    "service.bewohnerparkausweis",
                    "next",
                    "language",
                    "back",
                    "aids",
                    "back",
                    "help",
                    "back",
                    "back",
                    "back",
                    "back",
                    "tile.URKUNDEN_AUSKUENFTE",
                    "service.meldebescheinigung",
                    "back",
                    "back",
                    "search",
                    "back");

    /// In the order of painting; one that is painted before anybody asks for it waits here.
    private final BlockingQueue<String> painted = new LinkedBlockingQueue<>();

    private FrontStage front;
    private ScreenView view;
    private String shown = "";
    private int next;

    @Setup
    public void open() throws Exception {
        if (System.getenv("DISPLAY") != null) {
            System.setProperty("glass.platform", "gtk");
        }
        Installation installation =
                Installation.read(
                        Path.of("kiosk-config"), Path.of("device-profiles"), new Problems());
        FxToolkit.run(() -> {
            view =
                    new ScreenView(
                            tag -> KeyboardWords.of(installation.locales().texts(tag)),
                            event -> front.post(event),
                            PinPad.NONE,
                            System::nanoTime);
            view.setTouchPause(Duration.ZERO, Duration.ofMillis(500));
            view.setPaintListener(screen -> painted.add(screen.key()));
            new KioskStage(new Stage(), view).open();
        });
        front =
                new FrontStage(
                        installation,
                        Clocks.system(),
                        false,
                        screen -> Platform.runLater(() -> view.render(screen)),
                        (_, _) -> {});
        front.start();
        nextPage("the start");
        front.post(new SessionEvent.DeviceChanged(TestWorld.printer(DeviceState.ONLINE, "full")));
        front.post(new SessionEvent.Touched());
    }

    @Benchmark
    public String touch() throws Exception {
        String id = ROUND.get(next++ % ROUND.size());
        FxToolkit.run(() -> press(find(id)));
        return nextPage(id);
    }

    /// Waits for the first painting of another page; the same one may be painted again in between, by a tick.
    private String nextPage(String touched) throws InterruptedException {
        String before = shown;
        while (shown.equals(before)) {
            String page = painted.poll(5, TimeUnit.SECONDS);
            if (page == null) {
                throw new AssertionError("no page after " + touched);
            }
            shown = page;
        }
        return shown;
    }

    private Node find(String id) {
        List<Node> nodes = new ArrayList<>(List.of(view));
        while (!nodes.isEmpty()) {
            Node node = nodes.removeLast();
            if (node.isVisible() && id.equals(node.getId())) {
                return node;
            }
            if (node.isVisible() && node instanceof Parent parent) {
                nodes.addAll(parent.getChildrenUnmodifiable());
            }
        }
        throw new AssertionError("no " + id);
    }

    private static void press(Node target) {
        Bounds place = target.localToScene(target.getLayoutBounds());
        for (EventType<MouseEvent> type :
                List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
            target.fireEvent(
                    new MouseEvent(
                            type,
                            place.getCenterX(),
                            place.getCenterY(),
                            0,
                            0,
                            MouseButton.PRIMARY,
                            1,
                            false,
                            false,
                            false,
                            false,
                            true,
                            false,
                            false,
                            false,
                            true,
                            true,
                            null));
        }
    }

    @TearDown
    public void close() {
        front.close();
    }
}
