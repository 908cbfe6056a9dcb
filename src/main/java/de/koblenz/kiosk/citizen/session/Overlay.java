package de.koblenz.kiosk.citizen.session;

import java.time.Instant;

/// What lies over the page without changing it; the page beneath keeps its input and focus.
///
/// @param kind which overlay
/// @param until when the overlay ends by itself (warning, cover), by the steady clock; [Instant#MAX] where it does not
public record Overlay(Kind kind, Instant until) {
    public enum Kind {
        NONE,
        LANGUAGE,
        AIDS,
        HELP,
        /// "Beenden?": says what is deleted.
        END,
        /// "Sind Sie noch da?"
        TIMEOUT,
        /// Nobody stands in front of the terminal: nothing personal is to be seen.
        COVER
    }

    public static final Overlay NONE = new Overlay(Kind.NONE, Instant.MAX);

    public static Overlay of(Kind kind) {
        return new Overlay(kind, Instant.MAX);
    }
}
