package de.koblenz.kiosk.eid;

import de.koblenz.kiosk.eid.authority.TestAuthority;
import de.koblenz.kiosk.eid.certificate.AccessRight;
import de.koblenz.kiosk.eid.certificate.CertificateDescription;
import de.koblenz.kiosk.eid.crypto.StandardCurve;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/// Test authorities and the day on which their certificates are valid.
public final class Authorities {
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    public static final Clock CLOCK =
            Clock.fixed(
                    TODAY.atTime(LocalTime.NOON).atZone(ZoneId.of("Europe/Berlin")).toInstant(),
                    ZoneId.of("Europe/Berlin"));

    private static final CertificateDescription DESCRIPTION =
            CertificateDescription.of(
                    "Testaussteller",
                    "Stadtverwaltung Koblenz",
                    "https://www.koblenz.de",
                    "Willi-Hörter-Platz 1, 56068 Koblenz\r\nZweck: Antrag am Bürgerterminal");

    private Authorities() {}

    public static TestAuthority of(StandardCurve curve, int roots, Set<AccessRight> rights) {
        return new TestAuthority(
                new TestAuthority.Plan(
                        curve, roots, rights, DESCRIPTION, TODAY.minusDays(2), TODAY.plusDays(30)),
                new FixedRandom(curve.id()));
    }

    public static TestAuthority of(Set<AccessRight> rights) {
        return of(StandardCurve.BRAINPOOL_P256, 1, rights);
    }

    /// All that a citizen terminal may ever have.
    public static TestAuthority full() {
        Set<AccessRight> rights = EnumSet.allOf(AccessRight.class);
        rights.remove(AccessRight.PRIVILEGED_TERMINAL);
        return of(rights);
    }
}
