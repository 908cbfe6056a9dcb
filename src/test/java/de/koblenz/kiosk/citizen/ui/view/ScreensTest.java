package de.koblenz.kiosk.citizen.ui.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.koblenz.kiosk.citizen.ui.KioskGeometry;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.citizen.ui.ScreenLook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.geometry.Bounds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every kind of page in every look and in pseudo-locales; pictures go to `target/screens/`.
class ScreensTest {
    private static final Path PICTURES = Path.of("target", "screens", "kinds");

    enum Words {
        GERMAN(UnaryOperator.identity()),
        LONGER(PseudoLocale::longer),
        ARABIC(PseudoLocale::arabic);

        @SuppressWarnings("ImmutableEnumChecker") // functions without state
        private final UnaryOperator<String> change;

        Words(UnaryOperator<String> change) {
            this.change = change;
        }
    }

    static List<ScreenLook> looks() {
        List<ScreenLook> looks = new ArrayList<>();
        for (KioskGeometry geometry : List.of(KioskGeometry.PORTRAIT, KioskGeometry.LANDSCAPE)) {
            for (int aids = 0; aids < 8; aids++) {
                looks.add(
                        new ScreenLook(
                                geometry,
                                (aids & 1) > 0,
                                (aids & 2) > 0,
                                (aids & 4) > 0,
                                false,
                                "de"));
            }
        }
        return looks;
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyPageIsWhole(ScreenLook look) throws Exception {
        List<String> findings = new ArrayList<>();
        for (Words words : Words.values()) {
            FxToolkit.run(() -> examine(in(look, words), words, findings));
        }
        assertEquals("", String.join("\n", findings));
    }

    @ParameterizedTest
    @EnumSource
    void picturesShowEveryKind(Words words) throws Exception {
        FxToolkit.run(() -> {
            ScreenPicture picture = picture();
            for (ScreenLook look : looks()) {
                boolean several = look.highContrast() && (look.largeText() || look.lowReach());
                if (!several && (words == Words.GERMAN || !look.highContrast())) {
                    paint(picture, in(look, words), words);
                }
            }
        });
        writeIndex();
    }

    private static ScreenLook in(ScreenLook look, Words words) {
        boolean arabic = words == Words.ARABIC;
        return new ScreenLook(
                look.geometry(),
                look.highContrast(),
                look.largeText(),
                look.lowReach(),
                arabic,
                arabic ? "ar" : "de");
    }

    private static void examine(ScreenLook look, Words words, List<String> findings) {
        ScreenPicture picture = picture();
        Map<String, Bounds> places = new HashMap<>();
        for (Map.Entry<String, Screen> page :
                new SampleScreens(look, words.change).all().entrySet()) {
            Screen screen = page.getValue();
            Probe probe = new Probe(picture.layOut(screen), screen);
            for (String finding : probe.findings()) {
                findings.add(words + " " + finding);
            }
            probe.fixedPlaces()
                    .forEach((id, bounds) -> {
                        Bounds before = places.putIfAbsent(id, bounds);
                        if (before != null && !before.equals(bounds)) {
                            findings.add(words + " " + page.getKey() + ": moved: " + id);
                        }
                    });
        }
    }

    private static void paint(ScreenPicture picture, ScreenLook look, Words words)
            throws Exception {
        for (Map.Entry<String, Screen> page :
                new SampleScreens(look, words.change).all().entrySet()) {
            picture.write(page.getValue(), PICTURES.resolve(name(page.getKey(), look, words)));
        }
    }

    private static String name(String page, ScreenLook look, Words words) {
        return page
                + (look.geometry().portrait() ? "-portrait" : "-landscape")
                + (look.highContrast() ? "-contrast" : "")
                + (look.largeText() ? "-large" : "")
                + (look.lowReach() ? "-low" : "")
                + (words == Words.GERMAN ? "" : words == Words.LONGER ? "-longer" : "-arabic")
                + ".png";
    }

    private static void writeIndex() throws Exception {
        ScreenIndex.write(PICTURES);
    }

    private static ScreenPicture picture() {
        return new ScreenPicture(
                new ScreenView(
                        _ -> SampleScreens.KEYBOARD, _ -> {}, System::nanoTime));
    }
}
