package de.koblenz.kiosk.service.fim.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.service.fim.ImportNote.Weight;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An overlay takes nothing away that the schema requires without saying who decided it.
class WeakerOverlayTest {
    private static final String CONDITION = "{at: F99000000005, visible: F99000000002 = false}";
    private static final String DECISION =
            "{element: F99000000006, code: FIM-TYPE, because: Den Lageplan hat das Steueramt.}";

    @TempDir Path services;

    private ServicePackage with(String piece, String by) {
        return SamplePackage.in(services).overlay(piece, by).read();
    }

    private static List<String> codes(ServicePackage read) {
        return read.problems().stream().map(problem -> problem.code()).toList();
    }

    private static boolean told(ServicePackage read) {
        return read.notes().stream()
                .anyMatch(note ->
                        note.weight() == Weight.CHANGED
                                && note.problem().code().equals("PKG-WEAKER"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at: F99000000003, required: never",
                "at: F99000000005, visible: never",
                "at: F99000000005, visible: never, because: ' '"
            })
    void whatIsTakenAwayNeedsAReason(String condition) {
        ServicePackage silent = with(CONDITION, "{" + condition + "}");
        assertEquals(List.of("PKG-WEAKER"), codes(silent).stream().distinct().toList());
        assertTrue(told(silent));
    }

    @Test
    void aReasonOrARuleOfTheSchemaIsEnoughAndStandsInTheReport() {
        for (String reason : List.of("because: Das Steueramt weiß es.", "for: R99000000002")) {
            ServicePackage read =
                    SamplePackage.in(services.resolve(reason.substring(0, 3)))
                            .overlay(
                                    CONDITION,
                                    "{at: F99000000003, required: never, " + reason + "}")
                            .read();
            assertEquals(List.of(), codes(read), reason);
            assertTrue(told(read));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at: F99000000003, required: F99000000002 = true",
                "at: F99000000003, visible: F99000000002 = true",
                "at: G99000000010, visible: F99000000002 = true"
            })
    void whatIsAskedUnderAConditionStandsInTheReport(String condition) {
        assertTrue(told(with(CONDITION, "{" + condition + "}")));
    }

    @Test
    void whatTheSchemaLeavesOpenNeedsNone() {
        ServicePackage read = with(CONDITION, "{at: F99000000003, required: always}");
        assertEquals(List.of(), codes(read));
        assertFalse(told(read));
    }

    /// Two places of one element are two notes.
    @Test
    void aDecisionDecidesAsManyNotesAsItSays() {
        ServicePackage read = with(DECISION, DECISION.replace("}", ", times: 2}"));
        assertEquals(List.of("PKG-DECISION"), codes(read));
    }
}
