package de.koblenz.kiosk.eid.ausweisapp;

import de.koblenz.kiosk.eid.EidRequest;
import de.koblenz.kiosk.eid.data.DataGroup;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a provider may read, by the names of the AusweisApp (its SDK, ACCESS_RIGHTS). Stateless.
final class AppRights {
    private static final Map<String, DataGroup> GROUPS =
            Map.ofEntries(
                    Map.entry("Address", DataGroup.PLACE_OF_RESIDENCE),
                    Map.entry("BirthName", DataGroup.BIRTH_NAME),
                    Map.entry("FamilyName", DataGroup.FAMILY_NAMES),
                    Map.entry("GivenNames", DataGroup.GIVEN_NAMES),
                    Map.entry("PlaceOfBirth", DataGroup.PLACE_OF_BIRTH),
                    Map.entry("DateOfBirth", DataGroup.DATE_OF_BIRTH),
                    Map.entry("DoctoralDegree", DataGroup.ACADEMIC_TITLE),
                    Map.entry("ArtisticName", DataGroup.ARTISTIC_NAME),
                    Map.entry("ValidUntil", DataGroup.DATE_OF_EXPIRY),
                    Map.entry("Nationality", DataGroup.NATIONALITY),
                    Map.entry("IssuingCountry", DataGroup.ISSUING_STATE),
                    Map.entry("DocumentType", DataGroup.DOCUMENT_TYPE),
                    Map.entry("ResidencePermitI", DataGroup.RESIDENCE_PERMIT_1),
                    Map.entry("ResidencePermitII", DataGroup.RESIDENCE_PERMIT_2),
                    Map.entry("CommunityID", DataGroup.MUNICIPALITY));

    private static final String CAN_ALLOWED = "CanAllowed";

    private AppRights() {}

    static Set<DataGroup> groups(Set<String> names) {
        Set<DataGroup> groups = EnumSet.noneOf(DataGroup.class);
        for (String name : names) {
            DataGroup group = GROUPS.get(name);
            if (group != null) {
                groups.add(group);
            }
        }
        return groups;
    }

    /// Whether the provider may also read on site with the CAN.
    static boolean canAllowed(AppMessage.AccessRights rights) {
        return rights.required().contains(CAN_ALLOWED) || rights.optional().contains(CAN_ALLOWED);
    }

    /// Whether a right that cannot be switched off is none that the service asks for. The citizen would not be told of it.
    static boolean exceeds(Set<String> required, EidRequest request) {
        return required.stream().anyMatch(name -> !wanted(name, request));
    }

    /// Names of the optional rights that stay: groups that the citizen chose, and the questions that the service asks.
    static Set<String> kept(Set<String> optional, Set<DataGroup> chosen, EidRequest request) {
        Set<String> kept = new HashSet<>();
        for (String name : optional) {
            Optional<DataGroup> group = Optional.ofNullable(GROUPS.get(name));
            if (group.isPresent()
                    ? request.required().contains(group.get()) || chosen.contains(group.get())
                    : wanted(name, request)) {
                kept.add(name);
            }
        }
        return kept;
    }

    private static boolean wanted(String name, EidRequest request) {
        DataGroup group = GROUPS.get(name);
        if (group != null) {
            return request.required().contains(group) || request.optional().contains(group);
        }
        return switch (name) {
            case "AgeVerification" -> request.ageAtLeast().isPresent();
            case "AddressVerification" -> request.municipality().isPresent();
            case "Pseudonym" -> request.pseudonym();
            case CAN_ALLOWED -> request.manner() == EidRequest.Manner.ON_SITE_WITH_CAN;
            default -> false;
        };
    }
}
