package de.koblenz.kiosk.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.ui.KioskGeometry;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.service.catalog.LifeSituation;
import de.koblenz.kiosk.service.fim.pack.ServicePackage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A service whose schema is valid on some days only.
class ValidDaysTest {
    private static final String ID = "hund-anmelden";

    @TempDir Path services;

    private final TestTerminal terminal = TestTerminal.open(KioskGeometry.PORTRAIT);
    private final LocalDate today = LocalDate.ofInstant(terminal.now(), TestTerminal.ZONE);

    private ServicePackage valid(String element, String day) throws IOException {
        return ChangedPackage.read(
                services,
                schema ->
                        schema.replace(
                                "<x:bezeichnung>Hund anmelden</x:bezeichnung>",
                                "<x:bezeichnung>Hund anmelden</x:bezeichnung>\n<x:"
                                        + element
                                        + ">"
                                        + day
                                        + "</x:"
                                        + element
                                        + ">"),
                UnaryOperator.identity());
    }

    private void add(ServicePackage read) {
        terminal.journeys().add(Map.of(read.id(), read));
    }

    private void openPage() {
        terminal.send(new SessionEvent.SituationChosen(LifeSituation.HUND_STEUERN));
        terminal.send(new SessionEvent.ServiceChosen(ID));
    }

    private boolean startable() {
        return terminal.screen().next().isPresent();
    }

    private void passMidnight() {
        ZonedDateTime now = terminal.now().atZone(TestTerminal.ZONE);
        terminal.setClock(
                Duration.between(
                        now, now.toLocalDate().plusDays(1).atStartOfDay(TestTerminal.ZONE)));
    }

    @Test
    void onItsLastDayItIsStartedAndOnTheNextItsPageSaysWhereToGo() throws Exception {
        add(valid("gueltigBis", today.toString()));
        openPage();
        assertTrue(startable());
        assertFalse(
                terminal.screen()
                        .alert()
                        .filter(alert -> alert.text().startsWith("Das Formular"))
                        .isPresent());
        passMidnight();
        assertFalse(startable());
        Screen.ServiceFacts facts =
                assertInstanceOf(Screen.ServiceFacts.class, terminal.screen().body());
        assertTrue(facts.qr().isPresent(), "the way to the city's site");
        assertTrue(facts.toString().contains("Kämmerei und Steueramt"), facts.toString());
        assertTrue(
                terminal.screen()
                        .alert()
                        .orElseThrow()
                        .text()
                        .startsWith("Das Formular für diese Leistung gilt heute nicht."));
        terminal.send(new SessionEvent.ServiceStarted());
        assertInstanceOf(Screen.ServiceFacts.class, terminal.screen().body());
    }

    @Test
    void itBeginsOnItsFirstDayWhileTheTerminalRuns() throws Exception {
        add(valid("gueltigAb", today.plusDays(1).toString()));
        openPage();
        assertFalse(startable());
        passMidnight();
        assertTrue(startable());
    }

    @Test
    void whoIsStillAnsweringAtMidnightSendsNothingWithAnOldForm() throws Exception {
        add(valid("gueltigBis", today.toString()));
        terminal.follow(holder(), "check");
        passMidnight();
        terminal.send(new SessionEvent.NextPressed());
        assertEquals(List.of(), terminal.world().placed());
        assertTrue(
                terminal.screen()
                        .alert()
                        .orElseThrow()
                        .text()
                        .startsWith("Das Formular für diese Leistung gilt heute nicht."));
    }

    private static CitizenScript holder() {
        return CitizenScript.byTile(ID, "HUND_STEUERN")
                .chooses("identity", "identity.HAND")
                .types("G99000000010.F60000000228", "Erika")
                .types("G99000000010.F60000000227", "Mustermann")
                .chooses("question.hund-anmelden.F99000000001", "option.gross")
                .types("F99000000003", "2")
                .chooses("question.hund-anmelden.F99000000002", "option.true")
                .chooses("copy", "copy.PAPER");
    }

    @Test
    void theProblemOfADayHasItsPlaceInTheSchema() throws Exception {
        ServicePackage read = valid("gueltigBis", "2026-06-30+02:00");
        assertEquals(Optional.empty(), read.closed(LocalDate.of(2026, 6, 30)));
        assertEquals(
                "services/hund-anmelden/hund.xdf3.xml:6:1: the schema was valid until 2026-06-30: on 2026-07-01"
                        + " citizens cannot start the service [PKG-EXPIRED]",
                read.closed(LocalDate.of(2026, 7, 1)).map(Problem::toString).orElse(""));
        assertTrue(read.startable() && !read.startableOn(LocalDate.of(2026, 7, 1)));
    }

    @Test
    void aDayThatHasNotComeIsToldByItsCode() throws Exception {
        ServicePackage read = valid("gueltigAb", "2027-01-01");
        assertEquals(
                Optional.of("PKG-EARLY"),
                read.closed(LocalDate.of(2026, 12, 31)).map(Problem::code));
        assertTrue(read.startableOn(LocalDate.of(2027, 1, 1)));
    }

    @Test
    void whatIsNoDayIsToldAndLimitsNothing() throws Exception {
        ServicePackage read = valid("gueltigBis", "Ende 2026");
        assertTrue(read.startableOn(LocalDate.of(2040, 1, 1)));
        assertTrue(
                read.notes().stream()
                        .anyMatch(note -> note.problem().code().equals("FIM-VALIDITY")));
    }
}
