package de.koblenz.kiosk.device.printer;

/// A document holds a character that neither the printer nor any font can set. Nothing of it is printed:
/// a silently replaced letter in a name is worse than a message.
public final class UnprintableTextException extends Exception {
    private static final long serialVersionUID = 1L;

    /// Names neither text nor character: it may be part of a person's name.
    UnprintableTextException() {
        super("a character can be set neither by the printer nor by a font");
    }
}
