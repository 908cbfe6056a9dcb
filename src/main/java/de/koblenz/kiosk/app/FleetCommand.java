package de.koblenz.kiosk.app;

import de.koblenz.kiosk.bench.StoryEnded;
import de.koblenz.kiosk.bench.fleet.SimulatedFleet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `fleet`: a whole data centre on this machine.
@Command(
        name = "fleet",
        description = {
            "A data centre on this machine, with simulated terminals.",
            "A broker (mosquitto where it is installed), this terminal on the bench, simulated terminals with a life of their own,",
            "and the monitor. Without a display it writes pictures of the monitor and ends; exit code 0 only if every terminal was heard."
        })
final class FleetCommand implements Callable<Integer> {
    @Mixin private Folders folders = new Folders();

    @Option(
            names = "--terminals",
            paramLabel = "N",
            description = "How many are simulated (default: ${DEFAULT-VALUE}).")
    private int terminals = 200;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of their lives (default: ${DEFAULT-VALUE}).")
    private long seed = 4711;

    @Option(
            names = "--speed",
            paramLabel = "MINUTES",
            description =
                    "Minutes of their lives in a second (default: 1 in windows, where there has to be time to act; else 10).")
    private @Nullable Integer speed;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long it runs without a display (default: ${DEFAULT-VALUE}).")
    private int seconds = 20;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Where the monitor's pages and reports are written (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("target", "fleet");

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        int usual = Toolkit.display() ? 1 : 10;
        int minutes = speed == null ? usual : speed;
        if (terminals < 0 || minutes < 1 || seconds < 1) {
            err.println("buergerterminal fleet: numbers below one");
            return 2;
        }
        Path scratch = ScratchFolder.make("fleet");
        FleetDemo demo =
                new FleetDemo(
                        new SimulatedFleet.Plan(terminals, 10, minutes, seed),
                        Duration.ofSeconds(seconds),
                        scratch,
                        Files.createDirectories(out));
        try {
            demo.run(folders, spec.commandLine().getOut());
            return 0;
        } catch (StoryEnded e) {
            err.println("buergerterminal fleet: " + e.getMessage());
            return 1;
        }
    }
}
