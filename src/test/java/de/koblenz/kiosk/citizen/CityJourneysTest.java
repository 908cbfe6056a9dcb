package de.koblenz.kiosk.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.ui.KioskGeometry;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.order.OrderProgress;
import de.koblenz.kiosk.order.OrderRequest;
import de.koblenz.kiosk.service.catalog.LeikaKey;
import de.koblenz.kiosk.service.form.FieldPath;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Citizens with an identity card go through every package by what they see, from the page of the service to the printed paper.
class CityJourneysTest {
    static Stream<CityCitizen> citizens() {
        return CityCitizen.all();
    }

    /// What the card of these citizens says of its holder; it is silent on the place of birth.
    private static final Set<String> ON_THE_CARD =
            Set.of("227", "228", "231", "232", "233", "243", "244", "246", "247");

    private static boolean onTheCard(String id) {
        return id.startsWith("F60000") && ON_THE_CARD.contains(id.substring(id.length() - 3));
    }

    @ParameterizedTest
    @MethodSource("citizens")
    void fromThePageOfTheServiceToThePaper(CityCitizen scripted) {
        TestTerminal terminal = CityServices.terminal(KioskGeometry.PORTRAIT);
        PackageCitizen citizen = new PackageCitizen(terminal, scripted);
        citizen.order();

        OrderRequest order = terminal.world().placed().getLast();
        assertEquals(scripted.service(), order.serviceId());
        assertEquals(scripted.cents(), order.cents());
        OrderRequest.Application application = order.application().orElseThrow();
        assertEquals(
                CityServices.of(scripted.service())
                        .service()
                        .orElseThrow()
                        .leika()
                        .map(LeikaKey::digits)
                        .orElse(""),
                application.leikaKey());
        scripted.answers()
                .forEach((path, _) -> {
                    String id = FieldPath.parse(path).id();
                    assertTrue(application.dataJson().contains("\"" + id + "\":"), id);
                });
        assertTrue(order.copy().size() >= scripted.answers().size() / 2, "a copy of everything");
        order.copy()
                .forEach(line ->
                        assertTrue(!line.toString().contains("⟦"), "a word is missing: " + line));

        if (scripted.cents() > 0) {
            terminal.progress(OrderProgress.Phase.AWAITING_PAYMENT);
            assertInstanceOf(Screen.QrPanel.class, terminal.screen().body());
        }
        terminal.fulfil();
        assertEquals("Fertig!", terminal.screen().title());
    }

    /// Papers and applications are read by offices: they are German, whatever the citizen reads.
    @ParameterizedTest
    @MethodSource("citizens")
    void whatIsSentAndPrintedIsTheSameInLeichteSprache(CityCitizen scripted) {
        OrderRequest german = ordered(scripted, "de");
        OrderRequest simple = ordered(scripted, "de-simple");
        assertEquals(german.title(), simple.title());
        assertEquals(german.positions(), simple.positions());
        assertEquals(german.copy(), simple.copy());
        assertEquals(german.later(), simple.later());
        assertEquals(
                german.application().map(OrderRequest.Application::dataJson),
                simple.application().map(OrderRequest.Application::dataJson));
    }

    private static OrderRequest ordered(CityCitizen scripted, String language) {
        TestTerminal terminal = CityServices.terminal(KioskGeometry.PORTRAIT);
        terminal.send(new SessionEvent.LanguageChosen(language));
        new PackageCitizen(terminal, scripted).order();
        assertEquals(language, terminal.session().language());
        return terminal.world().placed().getLast();
    }

    /// The card has answered who it is.
    @Test
    void nothingIsAskedThatTheCardSays() {
        Set<String> asked = new TreeSet<>();
        for (CityCitizen scripted : citizens().toList()) {
            PackageCitizen citizen =
                    new PackageCitizen(CityServices.terminal(KioskGeometry.PORTRAIT), scripted);
            citizen.order();
            if (citizen.seen().contains("identity")) {
                citizen.seen().stream()
                        .map(key -> key.substring(key.lastIndexOf('.') + 1))
                        .filter(CityJourneysTest::onTheCard)
                        .forEach(key -> asked.add(scripted.service() + " " + key));
            }
        }
        assertEquals(Set.of(), asked);
    }

    @Test
    void atLeastTwentyServicesAreGoneThroughToTheEnd() {
        Set<String> services = citizens().map(CityCitizen::service).collect(Collectors.toSet());
        services.addAll(List.of("bewohnerparkausweis", "schwimmbad-ticket"));
        assertTrue(services.size() >= 20, services.size() + " " + services);
        TestTerminal terminal = CityServices.terminal(KioskGeometry.PORTRAIT);
        services.forEach(id ->
                assertTrue(
                        terminal.journeys()
                                .guided(id, LocalDate.ofInstant(terminal.now(), TestTerminal.ZONE)),
                        id));
    }
}
