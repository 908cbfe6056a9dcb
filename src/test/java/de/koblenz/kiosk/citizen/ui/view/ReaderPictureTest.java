package de.koblenz.kiosk.citizen.ui.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.EveryPage;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;

/// The picture that shows where a card goes.
class ReaderPictureTest {
    private static final List<EveryPage> PAGES = EveryPage.all();

    private static EveryPage page(String name) {
        return PAGES.stream().filter(page -> page.name().equals(name)).findFirst().orElseThrow();
    }

    private static Dressing dressing(String name) {
        return Dressing.pairs().stream()
                .filter(dressing -> dressing.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @FunctionalInterface
    private interface Look {
        void at(ReaderPicture picture, ScreenPicture screens) throws Exception;
    }

    private static void look(String page, String dressing, Look look) throws Exception {
        FxToolkit.call(() -> {
            ScreenView view = PageWalk.view();
            ScreenPicture screens = new ScreenPicture(view);
            screens.layOut(dressing(dressing).dress(page(page)));
            look.at(find(view), screens);
            return view;
        });
    }

    private static ReaderPicture find(Parent parent) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (child instanceof ReaderPicture picture) {
                return picture;
            }
            if (child instanceof Parent inner && found(inner)) {
                return find(inner);
            }
        }
        throw new AssertionError("no picture");
    }

    private static boolean found(Parent parent) {
        return parent.getChildrenUnmodifiable().stream()
                .anyMatch(child ->
                        child instanceof ReaderPicture
                                || child instanceof Parent inner && found(inner));
    }

    @Test
    void theCardShowsTheWayOnceAndAPageThatIsDrawnAgainDoesNotStartItAnew() throws Exception {
        look(
                "card.lay",
                "portrait-de",
                (picture, screens) -> {
                    assertTrue(picture.isVisible());
                    assertTrue(picture.moving());
                    picture.rest();
                    screens.layOut(dressing("portrait-de").dress(page("card.lay")));
                    assertFalse(picture.moving());
                });
    }

    @Test
    void withAidsNothingMoves() throws Exception {
        for (String aided :
                List.of("portrait-en-large", "portrait-ar-XB-low", "portrait-en-XA-contrast")) {
            look(
                    "card.lay",
                    aided,
                    (picture, _) -> {
                        assertTrue(picture.isVisible(), aided);
                        assertFalse(picture.moving(), aided);
                    });
        }
    }

    @Test
    void aCardThatWasLeftIsShownOnTheReaderAndTheArrowPointsAway() throws Exception {
        look(
                "card-left",
                "landscape-de",
                (picture, _) -> {
                    assertTrue(picture.isVisible());
                    assertEquals(180, picture.lookup(".reader-arrow").getRotate());
                });
    }

    @Test
    void otherPagesHaveNoSuchPicture() throws Exception {
        look(
                "card.keypad.givenUp",
                "portrait-de",
                (picture, _) -> {
                    assertFalse(picture.isVisible());
                    assertFalse(picture.moving());
                });
    }
}
