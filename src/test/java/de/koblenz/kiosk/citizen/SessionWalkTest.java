package de.koblenz.kiosk.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.session.Aid;
import de.koblenz.kiosk.citizen.session.Moment;
import de.koblenz.kiosk.citizen.session.Overlay;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.session.SessionState;
import de.koblenz.kiosk.citizen.session.Stamp;
import de.koblenz.kiosk.citizen.session.TerminalState;
import de.koblenz.kiosk.citizen.ui.KioskGeometry;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.citizen.ui.SessionPresenter;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds in every state that citizens, devices and services can bring about in any order.
class SessionWalkTest {
    private static final int STEPS = 30_000;

    /// A placeholder that nobody filled in.
    private static final Pattern UNFILLED = Pattern.compile("\\{[a-zA-Z0-9]+}");

    private final TestTerminal terminal = TestTerminal.open();

    @Test
    void nothingBreaksAndNothingIsLostWhateverHappens() {
        SessionPresenter presenter = terminal.presenter(KioskGeometry.PORTRAIT);
        Set<String> missed = new HashSet<>();
        for (EveryPage page : EveryPage.all()) {
            missed.add(presenter.present(page.state(), page.now()).key());
        }
        missed.removeIf(key -> key.startsWith("service"));
        // No tile and no search leads to the invented forms; FormTour goes through them, ScanTest
        // walks through the scanning.
        missed.removeIf(key ->
                key.startsWith("question.erfunden")
                        || key.startsWith("scan.")
                        || key.startsWith("group.")
                        || key.equals("explanation"));
        for (long seed : new long[] {1, 7, 11, 20_260_603}) {
            SessionWalk walk = new SessionWalk(seed, KioskGeometry.PORTRAIT);
            walk.run(STEPS, this::aChangeOfLanguageChangesNothingElse);
            missed.removeAll(walk.seen().keySet());
            assertTrue(walk.orders() > 40, "orders placed: " + walk.orders());
            assertTrue(walk.ended() > 150, "sessions ended: " + walk.ended());
        }
        assertEquals(Set.of(), missed, "pages on which no walk ever was");
    }

    /// Switches through all languages; in each the page has all its words.
    private void aChangeOfLanguageChangesNothingElse(TerminalState state, Moment now) {
        if (state.session().isEmpty()
                || state.session().get().overlay().kind() == Overlay.Kind.COVER) {
            return;
        }
        TerminalState switched = state;
        for (String language : terminal.locales().tags()) {
            switched = chosen(switched, language, now);
            assertEquals(language, switched.session().map(SessionState::language).orElse(""));
        }
        // Back to where it was, but for the overlay with the languages, which has done its work.
        SessionState before = state.session().get();
        TerminalState back = chosen(switched, before.language(), now);
        SessionState after = back.session().orElseThrow();
        assertEquals(
                new SessionState(
                        before.id(),
                        before.language(),
                        before.aids(),
                        before.page(),
                        before.trail(),
                        Overlay.NONE,
                        now.steady(),
                        before.present(),
                        before.guided(),
                        before.card(),
                        before.alert()),
                after);
    }

    private TerminalState chosen(TerminalState state, String language, Moment now) {
        TerminalState open =
                next(state, new SessionEvent.OverlayOpened(Overlay.Kind.LANGUAGE), now);
        return next(open, new SessionEvent.LanguageChosen(language), now);
    }

    private TerminalState next(TerminalState state, SessionEvent event, Moment now) {
        return terminal.reducer().next(state, new Stamp(now, new UUID(9, 9)), event).state();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyStateHasAllItsWordsInEveryLanguage(boolean portrait) {
        KioskGeometry geometry = portrait ? KioskGeometry.PORTRAIT : KioskGeometry.LANDSCAPE;
        SessionPresenter presenter = terminal.presenter(geometry);
        new SessionWalk(3, geometry)
                .run(
                        3_000,
                        (state, now) -> {
                            for (String language : terminal.locales().tags()) {
                                Set<Aid> aids =
                                        state.session().map(SessionState::aids).orElse(Set.of());
                                TerminalState dressed = TestTerminal.dressed(state, language, aids);
                                hasAllItsWords(presenter.present(dressed, now));
                            }
                        });
    }

    private static void hasAllItsWords(Screen screen) {
        for (String text : ScreenParts.texts(screen)) {
            assertFalse(text.contains("⟦"), () -> screen + ": " + text);
            assertFalse(UNFILLED.matcher(text).find(), () -> screen + ": " + text);
        }
        assertFalse(screen.title().isBlank(), screen::toString);
        Set<String> ids = new HashSet<>();
        for (Screen.Control control : ScreenParts.controls(screen)) {
            assertTrue(ids.add(control.id()), () -> screen + " has two controls " + control.id());
            assertFalse(control.label().isBlank(), () -> screen + ": " + control.id());
        }
    }

    @Test
    void everyEventIsTakenOnEveryPage() {
        EverySessionEvent events = new EverySessionEvent(new Random(5));
        SessionPresenter presenter = terminal.presenter(KioskGeometry.PORTRAIT);
        Set<Class<?>> kinds = new HashSet<>();
        for (EveryPage page : EveryPage.all()) {
            for (int kind = 0; kind < events.count(); kind++) {
                for (int i = 0; i < 4; i++) {
                    SessionEvent event = events.of(kind);
                    kinds.add(event.getClass());
                    TerminalState next = next(page.state(), event, page.now());
                    if (!next.equals(page.state())) {
                        hasAllItsWords(presenter.present(next, page.now()));
                    }
                }
            }
        }
        assertEquals(Set.copyOf(List.of(SessionEvent.class.getPermittedSubclasses())), kinds);
    }
}
