package de.koblenz.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.koblenz.kiosk.eid.authority.TestAuthority;
import de.koblenz.kiosk.eid.certificate.AccessRight;
import de.koblenz.kiosk.eid.certificate.CertificateDescription;
import de.koblenz.kiosk.eid.crypto.StandardCurve;
import de.koblenz.kiosk.eid.protocol.PassiveAuthentication;
import de.koblenz.kiosk.health.OutsideServices.Right;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What is told of the right to read cards.
class TerminalRoadTest {
    /// The office is two hours ahead in summer and one in winter.
    @Test
    void theRightIsKnownOnceItIsOpenedAndLastsToTheEndOfItsLastDay() {
        TestAuthority authority =
                new TestAuthority(
                        new TestAuthority.Plan(
                                StandardCurve.BRAINPOOL_P256,
                                1,
                                Set.of(AccessRight.AGE_VERIFICATION),
                                CertificateDescription.of("a", "b", "https://c.example", "d"),
                                LocalDate.of(2026, 6, 1),
                                LocalDate.of(2026, 11, 30)),
                        new SecureRandom());
        CardRoad road =
                TerminalRoad.of(() ->
                        new TerminalRoad.Rights(authority, new PassiveAuthentication(List.of())));
        assertEquals(new Right.Unknown(), road.right(), "nobody waits for it");
        road.warmUp();
        assertEquals(
                new Right.Held(
                        Instant.parse("2026-05-31T22:00:00Z"),
                        Instant.parse("2026-11-30T23:00:00Z")),
                road.right());
    }

    @Test
    void aRightThatCannotBeOpenedIsMissing() {
        CardRoad road =
                TerminalRoad.of(() -> {
                    throw new IOException("no module");
                });
        road.warmUp();
        assertEquals(new Right.Missing(), road.right());
    }

    @Test
    void whereNoneIsConfiguredNoneIsMissing() {
        TerminalRoad.WITHOUT_RIGHTS.warmUp();
        assertEquals(new Right.Unknown(), TerminalRoad.WITHOUT_RIGHTS.right());
    }
}
