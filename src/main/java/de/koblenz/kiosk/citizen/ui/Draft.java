package de.koblenz.kiosk.citizen.ui;

import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.text.Locales;
import java.util.List;
import java.util.Optional;

/// A page before its frame: what one of the page makers says.
record Draft(
        String key,
        String progress,
        String section,
        String title,
        String hint,
        Optional<Screen.Alert> alert,
        Screen.Body body,
        Optional<Screen.Control> back,
        Optional<Screen.Control> next,
        String idleLine) {

    static Draft of(String key, String title, String hint, Screen.Body body) {
        return new Draft(
                key,
                "",
                "",
                title,
                hint,
                Optional.empty(),
                body,
                Optional.empty(),
                Optional.empty(),
                "");
    }

    Draft progress(String words) {
        return new Draft(key, words, section, title, hint, alert, body, back, next, idleLine);
    }

    /// With what it belongs to above its title.
    Draft section(String words) {
        return new Draft(key, progress, words, title, hint, alert, body, back, next, idleLine);
    }

    /// With something else in the interaction zone.
    Draft body(Screen.Body other) {
        return new Draft(key, progress, section, title, hint, alert, other, back, next, idleLine);
    }

    /// With a sentence or two below its title.
    Draft hint(String words) {
        return new Draft(key, progress, section, title, words, alert, body, back, next, idleLine);
    }

    Draft alert(Screen.Alert message) {
        return new Draft(
                key,
                progress,
                section,
                title,
                hint,
                Optional.of(message),
                body,
                back,
                next,
                idleLine);
    }

    Draft idle(String line) {
        return new Draft(key, progress, section, title, hint, alert, body, back, next, line);
    }

    /// With "Zurück" at its place.
    Draft back(Words words) {
        return back(words, new SessionEvent.BackPressed());
    }

    Draft back(Words words, SessionEvent action) {
        return back(words.of("button.back"), action);
    }

    Draft back(String label, SessionEvent action) {
        return new Draft(
                key,
                progress,
                section,
                title,
                hint,
                alert,
                body,
                Optional.of(new Screen.Control("back", label, Symbol.BACK, action)),
                next,
                idleLine);
    }

    /// With the primary button at its place.
    Draft next(String label, SessionEvent action) {
        return next(new Screen.Control("next", label, Symbol.NEXT, action));
    }

    /// With a quiet button at the place of the primary one, on a page that goes on by itself.
    Draft aside(String label, Symbol symbol, SessionEvent action) {
        return next(new Screen.Control("next", label, symbol, action));
    }

    private Draft next(Screen.Control control) {
        return new Draft(
                key,
                progress,
                section,
                title,
                hint,
                alert,
                body,
                back,
                Optional.of(control),
                idleLine);
    }

    Screen on(ScreenLook look, String office, List<Screen.Control> services) {
        // At large text in low reach the words need the room.
        boolean apart = Locales.simple(look.language()) && !(look.largeText() && look.lowReach());
        return new Screen(
                key,
                look,
                office,
                progress,
                section,
                title,
                apart ? SentenceLines.of(hint) : hint,
                apart ? alert.map(Draft::apart) : alert,
                apart ? apart(body) : body,
                back,
                next,
                services,
                idleLine);
    }

    private static Screen.Alert apart(Screen.Alert alert) {
        return new Screen.Alert(alert.level(), SentenceLines.of(alert.text()), alert.code());
    }

    private static Screen.Body apart(Screen.Body body) {
        return body instanceof Screen.Message(var symbol, var paragraphs, var rows, var qr)
                ? new Screen.Message(
                        symbol, paragraphs.stream().map(SentenceLines::of).toList(), rows, qr)
                : body;
    }
}
