package de.koblenz.kiosk.citizen.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.ScreenParts;
import de.koblenz.kiosk.citizen.ShippedKiosk;
import de.koblenz.kiosk.citizen.TestTerminal;
import de.koblenz.kiosk.citizen.session.Aid;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.session.Stamp;
import de.koblenz.kiosk.citizen.session.TerminalState;
import de.koblenz.kiosk.service.catalog.Leistung;
import de.koblenz.kiosk.service.catalog.OzgStatus;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every online service is reached from the start page in two touches without typing, in low reach in three:
/// counted by touching what the presented pages offer.
class TwoTouchesTest {
    private static final List<Leistung> ALL = ShippedKiosk.CONFIG.catalog().all();

    static Stream<Arguments> looks() {
        return Stream.of(KioskGeometry.PORTRAIT, KioskGeometry.LANDSCAPE)
                .flatMap(geometry ->
                        Stream.of(
                                Arguments.of(geometry, Set.of(), 2),
                                Arguments.of(geometry, Set.of(Aid.LARGE_TEXT), 2),
                                Arguments.of(geometry, Set.of(Aid.LOW_REACH), 3),
                                Arguments.of(geometry, Set.of(Aid.LOW_REACH, Aid.LARGE_TEXT), 3)));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyOnlineServiceIsReachedInFewTouches(KioskGeometry geometry, Set<Aid> aids, int most) {
        TestTerminal terminal = TestTerminal.open(geometry);
        terminal.send(new SessionEvent.Touched());
        TerminalState start = TestTerminal.dressed(terminal.state(), "de", aids);

        Map<String, Integer> touches = touches(terminal, geometry, start, most);

        Set<String> online = new HashSet<>();
        ALL.stream().filter(Leistung::online).forEach(service -> online.add(service.id()));
        assertEquals(59, online.size());
        assertEquals(online, touches.keySet());
    }

    /// Breadth first: fewest touches to each service page, up to `most`.
    private static Map<String, Integer> touches(
            TestTerminal terminal, KioskGeometry geometry, TerminalState start, int most) {
        SessionPresenter presenter = terminal.presenter(geometry);
        Map<String, Integer> found = new HashMap<>();
        Set<TerminalState> front = Set.of(start);
        for (int touch = 1; touch <= most; touch++) {
            Set<TerminalState> reached = new HashSet<>();
            for (TerminalState state : front) {
                Screen screen = presenter.present(state, terminal.moment());
                for (Screen.Control control : ScreenParts.controls(screen)) {
                    TerminalState next =
                            terminal.reducer()
                                    .next(
                                            state,
                                            new Stamp(terminal.moment(), new UUID(1, 1)),
                                            control.action())
                                    .state();
                    reached.add(next);
                    String key = presenter.present(next, terminal.moment()).key();
                    if (key.startsWith("service.")) {
                        found.putIfAbsent(key.substring("service.".length()), touch);
                    }
                }
            }
            front = reached;
        }
        return found;
    }

    @Test
    void theServicesThatThisTerminalCannotDoHaveAFullPageWithoutStart() {
        int without = 0;
        for (Leistung service : ALL) {
            if (!service.online() || ShippedKiosk.CONFIG.journeys().containsKey(service.id())) {
                continue;
            }
            without++;
            Screen page = page(service);
            assertTrue(page.next().isEmpty(), service.id());
            Screen.ServiceFacts facts = (Screen.ServiceFacts) page.body();
            List<String> labels = facts.facts().stream().map(Screen.Fact::label).toList();
            assertTrue(labels.contains("Kosten"), service.id());
            assertTrue(labels.contains("Zuständig"), service.id());
            assertEquals(
                    !service.page().needs().isEmpty(),
                    labels.contains("Das brauchen Sie"),
                    service.id());
            assertTrue(facts.qr().orElseThrow().content().startsWith("https://"), service.id());
        }
        assertEquals(57, without);
    }

    @Test
    void theTwoGuidedServicesHaveStart() {
        for (String id : List.of("schwimmbad-ticket", "bewohnerparkausweis")) {
            Screen page = page(ShippedKiosk.CONFIG.catalog().find(id).orElseThrow());
            assertEquals("Jetzt starten", page.next().orElseThrow().label());
            assertEquals(new SessionEvent.ServiceStarted(), page.next().orElseThrow().action());
        }
    }

    @Test
    void whatIsNotOnlineIsFoundSaysSoAndCannotBeStarted() {
        int found = 0;
        for (Leistung service : ALL) {
            if (service.online()) {
                continue;
            }
            TestTerminal terminal = TestTerminal.open();
            terminal.touch("search");
            String name = service.shortName().in("de");
            terminal.type("search", name.substring(0, Math.min(60, name.length())));
            Screen.Search search = (Screen.Search) terminal.screen().body();
            Screen.Cell hit =
                    search.hits().stream()
                            .filter(cell -> cell.control().id().equals("service." + service.id()))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError("not found: " + name));
            assertFalse(hit.note().isBlank(), service.id());
            terminal.touch("service." + service.id());
            Screen page = terminal.screen();
            assertEquals(Screen.Alert.Level.INFO, page.alert().orElseThrow().level());
            assertFalse(page.alert().orElseThrow().text().isBlank(), service.id());
            assertTrue(page.next().isEmpty(), service.id());
            terminal.send(new SessionEvent.ServiceStarted());
            assertTrue(terminal.session().guided().isEmpty(), service.id());
            found++;
        }
        assertEquals(27 + 48 + 10, found);
    }

    @Test
    void whatCannotBeDoneOnlineLeadsToNoPageOfTheCity() {
        for (Leistung service : ALL) {
            if (service.status() == OzgStatus.NICHT_UMSETZBAR) {
                Screen.ServiceFacts facts = (Screen.ServiceFacts) page(service).body();
                assertTrue(facts.qr().isEmpty(), service.id());
            }
        }
    }

    @Test
    void inLowReachTheHitsOfTheSearchHaveAPageOfTheirOwn() {
        TestTerminal terminal = TestTerminal.open();
        terminal.send(new SessionEvent.AidSwitched(Aid.LOW_REACH));
        terminal.touch("search");
        terminal.type("search", "bewohnerpark");
        assertEquals(List.of(), ((Screen.Search) terminal.screen().body()).hits());
        terminal.touch("hits");
        terminal.touch("service.bewohnerparkausweis");
        terminal.touch("back");
        assertEquals("hits", terminal.screen().key());
        terminal.touch("back");
        assertEquals("search", terminal.screen().key());
    }

    private static Screen page(Leistung service) {
        TestTerminal terminal = TestTerminal.open();
        terminal.send(new SessionEvent.ServiceChosen(service.id()));
        return terminal.screen();
    }
}
