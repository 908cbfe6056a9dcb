package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.session.PagePictures;
import de.koblenz.kiosk.citizen.session.PinPad;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import java.util.function.Consumer;
import java.util.function.Function;

/// What every view needs of its surroundings.
///
/// @param events where touches go
/// @param gate debounce of all targets
/// @param words words of the keyboard by language tag
/// @param pad where the digits of a PIN go
/// @param pictures where pictures of scanned pages come from
record Console(
        Consumer<SessionEvent> events,
        TouchGate gate,
        Function<String, KeyboardWords> words,
        PinPad pad,
        PagePictures pictures) {
    void send(SessionEvent event) {
        events.accept(event);
    }
}
