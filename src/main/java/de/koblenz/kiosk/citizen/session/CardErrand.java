package de.koblenz.kiosk.citizen.session;

import de.koblenz.kiosk.eid.EidRequest;
import de.koblenz.kiosk.eid.PinGoal;
import de.koblenz.kiosk.eid.StaffConfirmation;
import de.koblenz.kiosk.eid.data.DataGroup;
import java.util.Optional;
import java.util.Set;

/// What an identity card is laid on for.
public sealed interface CardErrand {
    /// Something is done with its PIN; needs no certificate.
    record ManagePin(PinGoal goal) implements CardErrand {}

    /// Its holder says who he is, with the PIN.
    record Identify(EidRequest request) implements CardErrand {}

    /// Staff have said that the card is its holder's: it is read with the CAN. The holder has agreed before.
    ///
    /// @param chosen optional data that may be read, too
    record IdentifyOnSite(EidRequest request, Set<DataGroup> chosen, StaffConfirmation confirmation)
            implements CardErrand {
        public IdentifyOnSite {
            chosen = Set.copyOf(chosen);
        }
    }

    /// What is read, if anything.
    default Optional<EidRequest> reading() {
        return switch (this) {
            case ManagePin _ -> Optional.empty();
            case Identify(EidRequest request) -> Optional.of(request);
            case IdentifyOnSite(EidRequest request, var _, var _) -> Optional.of(request);
        };
    }
}
