package de.koblenz.kiosk.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.run.CardWork;
import de.koblenz.kiosk.citizen.session.CardStep;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.device.card.CardReader;
import de.koblenz.kiosk.device.sim.card.Persona;
import de.koblenz.kiosk.device.sim.card.Personas;
import de.koblenz.kiosk.eid.EntryNote;
import de.koblenz.kiosk.eid.PinStep;
import de.koblenz.kiosk.eid.data.DataGroup;
import de.koblenz.kiosk.eid.secret.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Citizens with every kind of card, from the first touch to the end, through the real card desk and protocols.
class CardJourneysTest {
    private static final String PIN = "123456";
    private static final String CAN = "500540";

    private final LiveCard live = new LiveCard();

    @AfterEach
    void close() {
        live.close();
    }

    static List<Persona> personas() {
        return Personas.all();
    }

    private String answer(String path) {
        return live.terminal.guided().data().value(path).orElse("");
    }

    // ---- identification

    @ParameterizedTest
    @MethodSource("personas")
    void everyPersonaComesToAnEndThatSaysHowItGoesOn(Persona persona) {
        live.identifies();
        live.sees("card.lay");
        live.lays(persona);
        switch (persona.key()) {
            case "blocked" -> {
                live.sees("card.failed.EID-PIN-BLOCKED");
                assertTrue(ScreenParts.control(live.terminal.screen(), "pin.UNBLOCK").isPresent());
            }
            case "deactivated" -> live.sees("card.failed.EID-CARD-DEACTIVATED");
            case "transport-pin" -> {
                live.sees("card.entry.PIN");
                live.enters("12345");
                Screen shown = live.sees("the word about it", screen -> screen.alert().isPresent());
                assertEquals("card.entry.PIN", shown.key());
                assertTrue(shown.hint().contains("3 Versuche"), shown.hint());
            }
            case "suspended" -> {
                live.sees("card.entry.CAN");
                live.enters(CAN);
                live.sees("card.entry.PIN");
                live.enters(PIN);
                live.sees("card.read");
            }
            case "expired" -> {
                live.sees("card.entry.PIN");
                live.enters(PIN);
                live.sees("card.failed.EID-CARD-EXPIRED");
            }
            default -> {
                live.sees("card.entry.PIN");
                live.enters(PIN);
                live.sees("card.read");
                live.terminal.touch("next");
                assertTrue(live.terminal.screen().key().startsWith("question."));
                assertEquals(persona.name().family(), answer("applicant.familyName"));
                assertEquals(Optional.empty(), live.terminal.session().card());
            }
        }
    }

    @Test
    void whatTheCardSaysIsNotAskedAndNotChanged() {
        live.identifies();
        live.lays(Personas.ORDINARY);
        live.sees("card.entry.PIN");
        live.enters(PIN);
        Screen read = live.sees("card.read");
        assertFalse(ScreenParts.texts(read).toString().contains("Mustermann"), "shortened");
        live.terminal.touch("look.FULL");
        assertTrue(ScreenParts.texts(live.terminal.screen()).toString().contains("Mustermann"));
        live.terminal.touch("look.USUAL");
        live.terminal.touch("next");
        assertEquals("question.bewohnerparkausweis.zone", live.terminal.screen().key());
        assertEquals("Erika", answer("applicant.givenNames"));
        assertEquals("1964-08-12", answer("applicant.birthDate"));
        assertEquals("Lindenallee", answer("address.street"));
        assertEquals("7", answer("address.houseNumber"));
        assertEquals("56068", answer("address.postcode"));
        live.terminal.send(new SessionEvent.Entered("applicant.familyName", "Anders"));
        assertEquals("Mustermann", answer("applicant.familyName"));
        live.terminal.follow(TestCitizens.resident(), "check");
        assertEquals(
                Optional.empty(),
                ScreenParts.control(live.terminal.screen(), "change.applicant.familyName"));
    }

    @Test
    void onlyTheYearOfBirthIsKnownSoTheDateIsAsked() {
        live.identifies();
        live.lays(Personas.PARTIAL_BIRTH);
        live.sees("card.entry.PIN");
        live.enters(PIN);
        live.sees("card.read");
        live.terminal.touch("next");
        // This card has no given names either.
        assertEquals("question.bewohnerparkausweis.given-names", live.terminal.screen().key());
        assertEquals("", answer("applicant.birthDate"));
    }

