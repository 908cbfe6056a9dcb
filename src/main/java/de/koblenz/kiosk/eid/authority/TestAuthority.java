package de.koblenz.kiosk.eid.authority;

import de.koblenz.kiosk.eid.certificate.AccessRight;
import de.koblenz.kiosk.eid.certificate.CertificateDescription;
import de.koblenz.kiosk.eid.certificate.Chat;
import de.koblenz.kiosk.eid.certificate.CvCertificate;
import de.koblenz.kiosk.eid.certificate.CvPublicKey;
import de.koblenz.kiosk.eid.certificate.ObjectIds;
import de.koblenz.kiosk.eid.crypto.StandardCurve;
import de.koblenz.kiosk.eid.tlv.Octets;
import de.koblenz.kiosk.eid.tlv.Tlv;
import de.koblenz.kiosk.eid.tlv.TlvSequence;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.util.BigIntegers;

/// An authority with a public key infrastructure of its own, made anew at each start: roots that follow one another by links,
/// document verifier, terminal (TR-03110-3 §C.2). For development, demonstration and tests; no genuine card trusts it. Immutable, thread-safe.
public final class TestAuthority implements TerminalAuthority {
    private static final Octets ALGORITHM = ObjectIds.child(ObjectIds.TA_ECDSA, 3);
    private static final String HASH = "SHA-256";
    private static final int HASH_TAG = 0x80;

    private final List<CvCertificate> roots;
    private final List<CvCertificate> links;
    private final CvCertificate verifier;
    private final Identity identity;
    private final StandardCurve.KeyPair terminalKey;
    private final Authorised authorised;

    /// What to generate.
    ///
    /// @param curve of all keys
    /// @param roots how many generations of roots; a card may still trust the first
    /// @param rights of the terminal
    /// @param from first day of all certificates
    /// @param until last day of the terminal's; the others live longer
    public record Plan(
            StandardCurve curve,
            int roots,
            Set<AccessRight> rights,
            CertificateDescription description,
            LocalDate from,
            LocalDate until) {
        public Plan {
            rights = Set.copyOf(rights);
            if (roots < 1 || roots > 99) {
                throw new IllegalArgumentException("roots: " + roots);
            }
        }
    }

    /// What a terminal's certificate is made of, apart from its key.
    private record Authorised(
            Plan plan, List<CvCertificate.Extension> extensions, StandardCurve.KeyPair verifier) {
        CvCertificate terminal(String verifierName, Octets point) {
            return sign(
                    CvCertificate.body(
                            verifierName,
                            new CvPublicKey(ALGORITHM, point, Optional.empty()),
                            "DEKOTEST00001",
                            Chat.of(Chat.Role.TERMINAL, plan.rights()),
                            plan.from(),
                            plan.until(),
                            extensions),
                    verifier);
        }
    }

