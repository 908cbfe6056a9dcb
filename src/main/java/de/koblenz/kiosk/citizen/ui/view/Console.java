package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.session.SessionEvent;
import java.util.function.Consumer;
import java.util.function.Function;

/// What every view needs of its surroundings.
///
/// @param events where touches go
/// @param gate debounce of all targets
/// @param words words of the keyboard by language tag
record Console(
        Consumer<SessionEvent> events, TouchGate gate, Function<String, KeyboardWords> words) {
    void send(SessionEvent event) {
        events.accept(event);
    }
}
