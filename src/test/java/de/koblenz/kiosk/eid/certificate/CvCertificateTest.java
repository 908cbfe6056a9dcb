package de.koblenz.kiosk.eid.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.eid.Vectors;
import de.koblenz.kiosk.eid.failure.EidException;
import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.tlv.Octets;
import de.koblenz.kiosk.eid.tlv.TlvException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CvCertificateTest {
    private static final LocalDate DAY = LocalDate.of(2014, 3, 15);

    private final Vectors example = Vectors.workedExample();
    private final Vectors pki = Vectors.testPki();

    private CvCertificate certificate(String name) throws TlvException {
        return CvCertificate.parse(pki.get(name));
    }

    @Test
    void aTerminalCertificateWithExtensionsIsRead() throws TlvException {
        CvCertificate terminal = certificate("terminal");
        assertEquals("DEDVeIDDPST00035", terminal.authority());
        assertEquals("DEDEMODEV00038", terminal.holder());
        assertEquals(LocalDate.of(2014, 3, 13), terminal.effective());
        assertEquals(LocalDate.of(2014, 4, 11), terminal.expires());
        assertEquals(Optional.of(Chat.Role.TERMINAL), terminal.chat().role());
        // 00 05 13 FF 87
        assertTrue(terminal.chat().rights().contains(AccessRight.AGE_VERIFICATION));
        assertTrue(terminal.chat().rights().contains(AccessRight.READ_DG17));
        assertFalse(terminal.chat().rights().contains(AccessRight.CAN_ALLOWED));
        assertFalse(terminal.chat().rights().contains(AccessRight.READ_DG11));
        assertEquals(2, terminal.extensions().size());
        assertTrue(terminal.descriptionHash().isPresent());
        assertTrue(terminal.sectorHash().isPresent());
        assertTrue(terminal.secondSectorHash().isEmpty());
    }

    @Test
    void aCertificateReadIsWrittenTheSame() throws TlvException {
        for (String name : new String[] {"root.1", "link.1.2", "verifier", "terminal"}) {
            CvCertificate certificate = certificate(name);
            assertEquals(pki.get(name), certificate.encoded());
            assertEquals(
                    certificate.body(),
                    CvCertificate.body(
                            certificate.authority(),
                            certificate.key(),
                            certificate.holder(),
                            certificate.chat(),
                            certificate.effective(),
                            certificate.expires(),
                            certificate.extensions()));
        }
    }

    @Test
    void aChainWithALinkIsAccepted() throws TlvException, EidException {
        Set<AccessRight> rights =
                CvChain.verify(
                        "DETESTeID00002",
                        Optional.of(certificate("root.2")),
                        List.of(
                                certificate("link.2.4"),
                                certificate("verifier"),
                                certificate("terminal")),
                        DAY);
        assertEquals(certificate("terminal").chat().rights(), rights);
    }

    /// Worked Example for EAC 1.02: 512 bits, SHA-512.
    @Test
    void theChainOfTheWorkedExampleIsAccepted() throws TlvException, EidException {
        CvCertificate root = CvCertificate.parse(example.get("ta.root"));
        assertTrue(root.key().verifies(root.body(), root.signature()));
        CvChain.verify(
                root.holder(),
                Optional.of(root),
                List.of(
                        CvCertificate.parse(example.get("ta.verifier")),
                        CvCertificate.parse(example.get("ta.terminal"))),
                LocalDate.of(2010, 10, 1));
    }

    private void refused(EidFailure failure, String trustPoint, LocalDate day, String... names)
            throws TlvException {
        CvCertificate[] chain = new CvCertificate[names.length];
        for (int i = 0; i < names.length; i++) {
            chain[i] = certificate(names[i]);
        }
        CvCertificate root = certificate("root.2");
        assertEquals(
                failure,
                assertThrows(
                                EidException.class,
                                () ->
                                        CvChain.verify(
                                                trustPoint, Optional.of(root), List.of(chain), day))
                        .failure());
    }

    @Test
    void brokenChainsAreRefused() throws TlvException {
        String root = "DETESTeID00002";
        EidFailure chain = EidFailure.CERTIFICATE_CHAIN;
        refused(chain, root, DAY, "verifier", "terminal");
        refused(chain, root, DAY, "link.2.4", "terminal");
        refused(chain, root, DAY, "link.2.4", "verifier");
        refused(chain, root, DAY, "link.2.4");
        refused(chain, root, DAY);
        refused(chain, root, DAY, "terminal", "verifier", "link.2.4");
        refused(chain, "DETESTeID00001", DAY, "link.2.4", "verifier", "terminal");
    }

    @Test
    void anExpiredCertificateIsNamedAsSuch() throws TlvException {
        refused(
                EidFailure.CERTIFICATE_EXPIRED,
                "DETESTeID00002",
                LocalDate.of(2014, 4, 12),
                "link.2.4",
                "verifier",
                "terminal");
        refused(
                EidFailure.CERTIFICATE_EXPIRED,
                "DETESTeID00002",
                LocalDate.of(2014, 3, 12),
                "link.2.4",
                "verifier",
                "terminal");
    }

    @Test
    void everyChangedBitOfABodyBreaksItsSignature() throws TlvException {
        CvCertificate root = certificate("root.2");
        CvCertificate link = certificate("link.2.4");
        for (int octet = 0; octet < link.body().length(); octet += 7) {
            byte[] changed = link.body().toArray();
            changed[octet] ^= 1;
            assertFalse(root.key().verifies(Octets.of(changed), link.signature()));
        }
        assertTrue(root.key().verifies(link.body(), link.signature()));
    }

    @Test
    void signaturesThatAreNoneAreRefused() throws TlvException {
        CvCertificate root = certificate("root.2");
        for (String signature : new String[] {"", "00", "00".repeat(64), "ff".repeat(64)}) {
            assertFalse(root.key().verifies(root.body(), Octets.ofHex(signature)));
        }
    }

    @Test
    void descriptionsBelongToTheirCertificates() throws TlvException, EidException {
        for (String service : new String[] {"service", "service.2", "service.3"}) {
            CertificateDescription description =
                    CertificateDescription.parse(pki.get(service + ".description"));
            description.requireOf(certificate(service + ".terminal"));
            assertFalse(description.subjectName().isBlank());
            assertFalse(description.termsOfUsage().isBlank());
        }
        CertificateDescription other = CertificateDescription.parse(pki.get("service.description"));
        CvCertificate terminal = certificate("service.2.terminal");
        assertThrows(EidException.class, () -> other.requireOf(terminal));
    }

    @Test
    void aDescriptionWrittenIsRead() throws TlvException {
        CertificateDescription description =
                CertificateDescription.of(
                        "Testaussteller",
                        "Stadt Koblenz",
                        "https://www.koblenz.de",
                        "Zweck: Übung");
        assertEquals(description, CertificateDescription.parse(description.encoded()));
    }

    @Test
    void anyCertificateIsReadOrRefused() throws TlvException {
        fuzz(20_000);
    }

    @Test
    @Tag("long")
    void anyCertificateIsReadOrRefusedForLong() throws TlvException {
        fuzz(5_000_000);
    }

    private void fuzz(int rounds) throws TlvException {
        Random random = new Random(42);
        Octets[] seeds = {pki.get("terminal"), pki.get("root.1"), pki.get("service.description")};
        CvCertificate root = certificate("root.2");
        int read = 0;
        for (int i = 0; i < rounds; i++) {
            Octets seed = seeds[i % seeds.length];
            byte[] octets = seed.toArray();
            for (int change = random.nextInt(4); change >= 0; change--) {
                octets[random.nextInt(octets.length)] = (byte) random.nextInt();
            }
            try {
                if (i % seeds.length == 2) {
                    CertificateDescription.parse(Octets.of(octets));
                } else {
                    CvCertificate certificate = CvCertificate.parse(Octets.of(octets));
                    certificate.chat().rights();
                    if (i % 1000 == 1) {
                        // A key full of nonsense is a key that verifies nothing.
                        certificate.key().verifies(root.body(), root.signature());
                    }
                }
                read++;
            } catch (TlvException _) {
                // Refused, as it should be.
            }
        }
        assertTrue(read > 0 && read < rounds, "one-sided");
    }
}
