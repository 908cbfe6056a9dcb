package de.koblenz.kiosk.citizen.ui.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.session.PinPad;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.ui.KioskGeometry;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.citizen.ui.ScreenLook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

/// Touches and keys on real pages, with a clock of the test's own.
class TouchTest {
    private static final PseudoClass ARMED = PseudoClass.getPseudoClass("armed");
    private static final ScreenLook LOOK =
            new ScreenLook(KioskGeometry.PORTRAIT, false, false, false, false, "de", false);

    private static final ScreenLook FILTERED =
            new ScreenLook(KioskGeometry.PORTRAIT, false, false, false, false, "de", true);

    private final AtomicLong nanos = new AtomicLong(1_000_000_000L);
    private final List<SessionEvent> events = new ArrayList<>();

    @Test
    void aTouchActsOnRelease() throws Exception {
        FxToolkit.run(() -> {
            Node next = node(show("choices"), "next");
            mouse(next, MouseEvent.MOUSE_PRESSED, 0);
            assertEquals(List.of(), events);
            assertTrue(next.getPseudoClassStates().contains(ARMED));
            mouse(next, MouseEvent.MOUSE_RELEASED, 0);
            assertEquals(List.of(new SessionEvent.NextPressed()), events);
            assertFalse(next.getPseudoClassStates().contains(ARMED));
        });
    }

    @Test
    void aFingerThatSlidesOffDoesNothing() throws Exception {
        FxToolkit.run(() -> {
            Node next = node(show("choices"), "next");
            mouse(next, MouseEvent.MOUSE_PRESSED, 0);
            mouse(next, MouseEvent.MOUSE_DRAGGED, -500);
            assertFalse(next.getPseudoClassStates().contains(ARMED));
            mouse(next, MouseEvent.MOUSE_RELEASED, -500);
            assertEquals(List.of(), events);
        });
    }

    @Test
    void aSecondTouchOfTheSameTargetWithinThePauseDoesNotCount() throws Exception {
        FxToolkit.run(() -> {
            Node key = node(show("entry"), "key.t");
            touch(key);
            pass(Duration.ofMillis(149));
            touch(key);
            assertEquals(1, events.size());
            pass(Duration.ofMillis(150));
            touch(key);
            assertEquals(2, events.size());
        });
    }

    @Test
    void twoKeysInQuickSuccessionBothCount() throws Exception {
        FxToolkit.run(() -> {
            ScreenView view = show("entry");
            touch(node(view, "key.a"));
            pass(Duration.ofMillis(20));
            touch(node(view, "key.b"));
            assertEquals(
                    List.of(
                            new SessionEvent.Entered("address.street", "Löhrstraßea"),
                            new SessionEvent.Entered("address.street", "Löhrstraßeab")),
                    events);
        });
    }

    @Test
    void theKeyFilterLengthensThePause() throws Exception {
        FxToolkit.run(() -> {
            ScreenView view = show("entry");
            lay(view, new TouchPages(FILTERED).named("entry"));
            touch(node(view, "key.t"));
            pass(Duration.ofMillis(499));
            touch(node(view, "key.t"));
            assertEquals(1, events.size());
        });
    }

    @Test
    void aPressThatBeganOnThePageBeforeDoesNothing() throws Exception {
        FxToolkit.run(() -> {
            ScreenView view = show("choices");
            Node next = node(view, "next");
            mouse(next, MouseEvent.MOUSE_PRESSED, 0);
            lay(view, sample("summary"));
            mouse(next, MouseEvent.MOUSE_RELEASED, 0);
            assertEquals(List.of(), events);
        });
    }

    @Test
    void aDoubleTouchDoesNotReachTheNextPage() throws Exception {
        FxToolkit.run(() -> {
            ScreenView view = show("choices");
            touch(node(view, "next"));
            lay(view, sample("summary"));
            pass(Duration.ofMillis(100));
            touch(node(view, "back"));
            assertEquals(1, events.size());
            pass(Duration.ofMillis(100));
            touch(node(view, "back"));
            assertEquals(2, events.size());
        });
    }

    @Test
    void enterOnARealKeyboardActs() throws Exception {
        FxToolkit.run(() -> {
            Node next = node(show("choices"), "next");
            Event.fireEvent(
                    next,
                    new KeyEvent(
                            KeyEvent.KEY_PRESSED,
                            "",
                            "",
                            KeyCode.ENTER,
                            false,
                            false,
                            false,
                            false));
            assertEquals(List.of(new SessionEvent.NextPressed()), events);
        });
    }

    @Test
    void aRealKeyboardTypesIntoTheEntry() throws Exception {
        FxToolkit.run(() -> {
            ScreenView view = show("entry");
            Event.fireEvent(
                    view,
                    new KeyEvent(
                            KeyEvent.KEY_TYPED,
                            "ü",
                            "",
                            KeyCode.UNDEFINED,
                            false,
                            false,
                            false,
                            false));
            assertEquals(
                    List.of(new SessionEvent.Entered("address.street", "Löhrstraßeü")), events);
        });
    }