    /// @param random of cryptographic quality where it matters
    public TestAuthority(Plan plan, SecureRandom random) {
        StandardCurve curve = plan.curve();
        CvPublicKey.Domain domain = CvPublicKey.Domain.of(curve.domain());
        LocalDate longer = plan.until().plusYears(1);
        roots = new ArrayList<>();
        links = new ArrayList<>();
        Chat rootChat = Chat.of(Chat.Role.ROOT, Set.of(AccessRight.values()));
        StandardCurve.KeyPair signing = curve.keyPair(random);
        String signer = rootName(1);
        for (int generation = 1; generation <= plan.roots(); generation++) {
            String holder = rootName(generation);
            StandardCurve.KeyPair key = generation == 1 ? signing : curve.keyPair(random);
            CvPublicKey rootKey =
                    new CvPublicKey(ALGORITHM, key.encodedPoint(), Optional.of(domain));
            roots.add(
                    sign(
                            CvCertificate.body(
                                    holder,
                                    rootKey,
                                    holder,
                                    rootChat,
                                    plan.from(),
                                    longer,
                                    List.of()),
                            key));
            if (generation > 1) {
                links.add(
                        sign(
                                CvCertificate.body(
                                        signer,
                                        rootKey,
                                        holder,
                                        rootChat,
                                        plan.from(),
                                        longer,
                                        List.of()),
                                signing));
            }
            signing = key;
            signer = holder;
        }
        StandardCurve.KeyPair verifierKey = curve.keyPair(random);
        String verifierName = "DEDVKOTEST00001";
        verifier =
                sign(
                        CvCertificate.body(
                                signer,
                                key(verifierKey),
                                verifierName,
                                Chat.of(
                                        Chat.Role.DOCUMENT_VERIFIER_DOMESTIC,
                                        Set.of(AccessRight.values())),
                                plan.from(),
                                longer,
                                List.of()),
                        signing);
        // Cards agree on keys with sectors on this curve, whatever the certificates are signed on.
        StandardCurve sectorCurve = StandardCurve.BRAINPOOL_P256;
        Tlv sector =
                new CvPublicKey(
                                ObjectIds.child(ObjectIds.RI_ECDH, 3),
                                sectorCurve.keyPair(random).encodedPoint(),
                                Optional.of(CvPublicKey.Domain.of(sectorCurve.domain())))
                        .encoded();
        terminalKey = curve.keyPair(random);
        List<CvCertificate.Extension> extensions =
                List.of(
                        extension(ObjectIds.DESCRIPTION, plan.description().hash(HASH)),
                        extension(ObjectIds.SECTOR, sector.encoded().hash(HASH)));
        authorised = new Authorised(plan, extensions, verifierKey);
        identity =
                new Identity(
                        authorised.terminal(verifierName, terminalKey.encodedPoint()),
                        plan.description(),
                        Optional.of(sector));
    }

    private static String rootName(int generation) {
        return "DECVCAKOTEST" + (generation < 10 ? "0" : "") + generation;
    }

    private static CvPublicKey key(StandardCurve.KeyPair key) {
        return new CvPublicKey(ALGORITHM, key.encodedPoint(), Optional.empty());
    }

    private static CvCertificate.Extension extension(Octets identifier, Octets hash) {
        return new CvCertificate.Extension(
                identifier, new TlvSequence(List.of(Tlv.of(HASH_TAG, hash))));
    }

    private static CvCertificate sign(Octets body, StandardCurve.KeyPair key) {
        return CvCertificate.signed(body, signature(body, key));
    }

    private static Octets signature(Octets message, StandardCurve.KeyPair key) {
        // The nonce follows from key and message (RFC 6979), so that no weak randomness can leak
        // the key.
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, new ECPrivateKeyParameters(key.secret(), key.curve().domain()));
        BigInteger[] numbers = signer.generateSignature(message.hash(HASH).toArray());
        int length = (key.curve().domain().getN().bitLength() + 7) / 8;
        return Octets.join(
                Octets.of(BigIntegers.asUnsignedByteArray(length, numbers[0])),
                Octets.of(BigIntegers.asUnsignedByteArray(length, numbers[1])));
    }

    /// The certificates of the roots, oldest first: one of them is what a test card trusts.
    public List<CvCertificate> roots() {
        return List.copyOf(roots);
    }

    /// A certificate for a terminal's key that somebody else holds, with the same rights, description and sector: so a hardware module can
    /// be tried.
    ///
    /// @param point its public key, uncompressed, on the curve of the plan
    public CvCertificate certify(Octets point) {
        return authorised.terminal(verifier.holder(), point);
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public List<CvCertificate> chain(String trustPoint) {
        for (int i = 0; i < roots.size(); i++) {
            if (roots.get(i).holder().equals(trustPoint)) {
                List<CvCertificate> chain = new ArrayList<>(links.subList(i, links.size()));
                chain.add(verifier);
                chain.add(identity.terminal());
                return chain;
            }
        }
        return List.of();
    }

    @Override
    public Optional<CvCertificate> root(String trustPoint) {
        return roots.stream().filter(root -> root.holder().equals(trustPoint)).findFirst();
    }

    @Override
    public Octets sign(Octets message) {
        return signature(message, terminalKey);
    }
}
