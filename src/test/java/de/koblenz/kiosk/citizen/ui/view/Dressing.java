package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.EveryPage;
import de.koblenz.kiosk.citizen.TestTerminal;
import de.koblenz.kiosk.citizen.session.Aid;
import de.koblenz.kiosk.citizen.ui.KioskGeometry;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.citizen.ui.SessionPresenter;
import de.koblenz.kiosk.text.PseudoLocales;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Language and look in which a page is shown: 5 languages (two of them invented) in 16 looks.
///
/// @param language tag
record Dressing(
        KioskGeometry geometry,
        String language,
        boolean highContrast,
        boolean largeText,
        boolean lowReach) {

    /// German, Leichte Sprache, English, 40 % longer than German, right to left.
    static final List<String> LANGUAGES =
            List.of("de", "de-simple", "en", PseudoLocales.LONGER, PseudoLocales.RIGHT_TO_LEFT);

    private static final SessionPresenter UPRIGHT = presenter(KioskGeometry.PORTRAIT);
    private static final SessionPresenter LYING = presenter(KioskGeometry.LANDSCAPE);

    private static SessionPresenter presenter(KioskGeometry geometry) {
        return TestTerminal.open().presenter(geometry);
    }

    /// Everything that changes where things stand, in the light theme: 40.
    static List<Dressing> layouts() {
        List<Dressing> layouts = new ArrayList<>();
        for (String language : LANGUAGES) {
            for (int look = 0; look < 8; look++) {
                layouts.add(
                        new Dressing(
                                look < 4 ? KioskGeometry.PORTRAIT : KioskGeometry.LANDSCAPE,
                                language,
                                false,
                                (look & 1) > 0,
                                (look & 2) > 0));
            }
        }
        return layouts;
    }

    /// Eleven dressings in which every two choices (language, theme, size, reach, orientation) meet at least once;
    /// the first two are German as most citizens see it, upright and lying.
    static List<Dressing> pairs() {
        return List.of(
                of("de", "P"),
                of("de", "L"),
                of("de", "PCTR"),
                of("de-simple", "P-T-"),
                of("de-simple", "L--R"),
                of("en", "P-T-"),
                of("en", "LC-R"),
                of(PseudoLocales.LONGER, "PC--"),
                of(PseudoLocales.LONGER, "L-TR"),
                of(PseudoLocales.RIGHT_TO_LEFT, "P--R"),
                of(PseudoLocales.RIGHT_TO_LEFT, "LCT-"));
    }

    /// @param look letters for portrait or landscape, contrast, large text, low reach
    static Dressing of(String language, String look) {
        return new Dressing(
                look.startsWith("P") ? KioskGeometry.PORTRAIT : KioskGeometry.LANDSCAPE,
                language,
                look.contains("C"),
                look.contains("T"),
                look.contains("R"));
    }

    Dressing inHighContrast() {
        return new Dressing(geometry, language, true, largeText, lowReach);
    }

    Set<Aid> aids() {
        Set<Aid> aids = EnumSet.noneOf(Aid.class);
        if (highContrast) {
            aids.add(Aid.HIGH_CONTRAST);
        }
        if (largeText) {
            aids.add(Aid.LARGE_TEXT);
        }
        if (lowReach) {
            aids.add(Aid.LOW_REACH);
        }
        return aids;
    }

    /// The page as it is presented so. Pages without a session know no language and no aids.
    Screen dress(EveryPage page) {
        return (geometry.portrait() ? UPRIGHT : LYING)
                .present(TestTerminal.dressed(page.state(), language, aids()), page.now());
    }

    /// In plain words, for people.
    String words() {
        return (geometry.portrait() ? "upright, " : "lying, ")
                + switch (language) {
                    case "de" -> "German";
                    case "de-simple" -> "Leichte Sprache";
                    case "en" -> "English";
                    case PseudoLocales.LONGER -> "40 % longer";
                    default -> "right to left";
                }
                + (highContrast ? ", high contrast" : "")
                + (largeText ? ", large text" : "")
                + (lowReach ? ", low reach" : "");
    }

    /// For names of pictures.
    @Override
    public String toString() {
        return (geometry.portrait() ? "portrait" : "landscape")
                + "-"
                + language
                + (highContrast ? "-contrast" : "")
                + (largeText ? "-large" : "")
                + (lowReach ? "-low" : "");
    }
}
