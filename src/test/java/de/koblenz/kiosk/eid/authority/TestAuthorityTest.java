package de.koblenz.kiosk.eid.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.eid.Authorities;
import de.koblenz.kiosk.eid.certificate.AccessRight;
import de.koblenz.kiosk.eid.certificate.CvCertificate;
import de.koblenz.kiosk.eid.certificate.CvChain;
import de.koblenz.kiosk.eid.certificate.CvPublicKey;
import de.koblenz.kiosk.eid.crypto.StandardCurve;
import de.koblenz.kiosk.eid.failure.EidException;
import de.koblenz.kiosk.eid.tlv.Octets;
import de.koblenz.kiosk.eid.tlv.TlvException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestAuthorityTest {
    private static final Set<AccessRight> RIGHTS =
            Set.of(AccessRight.READ_DG4, AccessRight.AGE_VERIFICATION);

    @ParameterizedTest
    @EnumSource(StandardCurve.class)
    void theChainHoldsFromEachRootOnEachCurve(StandardCurve curve)
            throws EidException, TlvException {
        TestAuthority authority = Authorities.of(curve, 3, RIGHTS);
        for (int i = 0; i < 3; i++) {
            CvCertificate root = authority.roots().get(i);
            List<CvCertificate> chain = authority.chain(root.holder());
            assertEquals(2 + (2 - i), chain.size());
            assertEquals(
                    RIGHTS,
                    CvChain.verify(root.holder(), Optional.of(root), chain, Authorities.TODAY));
            for (CvCertificate certificate : chain) {
                assertEquals(certificate, CvCertificate.parse(certificate.encoded()));
            }
        }
    }

    @Test
    void anUnknownTrustPointHasNoChain() {
        assertTrue(Authorities.of(RIGHTS).chain("DECVCAeID00102").isEmpty());
    }

    @Test
    void itSignsWithTheKeyOfItsCertificate() {
        TestAuthority authority = Authorities.of(RIGHTS);
        Octets message = Octets.ofHex("0102030405");
        CvPublicKey key = authority.identity().terminal().key();
        CvPublicKey onCurve =
                new CvPublicKey(
                        key.algorithm(), key.point(), authority.roots().getFirst().key().domain());
        assertTrue(onCurve.verifies(message, authority.sign(message)));
        assertFalse(onCurve.verifies(Octets.ofHex("0102030406"), authority.sign(message)));
    }

    @Test
    void descriptionAndSectorBelongToTheCertificate() throws EidException, TlvException {
        TerminalAuthority.Identity identity = Authorities.of(RIGHTS).identity();
        identity.description().requireOf(identity.terminal());
        assertTrue(identity.sector().isPresent());
        assertTrue(identity.terminal().sectorHash().isPresent());
    }
}
