package de.koblenz.kiosk.citizen.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.ScreenParts;
import de.koblenz.kiosk.citizen.TestTerminal;
import de.koblenz.kiosk.citizen.WideForm;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.text.Formats;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Repeated groups, long lists, documents and long words on the way through a form.
class GuidanceTest {
    private static final String PAGE = "question." + WideForm.ID + ".";

    private final TestTerminal terminal = TestTerminal.open();

    @BeforeEach
    void open() {
        terminal.send(new SessionEvent.ServiceChosen(WideForm.ID));
        terminal.send(new SessionEvent.ServiceStarted());
    }

    private void turnTo(String page) {
        terminal.send(new SessionEvent.ChangePressed(Positions.of(page)));
    }

    private String page() {
        return terminal.screen().key().replace(PAGE, "");
    }

    private String error() {
        return terminal.guided().error().map(Guided.PageError::code).orElse("");
    }

    private List<String> dogs() {
        return terminal.guided().data().instances(FieldPath.of("dogs"));
    }

    private void dog(String instance, String name) {
        terminal.touch("add");
        terminal.type("dogs[" + instance + "].name", name);
        terminal.touch("next");
        terminal.type("dogs[" + instance + "].chip", "276098102345678");
        terminal.touch("next");
    }

    private List<Screen.Instance> rows() {
        return assertInstanceOf(Screen.Instances.class, terminal.screen().body()).instances();
    }

    private String note() {
        return Formats.plain(rows().getFirst().note());
    }

    // ---- groups

    @Test
    void anInstanceIsGoneThroughAndLeadsBackToItsGroup() {
        turnTo("dogs");
        terminal.touch("add");
        assertEquals("dogs-name", page());
        assertEquals("Hund 1", terminal.screen().section());
        terminal.type("dogs[a1].name", "Bello");
        terminal.touch("next");
        assertEquals("dogs-chip", page());
        terminal.type("dogs[a1].chip", "276098102345678");
        terminal.touch("next");
        assertEquals("dogs", page());
        assertEquals("Bello · 276098102345678", note());
    }

    @Test
    void onwardsBeginsTheFirstOfAGroupThatMayNotStayEmpty() {
        turnTo("dogs");
        terminal.touch("next");
        assertEquals("dogs-name", page());
        assertEquals(List.of("a1"), dogs());
    }

    @Test
    void aGroupThatMayStayEmptyIsPassed() {
        turnTo("children");
        terminal.send(new SessionEvent.BackPressed());
        assertEquals("reason", page());
        terminal.type("reason", "Umzug");
        terminal.touch("next");
        assertEquals("children", page());
        terminal.touch("next");
        assertEquals("dogs", page());
    }

    @Test
    void anUnfinishedInstanceIsFinishedBeforeTheGroupIsLeft() {
        turnTo("dogs");
        terminal.touch("add");
        terminal.touch("back");
        assertEquals("Hier fehlt noch etwas.", rows().getFirst().note());
        terminal.touch("next");
        assertEquals("dogs-name", page());
        terminal.touch("next");
        assertEquals("FIELD-REQUIRED", error());
    }

    @Test
    void anInstanceIsOnlyTakenAwayWhenTheCitizenIsSure() {
        turnTo("dogs");
        dog("a1", "Bello");
        dog("a2", "Waldi");
        terminal.touch("remove.a1");
        assertEquals("„Hund 1“ entfernen?", terminal.screen().title());
        terminal.touch("back");
        assertEquals(List.of("a1", "a2"), dogs());
        terminal.touch("remove.a1");
        terminal.touch("next");
        assertEquals(List.of("a2"), dogs());
        assertEquals("Hund 1", rows().getFirst().label());
        assertTrue(note().startsWith("Waldi"));
        assertFalse(terminal.guided().drafts().containsKey("dogs[a1].name"));
    }

    @Test
    void aNewInstanceNeverShowsTheAnswersOfOneThatIsGone() {
        turnTo("dogs");
        dog("a1", "Bello");
        terminal.touch("remove.a1");
        terminal.touch("next");
        terminal.touch("add");
        assertEquals(List.of("a2"), dogs());
        assertEquals("", ScreenParts.entries(terminal.screen()).getFirst().value());
    }

    @Test
    void noMoreInstancesThanAllowedCanBeAdded() {
        turnTo("children");
        for (int i = 0; i < 3; i++) {
            terminal.touch("add");
            terminal.touch("back");
        }
        assertEquals(Optional.empty(), ScreenParts.control(terminal.screen(), "add"));
        assertTrue(terminal.screen().hint().contains("Mehr als 3"));
        terminal.send(new SessionEvent.InstanceAdded());
        assertEquals(3, rows().size());
    }

    @Test
    void groupsInGroupsLeadBackStepByStep() {
        turnTo("children");
        terminal.touch("add");
        terminal.type("children[a1].name", "Mia");
        terminal.touch("next");
        terminal.touch("next");
        assertEquals("children-schools", page());
        assertEquals("Kind 1", terminal.screen().section());
        terminal.touch("add");
        terminal.type("children[a1].schools[a1].name", "Goethe-Schule");
        terminal.touch("next");
        terminal.type("children[a1].schools[a1].bell#0", "8");
        terminal.type("children[a1].schools[a1].bell#1", "5");
        terminal.touch("next");
        assertEquals("children-schools", page());
        assertEquals("Goethe-Schule · 08:05", note());
        terminal.touch("next");
        assertEquals("children", page());
        assertEquals("Mia", note());
    }

