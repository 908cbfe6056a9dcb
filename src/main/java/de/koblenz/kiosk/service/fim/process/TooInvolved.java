package de.koblenz.kiosk.service.fim.process;

/// A condition that lies deeper than a form can hold, or has more parts than anybody understands.
final class TooInvolved extends Exception {
    private static final long serialVersionUID = 1L;

    TooInvolved() {
        super("a condition that is too involved", null, false, false);
    }
}
