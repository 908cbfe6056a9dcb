package de.koblenz.kiosk.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class EveryPageTest {
    @Test
    void noTwoPagesHaveOneName() {
        List<String> names = EveryPage.all().stream().map(EveryPage::name).toList();
        Set<String> unique = new TreeSet<>(names);
        assertEquals(unique.size(), names.size());
        assertTrue(
                unique.containsAll(
                        List.of("start", "card.consent", "staff.menu", "outOfService.code")));
    }
}
