package de.koblenz.kiosk.eid;

import de.koblenz.kiosk.eid.certificate.CertificateDescription;
import de.koblenz.kiosk.eid.data.DataGroup;
import de.koblenz.kiosk.eid.data.PersonalData;
import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.tlv.Octets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// Where reading a card stands: what is needed next, or how it ended. Pure values.
public sealed interface EidStep {
    /// The citizen must see who asks for what, and agree.
    ///
    /// @param description who and why
    /// @param validUntil last day of the certificate
    /// @param required groups read in any case
    /// @param optional groups that can be switched off, as far as the certificate allows them
    /// @param canAllowed whether the certificate also allows reading on site with the CAN, once staff have compared the photo
    record ConsentNeeded(
            CertificateDescription description,
            LocalDate validUntil,
            Set<DataGroup> required,
            Set<DataGroup> optional,
            boolean canAllowed)
            implements EidStep {
        public ConsentNeeded {
            required = Set.copyOf(required);
            optional = Set.copyOf(optional);
        }
    }

    /// A member of staff must compare the photo first.
    record StaffNeeded() implements EidStep {}

    /// The card must be laid on the reader.
    record CardNeeded() implements EidStep {}

    /// @param triesLeft 1 to 3
    record PinNeeded(int triesLeft, EntryNote note) implements EidStep {}

    /// @param purpose why not the PIN
    record CanNeeded(CanPurpose purpose, EntryNote note) implements EidStep {}

    /// The card was read; it may be taken away.
    ///
    /// @param oldEnough the answer to the question for the age, where it was asked
    /// @param livesThere the answer to the question for the municipality, where it was asked
    /// @param pseudonym of this card in the terminal's sector, where it was asked for
    /// @param commands how many commands the card was sent
    record IdentityRead(
            PersonalData data,
            Optional<Boolean> oldEnough,
            Optional<Boolean> livesThere,
            Optional<Octets> pseudonym,
            int commands)
            implements EidStep {
        @Override
        public String toString() {
            return "IdentityRead[" + commands + " commands]";
        }
    }

    /// It ended. Where [EidFailure#worthAnotherTry()] says so, a card may be laid on again without new consent.
    record Failed(EidFailure failure) implements EidStep {}

    /// Whether it has come to an end, good or bad.
    default boolean ended() {
        return switch (this) {
            case IdentityRead _, Failed _ -> true;
            case ConsentNeeded _, StaffNeeded _, CardNeeded _, PinNeeded _, CanNeeded _ -> false;
        };
    }
}
