package de.koblenz.kiosk.service.fim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.koblenz.kiosk.config.Place;
import de.koblenz.kiosk.service.fim.ImportNote.Weight;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Of too many notes those that block are kept.
class ImportNotesTest {
    private static final Place PLACE = new Place("x.xml", 1, 1);

    private static ImportNotes with(int count, Weight weight) {
        ImportNotes notes = new ImportNotes();
        for (int i = 0; i < count; i++) {
            notes.add(weight, "F1", PLACE, "something", "FIM-TYPE");
        }
        return notes;
    }

    private static List<Weight> first(ImportNotes notes) {
        return notes.sorted().stream().limit(2).map(ImportNote::weight).toList();
    }

    @Test
    void whatBlocksIsNotHiddenBehindTheRest() {
        ImportNotes notes = with(2_500, Weight.TOLD);
        notes.add(Weight.BLOCKING, "F2", PLACE, "left out", "FIM-TYPE");
        assertEquals(List.of(Weight.BLOCKING, Weight.TOLD), first(notes));
        assertEquals(2_002, notes.sorted().size());
    }

    @Test
    void whatIsNotKeptWeighsAsItsHeaviest() {
        ImportNotes notes = with(9_000, Weight.BLOCKING);
        assertEquals(4_001, notes.sorted().size());
        assertEquals(
                Weight.BLOCKING,
                notes.sorted().stream()
                        .filter(note -> note.problem().code().equals("FIM-MORE"))
                        .findFirst()
                        .orElseThrow()
                        .weight());
    }
}
