package de.koblenz.kiosk.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.session.Aid;
import de.koblenz.kiosk.citizen.session.Effect;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.ui.KioskGeometry;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.order.OrderCodes;
import de.koblenz.kiosk.order.OrderProgress;
import de.koblenz.kiosk.order.OrderRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Citizens go through both services from the start page to the paper, by what they see alone.
class WholeJourneysTest {
    private TestTerminal terminal = TestTerminal.open();

    private OrderRequest placed() {
        return terminal.world().placed().getLast();
    }

    private Screen.Message message() {
        return assertInstanceOf(Screen.Message.class, terminal.screen().body());
    }

    /// Up to the page where the phone pays.
    private void orderAndScan(CitizenScript citizen) {
        assertInstanceOf(CitizenScript.Act.Wait.class, terminal.follow(citizen));
        terminal.progress(OrderProgress.Phase.AWAITING_PAYMENT);
        assertEquals(
                new CitizenScript.Act.Scan("https://bezahlen.example/t/5f1c"),
                terminal.follow(citizen));
    }

    private void leaves(CitizenScript citizen, Effect.Outcome outcome) {
        assertInstanceOf(CitizenScript.Act.Leave.class, terminal.follow(citizen));
        assertEquals("start", terminal.screen().key());
        assertEquals(Optional.empty(), terminal.state().session());
        assertEquals(outcome, terminal.world().ended().getLast().outcome());
    }

    // ---- resident parking permit

    @Test
    void aResidentWhoTypesEverythingWrongFirstGetsThePermitApplication() {
        CitizenScript citizen = TestCitizens.clumsyResident();
        orderAndScan(citizen);

        OrderRequest order = placed();
        assertEquals("bewohnerparkausweis", order.serviceId());
        assertEquals("Bewohnerparkausweis", order.title());
        // 4.350 m × 1.800 m × 0.45 € × 52 = 183.222 €, half-up in cents; more than the 100 € that
        // are due at least.
        assertEquals(18_322, order.cents());
        assertEquals(
                List.of(new OrderRequest.Position("Bewohnerparkausweis", 1, 18_322)),
                order.positions());
        assertEquals(Optional.empty(), order.reservation());
        OrderRequest.Application application = order.application().orElseThrow();
        assertEquals("99108001001000", application.leikaKey());
        assertEquals("Bewohnerparkausweis Erteilung", application.serviceName());
        assertEquals(
                "{\"applicant\":{\"givenNames\":\"Erika\",\"familyName\":\"Mustermann\","
                        + "\"birthDate\":\"1964-08-12\"},"
                        + "\"address\":{\"street\":\"Lindenallee\",\"houseNumber\":\"7\","
                        + "\"postcode\":\"56073\",\"town\":\"Koblenz\"},"
                        + "\"vehicle\":{\"licencePlate\":\"KO-AB 123\",\"owner\":\"company\","
                        + "\"permission\":true,\"length\":4350,\"width\":1800},"
                        + "\"permit\":{\"zone\":\"altstadt\",\"start\":\"2026-06-03\"},"
                        + "\"declaration\":true}",
                application.dataJson());
        assertEquals(List.of(), order.copy(), "the copy goes to the phone");

        terminal.fulfil();
        Screen done = terminal.screen();
        assertEquals("Fertig!", done.title());
        assertTrue(done.hint().contains("KO-7F3K-92QD"));
        String copy = message().qr().orElseThrow().content();
        assertTrue(copy.startsWith("KO-7F3K-92QD\n"), copy);
        assertTrue(copy.contains("\nGeburtsdatum: 12. August 1964\n"), copy);
        assertTrue(copy.contains("\nZugelassen auf: Auf eine Firma\n"), copy);
        assertTrue(copy.contains("\nLänge des Fahrzeugs: 4350\u00A0mm\n"), copy);
        leaves(citizen, Effect.Outcome.COMPLETED);
        assertEquals(List.of(), terminal.world().left());
    }

    @Test
    void aSmallVehicleCostsAtLeast100Euros() {
        terminal.follow(
                TestCitizens.resident()
                        .types("vehicle.length", "2200")
                        .types("vehicle.width", "800"),
                "order.running");
        assertEquals(10_000, placed().cents());
    }

