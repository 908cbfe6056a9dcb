package de.koblenz.kiosk.app;

import de.koblenz.kiosk.citizen.session.Aid;
import de.koblenz.kiosk.citizen.session.PinPad;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.citizen.ui.view.KeyboardWords;
import de.koblenz.kiosk.citizen.ui.view.ScreenPicture;
import de.koblenz.kiosk.citizen.ui.view.ScreenView;
import de.koblenz.kiosk.service.fim.pack.ServicePackage;
import de.koblenz.kiosk.service.fim.process.ProcessPicture;
import de.koblenz.kiosk.service.fim.process.ProcessWriter;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.text.Locales;
import de.koblenz.kiosk.text.Texts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.image.WritableImage;

/// Writes everything that a designer needs of a package before it goes live: pages, rules, process, what is lost. One
/// thread.
final class Preview {
    private static final String PAGES = "pages";

    private final Installation installation;
    private final ServicePackage pack;
    private final Path folder;
    private final String locale;
    private final Set<Aid> aids;
    private final InstantSource clock;
    private final Locales locales;

    /// @param folder where the package lies
    /// @param locale language of the pages
    /// @param aids how they look
    Preview(
            Installation installation,
            ServicePackage pack,
            Path folder,
            String locale,
            Set<Aid> aids,
            InstantSource clock) {
        this.installation = installation;
        this.pack = pack;
        this.folder = folder;
        this.locale = locale;
        this.aids = Set.copyOf(aids);
        this.clock = clock;
        this.locales = locales(installation, pack);
    }

    /// The texts of the terminal, and the package's where they have none.
    static Locales locales(Installation installation, ServicePackage pack) {
        Map<String, Texts> texts = new HashMap<>(installation.locales().byTag());
        texts.replaceAll((tag, own) -> {
            Map<String, String> words = pack.texts().getOrDefault(tag, Map.of());
            return own.with(key -> Optional.ofNullable(words.get(key)));
        });
        Texts german =
                installation.german().with(key -> Optional.ofNullable(pack.words("de").get(key)));
        texts.replaceAll((tag, own) -> tag.equals("de") ? own : own.over(german));
        return new Locales(installation.locales().tags(), texts);
    }

    /// Writes into a folder and says to `story` what there is to see.
    ///
    /// JavaFX must run.
    void write(Path out, PrintWriter story) throws IOException {
        Files.createDirectories(out);
        List<PreviewReport.Picture> pictures = pictures(out);
        List<String> drawings = process(out);
        PreviewReport report = new PreviewReport(pack, pictures, drawings, lacking());
        Files.writeString(out.resolve("index.html"), report.html(), StandardCharsets.UTF_8);
        story.println("Package       " + pack.id());
        story.println(
                "Startable     "
                        + (pack.startable()
                                ? "yes"
                                : pack.forwards()
                                        ? "no: it leads to the site of somebody else"
                                        : "no, for want of:"));
        pack.problems().forEach(problem -> story.println("              " + problem));
        story.println("Pages         " + pictures.size() + " pictures in " + out.resolve(PAGES));
        story.println("Rules         " + report.rules());
        story.println("Notes         " + report.weights());
        story.println("Report        " + out.resolve("index.html"));
    }

    // ---- pages

    private List<PreviewReport.Picture> pictures(Path out) throws IOException {
        ScreenPicture camera =
                ScreenPicture.onScreen(() ->
                        new ScreenPicture(
                                new ScreenView(
                                        tag -> KeyboardWords.of(locales.texts(tag)),
                                        _ -> {},
                                        PinPad.NONE,
                                        () -> 0L)));
        Path pages = Files.createDirectories(out.resolve(PAGES));
        earlier(pages);
        List<PreviewReport.Picture> pictures = new ArrayList<>();
        PreviewWalk walk =
                new PreviewWalk(installation, locales, pack, locale, aids, clock.instant());
        for (PreviewWalk.Seen seen : walk.pages()) {
            String name = PictureNames.of(pictures.size() + 1, seen.name());
            Screen screen = seen.screen();
            WritableImage image = ScreenPicture.onScreen(() -> camera.take(screen));
            ScreenPicture.write(image, pages.resolve(name));
            pictures.add(
                    new PreviewReport.Picture(PAGES + "/" + name, screen.title(), seen.name()));
        }
        return pictures;
    }

    /// Takes away the pictures of an earlier preview, and nothing else.
    private static void earlier(Path pages) throws IOException {
        try (DirectoryStream<Path> old =
                Files.newDirectoryStream(pages, "[0-9][0-9][0-9]*-*.png")) {
            for (Path picture : old) {
                Files.delete(picture);
            }
        }
    }

    /// File names of pictures.
    private static final class PictureNames {
        private static final int MOST = 80;

        private PictureNames() {}

        static String of(int number, String page) {
            String plain = page.replaceAll("[^A-Za-z0-9_-]+", "-");
            String cut = plain.length() > MOST ? plain.substring(0, MOST) : plain;
            return "0".repeat(Math.max(0, 3 - Integer.toString(number).length()))
                    + number
                    + "-"
                    + cut
                    + ".png";
        }
    }

    // ---- process

    /// The process as it was drawn, where the package has one, and as the terminal goes through it.
    private List<String> process(Path out) throws IOException {
        List<String> drawings = new ArrayList<>();
        Optional<Path> drawn;
        try (Stream<Path> files = Files.list(folder)) {
            drawn = files.filter(file -> file.toString().endsWith(".bpmn")).sorted().findFirst();
        }
        if (drawn.isPresent() && pack.process().isPresent()) {
            draw(out, "drawn", Files.readAllBytes(drawn.get()), drawings);
        }
        if (pack.journey().isPresent()) {
            Journey journey = pack.journey().get();
            Texts words = locales.texts(locale);
            String title =
                    pack.service().map(service -> service.name().in(locale)).orElse(pack.id());
            byte[] bpmn =
                    new ProcessWriter(
                                    title,
                                    key ->
                                            words.has(key)
                                                    ? Optional.of(words.of(key))
                                                    : Optional.empty(),
                                    pack.process())
                            .write(journey);
            Files.write(out.resolve("process.bpmn"), bpmn);
            draw(out, "process", bpmn, drawings);
        }
        return drawings;
    }

    private static void draw(Path out, String name, byte[] bpmn, List<String> drawings)
            throws IOException {
        Optional<String> svg = ProcessPicture.svg(bpmn);
        if (svg.isPresent()) {
            Files.writeString(out.resolve(name + ".svg"), svg.get(), StandardCharsets.UTF_8);
            drawings.add(name + ".svg");
        }
    }

    /// Keys that a language of the terminal lacks and shows in German.
    private Map<String, List<String>> lacking() {
        Map<String, List<String>> lacking = new HashMap<>();
        for (String tag : installation.locales().tags()) {
            List<String> keys =
                    pack.texts().getOrDefault("de", Map.of()).keySet().stream()
                            .filter(key ->
                                    !pack.texts().getOrDefault(tag, Map.of()).containsKey(key))
                            .toList();
            if (!tag.equals("de") && !keys.isEmpty()) {
                lacking.put(tag, keys);
            }
        }
        return lacking;
    }
}
