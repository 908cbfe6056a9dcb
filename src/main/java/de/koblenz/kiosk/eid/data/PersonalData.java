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
        Set<DataGroup> present = EnumSet.noneOf(DataGroup.class);
        for (DataGroup group : DataGroup.values()) {
            if (field(group).isPresent()) {
                present.add(group);
            }
        }
        return present;
    }

    private Optional<?> field(DataGroup group) {
        return switch (group) {
            case DOCUMENT_TYPE -> documentType;
            case ISSUING_STATE -> issuingState;
            case DATE_OF_EXPIRY -> dateOfExpiry;
            case GIVEN_NAMES -> givenNames;
            case FAMILY_NAMES -> familyNames;
            case ARTISTIC_NAME -> artisticName;
            case ACADEMIC_TITLE -> academicTitle;
            case DATE_OF_BIRTH -> dateOfBirth;
            case PLACE_OF_BIRTH -> placeOfBirth;
            case NATIONALITY -> nationality;
            case SEX -> sex;
            case OPTIONAL_DATA -> optionalData;
            case BIRTH_NAME -> birthName;
            case WRITTEN_SIGNATURE -> writtenSignature;
            case DATE_OF_ISSUANCE -> dateOfIssuance;
            case RESERVED -> reserved;
            case PLACE_OF_RESIDENCE -> placeOfResidence;
            case MUNICIPALITY -> municipality;
            case RESIDENCE_PERMIT_1 -> residencePermit1;
            case RESIDENCE_PERMIT_2 -> residencePermit2;
            case PHONE_NUMBER -> phoneNumber;
            case EMAIL_ADDRESS -> emailAddress;
        };
    }

    /// Tells which groups there are, never what stands in them.
    @Override
    public String toString() {
        return "PersonalData" + present();
    }
}
