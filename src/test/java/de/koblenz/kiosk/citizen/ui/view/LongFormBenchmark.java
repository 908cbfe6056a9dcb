package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.Filling;
import de.koblenz.kiosk.citizen.TestTerminal;
import de.koblenz.kiosk.citizen.WideForm;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.ui.Screen;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Warmup;

/// "Weiter" and "Zurück" inside a form with 100 fields of every kind, filled in, from the touch to the page
/// reckoned (session and presenter), laid out, and painted by software in a window, with the flags of the start script. The bar is
/// p99 ≤ 50 ms on a display (`Xvfb -screen 0 1080x1920x24`), which is taken where there is one; JavaFX's headless platform copies
/// each picture pixel by pixel.
///
/// `mvn -Pbench test-compile exec:exec -Dbench=LongFormBenchmark`
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 8)
@Measurement(iterations = 2, time = 12)
@Fork(
        value = 1,
        jvmArgsAppend = {
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dprism.disableRegionCaching=true"
        })
public class LongFormBenchmark {
    private final BlockingQueue<String> painted = new LinkedBlockingQueue<>();

    private TestTerminal terminal;
    private ScreenPicture camera;
    private ScreenView window;
    private Screen shown;
    private String first = "";
    private SessionEvent step = new SessionEvent.BackPressed();

    @Setup
    public void open() throws Exception {
        if (System.getenv("DISPLAY") != null) {
            System.setProperty("glass.platform", "gtk");
        }
        terminal = TestTerminal.open();
        FxToolkit.run(() -> {
            window = PageWalk.view();
            window.setPaintListener(screen -> painted.add(screen.key()));
            new KioskStage(new Stage(), window).open();
        });
        camera = FxToolkit.call(() -> new ScreenPicture(PageWalk.view()));
        terminal.send(new SessionEvent.ServiceChosen(WideForm.LONG_ID));
        terminal.send(new SessionEvent.ServiceStarted());
        first = terminal.screen().key();
        new Filling(terminal).toTheEnd();
        shown = terminal.screen();
    }

    /// Through all pages to the end, and back again.
    private Screen next() {
        if (shown.key().equals("check")) {
            step = new SessionEvent.BackPressed();
        } else if (shown.key().equals(first)) {
            step = new SessionEvent.NextPressed();
        }
        terminal.send(step);
        shown = terminal.screen();
        return shown;
    }

    @Benchmark
    public String reckoned() {
        return next().key();
    }

    @Benchmark
    public double laidOut() throws Exception {
        return FxToolkit.call(() -> camera.layOut(next()).getHeight());
    }

    @Benchmark
    public String painted() throws Exception {
        Screen page = next();
        painted.clear();
        FxToolkit.run(() -> window.render(page));
        String key = painted.poll(5, TimeUnit.SECONDS);
        if (!page.key().equals(key)) {
            throw new AssertionError(key + " instead of " + page.key());
        }
        return key;
    }
}