    @Test
    void thePaperCopyIsGermanPlainAndComplete() {
        terminal.send(new SessionEvent.LanguageChosen("en"));
        terminal.follow(TestCitizens.resident().chooses("copy", "copy.PAPER"), "order.running");
        List<OrderRequest.CopyLine> copy = placed().copy();
        assertEquals(
                List.of(
                        new OrderRequest.CopyLine("Vornamen", "Erika"),
                        new OrderRequest.CopyLine("Nachname", "Mustermann"),
                        new OrderRequest.CopyLine("Geburtsdatum", "12. August 1964"),
                        new OrderRequest.CopyLine("Straße", "Lindenallee"),
                        new OrderRequest.CopyLine("Hausnummer", "7"),
                        new OrderRequest.CopyLine("Postleitzahl", "56073"),
                        new OrderRequest.CopyLine("Parkzone", "Altstadt"),
                        new OrderRequest.CopyLine("Kennzeichen", "KO-AB 123"),
                        new OrderRequest.CopyLine("Zugelassen auf", "Auf mich"),
                        new OrderRequest.CopyLine("Länge des Fahrzeugs", "4350\u00A0mm"),
                        new OrderRequest.CopyLine("Breite des Fahrzeugs", "1800\u00A0mm"),
                        new OrderRequest.CopyLine("Gültig ab", "3. Juni 2026"),
                        new OrderRequest.CopyLine(
                                "Erklärung", "Ja, meine Angaben sind richtig und vollständig.")),
                copy);
    }

    @Test
    void whoWantsNoCopyGetsNone() {
        terminal.follow(TestCitizens.resident().chooses("copy", "copy.NONE"), "order.running");
        assertEquals(List.of(), placed().copy());
        terminal.fulfil();
        assertEquals(Optional.empty(), message().qr());
    }

    @Test
    void aCorrectionAtTheEndChangesThePrice() {
        CitizenScript citizen =
                TestCitizens.resident()
                        .corrects("vehicle.length", c -> c.types("vehicle.length", "5000"))
                        .corrects(
                                "applicant.givenNames",
                                c -> c.types("applicant.givenNames", "Eva"));
        terminal.follow(citizen, "order.running");
        // 5.000 m × 1.800 m × 0.45 € × 52 = 210.60 €
        assertEquals(21_060, placed().cents());
        assertTrue(placed().application().orElseThrow().dataJson().contains("\"Eva\""));
    }

    @Test
    void theLastButtonSaysWhatItCosts() {
        terminal.follow(TestCitizens.resident(), "check");
        Screen.Summary summary = (Screen.Summary) terminal.screen().body();
        assertEquals("183,22\u00A0€", summary.sum());
        assertEquals("Zahlungspflichtig absenden", terminal.screen().next().orElseThrow().label());
        terminal = TestTerminal.open();
        terminal.follow(TestCitizens.swimmer(), "check");
        assertEquals("Zahlungspflichtig bestellen", terminal.screen().next().orElseThrow().label());
    }

    // ---- swimming pool ticket

    @Test
    void aSwimmerGetsTicketsWithoutGivingAName() {
        CitizenScript citizen = TestCitizens.swimmer();
        orderAndScan(citizen);
        OrderRequest order = placed();
        assertEquals("Schwimmbad-Ticket", order.title());
        assertEquals(2 * 450 + 250, order.cents());
        assertEquals(
                List.of(
                        new OrderRequest.Position("Erwachsene", 2, 450),
                        new OrderRequest.Position("Kinder (6–17)", 1, 250)),
                order.positions());
        assertEquals(
                Optional.of(
                        new OrderRequest.Reservation(
                                "oberwerth",
                                "oberwerth-4-9",
                                "Freibad Oberwerth",
                                "Do., 4. Juni 2026, 9:00–13:00 Uhr",
                                3)),
                order.reservation());
        assertEquals(Optional.empty(), order.application());
        assertEquals(List.of(), order.copy());
        terminal.fulfil();
        assertTrue(message().paragraphs().toString().contains("Einlass"));
        leaves(citizen, Effect.Outcome.COMPLETED);
    }

    @Test
    void aPoolThatAsksForContactDataGetsAFamilyIntoAFreeSlot() {
        CitizenScript citizen = TestCitizens.swimmerWithContact();
        orderAndScan(citizen);
        assertEquals(1_100, placed().cents());
        assertEquals("karthause-6-9", placed().reservation().orElseThrow().slotId());
        assertEquals(4, placed().reservation().orElseThrow().places());
        OrderRequest.Application contact = placed().application().orElseThrow();
        assertEquals("", contact.leikaKey());
        assertEquals(
                "{\"contactAsked\":true,\"contact\":{\"name\":\"Erika Mustermann\","
                        + "\"way\":\"email\",\"email\":\"erika@beispiel.de\"}}",
                contact.dataJson());
        terminal.fulfil();
        leaves(citizen, Effect.Outcome.COMPLETED);
    }

