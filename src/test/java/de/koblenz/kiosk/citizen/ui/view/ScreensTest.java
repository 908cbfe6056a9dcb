package de.koblenz.kiosk.citizen.ui.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.koblenz.kiosk.citizen.EveryPage;
import de.koblenz.kiosk.citizen.ui.Screen;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Walks through every real page of the terminal, laid out as on the glass: nothing cut off, nothing overlapping,
/// nothing out of reach, every text readable, every control named and of a size to touch.
///
/// The covering: one page of each kind (the one with the most words) in all 5 languages and 8 layouts, half of them
/// in high contrast; every other page, and the pages of all 144 services, in eleven dressings in which every two
/// choices meet. The whole cross runs under the tag `long`.
class ScreensTest {
    private static final List<EveryPage> ALL = EveryPage.all();
    private static final List<EveryPage> KINDS = PageKind.longest(ALL);
    private static final List<EveryPage> SERVICES = EveryPage.services();

    /// All of one layout and language in one view, because restyling costs most.
    static List<Dressing> layouts() {
        return Dressing.layouts();
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void everyKindOfPageIsWholeInEveryLayout(Dressing dressing) throws Exception {
        boolean contrast = layouts().indexOf(dressing) % 2 > 0;
        whole(KINDS, contrast ? dressing.inHighContrast() : dressing);
    }

    @ParameterizedTest
    @FieldSource("PAIRS")
    void everyPageIsWholeInEveryPairOfChoices(Dressing dressing) throws Exception {
        whole(ALL, dressing);
    }

    static final List<Dressing> PAIRS = Dressing.pairs();

    @ParameterizedTest
    @FieldSource("PAIRS")
    void thePageOfEveryServiceIsWhole(Dressing dressing) throws Exception {
        assertEquals(144, SERVICES.size());
        whole(SERVICES, dressing);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("layouts")
    void everyPageIsWholeInEverything(Dressing dressing) throws Exception {
        List<EveryPage> all = new ArrayList<>(ALL);
        all.addAll(SERVICES);
        whole(all, dressing);
        whole(all, dressing.inHighContrast());
    }

    private static void whole(List<EveryPage> pages, Dressing dressing) throws Exception {
        PageWalk walk = FxToolkit.call(PageWalk::new);
        FxToolkit.run(() -> pages.forEach(page -> walk.examine(page, dressing)));
        assertEquals("", walk.report());
        assertEquals(pages.size(), walk.pages());
    }

    /// The letters' boards are states of the view: each is reached by touching keys.
    @ParameterizedTest
    @MethodSource("layouts")
    void everyBoardOfTheKeyboardIsWhole(Dressing dressing) throws Exception {
        PageWalk walk = FxToolkit.call(PageWalk::new);
        FxToolkit.run(() -> {
            for (String name :
                    List.of("search", "question.bewohnerparkausweis.given-names.error")) {
                EveryPage page = EveryPage.named(name);
                ScreenView view = walk.examine(page, dressing);
                Screen screen = dressing.dress(page);
                for (String keys :
                        List.of(
                                "key.shift",
                                "key.shift",
                                "key.more",
                                "key.group.OP",
                                "key.marks")) {
                    touch(view, keys);
                    view.styleVisible();
                    view.layout();
                    walk.examine(view, screen, name + " after " + keys + " " + dressing);
                }
            }
        });
        assertEquals("", walk.report());
        assertEquals(12, walk.pages());
    }

    private static void touch(ScreenView view, String id) {
        TouchTarget key =
                new PaintedPage(view)
                        .targets().stream()
                                .filter(target -> id.equals(target.getId()))
                                .findFirst()
                                .orElseThrow(() -> new AssertionError("no " + id));
        key.fire();
    }
}
