package de.koblenz.kiosk.app;

import de.koblenz.kiosk.bench.FarEnds;
import de.koblenz.kiosk.bench.ScriptedCitizen;
import de.koblenz.kiosk.bench.Stories;
import de.koblenz.kiosk.bench.StoryEnded;
import de.koblenz.kiosk.citizen.run.Faults;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.citizen.ui.view.ScreenPicture;
import de.koblenz.kiosk.citizen.ui.view.ScreenView;
import de.koblenz.kiosk.device.sim.PrintedPaper;
import de.koblenz.kiosk.device.sim.card.Persona;
import de.koblenz.kiosk.health.WireMessage;
import de.koblenz.kiosk.service.catalog.LifeSituation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;

/// One run of the demo: starts the far ends and the terminal, tells the story, writes what came of it and checks
/// that it really happened.
final class Demo {
    private final Installation installation;
    private final String service;
    private final String locale;
    private final Persona persona;
    private final Path out;
    private final Path scratch;
    private final InstantSource clock;
    private final List<WireMessage> messages = new CopyOnWriteArrayList<>();

    Demo(
            Installation installation,
            String service,
            String locale,
            Persona persona,
            Path out,
            Path scratch,
            InstantSource clock) {
        this.installation = installation;
        this.service = service;
        this.locale = locale;
        this.persona = persona;
        this.out = out;
        this.scratch = scratch;
        this.clock = clock;
    }

    /// Tells the story to `story`.
    ///
    /// @throws StoryEnded where anything did not happen
    void run(PrintWriter story) throws IOException, InterruptedException {
        String profile = installation.settings().terminal().device(Endpoints.PRINTER).profile();
        Toolkit.headless();
        BenchAuthority authority = new BenchAuthority(clock);
        try (FarEnds ends =
                        new FarEnds(
                                scratch.resolve("far"),
                                installation.profile(profile),
                                installation.destinations().iterator().next(),
                                installation.leikaKeys(),
                                authority.trustAnchors(),
                                clock);
                KioskGraph terminal = terminal(ends, profile, authority.road(ends))) {
            tell(story, ends, terminal);
        }
        story.flush();
    }

    private KioskGraph terminal(FarEnds ends, String profile, CardRoad road) {
        KioskGraph terminal =
                new KioskGraph(
                        installation,
                        Endpoints.of(ends, profile, road),
                        scratch.resolve("data"),
                        Clocks.of(clock));
        terminal.health().watch(messages::add);
        return terminal;
    }

    private void tell(PrintWriter story, FarEnds ends, KioskGraph terminal)
            throws IOException, InterruptedException {
        CompletableFuture<ScriptedCitizen> made = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                AtomicLong nanos = new AtomicLong();
                ScreenView view = terminal.view(nanos::get);
                made.complete(new ScriptedCitizen(view, new ScreenPicture(view), nanos, out));
            } catch (RuntimeException | LinkageError e) {
                // Where JavaFX does not find the libraries for text, it has no fonts.
                made.completeExceptionally(e);
            }
        });
        ScriptedCitizen citizen;
        try {
            citizen = made.join();
        } catch (CompletionException e) {
            throw new StoryEnded(
                    "no page can be drawn ("
                            + Faults.place(e.getCause() == null ? e : e.getCause())
                            + "); JavaFX sets text with the system's libpangoft2-1.0-0 and libfreetype6");
        }
        terminal.start(citizen::shown);
        LocalDate today = LocalDate.ofInstant(clock.instant(), KioskGraph.ZONE);
        String tile =
                installation
                        .catalog()
                        .find(service)
                        .flatMap(found -> found.tile())
                        .map(LifeSituation::name)
                        .orElseThrow(() -> new StoryEnded("'" + service + "' lies under no tile"));
        Screen last = new Stories(citizen, ends, today, persona).tell(service, tile, locale);
        List<PrintedPaper> papers = ends.printer().papers();
        writePapers(papers, ends.printer().received());
        long charged = ends.chargedCents();
        int submissions = ends.received();
        terminal.close();
        writeLines(
                out.resolve("messages.jsonl"),
                messages.stream().map(WireMessage::toJsonLine).toList());
        story.println("Service       " + service + " (" + locale + ")");
        story.println("Screens       " + citizen.pictures() + " pictures in " + out);
        story.println("Last page     " + last.title() + " " + last.hint());
        story.println("Charged       " + charged + " cents, once");
        story.println("Applications  " + submissions + " received and decrypted by the authority");
        for (PrintedPaper paper : papers) {
            story.println("Paper         " + paper.millimetres() + " mm: " + firstWords(paper));
        }
        story.println("Messages      " + messages.size() + " carried by MQTT");
        require(charged > 0, "nothing was charged");
        require(ends.transactions() == 1, "there is more than one transaction");
        require(!papers.isEmpty(), "nothing was printed");
        require(papers.stream().allMatch(PrintedPaper::cut), "a paper was not cut");
        require(!messages.isEmpty(), "MQTT carried nothing");
        require(
                installation.journeys().get(service) == null
                        || submissions == expectedSubmissions(),
                "the authority received " + submissions + " applications");
    }

    private int expectedSubmissions() {
        return service.equals("bewohnerparkausweis") ? 1 : 0;
    }

    private static String firstWords(PrintedPaper paper) {
        return String.join(
                " · ", paper.lines().stream().filter(line -> !line.isBlank()).limit(4).toList());
    }

    private static void require(boolean happened, String otherwise) {
        if (!happened) {
            throw new StoryEnded(otherwise);
        }
    }

    /// All papers in the order in which they came out; `receipt.png` is the receipt among them.
    private void writePapers(List<PrintedPaper> papers, byte[] bytes) throws IOException {
        String receipt = installation.german().of("document.receipt.title");
        for (int i = 0; i < papers.size(); i++) {
            PrintedPaper paper = papers.get(i);
            Files.write(out.resolve("paper-" + (i + 1) + ".png"), paper.png());
            if (paper.lines().stream().anyMatch(line -> line.strip().equals(receipt))) {
                Files.write(out.resolve("receipt.png"), paper.png());
            }
        }
        Files.write(out.resolve("receipt.bin"), bytes);
    }

    static void writeLines(Path file, List<String> lines) throws IOException {
        Files.writeString(
                file,
                lines.isEmpty() ? "" : String.join("\n", lines) + "\n",
                StandardCharsets.UTF_8);
    }
}