    @Test
    void aTouchOnNothingKeepsTheSessionAlive() throws Exception {
        FxToolkit.run(() -> {
            ScreenView view = show("entry");
            mouse(view.lookup(".header"), MouseEvent.MOUSE_PRESSED, 0);
            assertEquals(List.of(new SessionEvent.Touched()), events);
        });
    }

    @Test
    void shiftIsForOneLetterAndThenForAll() throws Exception {
        FxToolkit.run(() -> {
            ScreenView view = show("entry");
            Node shift = node(view, "key.shift");
            touch(shift);
            assertEquals("Großbuchstabe ein", shift.getAccessibleText());
            touch(node(view, "key.ö"));
            touch(node(view, "key.k"));
            assertEquals("LöhrstraßeÖk", typed());
            touch(shift);
            pass(Duration.ofMillis(200));
            touch(shift);
            assertEquals("Nur Großbuchstaben", shift.getAccessibleText());
            touch(node(view, "key.ß"));
            touch(node(view, "key.a"));
            assertEquals("LöhrstraßeÖkẞA", typed());
        });
    }

    @Test
    void deleteTakesOneLetter() throws Exception {
        FxToolkit.run(() -> {
            touch(node(show("entry"), "key.delete"));
            assertEquals("Löhrstraß", typed());
        });
    }

    @Test
    void furtherLettersAreTwoTouchesAway() throws Exception {
        FxToolkit.run(() -> {
            ScreenView view = show("entry");
            touch(node(view, "key.more"));
            view.layout();
            touch(node(view, "key.group.RS"));
            touch(node(view, "key.ş"));
            assertEquals("Löhrstraßeş", typed());
        });
    }

    @Test
    void aFullValueTakesNoMore() throws Exception {
        FxToolkit.run(() -> {
            ScreenView view = show("decimal");
            touch(node(view, "key.1"));
            touch(node(view, "key.2"));
            touch(node(view, "key.3"));
            assertEquals("428412", typed());
            assertEquals(2, events.size());
        });
    }

    @Test
    void anAnswerToAnOlderKeyDoesNotUndoTheNextOne() throws Exception {
        FxToolkit.run(() -> {
            ScreenView view = show("decimal");
            touch(node(view, "key.1"));
            touch(node(view, "key.2"));
            lay(view, withValue("42841"));
            touch(node(view, "key.delete"));
            assertEquals("42841", typed());
        });
    }

    @Test
    void aValueThatTheSessionChangedIsTakenOver() throws Exception {
        FxToolkit.run(() -> {
            ScreenView view = show("decimal");
            touch(node(view, "key.1"));
            pass(Duration.ofSeconds(2));
            lay(view, withValue("7"));
            touch(node(view, "key.2"));
            assertEquals("72", typed());
        });
    }

    private Screen withValue(String value) {
        Screen screen = sample("decimal");
        Screen.Entry e = ((Screen.TextEntry) screen.body()).entry();
        Screen.Entry changed =
                new Screen.Entry(
                        e.target(),
                        e.label(),
                        value,
                        e.unit(),
                        e.keyboard(),
                        e.maxLength(),
                        "",
                        "");
        return new Screen(
                screen.key(),
                screen.look(),
                screen.office(),
                screen.progress(),
                screen.section(),
                screen.title(),
                screen.hint(),
                screen.alert(),
                new Screen.TextEntry(changed),
                screen.back(),
                screen.next(),
                screen.services(),
                screen.idleLine());
    }

    private String typed() {
        return ((SessionEvent.Entered) events.getLast()).text();
    }

    private ScreenView show(String name) {
        ScreenView view = new ScreenView(PageWalk::keyboard, events::add, PinPad.NONE, nanos::get);
        new ScreenPicture(view).layOut(sample(name));
        return view;
    }

    private static void lay(ScreenView view, Screen screen) {
        view.render(screen);
        view.applyCss();
        view.layout();
    }

    private static Screen sample(String name) {
        return new TouchPages(LOOK).named(name);
    }

    private void touch(Node node) {
        mouse(node, MouseEvent.MOUSE_PRESSED, 0);
        mouse(node, MouseEvent.MOUSE_RELEASED, 0);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static Node node(ScreenView view, String id) {
        for (Node node : view.lookupAll(".touch")) {
            if (id.equals(node.getId()) && isShown(node)) {
                return node;
            }
        }
        throw new AssertionError("not on the page: " + id);
    }

    private static boolean isShown(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static void mouse(Node node, EventType<MouseEvent> type, double aside) {
        Bounds box = node.getLayoutBounds();
        Point2D spot = node.localToScene(box.getCenterX() + aside, box.getCenterY());
        double x = spot.getX();
        double y = spot.getY();
        Event.fireEvent(
                node,
                new MouseEvent(
                        type,
                        x,
                        y,
                        x,
                        y,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        false,
                        null));
    }
}
