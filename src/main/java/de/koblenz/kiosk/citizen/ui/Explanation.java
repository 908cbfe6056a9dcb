package de.koblenz.kiosk.citizen.ui;

import de.koblenz.kiosk.citizen.session.SessionEvent;
import java.util.List;
import java.util.Optional;

/// What a form says about a question. Where it is too long to stand beside the answer, its first sentences do, and
/// "Hilfe" leads to all of it.
///
/// @param title the question
/// @param hint all that is said about it
record Explanation(Words words, ScreenLook look, String title, String hint) {
    /// Whether everything stands beside the answer.
    boolean whole() {
        return Room.fits(hint) || hint.length() <= new Room(look).hint(title.length());
    }

    /// What stands beside the answer.
    String shown() {
        if (whole()) {
            return hint;
        }
        String more = words.of("explanation.more");
        int most = new Room(look).hint(title.length()) - more.length() - 1;
        String beginning = hint.substring(0, Room.sentence(hint, Math.max(0, most)));
        return (beginning + " " + more).strip();
    }

    /// All of it.
    ///
    /// @param part which page of it; taken modulo
    Draft page(int part) {
        return Draft.of("explanation", title, "", reading(List.of(hint), part))
                .back(words.of("explanation.back"), new SessionEvent.BackPressed());
    }

    /// Paragraphs that fill a page, or several to be leafed through.
    Screen.Message reading(List<String> paragraphs, int part) {
        List<List<String>> pages = new Room(look).pages(paragraphs);
        int at = Math.floorMod(part, pages.size());
        List<Screen.Control> rows = more(words, at, pages.size()).stream().toList();
        return new Screen.Message(Symbol.INFO, pages.get(at), rows, Optional.empty());
    }

    /// What leads from a page of a longer text to the next, and from the last to the first; nothing where there is one.
    static Optional<Screen.Control> more(Words words, int at, int pages) {
        boolean last = at == pages - 1;
        return pages < 2
                ? Optional.empty()
                : Optional.of(
                        new Screen.Control(
                                "more",
                                words.of(last ? "read.again" : "read.more"),
                                Symbol.MORE,
                                new SessionEvent.MorePressed()));
    }
}
