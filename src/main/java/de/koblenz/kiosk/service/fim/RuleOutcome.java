package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.config.Place;

/// What became of a rule.
///
/// @param id of the rule
/// @param name for experts
/// @param text its sentences
/// @param kind what became of it
/// @param reason why it is not enforced; for an enforced one what is enforced, in the language of conditions
public record RuleOutcome(
        String id, String name, String text, Kind kind, String reason, Place place) {

    /// What can become of a rule.
    public enum Kind {
        /// The terminal sees to it.
        ENFORCED,
        /// Citizens read it at the question.
        HINT,
        /// Nobody sees to it: the authority has to, or the overlay.
        NOT_ENFORCED
    }

    /// `file:line:column: id: what became of it, why`.
    @Override
    public String toString() {
        String became =
                switch (kind) {
                    case ENFORCED -> "enforced";
                    case HINT -> "shown as a hint";
                    case NOT_ENFORCED -> "not enforced";
                };
        return place + ": " + id + ": " + became + (reason.isEmpty() ? "" : ": " + reason);
    }
}
