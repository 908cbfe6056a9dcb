package de.koblenz.kiosk.app;

import de.koblenz.kiosk.citizen.session.Aid;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.config.ServiceFolder;
import de.koblenz.kiosk.service.fim.pack.PackageReader;
import de.koblenz.kiosk.service.fim.pack.ServicePackage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `preview`: what a package becomes, before anybody can start it.
@Command(
        name = "preview",
        description = {
            "Shows what a package of federal files becomes: a picture of every page,",
            "what became of each rule, the process as a drawing, and everything that is",
            "not supported. Works without an overlay (service.yaml), too. Begin with",
            "index.html. Catalogue and texts are those of the configuration in whose",
            "folder services the package lies.",
            "With --large, --contrast and --low the pages look as citizens see them who",
            "switch these aids on: long words show in large text first."
        })
final class PreviewCommand implements Callable<Integer> {
    enum Turn {
        PORTRAIT,
        LANDSCAPE
    }

    @Mixin private Folders folders = new Folders();

    @Parameters(
            index = "0",
            paramLabel = "PACKAGE",
            description = "Folder of the package, or its name in the folder services.")
    private Path folder = Path.of("");

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write (default: preview).")
    private Path out = Path.of("preview");

    @Option(names = "--locale", description = "Language of the pages (default: de).")
    private String locale = "de";

    @Option(
            names = "--orientation",
            description = "${COMPLETION-CANDIDATES} (default: as in terminal.yaml).")
    private @Nullable Turn orientation;

    @Option(names = "--large", description = "Pages in large text.")
    private boolean large;

    @Option(names = "--contrast", description = "Pages in high contrast.")
    private boolean contrast;

    @Option(names = "--low", description = "Pages with all controls in reach of a wheelchair.")
    private boolean low;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (folders.around(folder)) {
            spec.commandLine().getOut().println("Configuration " + folders.config());
        }
        Problems problems = new Problems();
        Installation read = Installation.read(folders.config(), folders.profiles(), problems);
        if (!problems.none()) {
            folders.listed(problems).forEach(spec.commandLine().getErr()::println);
            return CommandLine.ExitCode.SOFTWARE;
        }
        Path named = folders.config().resolve("services").resolve(folder);
        Path found = Files.isDirectory(folder) ? folder : named;
        if (!Files.isDirectory(found) || !ServiceFolder.isPackage(found)) {
            return refuse("'" + folder + "' is no folder with files of the federation");
        }
        if (!read.locales().tags().contains(locale)) {
            return refuse(
                    "no texts in '"
                            + locale
                            + "'; there are "
                            + String.join(", ", read.locales().tags()));
        }
        Installation turned =
                orientation == null ? read : read.turned(orientation == Turn.PORTRAIT);
        // "." has no name of its own.
        Path whole = found.toRealPath();
        ServicePackage pack = new PackageReader(read.catalog()).read(whole);
        Toolkit.headless();
        PrintWriter story = spec.commandLine().getOut();
        new Preview(turned, pack, whole, locale, aids(), Clock.systemUTC()).write(out, story);
        story.flush();
        return pack.journey().isPresent() || pack.forwards()
                ? CommandLine.ExitCode.OK
                : CommandLine.ExitCode.SOFTWARE;
    }

    private Set<Aid> aids() {
        Set<Aid> aids = EnumSet.noneOf(Aid.class);
        if (large) {
            aids.add(Aid.LARGE_TEXT);
        }
        if (contrast) {
            aids.add(Aid.HIGH_CONTRAST);
        }
        if (low) {
            aids.add(Aid.LOW_REACH);
        }
        return aids;
    }

    private int refuse(String why) {
        spec.commandLine().getErr().println("buergerterminal preview: " + why);
        return CommandLine.ExitCode.USAGE;
    }
}
