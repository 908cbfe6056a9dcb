package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.ui.Screen.Entry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/// What is typed, a little ahead of the page: a second key may be touched before the page with the
/// first letter is back, and must not undo it. FX thread only.
final class TypedValue {
    private static final long PATIENCE_NANOS = 1_000_000_000L;

    private final Consumer<SessionEvent> events;
    private final TouchGate gate;
    private final Deque<String> sent = new ArrayDeque<>();
    private String target = "";
    private String value = "";
    private int maxLength;
    private long sentAt;

    TypedValue(Console console) {
        events = console.events();
        gate = console.gate();
    }

    /// Takes over what the page says, unless it is older than what was typed since.
    void show(Entry entry) {
        boolean same = entry.target().equals(target);
        maxLength = entry.maxLength();
        if (!same || gate.now() - sentAt > PATIENCE_NANOS) {
            sent.clear();
        }
        target = entry.target();
        if (sent.contains(entry.value())) {
            while (!entry.value().equals(sent.poll())) {
                // answers to older keys are behind this one
            }
        }
        if (sent.isEmpty()) {
            value = entry.value();
        }
    }

    String value() {
        return value;
    }

    /// Adds letters, as far as there is room.
    boolean type(String letters) {
        String longer = value + letters;
        if (longer.codePointCount(0, longer.length()) > maxLength) {
            return false;
        }
        send(longer);
        return true;
    }

    /// Takes the last letter away, together with its accents.
    boolean delete() {
        if (value.isEmpty()) {
            return false;
        }
        send(value.substring(0, value.offsetByCodePoints(value.length(), -1)));
        return true;
    }

    void clear() {
        sent.clear();
        target = "";
        value = "";
    }

    private void send(String newValue) {
        value = newValue;
        sent.add(newValue);
        sentAt = gate.now();
        events.accept(new SessionEvent.Entered(target, newValue));
    }
}
