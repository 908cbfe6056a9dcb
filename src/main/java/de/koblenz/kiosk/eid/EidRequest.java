package de.koblenz.kiosk.eid;

import de.koblenz.kiosk.eid.certificate.AccessRight;
import de.koblenz.kiosk.eid.data.DataGroup;
import de.koblenz.kiosk.eid.tlv.Octets;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// What a service asks the card for.
///
/// @param required groups without which the service cannot go on
/// @param optional groups that the citizen may switch off
/// @param ageAtLeast whether the holder has reached that age in years, without telling the date of birth
/// @param municipality whether the holder lives there, without telling where: leading octets of the municipality's number
/// @param pseudonym whether the sector's pseudonym is wanted
/// @param manner how the citizen proves that the card is his
public record EidRequest(
        Set<DataGroup> required,
        Set<DataGroup> optional,
        OptionalInt ageAtLeast,
        Optional<Octets> municipality,
        boolean pseudonym,
        Manner manner) {
    /// How the citizen proves that the card is his.
    public enum Manner {
        /// Online authentication with the PIN (§ 18 PAuswG).
        WITH_PIN,
        /// On-site reading with the CAN after staff have compared the photo (§ 18a PAuswG).
        ON_SITE_WITH_CAN
    }

    public EidRequest {
        required = Set.copyOf(required);
        optional = Set.copyOf(optional);
    }

    /// Those groups with the PIN, nothing else.
    public static EidRequest of(DataGroup... required) {
        return new EidRequest(
                Set.of(required),
                Set.of(),
                OptionalInt.empty(),
                Optional.empty(),
                false,
                Manner.WITH_PIN);
    }

    /// The same on site.
    public EidRequest onSite() {
        return new EidRequest(
                required, optional, ageAtLeast, municipality, pseudonym, Manner.ON_SITE_WITH_CAN);
    }

    /// The rights that are needed when the citizen lets those optional groups be read.
    Set<AccessRight> rights(Collection<DataGroup> chosen) {
        Set<AccessRight> rights = EnumSet.noneOf(AccessRight.class);
        required.forEach(group -> rights.add(group.right()));
        chosen.stream().filter(optional::contains).forEach(group -> rights.add(group.right()));
        if (ageAtLeast.isPresent()) {
            rights.add(AccessRight.AGE_VERIFICATION);
        }
        if (municipality.isPresent()) {
            rights.add(AccessRight.COMMUNITY_VERIFICATION);
        }
        if (pseudonym) {
            rights.add(AccessRight.RESTRICTED_IDENTIFICATION);
        }
        if (manner == Manner.ON_SITE_WITH_CAN) {
            rights.add(AccessRight.CAN_ALLOWED);
        }
        return rights;
    }
}
