package de.koblenz.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.TestTerminal;
import de.koblenz.kiosk.citizen.session.Aid;
import de.koblenz.kiosk.citizen.session.PinPad;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.citizen.ui.view.FxToolkit;
import de.koblenz.kiosk.citizen.ui.view.KeyboardWords;
import de.koblenz.kiosk.citizen.ui.view.Probe;
import de.koblenz.kiosk.citizen.ui.view.ScreenPicture;
import de.koblenz.kiosk.citizen.ui.view.ScreenView;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.service.fim.pack.PackageReader;
import de.koblenz.kiosk.service.fim.pack.ServicePackage;
import de.koblenz.kiosk.text.Locales;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every page of every shipped package, laid out as on the glass: nothing cut off, covered, out of reach or nameless.
class PackagePagesTest {
    private static final Path PROJECT = Path.of(System.getProperty("kiosk.project", "."));
    private static final Installation INSTALLATION =
            Installation.read(
                    PROJECT.resolve("kiosk-config"),
                    PROJECT.resolve("device-profiles"),
                    new Problems());
    private static final Map<String, ServicePackage> PACKAGES =
            new PackageReader(INSTALLATION.catalog())
                    .readAll(PROJECT.resolve("kiosk-config/services"));

    @ParameterizedTest
    @CsvSource({"true,false,false", "false,true,false"})
    void everyPageOfEveryPackageIsWhole(boolean portrait, boolean large, boolean low)
            throws Exception {
        whole(portrait, large, low);
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({
        "true,true,false",
        "true,false,true",
        "true,true,true",
        "false,false,false",
        "false,false,true",
        "false,true,true"
    })
    void everyPageOfEveryPackageIsWholeInEveryLook(boolean portrait, boolean large, boolean low)
            throws Exception {
        whole(portrait, large, low);
    }

    private static void whole(boolean portrait, boolean large, boolean low) throws Exception {
        Installation installation = INSTALLATION.turned(portrait);
        Set<Aid> aids =
                large
                        ? low ? Set.of(Aid.LARGE_TEXT, Aid.LOW_REACH) : Set.of(Aid.LARGE_TEXT)
                        : low ? Set.of(Aid.LOW_REACH) : Set.of();
        List<String> findings = new ArrayList<>();
        int pages = 0;
        ScreenPicture picture = FxToolkit.call(() -> new ScreenPicture(view(installation)));
        for (ServicePackage pack : PACKAGES.values()) {
            Locales locales = Preview.locales(installation, pack);
            for (String language : List.of("de", "de-simple")) {
                if (!pack.texts().containsKey(language)) {
                    continue;
                }
                List<PreviewWalk.Seen> seen =
                        new PreviewWalk(
                                        installation,
                                        locales,
                                        pack,
                                        language,
                                        aids,
                                        TestTerminal.MORNING)
                                .pages();
                pages += seen.size();
                FxToolkit.run(
                        () -> seen.forEach(page -> findings.addAll(findings(picture, pack, page))));
            }
        }
        assertEquals("", String.join("\n", findings));
        assertTrue(PACKAGES.size() > 15, "packages: " + PACKAGES.size());
        assertTrue(pages > 300, "pages: " + pages);
    }

    private static ScreenView view(Installation installation) {
        return new ScreenView(
                tag -> KeyboardWords.of(installation.locales().texts(tag)),
                _ -> {},
                PinPad.NONE,
                () -> 0L);
    }

    private static List<String> findings(
            ScreenPicture picture, ServicePackage pack, PreviewWalk.Seen page) {
        Screen screen = page.screen();
        picture.layOut(screen);
        return new Probe(picture.layOut(screen), screen)
                .findings().stream()
                        .map(finding -> pack.id() + " " + page.name() + ": " + finding)
                        .toList();
    }
}
