package de.koblenz.kiosk.eid.certificate;

import de.koblenz.kiosk.eid.crypto.StandardCurve;
import de.koblenz.kiosk.eid.tlv.Octets;
import de.koblenz.kiosk.eid.tlv.Tlv;
import de.koblenz.kiosk.eid.tlv.TlvException;
import de.koblenz.kiosk.eid.tlv.TlvSequence;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.math.ec.ECConstants;
import org.bouncycastle.math.ec.ECCurve;

/// An ECDSA key in a card-verifiable certificate (TR-03110-3 §D.3.3). Certificates below the root leave the curve out and inherit it.
///
/// @param algorithm object identifier: signature scheme and hash
/// @param point uncompressed
/// @param domain the curve, where the certificate names it
public record CvPublicKey(Octets algorithm, Octets point, Optional<Domain> domain) {
    static final int TAG = 0x7F49;
    private static final int OBJECT_ID = 0x06;
    private static final int PRIME = 0x81;
    private static final int A = 0x82;
    private static final int B = 0x83;
    private static final int GENERATOR = 0x84;
    private static final int ORDER = 0x85;
    private static final int POINT = 0x86;
    private static final int COFACTOR = 0x87;

    /// The largest field is that of secp521r1; a larger one would only cost time.
    private static final int LARGEST_FIELD = 66;

    /// A curve given by its numbers, each as its octets.
    public record Domain(
            Octets prime, Octets a, Octets b, Octets generator, Octets order, Octets cofactor) {
        private static final Map<StandardCurve, Domain> STANDARD =
                Arrays.stream(StandardCurve.values())
                        .collect(Collectors.toMap(curve -> curve, curve -> of(curve.domain())));

        /// @throws IllegalArgumentException when the numbers are those of no curve of prime order
        ECDomainParameters parameters() {
            for (StandardCurve curve : StandardCurve.values()) {
                if (equals(STANDARD.get(curve))) {
                    return curve.domain();
                }
            }
            BigInteger p = number(prime);
            BigInteger n = number(order);
            if (prime.length() > LARGEST_FIELD
                    || p.bitLength() < 160
                    || !p.isProbablePrime(40)
                    || !n.isProbablePrime(40)
                    || !number(cofactor).equals(BigInteger.ONE)) {
                throw new IllegalArgumentException("no curve");
            }
            ECCurve curve = new ECCurve.Fp(p, number(a), number(b), n, ECConstants.ONE);
            return new ECDomainParameters(
                    curve, curve.decodePoint(generator.toArray()), n, ECConstants.ONE);
        }

        private static BigInteger number(Octets octets) {
            return new BigInteger(1, octets.toArray());
        }

        public static Domain of(ECDomainParameters parameters) {
            int field = (parameters.getCurve().getFieldSize() + 7) / 8;
            return new Domain(
                    octets(parameters.getCurve().getField().getCharacteristic(), field),
                    octets(parameters.getCurve().getA().toBigInteger(), field),
                    octets(parameters.getCurve().getB().toBigInteger(), field),
                    Octets.of(parameters.getG().getEncoded(false)),
                    octets(parameters.getN(), field),
                    Octets.of((byte) 1));
        }

        private static Octets octets(BigInteger number, int length) {
            return Octets.of(org.bouncycastle.util.BigIntegers.asUnsignedByteArray(length, number));
        }
    }

    static CvPublicKey parse(Tlv key) throws TlvException {
        return parse(key.expect(TAG).children());
    }

    private static CvPublicKey parse(TlvSequence parts) throws TlvException {
        Optional<Domain> domain = Optional.empty();
        if (parts.find(PRIME).isPresent() && parts.find(A).isPresent()) {
            domain =
                    Optional.of(
                            new Domain(
                                    parts.get(PRIME).value(),
                                    parts.get(A).value(),
                                    parts.get(B).value(),
                                    parts.get(GENERATOR).value(),
                                    parts.get(ORDER).value(),
                                    parts.get(COFACTOR).value()));
        }
        return new CvPublicKey(parts.get(OBJECT_ID).value(), parts.get(POINT).value(), domain);
    }

    public Tlv encoded() {
        Tlv object = Tlv.of(OBJECT_ID, algorithm);
        Tlv key = Tlv.of(POINT, point);
        return domain.map(d ->
                        Tlv.of(
                                TAG,
                                object,
                                Tlv.of(PRIME, d.prime),
                                Tlv.of(A, d.a),
                                Tlv.of(B, d.b),
                                Tlv.of(GENERATOR, d.generator),
                                Tlv.of(ORDER, d.order),
                                key,
                                Tlv.of(COFACTOR, d.cofactor)))
                .orElseGet(() -> Tlv.of(TAG, object, key));
    }

    /// This key on the curve of the one that signed it, if it names none itself (§C.2.3).
    CvPublicKey inheriting(CvPublicKey signer) {
        return domain.isPresent() ? this : new CvPublicKey(algorithm, point, signer.domain);
    }

    /// The hash of its signature scheme, where that is ECDSA (§A.7.1.2).
    public Optional<String> hash() {
        return switch (ObjectIds.arcBelow(ObjectIds.TA_ECDSA, algorithm)) {
            case 1 -> Optional.of("SHA-1");
            case 2 -> Optional.of("SHA-224");
            case 3 -> Optional.of("SHA-256");
            case 4 -> Optional.of("SHA-384");
            case 5 -> Optional.of("SHA-512");
            default -> Optional.empty();
        };
    }

    /// Whether `signature`, r and s side by side (TR-03111 §5.2.1), is this key's over `message`. False too for a key that is none.
    public boolean verifies(Octets message, Octets signature) {
        if (hash().isEmpty() || domain.isEmpty() || signature.length() % 2 != 0) {
            return false;
        }
        try {
            ECDomainParameters parameters = domain.get().parameters();
            ECDSASigner signer = new ECDSASigner();
            signer.init(
                    false,
                    new ECPublicKeyParameters(
                            parameters.getCurve().decodePoint(point.toArray()), parameters));
            byte[] both = signature.toArray();
            int half = both.length / 2;
            return signer.verifySignature(
                    MessageDigest.getInstance(hash().get()).digest(message.toArray()),
                    new BigInteger(1, Arrays.copyOf(both, half)),
                    new BigInteger(1, Arrays.copyOfRange(both, half, both.length)));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return false;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has these hashes", e);
        }
    }
}
