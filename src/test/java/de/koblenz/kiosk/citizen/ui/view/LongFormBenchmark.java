package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.Filling;
import de.koblenz.kiosk.citizen.TestTerminal;
import de.koblenz.kiosk.citizen.WideForm;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.ui.Screen;
import java.util.concurrent.TimeUnit;
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
/// reckoned (session and presenter), laid out, and painted by software, with the flags of the start script. The bar is p99 ≤ 50 ms.
///
/// `mvn -Pbench test-compile exec:exec -Dbench=LongFormBenchmark`
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 8)
@Measurement(iterations = 2, time = 12)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"})
public class LongFormBenchmark {
    private TestTerminal terminal;
    private ScreenPicture camera;
    private Screen shown;
    private String first = "";
    private SessionEvent step = new SessionEvent.BackPressed();

    @Setup
    public void open() throws Exception {
        terminal = TestTerminal.open();
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
    public double painted() throws Exception {
        return FxToolkit.call(() -> camera.take(next()).getHeight());
    }
}
