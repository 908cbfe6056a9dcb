package de.koblenz.kiosk.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.ui.KioskGeometry;
import de.koblenz.kiosk.citizen.ui.Screen;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Two persons in one form: each question and each answer says whose it is.
class PackageSectionsTest {
    private final TestTerminal terminal = CityServices.terminal(KioskGeometry.PORTRAIT);

    private static CityCitizen seeker() {
        return CityCitizen.all()
                .filter(each -> each.service().equals("melderegisterauskunft-einfach"))
                .findFirst()
                .orElseThrow();
    }

    /// Sections by question, and what check-answers says.
    private Map<String, String> walk(List<Screen.SummaryRow> rows) {
        Map<String, String> sections = new LinkedHashMap<>();
        new PackageCitizen(terminal, seeker())
                .order(screen -> {
                    sections.put(
                            screen.key().substring(screen.key().lastIndexOf('.') + 1),
                            screen.section());
                    if (rows.isEmpty()) {
                        collect(screen, rows);
                    }
                });
        return sections;
    }

    private void collect(Screen screen, List<Screen.SummaryRow> rows) {
        if (screen.body() instanceof Screen.Summary summary && !rows.containsAll(summary.rows())) {
            rows.addAll(summary.rows());
            summary.more()
                    .ifPresent(more -> {
                        terminal.touch(more.id());
                        collect(terminal.screen(), rows);
                    });
        }
    }

    @Test
    void questionsAndAnswersStandUnderThePersonWhomTheyAreAbout() {
        List<Screen.SummaryRow> rows = new ArrayList<>();
        Map<String, String> sections = walk(rows);
        assertTrue(sections.containsValue("Die gesuchte Person"), sections.toString());
        List<String> headings =
                rows.stream()
                        .filter(row -> row.label().isEmpty())
                        .map(Screen.SummaryRow::value)
                        .toList();
        assertTrue(
                headings.containsAll(List.of("Über Sie", "Die gesuchte Person")),
                headings.toString());
    }

    /// "Geburtsdatum" above "Wann sind Sie geboren?" says nothing.
    @Test
    void aGroupThatIsOnePageIsNoHeading() {
        terminal.send(new SessionEvent.ServiceChosen("hund-anmelden"));
        for (int i = 0; i < 20 && !terminal.screen().key().endsWith("F60000000231"); i++) {
            switch (terminal.screen().body()) {
                case Screen.TextEntry(Screen.Entry entry) -> terminal.type(entry.target(), "Erika");
                case Screen.Choices _ when terminal.screen().key().equals("identity") ->
                        terminal.touch("identity.HAND");
                default -> {}
            }
            terminal.touch("next");
        }
        assertEquals("Über Sie", terminal.screen().section());
    }
}
