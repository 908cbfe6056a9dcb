package de.koblenz.kiosk.citizen.session;

import de.koblenz.kiosk.service.catalog.Hit;
import de.koblenz.kiosk.service.catalog.LeikaName;
import de.koblenz.kiosk.service.catalog.LifeSituation;
import java.util.List;

/// Where a citizen is.
public sealed interface Page {
    /// The eight life situations.
    record Start() implements Page {}

    /// The services of one life situation.
    ///
    /// @param part which part of a list that does not fit on one page, from 0; taken modulo by whoever draws it
    record Situation(LifeSituation situation, int part) implements Page {}

    /// The search.
    ///
    /// @param typed what is typed
    /// @param hits the newest answer, best first
    /// @param hitsOnly whether the hits have the page for themselves (low reach)
    record Search(String typed, List<Hit> hits, boolean hitsOnly, int part) implements Page {
        /// More than anybody types to find a service.
        public static final int MOST_CHARACTERS = 60;

        public Search {
            hits = List.copyOf(hits);
        }

        @Override
        public String toString() {
            return "Search[]";
        }
    }

    /// A service that the city's catalogue does not have: who is responsible.
    record Elsewhere(LeikaName service) implements Page {}

    /// What a service is, needs and costs.
    record Service(String serviceId) implements Page {}

    /// All that is said about a service.
    ///
    /// @param part which page of it, from 0; taken modulo by whoever draws it
    record Description(String serviceId, int part) implements Page {}

    /// What can be done with the PIN of an identity card: a service of the terminal itself.
    record PinService() implements Page {}

    /// Where the errand with the identity card stands, see [CardVisit].
    record Card() implements Page {}

    /// The pages for staff.
    record Staff(StaffVisit visit) implements Page {}

    /// A step of the guided service that the session runs.
    ///
    /// @param key key of the page within the journey, see [Guided]
    record Guide(String key) implements Page {}
}