    @Test
    void moreTicketsAtTheEndChangeThePrice() {
        terminal.follow(
                TestCitizens.swimmer().corrects("tariffs", c -> c.counts("adult", 3)),
                "order.running");
        assertEquals(3 * 450 + 250, placed().cents());
    }

    // ---- what goes wrong with orders

    @Test
    void whenTheSlotIsGoneTheSwimmerTakesAnotherOne() {
        CitizenScript citizen =
                TestCitizens.swimmer()
                        .chooses(
                                "slot",
                                "slot.oberwerth-4-9",
                                "slot.oberwerth-4-14",
                                "slot.oberwerth-3-9");
        // 4-14 is sold out from the beginning, 4-9 while the citizen orders.
        terminal.follow(citizen, "order.running");
        terminal.world().sellOut("oberwerth-4-9");
        terminal.progress(OrderProgress.Phase.SOLD_OUT);
        assertEquals("Leider ausgebucht", terminal.screen().title());
        orderAndScan(citizen);
        assertEquals(2, terminal.world().placed().size());
        assertEquals("oberwerth-3-9", placed().reservation().orElseThrow().slotId());
        terminal.fulfil();
        leaves(citizen, Effect.Outcome.COMPLETED);
    }

    @Test
    void afterAFailedPaymentTheCitizenTriesAgain() {
        CitizenScript citizen = TestCitizens.resident();
        orderAndScan(citizen);
        terminal.progress(OrderProgress.Phase.PAYMENT_FAILED);
        assertTrue(message().paragraphs().toString().contains("nichts abgebucht"));
        assertInstanceOf(CitizenScript.Act.Wait.class, terminal.follow(citizen));
        assertEquals(2, terminal.world().placed().size());
        terminal.progress(OrderProgress.Phase.AWAITING_PAYMENT);
        terminal.fulfil();
        leaves(citizen, Effect.Outcome.COMPLETED);
    }

    @Test
    void whoDoesNotPayAtOnceCancelsAndMayOrderAgain() {
        CitizenScript citizen = TestCitizens.resident().doesNotPayAtOnce();
        terminal.follow(citizen);
        terminal.progress(OrderProgress.Phase.AWAITING_PAYMENT);
        terminal.touch("back");
        assertEquals(
                List.of(terminal.world().placed().getFirst().id()), terminal.world().cancelled());
        assertEquals("order.payment", terminal.screen().key(), "until the desk says so");
        terminal.progress(OrderProgress.Phase.CANCELLED);
        assertEquals("Abgebrochen", terminal.screen().title());
        terminal.follow(citizen);
        assertEquals(2, terminal.world().placed().size());
    }

    @Test
    void anUnclearPaymentIsNeverAskedForAgain() {
        CitizenScript citizen = TestCitizens.resident();
        orderAndScan(citizen);
        terminal.progress(OrderProgress.Phase.PAYMENT_UNCLEAR);
        assertEquals("order.unclear", terminal.screen().key());
        assertTrue(message().paragraphs().toString().contains("nicht noch einmal"));
        assertTrue(message().paragraphs().toString().contains("KO-7F3K-92QD"));
        assertEquals(Optional.empty(), terminal.screen().back());
        leaves(citizen, Effect.Outcome.ENDED);
        assertEquals(List.of(placed().id()), terminal.world().left());
        assertEquals(1, terminal.world().placed().size());
    }

    @Test
    void anUnclearPaymentThatComesThroughIsServed() {
        CitizenScript citizen = TestCitizens.swimmer();
        orderAndScan(citizen);
        terminal.progress(OrderProgress.Phase.PAYMENT_UNCLEAR);
        terminal.fulfil();
        assertEquals("order.done", terminal.screen().key());
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderProgress.Phase.class,
            names = {"PAPER_KEPT", "REFUND_DUE"})
    void paidAndNotOverWithoutTheReferenceInSight(OrderProgress.Phase phase) {
        CitizenScript citizen = TestCitizens.swimmer();
        orderAndScan(citizen);
        terminal.progress(OrderProgress.Phase.PAID);
        terminal.progress(phase);
        assertTrue(ScreenParts.texts(terminal.screen()).toString().contains("KO-7F3K-92QD"));
        leaves(citizen, Effect.Outcome.COMPLETED);
    }

    @Test
    void anApplicationThatIsNotYetSentIsNotSaidToBeThere() {
        terminal.follow(TestCitizens.resident(), "order.running");
        terminal.progress(OrderProgress.Phase.DONE, OrderCodes.SUBMISSION_PENDING);
        String words = message().paragraphs().toString();
        assertTrue(words.contains("Er wird abgesendet, sobald"), words);
        assertFalse(words.contains("ist bei der Behörde"), words);
    }

