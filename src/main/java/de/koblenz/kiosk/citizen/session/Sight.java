package de.koblenz.kiosk.citizen.session;

import de.koblenz.kiosk.service.form.FieldPath;
import java.util.Optional;

/// What is seen of a page apart from its answers; fresh on every page.
///
/// @param error what is wrong on the page, as it was found by "Weiter"
/// @param focused which part of an entry with several parts is being typed
/// @param part which part of a list that does not fit on one page
/// @param sought what is typed to find a code in a long list
/// @param listed whether a long list has the page for itself, without the keyboard
/// @param byHand whether a town is typed although towns are offered
/// @param explaining whether all that is said about the question has the page for itself
/// @param leaving the instance of a repeated group that is to be taken away, until the citizen is sure
public record Sight(
        Optional<Guided.PageError> error,
        int focused,
        int part,
        String sought,
        boolean listed,
        boolean byHand,
        boolean explaining,
        Optional<FieldPath> leaving) {
    static final Sight FRESH =
            new Sight(Optional.empty(), 0, 0, "", false, false, false, Optional.empty());

    Sight with(Optional<Guided.PageError> found) {
        return new Sight(found, focused, part, sought, listed, byHand, explaining, leaving);
    }

    Sight focusing(int next) {
        return new Sight(error, next, part, sought, listed, byHand, explaining, leaving);
    }

    Sight showing(int next) {
        return new Sight(error, focused, next, sought, listed, byHand, explaining, leaving);
    }

    Sight seeking(String typed) {
        return new Sight(error, focused, 0, typed, listed, byHand, explaining, leaving);
    }

    Sight listing(boolean shown) {
        return new Sight(error, focused, 0, sought, shown, byHand, explaining, leaving);
    }

    Sight byHand(boolean typed) {
        return new Sight(error, focused, 0, sought, listed, typed, explaining, leaving);
    }

    Sight explaining(boolean shown) {
        return new Sight(error, focused, 0, sought, listed, byHand, shown, leaving);
    }

    Sight leaving(FieldPath instance) {
        return new Sight(
                error, focused, part, sought, listed, byHand, explaining, Optional.of(instance));
    }

    /// What is typed is personal.
    @Override
    public String toString() {
        return "Sight[" + part + "]";
    }
}
