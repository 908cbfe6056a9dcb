package de.koblenz.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.TestTerminal;
import de.koblenz.kiosk.citizen.session.Aid;
import de.koblenz.kiosk.citizen.ui.view.FxToolkit;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.service.fim.pack.PackageReader;
import de.koblenz.kiosk.service.fim.pack.ServicePackage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Previews of packages: of a shipped one, and of bare files that nobody has written an overlay for.
class PreviewTest {
    private static final Path PROJECT = Path.of(System.getProperty("kiosk.project", "."));
    private static final Path FIM = PROJECT.resolve("src/test/resources/fim");

    @TempDir private Path folder;

    private static Installation installation() {
        Problems problems = new Problems();
        Installation read =
                Installation.read(
                        PROJECT.resolve("kiosk-config"),
                        PROJECT.resolve("device-profiles"),
                        problems);
        assertEquals(List.of(), problems.sorted());
        return read;
    }

    private String preview(Path bundle, Path out) throws Exception {
        return preview(bundle, out, Set.of());
    }

    private String preview(Path bundle, Path out, Set<Aid> aids) throws Exception {
        FxToolkit.run(() -> {});
        Installation installation = installation();
        ServicePackage pack = new PackageReader(installation.catalog()).read(bundle);
        StringWriter story = new StringWriter();
        new Preview(
                        installation,
                        pack,
                        bundle,
                        "de",
                        aids,
                        Clock.fixed(TestTerminal.MORNING, ZoneOffset.UTC))
                .write(out, new PrintWriter(story, true));
        return story.toString();
    }

    private static List<String> pictures(Path out) throws IOException {
        try (Stream<Path> files = Files.list(out.resolve("pages"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void bareFilesShowEveryPageRuleAndLoss() throws Exception {
        Path bare = Files.createDirectories(folder.resolve("hundesteuer-neu"));
        Files.copy(FIM.resolve("erfundene-hundeanmeldung.xdf3.xml"), bare.resolve("a.xdf3.xml"));
        Path lists = Files.createDirectories(bare.resolve("codelisten"));
        try (Stream<Path> files = Files.list(FIM.resolve("codelisten"))) {
            for (Path file : files.toList()) {
                Files.copy(file, lists.resolve(file.getFileName().toString()));
            }
        }
        Path out = folder.resolve("out");
        String story = preview(bare, out);

        assertTrue(story.contains("Startable     no, for want of:"), story);
        List<String> pictures = pictures(out);
        String html = Files.readString(out.resolve("index.html"));
        assertTrue(pictures.size() > 20, pictures.toString());
        assertTrue(pictures.stream().noneMatch(name -> name.endsWith("-service.png")));
        assertTrue(pictures.stream().anyMatch(name -> name.endsWith("-check.png")));
        assertTrue(pictures.stream().anyMatch(name -> name.endsWith("-one.png")));
        for (String picture : pictures) {
            assertTrue(html.contains("pages/" + picture), picture);
            assertTrue(Files.size(out.resolve("pages").resolve(picture)) > 5_000, picture);
        }
        assertTrue(html.contains("enforced"), "rules");
        assertTrue(html.contains("FIM-ATTACHMENT"), "what is changed");
        assertTrue(Files.readString(out.resolve("process.svg")).startsWith("<svg"));
        assertTrue(Files.readString(out.resolve("process.bpmn")).contains("userTask"));
    }

    @Test
    void aShippedPackageIsStartableAndSaysSo() throws Exception {
        Path shipped = PROJECT.resolve("kiosk-config/services/hund-anmelden").toAbsolutePath();
        Path out = folder.resolve("out");
        String story = preview(shipped, out);
        assertTrue(story.contains("Startable     yes"), story);
        String html = Files.readString(out.resolve("index.html"));
        assertTrue(html.contains("Citizens can start it."));
        assertFalse(html.contains("⟦"), "a text is missing");
    }

    /// A black ground tells high contrast; that large text is larger shows in the number of pages of check-answers.
    @Test
    void pagesAreShownInTheLooksThatAreAskedFor() throws Exception {
        Path shipped = PROJECT.resolve("kiosk-config/services/hund-anmelden").toAbsolutePath();
        Path plain = folder.resolve("plain");
        Path aided = folder.resolve("aided");
        preview(shipped, plain);
        preview(shipped, aided, Set.of(Aid.LARGE_TEXT, Aid.HIGH_CONTRAST));
        assertTrue(checks(aided) > checks(plain), checks(aided) + " and " + checks(plain));
        assertEquals(0xFFF3F4F7, ground(plain), "pale");
        assertEquals(0xFF000000, ground(aided), "black");
    }

    private static long checks(Path out) throws IOException {
        return pictures(out).stream().filter(name -> name.contains("-check")).count();
    }

    /// Colour of the page between the margin and the first control.
    private static int ground(Path out) throws IOException {
        Path check =
                out.resolve("pages")
                        .resolve(
                                pictures(out).stream()
                                        .filter(name -> name.endsWith("-check.png"))
                                        .findFirst()
                                        .orElseThrow());
        return ImageIO.read(check.toFile()).getRGB(8, 700);
    }

    @Test
    void whatAFileSaysIsNeverMarkup() throws Exception {
        Path bare = Files.createDirectories(folder.resolve("hund-anmelden"));
        String schema = Files.readString(FIM.resolve("erfundene-hundeanmeldung.xdf3.xml"));
        Files.writeString(
                bare.resolve("a.xdf3.xml"),
                schema.replace(
                        "<xdf:bezeichnungEingabe>Nachname<",
                        "<xdf:bezeichnungEingabe>&lt;script&gt;alert(1)&lt;/script&gt;<"));
        Path out = folder.resolve("out");
        preview(bare, out);
        assertFalse(Files.readString(out.resolve("index.html")).contains("<script"));
    }
}
