package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.EveryPage;
import de.koblenz.kiosk.citizen.ShippedKiosk;
import de.koblenz.kiosk.citizen.session.PinPad;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.citizen.ui.ScreenLook;
import de.koblenz.kiosk.text.Locales;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.Bounds;

/// Goes through real pages in their dressings, examines each and notes what is wrong. FX thread only.
final class PageWalk {
    private static final Locales LOCALES = ShippedKiosk.CONFIG.allLocales();

    private final Map<String, Integer> findings = new LinkedHashMap<>();
    private final Map<String, String> firstSeen = new HashMap<>();
    private final Map<String, Bounds> places = new HashMap<>();
    private final ScreenPicture picture = new ScreenPicture(view());
    private int pages;

    /// A view with the real words on its keyboard.
    static ScreenView view() {
        return new ScreenView(
                PageWalk::keyboard, _ -> {}, PinPad.NONE, SampleSheet::page, System::nanoTime);
    }

    static KeyboardWords keyboard(String language) {
        return KeyboardWords.of(LOCALES.texts(language));
    }

    /// Examines a page.
    ///
    /// @return the page, laid out
    ScreenView examine(EveryPage page, Dressing dressing) {
        Screen screen = dressing.dress(page);
        // A page is drawn again with every tick; it must look the same the second time.
        picture.layOut(screen);
        ScreenView view = picture.layOut(screen);
        examine(view, screen, page.name() + " " + dressing);
        return view;
    }

    /// Examines what a view shows.
    ///
    /// @param where named in the report
    void examine(ScreenView view, Screen screen, String where) {
        pages++;
        Probe probe = new Probe(view, screen);
        probe.findings().forEach(finding -> note(finding, where));
        ScreenLook look = screen.look();
        String layout =
                look.geometry() + look.language() + look.largeText() + look.lowReach() + " ";
        probe.fixedPlaces()
                .forEach((id, bounds) -> {
                    Bounds before = places.putIfAbsent(layout + id, bounds);
                    if (before != null && !before.equals(bounds)) {
                        note("moved: " + id, where);
                    }
                });
    }

    private void note(String finding, String where) {
        findings.merge(finding, 1, Integer::sum);
        firstSeen.putIfAbsent(finding, where);
    }

    /// Pages examined so far.
    int pages() {
        return pages;
    }

    /// What is wrong, with how often and where first; empty when every page is whole.
    String report() {
        StringBuilder report = new StringBuilder();
        findings.forEach((finding, times) ->
                report.append(finding)
                        .append(" (")
                        .append(times)
                        .append(" times, first on ")
                        .append(firstSeen.get(finding))
                        .append(")\n"));
        return report.toString();
    }
}
