package de.koblenz.kiosk.citizen.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.ui.Screen.Line;
import de.koblenz.kiosk.citizen.ui.Screen.Line.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Longer texts on several pages.
class ReadingPagesTest {
    private static final ReadingPages LARGE =
            new ReadingPages(
                    new ScreenLook(KioskGeometry.PORTRAIT, false, true, false, false, "de", false));

    private static final Line FEES = Line.of(Kind.HEADING, "Gebühren");
    private static final Line ALWAYS = Line.of(Kind.SUBHEADING, "Immer");

    private static List<Line> items(int count) {
        List<Line> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(Line.of(Kind.ITEM, "Unterlage Nummer " + i));
        }
        return items;
    }

    @Test
    void whatFitsIsOnePage() {
        List<Line> lines = new ArrayList<>(List.of(FEES));
        lines.addAll(items(3));
        assertEquals(List.of(lines), LARGE.of(lines));
    }

    @Test
    void everyLineIsReadOnceInItsOrder() {
        List<Line> lines = items(50);
        assertEquals(lines, LARGE.of(lines).stream().flatMap(List::stream).toList());
    }

    @Test
    void aHeadingIsNeverTheLastOfAPage() {
        for (int before = 1; before < 40; before++) {
            List<Line> lines = new ArrayList<>(items(before));
            lines.add(FEES);
            lines.add(ALWAYS);
            lines.addAll(items(20));
            for (List<Line> page : LARGE.of(lines)) {
                assertFalse(page.getLast().heading(), before + " before");
            }
        }
    }

    @Test
    void whatGoesOnOnTheNextPageHasItsHeadingsThere() {
        List<Line> lines = new ArrayList<>(List.of(FEES, ALWAYS));
        lines.addAll(items(40));
        List<List<Line>> pages = LARGE.of(lines);
        assertTrue(pages.size() > 1);
        pages.forEach(page -> assertEquals(List.of(FEES, ALWAYS), page.subList(0, 2)));
    }

    @Test
    void headingsWithNothingBelowThemAreReadToo() {
        assertEquals(
                List.of(List.of(FEES, ALWAYS, Line.of(Kind.SUBHEADING, "12 €"))),
                LARGE.of(List.of(FEES, ALWAYS, Line.of(Kind.SUBHEADING, "12 €"))));
    }

    @Test
    void aParagraphLongerThanAPageIsCutBehindASentence() {
        String sentence = "Wer umzieht, meldet sich binnen zwei Wochen an. ";
        List<List<Line>> pages =
                LARGE.of(List.of(FEES, Line.of(Kind.PARAGRAPH, sentence.repeat(60).strip())));
        assertTrue(pages.size() > 2, pages.toString());
        pages.forEach(page -> assertTrue(page.getLast().text().endsWith("an."), page.toString()));
    }
}
