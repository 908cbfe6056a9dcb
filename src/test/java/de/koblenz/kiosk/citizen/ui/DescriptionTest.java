package de.koblenz.kiosk.citizen.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.CityServices;
import de.koblenz.kiosk.citizen.ShippedKiosk;
import de.koblenz.kiosk.citizen.TestTerminal;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.service.fim.LeistungTexts;
import de.koblenz.kiosk.service.fim.LeistungTexts.Module;
import de.koblenz.kiosk.service.fim.TextBlock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a description of the federation says on the screen.
class DescriptionTest {
    private static final ScreenLook LOOK =
            new ScreenLook(KioskGeometry.PORTRAIT, false, false, false, false, "en", false);

    private static List<String> english(Map<Module, Map<String, List<TextBlock>>> texts) {
        return new Description(
                        Words.of("en", ShippedKiosk.CONFIG.english()),
                        LOOK,
                        new LeistungTexts("1", List.of(), texts, List.of()))
                .lines().stream().map(DescriptionTest::marked).toList();
    }

    private static String marked(Screen.Line line) {
        return switch (line.kind()) {
                    case HEADING -> "# ";
                    case SUBHEADING -> "## ";
                    case PARAGRAPH -> "";
                    case ITEM -> "-".repeat(line.depth()) + " ";
                }
                + line.text();
    }

    private static List<TextBlock> text(String words) {
        return List.of(new TextBlock.Paragraph(words));
    }

    @Test
    void everyModuleStandsUnderItsNameInTheOrderOfPeople() {
        assertEquals(
                List.of(
                        "# Documents",
                        "- passport",
                        "- photo",
                        "# Fees",
                        "10 €",
                        "# Deadlines",
                        "soon"),
                english(
                        Map.of(
                                Module.DEADLINES, Map.of("en", text("soon")),
                                Module.FEES, Map.of("en", text("10 €"), "de", text("10 Euro")),
                                Module.DOCUMENTS,
                                        Map.of(
                                                "en",
                                                List.of(
                                                        new TextBlock.Item("passport", 1),
                                                        new TextBlock.Item("photo", 1))))));
    }

    @Test
    void whatIsThereInGermanOnlyIsShownAndSaidToBe() {
        assertEquals(
                List.of("This description is available in German only.", "# Fees", "10 Euro"),
                english(Map.of(Module.FEES, Map.of("de", text("10 Euro")))));
        assertEquals(
                List.of(
                        "Part of this description is available in German only.",
                        "# Documents",
                        "passport",
                        "# Fees",
                        "10 Euro"),
                english(
                        Map.of(
                                Module.FEES, Map.of("de", text("10 Euro")),
                                Module.DOCUMENTS, Map.of("en", text("passport")))));
    }

    @Test
    void headingsWithinAModuleStandBelowItsName() {
        assertEquals(
                List.of("# Documents", "## Always", "- passport", "-- or identity card", "## Fee"),
                english(
                        Map.of(
                                Module.DOCUMENTS,
                                Map.of(
                                        "en",
                                        List.of(
                                                new TextBlock.Heading("Always"),
                                                new TextBlock.Item("passport", 1),
                                                new TextBlock.Item("or identity card", 2),
                                                new TextBlock.Heading("Fee"))))));
    }

    @Test
    void namesAloneAreNoDescription() {
        assertFalse(
                Description.says(
                        new LeistungTexts(
                                "1",
                                List.of(),
                                Map.of(Module.NAME, Map.of("de", text("Hund"))),
                                List.of())));
    }

    @Test
    void itIsLeafedThroughFromThePageOfTheServiceAndBack() {
        TestTerminal terminal = CityServices.terminal(KioskGeometry.PORTRAIT);
        terminal.send(new SessionEvent.ServiceChosen("hund-anmelden"));
        terminal.send(new SessionEvent.LanguageChosen("en"));
        terminal.touch("more");
        List<String> said = new ArrayList<>();
        Screen first = terminal.screen();
        do {
            Screen.Reading page = assertInstanceOf(Screen.Reading.class, terminal.screen().body());
            page.lines().forEach(line -> said.add(marked(line)));
            terminal.send(new SessionEvent.MorePressed());
        } while (!terminal.screen().equals(first));
        assertTrue(
                Collections.indexOfSubList(
                                said, List.of("# Documents", "- Pet passport with the chip number"))
                        >= 0,
                said.toString());
        assertTrue(
                Collections.indexOfSubList(
                                said,
                                List.of("# Deadlines", "Within 14 days after you took in the dog."))
                        >= 0,
                said.toString());
        terminal.touch("back");
        assertEquals("service.hund-anmelden", terminal.screen().key());
    }
}
