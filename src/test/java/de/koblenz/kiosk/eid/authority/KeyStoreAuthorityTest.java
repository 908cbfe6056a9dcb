package de.koblenz.kiosk.eid.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.eid.Authorities;
import de.koblenz.kiosk.eid.certificate.AccessRight;
import de.koblenz.kiosk.eid.certificate.CvCertificate;
import de.koblenz.kiosk.eid.certificate.CvPublicKey;
import de.koblenz.kiosk.eid.certificate.ObjectIds;
import de.koblenz.kiosk.eid.crypto.StandardCurve;
import de.koblenz.kiosk.eid.tlv.Octets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.Security;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyStoreAuthorityTest {
    private static KeyStoreAuthority beside(TestAuthority test, List<CvCertificate> certificates)
            throws Exception {
        return new KeyStoreAuthority(
                Security.getProvider("SunEC"),
                KeyPairGenerator.getInstance("EC").generateKeyPair().getPrivate(),
                test.identity().terminal(),
                test.identity().description(),
                test.identity().sector(),
                certificates);
    }

    @Test
    void theChainIsFoundInAnyOrder() throws Exception {
        TestAuthority test =
                Authorities.of(StandardCurve.NIST_P256, 3, Set.of(AccessRight.READ_DG4));
        String oldest = test.roots().getFirst().holder();
        List<CvCertificate> all = new ArrayList<>(test.chain(oldest));
        all.removeLast();
        all.addAll(test.roots());
        Collections.shuffle(all, new Random(5));
        KeyStoreAuthority authority = beside(test, all);
        for (CvCertificate root : test.roots()) {
            assertEquals(test.chain(root.holder()), authority.chain(root.holder()));
        }
        assertTrue(authority.root(oldest).isPresent());
        assertEquals(List.of(), authority.chain("DECVCAeID00102"));
    }

    @Test
    void certificatesInACircleEnd() throws Exception {
        TestAuthority test = Authorities.of(Set.of());
        CvCertificate verifier = test.chain("DECVCAKOTEST01").getFirst();
        CvCertificate circle =
                CvCertificate.signed(
                        CvCertificate.body(
                                /* authority= */ verifier.holder(),
                                verifier.key(),
                                /* holder= */ verifier.authority(),
                                verifier.chat(),
                                verifier.effective(),
                                verifier.expires(),
                                List.of()),
                        verifier.signature());
        assertEquals(List.of(), beside(test, List.of(verifier, circle)).chain("DECVCAOTHER01"));
    }

    @Test
    void aMissingModuleIsTold(@TempDir Path folder) throws IOException {
        Path configuration =
                Files.writeString(
                        folder.resolve("pkcs11.cfg"), "name = None\nlibrary = /nowhere/none.so\n");
        char[] pin = {'1', '2'};
        assertThrows(
                AuthorityException.class,
                () ->
                        KeyStoreAuthority.ofPkcs11(
                                configuration,
                                pin,
                                "terminal",
                                Authorities.of(Set.of()).identity(),
                                List.of()));
        assertEquals("\0\0", new String(pin));
    }

    @Test
    void aKeyInAModuleSigns(@TempDir Path folder) throws Exception {
        SoftToken token = new SoftToken(folder);
        List<String> lines = token.run(ModuleSigning.class, token.configuration().toString());
        CvPublicKey key =
                new CvPublicKey(
                        ObjectIds.child(ObjectIds.TA_ECDSA, 3),
                        Octets.ofHex(lines.get(lines.size() - 2)),
                        Optional.of(CvPublicKey.Domain.of(StandardCurve.NIST_P256.domain())));
        assertTrue(key.verifies(ModuleSigning.MESSAGE, Octets.ofHex(lines.getLast())));
    }
}
