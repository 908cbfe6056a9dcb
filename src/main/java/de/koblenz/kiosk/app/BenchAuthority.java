package de.koblenz.kiosk.app;

import de.koblenz.kiosk.bench.FarEnds;
import de.koblenz.kiosk.eid.authority.TestAuthority;
import de.koblenz.kiosk.eid.certificate.AccessRight;
import de.koblenz.kiosk.eid.certificate.CertificateDescription;
import de.koblenz.kiosk.eid.crypto.StandardCurve;
import de.koblenz.kiosk.eid.protocol.PassiveAuthentication;
import de.koblenz.kiosk.eid.tlv.Octets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// The authority of bench and demo: a public key infrastructure of its own, made anew at each start, which the cards of the
/// bench believe and no genuine card does. Immutable.
final class BenchAuthority {
    private static final CertificateDescription DESCRIPTION =
            CertificateDescription.of(
                    "Prüfstand Koblenz",
                    "Stadt Koblenz, Bürgeramt",
                    "https://www.koblenz.de",
                    "Stadt Koblenz, Willi-Hörter-Platz 1, 56068 Koblenz. Zweck: Anträge an die Stadtverwaltung ausfüllen."
                            + " Aufsicht: Der Landesbeauftragte für den Datenschutz Rheinland-Pfalz.");

    private final TestAuthority authority;

    BenchAuthority(InstantSource clock) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), KioskGraph.ZONE);
        authority =
                new TestAuthority(
                        new TestAuthority.Plan(
                                StandardCurve.BRAINPOOL_P256,
                                1,
                                rights(),
                                DESCRIPTION,
                                // A card's date may lag behind the terminal's.
                                today.minusDays(2),
                                today.plusYears(1)),
                        new SecureRandom());
    }

    /// As a city gets them for filling in forms: no images, no signature; with the CAN where staff are beside the terminal.
    private static Set<AccessRight> rights() {
        return Set.of(
                AccessRight.reading(1),
                AccessRight.reading(4),
                AccessRight.reading(5),
                AccessRight.reading(7),
                AccessRight.reading(8),
                AccessRight.reading(9),
                AccessRight.reading(13),
                AccessRight.reading(17),
                AccessRight.CAN_ALLOWED,
                AccessRight.AGE_VERIFICATION,
                AccessRight.COMMUNITY_VERIFICATION,
                AccessRight.RESTRICTED_IDENTIFICATION);
    }

    /// What the cards of the bench are to believe.
    List<byte[]> trustAnchors() {
        return authority.roots().stream().map(root -> root.encoded().toArray()).toList();
    }

    /// The right to read them.
    CardRoad road(FarEnds ends) {
        return road(ends.cardTable().issuerCertificate());
    }

    /// The right to read the cards of an issuer (X.509, DER).
    CardRoad road(byte[] issuer) {
        Octets certificate = Octets.of(issuer);
        return TerminalRoad.of(() ->
                new TerminalRoad.Rights(
                        authority, new PassiveAuthentication(List.of(certificate))));
    }
}
