package de.koblenz.kiosk.citizen.session;

import de.koblenz.kiosk.eid.EidStep;
import de.koblenz.kiosk.eid.data.DataGroup;
import java.util.Optional;
import java.util.Set;

/// What the citizen does with an identity card in this session. Of what is typed it knows only the number of digits.
///
/// @param id of this visit alone: answers that carry another are dropped
/// @param errand what the card is laid on for
/// @param step where it stands
/// @param busy whether the card works, so that it must stay where it is
/// @param digits how many digits stand on the pad
/// @param repeating whether a new PIN is typed the second time
/// @param declined optional data that the citizen does not let be read
/// @param look what of the page is looked at
/// @param before what was typed last, if anything: a wrong PIN may lead to the CAN
/// @param canAllowed whether the card may also be read on site with its CAN
public record CardVisit(
        String id,
        CardErrand errand,
        CardStep step,
        boolean busy,
        int digits,
        boolean repeating,
        Set<DataGroup> declined,
        Look look,
        Optional<CardEntry> before,
        boolean canAllowed) {
    public CardVisit {
        declined = Set.copyOf(declined);
    }

    /// What of a page is looked at.
    public enum Look {
        USUAL,
        /// The certificate instead of the consent, or data in full instead of shortened.
        FULL,
        /// What to do without a PIN.
        WITHOUT_PIN
    }

    static CardVisit begin(String id, CardErrand errand) {
        return new CardVisit(
                id,
                errand,
                new CardStep.Opening(),
                true,
                0,
                false,
                Set.of(),
                Look.USUAL,
                Optional.empty(),
                false);
    }

    /// The same on site, from its beginning.
    CardVisit onSite(String nextId, CardErrand.IdentifyOnSite next) {
        return new CardVisit(
                nextId,
                next,
                new CardStep.Opening(),
                true,
                0,
                false,
                declined,
                Look.USUAL,
                Optional.empty(),
                canAllowed);
    }

    /// A new step; what was typed before is gone.
    CardVisit with(CardStep next) {
        return new CardVisit(
                id,
                errand,
                next,
                false,
                0,
                false,
                declined,
                Look.USUAL,
                step.entry().or(() -> before),
                next instanceof CardStep.Identifying(EidStep.ConsentNeeded consent)
                        ? consent.canAllowed()
                        : canAllowed);
    }

    CardVisit busy(boolean now) {
        return new CardVisit(
                id, errand, step, now, digits, repeating, declined, look, before, canAllowed);
    }

    CardVisit typed(int count) {
        return new CardVisit(
                id, errand, step, busy, count, repeating, declined, look, before, canAllowed);
    }

    CardVisit repeating(boolean now) {
        return new CardVisit(id, errand, step, busy, 0, now, declined, look, before, canAllowed);
    }

    CardVisit declining(Set<DataGroup> next) {
        return new CardVisit(
                id, errand, step, busy, digits, repeating, next, look, before, canAllowed);
    }

    CardVisit looking(Look next) {
        return new CardVisit(
                id, errand, step, busy, digits, repeating, declined, next, before, canAllowed);
    }

    /// Tells neither data nor digits.
    @Override
    public String toString() {
        return "CardVisit[" + step.getClass().getSimpleName() + "]";
    }
}
