package de.koblenz.kiosk.app;

import de.koblenz.kiosk.bench.BenchWindow;
import de.koblenz.kiosk.bench.FarEnds;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.ui.view.ScreenView;
import de.koblenz.kiosk.config.Problems;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `bench`: the terminal in a window with the device bench beside it; the demo where there is no display.
@Command(
        name = "bench",
        description = {
            "The terminal in a window, with the device bench beside it: pay, pull the printer's plug, …",
            "Without a display the scripted demo runs instead."
        })
final class BenchCommand implements Callable<Integer> {
    @Mixin private Folders folders = new Folders();

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (!Toolkit.display()) {
            out.println("No display: the scripted demo runs instead, pictures go to target/demo.");
            out.flush();
            return spec.commandLine()
                    .getParent()
                    .execute(
                            "demo",
                            "--out",
                            "target/demo",
                            "--config",
                            folders.config().toString(),
                            "--profiles",
                            folders.profiles().toString());
        }
        Toolkit toolkit = Toolkit.starting();
        Problems problems = new Problems();
        Installation read = Installation.read(folders.config(), folders.profiles(), problems);
        if (!problems.none()) {
            folders.listed(problems).forEach(spec.commandLine().getErr()::println);
            return 1;
        }
        toolkit.await();
        Path scratch = ScratchFolder.make("bench");
        Installation installation = read.withStaffCode(FarEnds.STAFF_CODE, scratch);
        String profile = installation.settings().terminal().device(Endpoints.PRINTER).profile();
        BenchAuthority authority = new BenchAuthority(Clock.systemUTC());
        try (FarEnds ends =
                        new FarEnds(
                                scratch.resolve("far"),
                                installation.profile(profile),
                                installation.destinations().iterator().next(),
                                installation.leikaKeys(),
                                authority.trustAnchors(),
                                Clock.systemUTC());
                KioskGraph graph =
                        new KioskGraph(
                                installation,
                                Endpoints.of(ends, profile, authority.road(ends)),
                                scratch.resolve("data"),
                                Clocks.system())) {
            ends.cardTable().takeTime();
            CountDownLatch closed = new CountDownLatch(1);
            Platform.runLater(() -> {
                ScreenView view = graph.view(System::nanoTime);
                new BenchWindow(
                                view,
                                ends,
                                present -> graph.post(new SessionEvent.PresenceChanged(present)),
                                closed::countDown)
                        .show();
                graph.start(screen -> Platform.runLater(() -> view.render(screen)));
            });
            closed.await();
        }
        return 0;
    }
}
