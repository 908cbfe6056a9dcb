package de.koblenz.kiosk.citizen.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import de.koblenz.kiosk.citizen.TestCitizens;
import de.koblenz.kiosk.citizen.TestTerminal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is answered on the pages of questions.
class AnsweringTest {
    private static final String GIVEN_NAMES = "question.bewohnerparkausweis.given-names";
    private static final String BIRTH_DATE = "question.bewohnerparkausweis.birth-date";
    private static final String OWNER = "question.bewohnerparkausweis.owner";
    private static final String DECLARATION = "question.bewohnerparkausweis.declaration";

    private final TestTerminal terminal = TestTerminal.open();

    private String page() {
        return terminal.screen().key();
    }

    private String error() {
        return terminal.guided().error().map(Guided.PageError::code).orElse("");
    }

    private void send(SessionEvent event) {
        terminal.send(event);
    }

    private void back() {
        terminal.touch("back");
    }

    private void next() {
        terminal.touch("next");
    }

    @Test
    void answersThatDoNotFitTheirEntryAreDropped() {
        terminal.follow(TestCitizens.resident(), GIVEN_NAMES);
        Guided before = terminal.guided();
        send(new SessionEvent.Entered("applicant.givenNames", "x".repeat(81)));
        send(new SessionEvent.Entered("applicant.familyName", "not asked on this page"));
        send(new SessionEvent.OptionChosen("applicant.givenNames", "no choice"));
        send(new SessionEvent.Counted("adult", 1));
        assertEquals(before, terminal.guided());
    }

    @Test
    void onlyCodesOfTheQuestionCanBeChosen() {
        terminal.follow(TestCitizens.resident(), OWNER);
        send(new SessionEvent.OptionChosen("vehicle.owner", "my aunt"));
        send(new SessionEvent.Entered("vehicle.owner", ""));
        assertFalse(terminal.guided().drafts().containsKey("vehicle.owner"));
    }

    @Test
    void aDeclarationCanBeTakenBack() {
        terminal.follow(TestCitizens.resident(), DECLARATION);
        next();
        assertEquals("FIELD-CONSENT", error());
        terminal.touch("option.true");
        assertEquals("", error());
        terminal.touch("option.true");
        next();
        assertEquals("FIELD-CONSENT", error());
        terminal.touch("option.true");
        next();
        assertEquals("copy", page());
    }

    @Test
    void theErrorStaysWhileTheCitizenCorrects() {
        terminal.follow(TestCitizens.resident(), GIVEN_NAMES);
        next();
        assertEquals("FIELD-REQUIRED", error());
        terminal.type("applicant.givenNames", "Erika");
        assertEquals("FIELD-REQUIRED", error());
        next();
        assertEquals("question.bewohnerparkausweis.family-name", page());
    }

    @Test
    void aFullDayLeadsToTheMonthAndAFullMonthToTheYear() {
        terminal.follow(TestCitizens.resident(), BIRTH_DATE);
        terminal.type("applicant.birthDate#0", "1");
        assertEquals(0, terminal.guided().focused());
        terminal.type("applicant.birthDate#0", "12");
        assertEquals(1, terminal.guided().focused());
        terminal.type("applicant.birthDate#1", "08");
        assertEquals(2, terminal.guided().focused());
        terminal.type("applicant.birthDate#2", "1964");
        assertEquals(2, terminal.guided().focused());
        // Taking a digit away is no reason to leave.
        terminal.type("applicant.birthDate#0", "1");
        assertEquals(0, terminal.guided().focused());
    }

    @Test
    void theFocusGoesWhereItIsPut() {
        terminal.follow(TestCitizens.resident(), BIRTH_DATE);
        send(new SessionEvent.PartFocused("applicant.birthDate#2", 0));
        assertEquals(2, terminal.guided().focused());
        send(new SessionEvent.PartFocused("applicant.birthDate", 1));
        assertEquals(1, terminal.guided().focused());
        send(new SessionEvent.PartFocused("applicant.birthDate", 77));
        send(new SessionEvent.PartFocused("vehicle.length", 0));
        assertEquals(1, terminal.guided().focused());
    }

    @Test
    void anAnswerMakesAQuestionComeAndGo() {
        terminal.follow(TestCitizens.resident(), OWNER);
        terminal.touch("option.other");
        next();
        assertEquals("question.bewohnerparkausweis.permission", page());
        back();
        terminal.touch("option.self");
        next();
        assertEquals("question.bewohnerparkausweis.length", page());
    }

    @Test
    void whatWasChangedAtTheEndLeadsBackToTheEnd() {
        terminal.follow(TestCitizens.resident(), "check");
        send(new SessionEvent.ChangePressed("question:given-names"));
        terminal.type("applicant.givenNames", "Erika Maria");
        next();
        assertEquals("check", page());
        assertEquals(
                Optional.of("Erika Maria"), terminal.guided().data().value("applicant.givenNames"));
    }

    @Test
    void backFromAChangeLeadsBackToTheEndAsWell() {
        terminal.follow(TestCitizens.resident(), "check");
        Guided before = terminal.guided();
        send(new SessionEvent.ChangePressed("question:width"));
        back();
        assertEquals("check", page());
        assertEquals(before, terminal.guided());
    }

    @Test
    void aChangeThatOpensAQuestionLeadsThereFirst() {
        terminal.follow(TestCitizens.resident(), "check");
        send(new SessionEvent.ChangePressed("question:owner"));
        terminal.touch("option.company");
        next();
        assertEquals("question.bewohnerparkausweis.permission", page());
        terminal.touch("option.true");
        next();
        assertEquals("check", page());
    }

    @ParameterizedTest
    @ValueSource(strings = {"order", "check-answers", "question:permission", "question:nothing"})
    void onlyPagesThatAreThereCanBeChanged(String key) {
        terminal.follow(TestCitizens.resident(), "check");
        send(new SessionEvent.ChangePressed(key));
        assertEquals("check", page());
    }
}
