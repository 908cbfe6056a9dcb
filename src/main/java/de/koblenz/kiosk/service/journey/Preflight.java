package de.koblenz.kiosk.service.journey;

import java.util.EnumSet;
import java.util.Set;

/// What must work before a journey is begun, so that nobody answers ten questions for nothing.
public final class Preflight {
    /// Roll paper of a ticket or receipt with cutter margin, in mm: an estimate on the safe side.
    private static final int MOST_PAPER_MILLIMETRES = 250;

    /// Question and answer of the copy, in mm: each may take two lines on narrow paper.
    private static final int COPY_LINE_MILLIMETRES = 18;

    private static final int COPY_FRAME_MILLIMETRES = 120;

    private Preflight() {}

    /// What a journey cannot do without.
    public enum Need {
        PRINTER,
        PAYMENT,
        BOOKING,
        SUBMISSION,
        /// Card reader and the right to read.
        IDENTITY_CARD
    }

    public static Set<Need> needs(Journey journey) {
        Set<Need> needs = EnumSet.noneOf(Need.class);
        for (Step step : journey.steps()) {
            switch (step) {
                case Step.Venue(), Step.Slot(), Step.Tariffs() -> needs.add(Need.BOOKING);
                case Step.Payment() -> needs.add(Need.PAYMENT);
                case Step.Submission _ -> needs.add(Need.SUBMISSION);
                case Step.Printing _ -> needs.add(Need.PRINTER);
                case Step.Identification(boolean byHand, var _) -> {
                    if (!byHand) {
                        needs.add(Need.IDENTITY_CARD);
                    }
                }
                case Step.Questions _, Step.CopyChoice _, Step.CheckAnswers(), Step.Finish() -> {}
            }
        }
        return needs;
    }

    /// Roll paper that the journey uses at most, in mm, as an estimate.
    ///
    /// @param tickets how many tickets are sold at most; 0 where none are
    public static int paperMillimetres(Journey journey, int tickets) {
        int sum = 0;
        for (Step step : journey.steps()) {
            if (step instanceof Step.Printing(Set<Step.Paper> papers)) {
                for (Step.Paper paper : papers) {
                    sum +=
                            switch (paper) {
                                case TICKET -> tickets * MOST_PAPER_MILLIMETRES;
                                case RECEIPT -> MOST_PAPER_MILLIMETRES;
                            };
                }
            }
            if (step instanceof Step.CopyChoice copy && copy.offered().contains(Step.Copy.PAPER)) {
                int lines = journey.questionnaire().form().all().size();
                sum += COPY_FRAME_MILLIMETRES + lines * COPY_LINE_MILLIMETRES;
            }
        }
        return sum;
    }
}
