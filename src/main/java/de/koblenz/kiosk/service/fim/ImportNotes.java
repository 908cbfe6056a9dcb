package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.config.Place;
import java.util.ArrayList;
import java.util.List;

/// Collects notes; beyond [#MOST] it only counts, those that block beyond as many again. Not thread-safe: one reading, one thread.
final class ImportNotes {
    /// No file that somebody means has more.
    static final int MOST = 2_000;

    private final List<ImportNote> notes = new ArrayList<>();
    private int more;
    private ImportNote.Weight heaviest = ImportNote.Weight.TOLD;
    private Place last = new Place("", 1, 1);

    void add(ImportNote.Weight weight, String element, Place place, String message, String code) {
        last = place;
        boolean blocks = weight == ImportNote.Weight.BLOCKING;
        if (notes.size() >= (blocks ? 2 * MOST : MOST)) {
            more++;
            heaviest = weight.compareTo(heaviest) < 0 ? weight : heaviest;
            return;
        }
        String shown = element.length() > 40 ? element.substring(0, 40) + "…" : element;
        String words = shown.isEmpty() ? message : shown + ": " + message;
        notes.add(new ImportNote(weight, shown, place.problem(words, code)));
    }

    /// All notes, the weightiest first, then in the order of the file.
    List<ImportNote> sorted() {
        List<ImportNote> sorted = new ArrayList<>(notes);
        if (more > 0) {
            sorted.add(
                    new ImportNote(
                            heaviest, "", last.problem(more + " more of this kind", "FIM-MORE")));
        }
        sorted.sort(null);
        return List.copyOf(sorted);
    }
}
