package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.config.Problem;

/// One thing of a federal file that did not become what it says there; none is dropped without a note.
///
/// @param weight what it means for the service
/// @param element id of the element; empty where it has none
/// @param problem place, what it is and what follows, code
public record ImportNote(Weight weight, String element, Problem problem)
        implements Comparable<ImportNote> {

    /// What a note means.
    public enum Weight {
        /// Something that the authority needs cannot be asked: nobody may start the service until the overlay says what
        /// to do.
        BLOCKING,
        /// Something is not asked or not checked.
        LOST,
        /// Something is asked or sent in another way.
        CHANGED,
        /// Something to know.
        TOLD
    }

    /// `file:line:column: message [CODE]`.
    @Override
    public String toString() {
        return problem.toString();
    }

    @Override
    public int compareTo(ImportNote other) {
        int byWeight = weight.compareTo(other.weight);
        return byWeight != 0 ? byWeight : problem.compareTo(other.problem);
    }
}