    @Test
    void aBookingServiceThatCannotBeAskedIsNotSaidToBeSoldOut() {
        terminal.follow(TestCitizens.swimmer(), "order.running");
        terminal.progress(OrderProgress.Phase.SOLD_OUT, OrderCodes.BOOKING_OFFLINE);
        assertFalse(ScreenParts.texts(terminal.screen()).toString().contains("ausgebucht"));
        assertEquals("Noch einmal versuchen", terminal.screen().next().orElseThrow().label());
        terminal.touch("next");
        assertEquals("slot", terminal.screen().key());
    }

    @Test
    void theStepsOfARunningOrderDoNotComeAndGo() {
        terminal.follow(TestCitizens.resident(), "order.running");
        for (OrderProgress.Phase phase :
                List.of(
                        OrderProgress.Phase.PLACED,
                        OrderProgress.Phase.OPENING_PAYMENT,
                        OrderProgress.Phase.PAID,
                        OrderProgress.Phase.SUBMITTING,
                        OrderProgress.Phase.PRINTING)) {
            terminal.progress(phase);
            Screen.Progress progress = (Screen.Progress) terminal.screen().body();
            assertEquals(4, progress.steps().size());
            assertEquals(
                    1,
                    progress.steps().stream()
                            .filter(step -> step.mark() == Screen.ProgressStep.Mark.RUNNING)
                            .count(),
                    phase::name);
        }
    }

    // ---- the same in every look

    static Stream<Arguments> looks() {
        return Stream.of(KioskGeometry.PORTRAIT, KioskGeometry.LANDSCAPE)
                .flatMap(geometry ->
                        Stream.of(Set.<Aid>of(), Set.of(Aid.LOW_REACH, Aid.LARGE_TEXT))
                                .flatMap(aids ->
                                        Stream.of("de", "de-simple", "en", "ar-XB")
                                                .map(tag -> Arguments.of(geometry, aids, tag))));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void theWayIsTheSameInEveryLook(KioskGeometry geometry, Set<Aid> aids, String language) {
        for (CitizenScript citizen :
                List.of(TestCitizens.clumsyResident(), TestCitizens.swimmerWithContact())) {
            terminal = TestTerminal.open(geometry);
            terminal.send(new SessionEvent.LanguageChosen(language));
            aids.forEach(aid -> terminal.send(new SessionEvent.AidSwitched(aid)));
            orderAndScan(citizen);
            terminal.fulfil();
            assertEquals("order.done", terminal.screen().key());
            leaves(citizen, Effect.Outcome.COMPLETED);
        }
    }

    // ---- errors

    @Test
    void eachErrorStandsAtItsFieldAndInTheReadingZone() {
        int errors = 0;
        for (EveryPage page : EveryPage.all()) {
            if (!page.name().startsWith("question.") || !page.name().endsWith(".error")) {
                continue;
            }
            Screen screen =
                    terminal.presenter(KioskGeometry.PORTRAIT).present(page.state(), page.now());
            String message = screen.alert().orElseThrow().text();
            boolean atField =
                    switch (screen.body()) {
                        case Screen.Choices choices -> choices.error().equals(message);
                        case Screen.PartsEntry parts ->
                                parts.error().equals(message)
                                        || parts.parts().stream()
                                                .anyMatch(p -> p.error().equals(message));
                        case Screen.TextEntry entry -> entry.entry().error().equals(message);
                        // The search of a list has no answer of its own; its page says it above.
                        case Screen.Search _ -> true;
                        default -> false;
                    };
            assertTrue(atField, page.name());
            assertFalse(message.matches(".*[0-9]{4}-[0-9]{2}.*"), message);
            errors++;
        }
        assertTrue(errors >= 9, "pages with an error: " + errors);
    }

    @Test
    void limitsAreSaidAsPeopleSayThem() {
        assertTrue(
                error("question.bewohnerparkausweis.start.error")
                        .contains("Frühestens möglich ist der 3. Juni 2026."));
        assertTrue(
                error("question.bewohnerparkausweis.length.error")
                        .contains("von 1500 bis 12000 mm"));
        assertTrue(
                error("question.bewohnerparkausweis.permission.error")
                        .startsWith("Ohne diese Erlaubnis"));
    }

    private String error(String name) {
        EveryPage page = EveryPage.named(name);
        return terminal.presenter(KioskGeometry.PORTRAIT)
                .present(page.state(), page.now())
                .alert()
                .orElseThrow()
                .text();
    }
}
