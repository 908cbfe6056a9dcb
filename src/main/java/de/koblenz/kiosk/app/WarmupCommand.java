package de.koblenz.kiosk.app;

import de.koblenz.kiosk.config.Problems;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `warmup`: one start of the terminal by which the start script makes its AOT cache.
@Command(
        name = "warmup",
        description = {
            "Starts the terminal once and ends it: later starts are faster.",
            "By it the start script makes its AOT cache. Run it after each installation; with a display where there is one."
        })
final class WarmupCommand implements Callable<Integer> {
    @Mixin private Folders folders = new Folders();

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        boolean display = Toolkit.display();
        Toolkit toolkit = display ? Toolkit.starting() : Toolkit.startingHeadless();
        Problems problems = new Problems();
        Installation installation =
                Installation.read(folders.config(), folders.profiles(), problems);
        toolkit.await();
        if (!problems.none()) {
            folders.listed(problems).forEach(spec.commandLine().getErr()::println);
            return 1;
        }
        Path scratch = ScratchFolder.make("warmup");
        new Warmup(installation, scratch).run(display);
        spec.commandLine().getOut().println("Ready: the next start uses what this one has learnt.");
        return 0;
    }
}
