package de.koblenz.kiosk.app;

import de.koblenz.kiosk.bench.FarEnds;
import de.koblenz.kiosk.bench.Stories;
import de.koblenz.kiosk.bench.StoryEnded;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.device.sim.card.Persona;
import de.koblenz.kiosk.device.sim.card.Personas;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `demo`: a scripted citizen goes the whole way through the real screens and over the real wires.
@Command(
        name = "demo",
        description = {
            "A scripted citizen goes the whole way, without a display, over real wires to stand-ins.",
            "Writes every screen as PNG, receipt.png, receipt.bin and messages.jsonl.",
            "Exit code 0 only if everything happened."
        })
final class DemoCommand implements Callable<Integer> {
    enum Turn {
        PORTRAIT,
        LANDSCAPE
    }

    /// Names for `--help`.
    static final class PersonaNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Personas.all().stream().map(Persona::key).iterator();
        }
    }

    @Mixin private Folders folders = new Folders();

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write (default: demo).")
    private Path out = Path.of("demo");

    @Option(
            names = "--service",
            paramLabel = "ID",
            description = "bewohnerparkausweis (default) or schwimmbad-ticket.")
    private String service = Stories.SERVICES.getFirst();

    @Option(names = "--locale", description = "Language of the screens (default: de).")
    private String locale = "de";

    @Option(
            names = "--persona",
            paramLabel = "NAME",
            completionCandidates = PersonaNames.class,
            description =
                    "Whose identity card the citizen has (default: ordinary): ${COMPLETION-CANDIDATES}.")
    private String persona = Personas.ORDINARY.key();

    @Option(
            names = "--orientation",
            description = "${COMPLETION-CANDIDATES} (default: as in terminal.yaml).")
    private @Nullable Turn orientation;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        Problems problems = new Problems();
        Installation read = Installation.read(folders.config(), folders.profiles(), problems);
        if (!problems.none()) {
            folders.listed(problems).forEach(err::println);
            return 1;
        }
        if (!Stories.SERVICES.contains(service)) {
            err.println(
                    "buergerterminal demo: no story for '"
                            + service
                            + "'; there is one for "
                            + String.join(", ", Stories.SERVICES));
            return 2;
        }
        if (!read.locales().tags().contains(locale)) {
            err.println(
                    "buergerterminal demo: no texts in '"
                            + locale
                            + "'; there are "
                            + String.join(", ", read.locales().tags()));
            return 2;
        }
        Optional<Persona> holder =
                Personas.all().stream().filter(known -> known.key().equals(persona)).findFirst();
        if (holder.isEmpty()) {
            err.println(
                    "buergerterminal demo: no persona '"
                            + persona
                            + "'; there are "
                            + String.join(", ", new PersonaNames()));
            return 2;
        }
        if (!writable(out)) {
            err.println("buergerterminal demo: nothing can be written to the folder " + out);
            return 2;
        }
        Path scratch = ScratchFolder.make("demo");
        Installation turned =
                orientation == null ? read : read.turned(orientation == Turn.PORTRAIT);
        Installation installation = turned.withStaffCode(FarEnds.STAFF_CODE, scratch);
        try {
            new Demo(installation, service, locale, holder.get(), out, scratch, Clock.systemUTC())
                    .run(spec.commandLine().getOut());
            return 0;
        } catch (StoryEnded e) {
            err.println("buergerterminal demo: " + e.getMessage());
            return 1;
        }
    }

    private static boolean writable(Path folder) {
        try {
            return Files.isWritable(Files.createDirectories(folder));
        } catch (IOException _) {
            return false;
        }
    }
}
