package de.koblenz.kiosk.citizen.ui.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.ShippedKiosk;
import de.koblenz.kiosk.citizen.TestTerminal;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.service.fim.pack.PackageReader;
import de.koblenz.kiosk.service.fim.pack.ServicePackage;
import de.koblenz.kiosk.text.Locales;
import de.koblenz.kiosk.text.PseudoLocales;
import de.koblenz.kiosk.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.NodeOrientation;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The pages that tell all about a service, in German, Arabic and Persian, with pictures in `target/screens/descriptions`.
class DescriptionPagesTest {
    private static final String PERSIAN = "fa";

    @TempDir private static Path folder;

    private static Locales locales = ShippedKiosk.CONFIG.allLocales();
    private static Map<String, ServicePackage> packages = Map.of();

    @BeforeAll
    static void read() throws Exception {
        Map<String, Texts> texts = new HashMap<>(locales.byTag());
        texts.put(PERSIAN, locales.texts(PseudoLocales.RIGHT_TO_LEFT));
        List<String> tags = new ArrayList<>(locales.tags());
        tags.add(PERSIAN);
        locales = new Locales(tags, texts);
        Path own = Files.createDirectories(folder.resolve("hund-anmelden"));
        Path project = Path.of(System.getProperty("kiosk.project", "."));
        Files.copy(
                project.resolve("src/test/resources/fim/erfundene-beschreibung.xzufi.xml"),
                own.resolve("hund.xzufi.xml"));
        packages = new PackageReader(ShippedKiosk.CONFIG.catalog()).readAll(folder);
    }

    /// All pages of the description.
    private static List<Screen> pages(String language, String look) {
        Dressing dressing = Dressing.of(language, look);
        TestTerminal terminal = TestTerminal.open(dressing.geometry(), locales, packages, true);
        terminal.send(new SessionEvent.Touched());
        terminal.send(new SessionEvent.LanguageChosen(language));
        dressing.aids().forEach(aid -> terminal.send(new SessionEvent.AidSwitched(aid)));
        terminal.send(new SessionEvent.ServiceChosen("hund-anmelden"));
        terminal.send(new SessionEvent.MorePressed());
        List<Screen> pages = new ArrayList<>();
        do {
            pages.add(terminal.screen());
            terminal.send(new SessionEvent.MorePressed());
        } while (!terminal.screen().equals(pages.getFirst()) && pages.size() < 20);
        return pages;
    }

    @ParameterizedTest
    @CsvSource({
        "de,P",
        "de,LC",
        "de,PT",
        "de,LTR",
        "de,PR",
        "ar-XB,P",
        "ar-XB,L",
        "ar-XB,PCT",
        "ar-XB,LT",
        "ar-XB,PR",
        "ar-XB,LCTR",
        "fa,PC",
        "fa,L",
        "fa,PT",
        "fa,LT"
    })
    void everyPageIsWhole(String language, String look) throws Exception {
        Path pictures = Path.of("target", "screens", "descriptions");
        Files.createDirectories(pictures);
        FxToolkit.run(() -> {
            PageWalk walk = new PageWalk();
            ScreenPicture camera = new ScreenPicture(PageWalk.view());
            int number = 1;
            for (Screen page : pages(language, look)) {
                ScreenPicture.write(
                        camera.take(page),
                        pictures.resolve(language + "-" + look + "-" + number++ + ".png"));
                camera.layOut(page);
                walk.examine(camera.layOut(page), page, language + " " + look);
            }
            assertEquals("", walk.report());
        });
    }

    private static List<Text> texts(Screen page) throws Exception {
        return FxToolkit.call(() -> {
            ScreenPicture picture = new ScreenPicture(PageWalk.view());
            return new PaintedPage(picture.layOut(page)).texts();
        });
    }

    private static Text saying(List<Text> texts, String beginning) {
        return texts.stream()
                .filter(text -> text.getText().startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError(beginning + " in " + texts));
    }

    @Test
    void headingsLookLikeHeadings() throws Exception {
        List<Text> texts = texts(pages("de", "P").getFirst());
        Text heading = saying(texts, "Wozu dient");
        Text sentence = saying(texts, "Wer einen Hund");
        assertTrue(heading.getFont().getName().contains("SemiBold"), heading.getFont().getName());
        assertNotEquals(heading.getFont().getName(), sentence.getFont().getName());
        assertTrue(heading.getFont().getSize() >= sentence.getFont().getSize());
    }

    /// The last module is there in German only.
    @Test
    void germanSentencesKeepTheirDirectionAmongArabicOnes() throws Exception {
        List<Text> texts = new ArrayList<>();
        for (Screen page : pages(PseudoLocales.RIGHT_TO_LEFT, "P")) {
            texts.addAll(texts(page));
        }
        assertEquals(
                NodeOrientation.LEFT_TO_RIGHT,
                saying(texts, "Für gefährliche").getEffectiveNodeOrientation());
        assertEquals(
                NodeOrientation.RIGHT_TO_LEFT,
                saying(texts, "كل من").getEffectiveNodeOrientation());
    }
}