    @Test
    void whatIsNotLetBeReadIsAskedByHand() {
        live.terminal.send(new SessionEvent.ServiceChosen("bewohnerparkausweis"));
        live.terminal.touch("next");
        live.terminal.touch("identity.CARD");
        live.terminal.touch("next");
        live.sees("card.consent");
        live.terminal.touch("group.DATE_OF_BIRTH");
        live.terminal.touch("next");
        live.lays(Personas.ORDINARY);
        live.sees("card.entry.PIN");
        live.enters(PIN);
        Screen read = live.sees("card.read");
        assertFalse(ScreenParts.texts(read).toString().contains("Geburtsdatum"));
        live.terminal.touch("next");
        assertEquals("question.bewohnerparkausweis.birth-date", live.terminal.screen().key());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5, 8, 12, 16, 20})
    void aCardPulledWhileItIsReadIsLaidOnAgainAndRead(int commands) {
        live.identifies();
        live.lays(Personas.ORDINARY);
        live.sees("card.entry.PIN");
        live.reader.takeAfter(commands);
        live.enters(PIN);
        live.sees("card.failed.EID-CARD-REMOVED");
        live.sees("the reader to be empty", _ -> !lies());
        live.lays(Personas.ORDINARY);
        live.sees("card.entry.PIN");
        live.enters(PIN);
        live.sees("card.read");
    }

    private boolean lies() {
        return live.terminal.state().devices().values().stream()
                .anyMatch(health -> "present".equals(health.details().get("media")));
    }

    @Test
    void aCardTakenAwayWhileItsPinIsTypedIsMissedAtOnceAndNothingTypedIsKept() {
        live.identifies();
        live.lays(Personas.ORDINARY);
        live.sees("card.entry.PIN");
        live.types("1234");
        live.reader.take();
        live.sees("card.failed.EID-CARD-REMOVED");
        live.lays(Personas.ORDINARY);
        Screen again = live.sees("card.entry.PIN");
        assertEquals(0, ((Screen.PinEntry) again.body()).count());
        live.enters(PIN);
        live.sees("card.read");
    }

    @Test
    void aReaderThatIsUnpluggedAndPluggedInAgainGoesOn() {
        live.identifies();
        live.sees("card.lay");
        live.service.unplug(live.reader);
        live.sees("card.failed.EID-READER-GONE");
        live.service.plug(live.reader);
        live.sees("card.lay");
        live.service.stop();
        live.sees("card.failed.EID-SERVICE-GONE");
        live.service.start();
        live.sees("card.lay");
        live.lays(Personas.ORDINARY);
        live.sees("card.entry.PIN");
    }

    @Test
    void theThirdTryComesOnlyAfterTheCan() {
        live.identifies();
        live.lays(Personas.ORDINARY);
        live.sees("card.entry.PIN");
        live.enters("111111");
        Screen second = live.sees("the second try", screen -> screen.alert().isPresent());
        assertTrue(second.hint().contains("2 Versuche"), second.hint());
        live.enters("222222");
        Screen can = live.sees("card.entry.CAN");
        assertTrue(((Screen.PinEntry) can.body()).picture(), "where the CAN stands");
        live.enters("000000");
        Screen wrong =
                live.sees(
                        "wrong CAN",
                        screen ->
                                screen.alert()
                                        .filter(a -> a.text().contains("CAN war"))
                                        .isPresent());
        assertEquals("card.entry.CAN", wrong.key());
        live.enters(CAN);
        Screen last = live.sees("card.entry.PIN");
        assertTrue(last.hint().contains("1 Versuch"), last.hint());
        live.enters("333333");
        live.sees("card.failed.EID-PIN-BLOCKED");
        live.terminal.touch("pin.UNBLOCK");
        live.sees("card.entry.PUK");
        live.enters("9876543210");
        live.sees("card.done.unblocked");
        live.terminal.touch("next");
        assertEquals("identity", live.terminal.screen().key());
    }

    // ---- the PIN service

    @Test
    void theOnlineFunctionIsLookedAtWithoutCostingATry() {
        for (Persona persona : Personas.all()) {
            live.manages("LOOK");
            live.lays(persona);
            String state =
                    switch (persona.key()) {
                        case "suspended" -> "SUSPENDED";
                        case "blocked" -> "BLOCKED";
                        case "deactivated" -> "DEACTIVATED";
                        default -> "THREE_TRIES";
                    };
            live.sees("card.state." + state);
            live.terminal.touch("next");
            live.reader.take();
            live.sees("start");
        }
    }

    @Test
    void theFirstPinIsSetFromTheLetter() {
        live.manages("SET");
        live.lays(Personas.TRANSPORT_PIN);
        live.sees("card.entry.TRANSPORT_PIN");
        live.enters("12345");
        live.sees("card.entry.NEW_PIN");
        live.enters("271828");
        live.sees("card.entry.NEW_PIN.again");
        live.enters("271829");
        live.sees("different", screen -> screen.alert().isPresent());
        live.enters("271828");
        live.sees("card.entry.NEW_PIN.again");
        live.enters("271828");
        live.sees("card.done.set");
        live.terminal.touch("next");
        assertTrue(live.terminal.state().session().isEmpty());
        live.reader.take();
        live.sees("start");
        live.identifies();
        live.lays(Personas.TRANSPORT_PIN);
        live.sees("card.entry.PIN");
        live.enters("271828");
        live.sees("card.read");
    }

    @Test
    void aCardThatIsLeftBehindIsAskedToBeTakenAndStaffAreCalled() {
        live.manages("LOOK");
        live.lays(Personas.ORDINARY);
        live.sees("card.state.THREE_TRIES");
        live.terminal.touch("next");
        live.sees("card-left");
        live.terminal.send(new SessionEvent.Touched());
        assertTrue(live.terminal.state().session().isEmpty(), "nobody begins beside the card");
        live.terminal.pass(Duration.ofSeconds(62));
        assertTrue(live.terminal.state().cardLeft().orElseThrow().forStaff(live.terminal.steady()));
        live.reader.take();
        live.sees("start");
        assertEquals(Optional.empty(), live.terminal.state().cardLeft());
    }

    // ---- the reader's own keypad

    /// A dialogue whose reader has a keypad: the first time nothing is typed there.
    private static final class AtKeypad implements CardWork {
        private CardStep step = new CardStep.Managing(new PinStep.CardNeeded());
        private boolean asked;

        @Override
        public CardStep begin() {
            return step;
        }

        @Override
        public CardStep step() {
            return step;
        }

        @Override
        public CardStep agree(Set<DataGroup> chosen) {
            return step;
        }

        @Override
        public CardStep card(CardReader reader) {
            return needed(EntryNote.NONE);
        }

        private CardStep needed(EntryNote note) {
            step =
                    new CardStep.Managing(
                            new PinStep.PinNeeded(PinStep.PinNeeded.Kind.OWN, 3, note));
            return step;
        }

        @Override
        public boolean keypad() {
            return true;
        }

        @Override
        public CardStep atKeypad() {
            if (!asked) {
                asked = true;
                return needed(EntryNote.NOT_ENTERED);
            }
            step = new CardStep.Managing(new PinStep.PinSet());
            return step;
        }

        @Override
        public CardStep enter(Secret first, Secret last) {
            throw new AssertionError("typed on the screen");
        }

        @Override
        public void giveUp() {}

        @Override
        public void close() {}
    }

    @Test
    void whereTheReaderHasKeysThePinIsTypedThere() {
        try (LiveCard keypad = new LiveCard(_ -> Optional.of(new AtKeypad()))) {
            keypad.manages("CHANGE");
            keypad.sees("card.lay");
            keypad.lays(Personas.ORDINARY);
            Screen passed = keypad.sees("card.keypad.PIN.again");
            assertTrue(passed.alert().isPresent(), "that nothing was entered");
            keypad.terminal.touch("next");
            keypad.sees("card.done.set");
        }
    }

    // ---- what is typed

    @Test
    void coverAndTimeOutEraseWhatWasTyped() {
        live.manages("CHANGE");
        live.lays(Personas.ORDINARY);
        live.sees("card.entry.PIN");
        live.types("1234");
        live.terminal.step(false);
        live.sees("cover");
        live.terminal.touch("next");
        Screen shown = live.sees("card.entry.PIN");
        assertEquals(0, ((Screen.PinEntry) shown.body()).count());
        live.types("1234");
        live.terminal.pass(Duration.ofSeconds(61));
        live.sees("timeout");
        live.terminal.touch("next");
        shown = live.sees("card.entry.PIN");
        assertEquals(0, ((Screen.PinEntry) shown.body()).count());
    }

    @Test
    void theLanguageIsChangedWithoutLosingWhatWasTyped() {
        live.manages("CHANGE");
        live.lays(Personas.ORDINARY);
        live.sees("card.entry.PIN");
        live.types("123");
        for (String language : Set.copyOf(live.terminal.locales().tags())) {
            live.terminal.send(new SessionEvent.LanguageChosen(language));
            Screen shown = live.sees("card.entry.PIN");
            assertEquals(3, ((Screen.PinEntry) shown.body()).count());
        }
        live.types("456");
        live.terminal.touch("next");
        live.sees("card.entry.NEW_PIN");
    }

    @Test
    void keysThatArePressedWhenNothingIsAskedGoNowhere() {
        live.manages("CHANGE");
        live.sees("card.lay");
        live.lays(Personas.ORDINARY);
        live.sees("card.entry.PIN");
        live.enters("11111111111111");
        Screen shown = live.sees("wrong", screen -> screen.alert().isPresent());
        assertTrue(shown.hint().contains("2 Versuche"), "six of them were typed: " + shown.hint());
    }
}
