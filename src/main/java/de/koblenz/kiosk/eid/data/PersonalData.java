package de.koblenz.kiosk.eid.data;

import de.koblenz.kiosk.eid.tlv.Octets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What was read from a card. A field is empty where the card has no such group or nothing stands in it ("---").
///
/// @param documentType `ID` (Personalausweis), `AR`, `AS`, `AF` (residence permits), `UB` (EU citizens' card)
/// @param issuingState `D`
/// @param municipality seven octets, two digits each
/// @param refused groups that the card did not let us read
/// @param unreadable groups whose content does not follow the specification
public record PersonalData(
        Optional<String> documentType,
        Optional<String> issuingState,
        Optional<PartialDate> dateOfExpiry,
        Optional<String> givenNames,
        Optional<String> familyNames,
        Optional<String> artisticName,
        Optional<String> academicTitle,
        Optional<PartialDate> dateOfBirth,
        Optional<Place> placeOfBirth,
        Optional<String> nationality,
        Optional<String> sex,
        Optional<Octets> optionalData,
        Optional<String> birthName,
        Optional<Octets> writtenSignature,
        Optional<PartialDate> dateOfIssuance,
        Optional<Octets> reserved,
        Optional<Place> placeOfResidence,
        Optional<Octets> municipality,
        Optional<String> residencePermit1,
        Optional<String> residencePermit2,
        Optional<String> phoneNumber,
        Optional<String> emailAddress,
        Set<DataGroup> refused,
        Set<DataGroup> unreadable) {

    public PersonalData {
        refused = Set.copyOf(refused);
        unreadable = Set.copyOf(unreadable);
    }

    /// The groups that hold something.
    public Set<DataGroup> present() {
        Optional<?>[] fields = {
            documentType,
            issuingState,
            dateOfExpiry,
            givenNames,
            familyNames,
            artisticName,
            academicTitle,
            dateOfBirth,
            placeOfBirth,
            nationality,
            sex,
            optionalData,
            birthName,
            writtenSignature,
            dateOfIssuance,
            reserved,
            placeOfResidence,
            municipality,
            residencePermit1,
            residencePermit2,
            phoneNumber,
            emailAddress
        };
        Set<DataGroup> present = EnumSet.noneOf(DataGroup.class);
        for (DataGroup group : DataGroup.values()) {
            if (fields[group.ordinal()].isPresent()) {
                present.add(group);
            }
        }
        return present;
    }

    /// Tells which groups there are, never what stands in them.
    @Override
    public String toString() {
        return "PersonalData" + present();
    }
}
