package de.koblenz.kiosk.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `run`: the terminal in service.
@Command(
        name = "run",
        description = {
            "Runs the terminal on the whole screen.",
            "With a broken configuration it shows that it is out of service, with the code of the fault."
        })
final class RunCommand implements Callable<Integer> {
    @Mixin private Folders folders = new Folders();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of orders and journals (default: the one in terminal.yaml).")
    private @Nullable Path data;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        return new ServiceStart(folders.config(), folders.profiles(), Optional.ofNullable(data))
                .run(spec.commandLine().getErr());
    }
}
