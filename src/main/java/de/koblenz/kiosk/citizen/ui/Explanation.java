package de.koblenz.kiosk.citizen.ui;

import de.koblenz.kiosk.citizen.session.SessionEvent;
import java.util.ArrayList;
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
        List<Screen.Control> rows = new ArrayList<>();
        if (pages.size() > 1) {
            boolean last = at == pages.size() - 1;
            rows.add(
                    new Screen.Control(
                            "more",
                            words.of(last ? "read.again" : "read.more"),
                            Symbol.MORE,
                            new SessionEvent.MorePressed()));
        }
        return new Screen.Message(Symbol.INFO, pages.get(at), rows, Optional.empty());
    }
}
