package de.koblenz.kiosk.service.journey;

import de.koblenz.kiosk.service.form.Questionnaire;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// One step of a guided service. A journey has each kind at most once and in this order.
public sealed interface Step {

    /// The citizen chooses a venue of the booking service.
    record Venue() implements Step {}

    /// The citizen chooses a time slot with free places.
    record Slot() implements Step {}

    /// The citizen chooses how many tickets of each tariff.
    record Tariffs() implements Step {}

    /// The citizen says who he is, by the online function of the identity card, which fills in the form.
    ///
    /// @param byHand whether typing it by hand is enough instead
    /// @param optional what the citizen may keep to himself, of what the form takes from the card
    record Identification(boolean byHand, Set<CardDatum> optional) implements Step {
        public Identification {
            optional = Set.copyOf(optional);
        }
    }

    /// The citizen answers the questions that are visible.
    record Questions(Questionnaire questionnaire) implements Step {}

    /// The citizen chooses how to take along a copy of what is sent (§ 9a OZG).
    ///
    /// @param offered at least one, in the order of display
    record CopyChoice(List<Copy> offered) implements Step {
        public CopyChoice {
            offered = List.copyOf(new LinkedHashSet<>(offered));
            if (offered.isEmpty()) {
                throw new IllegalArgumentException("no copy is offered");
            }
        }
    }

    /// How a citizen takes a copy along.
    enum Copy {
        PAPER,
        QR,
        NONE
    }

    /// The citizen sees all answers and the price, and confirms.
    record CheckAnswers() implements Step {}

    /// The price is paid; skipped where it is 0.
    record Payment() implements Step {}

    /// The application goes to the authority.
    ///
    /// @param destinationId destination of FIT-Connect, a UUID
    /// @param leikaKey 14 digits, or empty where the service has none
    record Submission(String destinationId, String leikaKey) implements Step {}

    /// Papers come out.
    ///
    /// @param papers at least one
    record Printing(Set<Paper> papers) implements Step {
        public Printing {
            papers = Set.copyOf(papers);
            if (papers.isEmpty()) {
                throw new IllegalArgumentException("nothing is printed");
            }
        }
    }

    /// What is printed for certain. (The copy is the citizen's choice.)
    enum Paper {
        TICKET,
        RECEIPT
    }

    /// The citizen is told how it goes on, and takes everything along.
    record Finish() implements Step {}

    /// Place in the order of steps.
    default int rank() {
        return switch (this) {
            case Venue() -> 1;
            case Slot() -> 2;
            case Tariffs() -> 3;
            case Identification _ -> 4;
            case Questions _ -> 5;
            case CopyChoice _ -> 6;
            case CheckAnswers() -> 7;
            case Payment() -> 8;
            case Submission _ -> 9;
            case Printing _ -> 10;
            case Finish() -> 11;
        };
    }
}
