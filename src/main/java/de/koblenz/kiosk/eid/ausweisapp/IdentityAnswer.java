package de.koblenz.kiosk.eid.ausweisapp;

import de.koblenz.kiosk.eid.EidStep;
import de.koblenz.kiosk.eid.authority.AuthorityException;
import de.koblenz.kiosk.eid.data.DataGroup;
import de.koblenz.kiosk.eid.data.PartialDate;
import de.koblenz.kiosk.eid.data.PersonalData;
import de.koblenz.kiosk.eid.data.Place;
import de.koblenz.kiosk.eid.tlv.Octets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What the identity service says of a card. Groups have the names of BSI TR-03130-1 in lower camel case; one that does not have the form
/// it must have is listed as unreadable and spoils nothing else.
final class IdentityAnswer {
    private static final int LONGEST_TEXT = 2_000;
    private static final int LEAST_PSEUDONYM = 20;
    private static final int MOST_PSEUDONYM = 64;

    private final JsonNode data;
    private final Set<DataGroup> unreadable = EnumSet.noneOf(DataGroup.class);

    private IdentityAnswer(JsonNode data) {
        this.data = data;
    }

    /// How a group is called.
    static String name(DataGroup group) {
        return switch (group) {
            case DOCUMENT_TYPE -> "documentType";
            case ISSUING_STATE -> "issuingState";
            case DATE_OF_EXPIRY -> "dateOfExpiry";
            case GIVEN_NAMES -> "givenNames";
            case FAMILY_NAMES -> "familyNames";
            case ARTISTIC_NAME -> "artisticName";
            case ACADEMIC_TITLE -> "academicTitle";
            case DATE_OF_BIRTH -> "dateOfBirth";
            case PLACE_OF_BIRTH -> "placeOfBirth";
            case NATIONALITY -> "nationality";
            case SEX -> "sex";
            case OPTIONAL_DATA -> "optionalData";
            case BIRTH_NAME -> "birthName";
            case WRITTEN_SIGNATURE -> "writtenSignature";
            case DATE_OF_ISSUANCE -> "dateOfIssuance";
            case RESERVED -> "reserved";
            case PLACE_OF_RESIDENCE -> "placeOfResidence";
            case MUNICIPALITY -> "communityId";
            case RESIDENCE_PERMIT_1 -> "residencePermitI";
            case RESIDENCE_PERMIT_2 -> "residencePermitII";
            case PHONE_NUMBER -> "phoneNumber";
            case EMAIL_ADDRESS -> "emailAddress";
        };
    }

    static EidStep.IdentityRead read(JsonNode answer) throws AuthorityException {
        JsonNode data = answer.path("personalData");
        if (!data.isObject()) {
            throw new AuthorityException("the identity service told no data");
        }
        return new EidStep.IdentityRead(
                new IdentityAnswer(data).personalData(),
                verdict(answer, "fulfilsAgeVerification"),
                verdict(answer, "fulfilsPlaceVerification"),
                pseudonym(answer.path("restrictedId")),
                0);
    }

    private static Optional<Boolean> verdict(JsonNode answer, String name) {
        JsonNode said = answer.path(name);
        return said.isBoolean() ? Optional.of(said.asBoolean()) : Optional.empty();
    }

    private static Optional<Octets> pseudonym(JsonNode said) throws AuthorityException {
        if (said.isMissingNode() || said.isNull()) {
            return Optional.empty();
        }
        Octets octets = hex(said).orElseThrow(() -> new AuthorityException("that is no pseudonym"));
        if (octets.length() < LEAST_PSEUDONYM || octets.length() > MOST_PSEUDONYM) {
            throw new AuthorityException("that is no pseudonym");
        }
        return Optional.of(octets);
    }

    private PersonalData personalData() {
        return new PersonalData(
                text(DataGroup.DOCUMENT_TYPE),
                text(DataGroup.ISSUING_STATE),
                date(DataGroup.DATE_OF_EXPIRY),
                text(DataGroup.GIVEN_NAMES),
                text(DataGroup.FAMILY_NAMES),
                text(DataGroup.ARTISTIC_NAME),
                text(DataGroup.ACADEMIC_TITLE),
                date(DataGroup.DATE_OF_BIRTH),
                place(DataGroup.PLACE_OF_BIRTH),
                text(DataGroup.NATIONALITY),
                text(DataGroup.SEX),
                Optional.empty(),
                text(DataGroup.BIRTH_NAME),
                Optional.empty(),
                date(DataGroup.DATE_OF_ISSUANCE),
                Optional.empty(),
                place(DataGroup.PLACE_OF_RESIDENCE),
                municipality(),
                text(DataGroup.RESIDENCE_PERMIT_1),
                text(DataGroup.RESIDENCE_PERMIT_2),
                text(DataGroup.PHONE_NUMBER),
                text(DataGroup.EMAIL_ADDRESS),
                Set.of(),
                unreadable);
    }

    private Optional<JsonNode> said(DataGroup group) {
        JsonNode said = data.path(name(group));
        return said.isMissingNode() || said.isNull() ? Optional.empty() : Optional.of(said);
    }

    private Optional<String> text(DataGroup group) {
        return said(group)
                .flatMap(said -> {
                    Optional<String> text = text(said);
                    if (text.isEmpty()) {
                        unreadable.add(group);
                    }
                    return text.filter(it -> !it.isBlank());
                });
    }

    private static Optional<String> text(JsonNode said) {
        return said.isString()
                        && said.asString().length() <= LONGEST_TEXT
                        && said.asString().chars().noneMatch(c -> c < ' ')
                ? Optional.of(said.asString())
                : Optional.empty();
    }

    private Optional<PartialDate> date(DataGroup group) {
        return text(group)
                .flatMap(digits -> {
                    Optional<PartialDate> date = PartialDate.parse(digits);
                    if (date.isEmpty()) {
                        unreadable.add(group);
                    }
                    return date;
                });
    }

    private Optional<Place> place(DataGroup group) {
        return said(group)
                .flatMap(said -> {
                    Optional<Place> place = place(said);
                    if (place.isEmpty()) {
                        unreadable.add(group);
                    }
                    return place;
                });
    }

    private static Optional<Place> place(JsonNode said) {
        Optional<Place> free = text(said.path("freetextPlace")).map(Place.FreeText::new);
        Optional<Place> none = text(said.path("noPlaceInfo")).map(Place.None::new);
        JsonNode parts = said.path("structuredPlace");
        Optional<Place> structured =
                text(parts.path("city"))
                        .map(city ->
                                new Place.Structured(
                                        text(parts.path("street")),
                                        city,
                                        text(parts.path("state")),
                                        text(parts.path("country")).orElse(""),
                                        text(parts.path("zipCode"))));
        return structured.or(() -> free).or(() -> none);
    }

    private Optional<Octets> municipality() {
        return said(DataGroup.MUNICIPALITY)
                .flatMap(said -> {
                    Optional<Octets> octets = hex(said);
                    if (octets.isEmpty()) {
                        unreadable.add(DataGroup.MUNICIPALITY);
                    }
                    return octets;
                });
    }

    private static Optional<Octets> hex(JsonNode said) {
        return text(said)
                .filter(digits -> digits.matches("([0-9a-fA-F]{2}){1,64}"))
                .map(Octets::ofHex);
    }
}