    @Test
    void backFromBehindAGroupLeadsToTheGroup() {
        turnTo("dogs");
        dog("a1", "Bello");
        terminal.touch("next");
        turnTo("proof");
        terminal.touch("back");
        assertEquals("dogs", page());
    }

    @Test
    void foreignInstancesAreNotOpened() {
        turnTo("dogs");
        dog("a1", "Bello");
        Guided before = terminal.guided();
        terminal.send(new SessionEvent.InstanceOpened("a7"));
        terminal.send(new SessionEvent.RemovalAsked("../a1"));
        assertEquals(before, terminal.guided());
    }

    // ---- long lists

    private List<String> hits() {
        return assertInstanceOf(Screen.Search.class, terminal.screen().body()).hits().stream()
                .map(hit -> hit.control().label())
                .toList();
    }

    @Test
    void aLongListIsSearchedByBeginningsThenByWordsThenByLetters() {
        turnTo("country");
        terminal.type("search", "her");
        assertEquals(List.of("Bosnien und Herzegowina"), hits());
        terminal.type("search", "österr");
        assertEquals(List.of("Österreich"), hits());
        terminal.type("search", "OSTERR");
        assertEquals(List.of("Österreich"), hits());
        terminal.type("search", "reich");
        assertEquals(List.of("Frankreich", "Österreich", "Vereinigtes Königreich"), hits());
    }

    @Test
    void oneWrongLetterIsForgiven() {
        turnTo("country");
        terminal.type("search", "Rumenien");
        assertEquals(List.of("Rumänien"), hits());
        terminal.type("search", "Portgal");
        assertEquals(List.of("Portugal"), hits());
        terminal.type("search", "Niedrelande");
        assertEquals(List.of("Niederlande"), hits());
        terminal.type("search", "Atlantis");
        assertEquals(List.of(), hits());
    }

    @Test
    void oneTouchChoosesInTheSearchAndInTheList() {
        turnTo("country");
        terminal.type("search", "polen");
        terminal.touch(
                assertInstanceOf(Screen.Search.class, terminal.screen().body())
                        .hits()
                        .getFirst()
                        .control()
                        .id());
        assertEquals("Gewählt: Polen.", terminal.screen().hint());
        terminal.touch("hits");
        terminal.send(new SessionEvent.SearchOpened());
        terminal.type("search", "");
        terminal.touch("hits");
        terminal.touch("more");
        Screen.CodePage list = assertInstanceOf(Screen.CodePage.class, terminal.screen().body());
        assertEquals(6, list.choices().size());
        assertEquals("Seite 2 von 6. Gewählt: Polen.", terminal.screen().hint());
        terminal.touch(list.choices().getFirst().control().id());
        assertTrue(terminal.screen().hint().startsWith("Seite 2 von 6. Gewählt: Dänemark"));
        terminal.touch("earlier");
        assertTrue(terminal.screen().hint().startsWith("Seite 1 von 6."));
    }

    @Test
    void codesThatTheListHasNotAreNotChosen() {
        turnTo("country");
        terminal.send(new SessionEvent.OptionChosen("country", "c99999"));
        terminal.send(new SessionEvent.Entered("country", "c1"));
        assertEquals(
                Optional.empty(), Optional.ofNullable(terminal.guided().drafts().get("country")));
        terminal.send(new SessionEvent.Entered("search", "x".repeat(61)));
        assertEquals("", terminal.guided().sight().sought());
    }

    // ---- documents, what is free

    @Test
    void aDocumentThatMustBeHandedInIsNeverPassedOver() {
        turnTo("proof");
        terminal.touch("next");
        assertEquals("FIELD-ATTACHMENT", error());
        assertTrue(terminal.screen().alert().orElseThrow().text().contains("nachreichen"));
        terminal.touch("option.later");
        terminal.touch("next");
        assertEquals("", error());
    }

    @Test
    void whatIsFreeSaysSoAndCanBeTakenBack() {
        turnTo("colour");
        assertTrue(terminal.screen().hint().contains("freiwillig"));
        terminal.touch("option.c1");
        terminal.touch("option.c1");
        assertEquals("", terminal.guided().drafts().get("colour"));
    }

    // ---- words

    @Test
    void whatDoesNotFitBesideTheQuestionStandsUnderHelp() {
        turnTo("reason");
        terminal.type("reason", "Umzug");
        assertTrue(terminal.screen().hint().endsWith("Mehr dazu unter „Hilfe“."));
        terminal.touch("help");
        terminal.touch("explanation");
        assertEquals("explanation", terminal.screen().key());
        terminal.touch("more");
        terminal.touch("back");
        assertEquals("reason", page());
        assertEquals("Umzug", ScreenParts.entries(terminal.screen()).getFirst().value());
    }

    @Test
    void aGroupIsExplainedWhereItBegins() {
        turnTo("person-name");
        assertEquals("Angaben zur Person", terminal.screen().section());
        assertTrue(terminal.screen().hint().startsWith("Gemeint ist die Person"));
        turnTo("person-born");
        assertFalse(terminal.screen().hint().contains("Gemeint ist die Person"));
    }
}
