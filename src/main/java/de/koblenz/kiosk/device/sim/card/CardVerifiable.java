package de.koblenz.kiosk.device.sim.card;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;

/// A card-verifiable certificate as the card reads it (BSI TR-03110-3 C.1). Immutable.
final class CardVerifiable {
    private static final int BODY = 0x7F4E;
    private static final int SIGNATURE = 0x5F37;

    private final Tlv body;
    private final byte[] signature;
    private final String authority;
    private final String holder;
    private final Key key;
    private final Rights rights;
    private final LocalDate effective;
    private final LocalDate expires;
    private final Map<Integer, byte[]> sectors;

    /// A public key for signatures.
    ///
    /// @param algorithm octets of the object identifier, hexadecimal
    record Key(String algorithm, ECDomainParameters domain, ECPoint point) {
        /// Checks a plain signature, r and s in the length of the order each (A.6.4.2).
        boolean verifies(byte[] message, byte[] signature) {
            int half = (domain.getN().bitLength() + 7) / 8;
            if (signature.length != 2 * half) {
                return false;
            }
            ECDSASigner signer = new ECDSASigner();
            signer.init(false, new ECPublicKeyParameters(point, domain));
            return signer.verifySignature(
                    CardCipher.sha(message, digest()),
                    new BigInteger(1, Arrays.copyOf(signature, half)),
                    new BigInteger(1, Arrays.copyOfRange(signature, half, 2 * half)));
        }

        /// Hash of the algorithm: the last arc of TA-ECDSA is 1 to 5.
        Digest digest() {
            return switch (algorithm.charAt(algorithm.length() - 1)) {
                case '1' -> new SHA1Digest();
                case '2' -> new SHA224Digest();
                case '4' -> new SHA384Digest();
                case '5' -> new SHA512Digest();
                default -> new SHA256Digest();
            };
        }
    }

    private CardVerifiable(Tlv body, byte[] signature, Optional<ECDomainParameters> inherited)
            throws CardError {
        List<Tlv> parts = body.children();
        this.body = body;
        this.signature = signature;
        if (!Arrays.equals(Tlv.require(parts, 0x5F29).value(), new byte[] {0})) {
            throw new CardError(CardError.WRONG_DATA);
        }
        authority = reference(Tlv.require(parts, 0x42));
        holder = reference(Tlv.require(parts, 0x5F20));
        key = key(Tlv.require(parts, 0x7F49), inherited);
        rights = Rights.of(Tlv.require(parts, 0x7F4C));
        effective = date(Tlv.require(parts, 0x5F25).value());
        expires = date(Tlv.require(parts, 0x5F24).value());
        sectors = sectors(Tlv.find(parts, 0x65));
    }

    /// The data field of `PSO:Verify Certificate`: body and signature.
    ///
    /// @param inherited domain of the authority's key, used where the certificate names none
    static CardVerifiable ofParts(byte[] field, ECDomainParameters inherited) throws CardError {
        List<Tlv> parts = Tlv.list(field);
        return new CardVerifiable(
                Tlv.require(parts, BODY),
                Tlv.require(parts, SIGNATURE).value(),
                Optional.of(inherited));
    }

    /// A whole certificate (7F21) with its own domain: a trust anchor.
    static CardVerifiable anchor(byte[] certificate) throws CardError {
        Tlv whole = Tlv.only(certificate, 0x7F21);
        return new CardVerifiable(
                whole.child(BODY), whole.child(SIGNATURE).value(), Optional.empty());
    }

    static String reference(Tlv object) {
        return HexFormat.of().formatHex(object.value());
    }

    private static Key key(Tlv object, Optional<ECDomainParameters> inherited) throws CardError {
        List<Tlv> parts = object.children();
        byte[] algorithm = Tlv.require(parts, 0x06).value();
        byte[] ecdsa = EidObject.content(EidObject.TA_ECDSA);
        if (algorithm.length != ecdsa.length + 1
                || !Arrays.equals(Arrays.copyOf(algorithm, ecdsa.length), ecdsa)
                || algorithm[ecdsa.length] < 1
                || algorithm[ecdsa.length] > 5) {
            throw new CardError(CardError.WRONG_DATA);
        }
        Optional<Tlv> prime = Tlv.find(parts, 0x81);
        ECDomainParameters domain;
        if (prime.isPresent()) {
            domain = explicit(parts);
        } else {
            domain = inherited.orElseThrow(() -> new CardError(CardError.WRONG_DATA));
        }
        return new Key(
                HexFormat.of().formatHex(algorithm),
                domain,
                CardCipher.point(domain, Tlv.require(parts, 0x86).value()));
    }

    /// Domain parameters in the certificate (D.3.3).
    static ECDomainParameters explicit(List<Tlv> parts) throws CardError {
        try {
            BigInteger order = number(parts, 0x85);
            BigInteger cofactor = number(parts, 0x87);
            ECCurve curve =
                    new ECCurve.Fp(
                            number(parts, 0x81),
                            number(parts, 0x82),
                            number(parts, 0x83),
                            order,
                            cofactor);
            ECPoint base = curve.decodePoint(Tlv.require(parts, 0x84).value());
            return new ECDomainParameters(curve, base, order, cofactor);
        } catch (IllegalArgumentException | ArithmeticException _) {
            throw new CardError(CardError.WRONG_DATA);
        }
    }

    private static BigInteger number(List<Tlv> parts, int tag) throws CardError {
        return new BigInteger(1, Tlv.require(parts, tag).value());
    }

    /// Six octets, one digit each (D.2.1.3).
    private static LocalDate date(byte[] digits) throws CardError {
        if (digits.length != 6) {
            throw new CardError(CardError.WRONG_DATA);
        }
        int[] two = new int[3];
        for (int i = 0; i < digits.length; i++) {
            if (digits[i] < 0 || digits[i] > 9) {
                throw new CardError(CardError.WRONG_DATA);
            }
            two[i / 2] = two[i / 2] * 10 + digits[i];
        }
        try {
            return LocalDate.of(2000 + two[0], two[1], two[2]);
        } catch (DateTimeException _) {
            throw new CardError(CardError.WRONG_DATA);
        }
    }

    /// Hashes of sector public keys by their number (C.3.2.1).
    private static Map<Integer, byte[]> sectors(Optional<Tlv> extensions) throws CardError {
        Map<Integer, byte[]> found = new TreeMap<>();
        if (extensions.isPresent()) {
            for (Tlv extension : extensions.get().children()) {
                List<Tlv> parts = extension.children();
                byte[] kind = Tlv.require(parts, 0x06).value();
                if (Arrays.equals(kind, EidObject.content(EidObject.TERMINAL_SECTOR))) {
                    Tlv.find(parts, 0x80).ifPresent(hash -> found.put(1, hash.value()));
                    Tlv.find(parts, 0x81).ifPresent(hash -> found.put(2, hash.value()));
                }
            }
        }
        return found;
    }

    boolean signedBy(Key authorityKey) {
        return authorityKey.verifies(body.bytes(), signature);
    }

    /// Reference of the key that signed it, hexadecimal.
    String authority() {
        return authority;
    }

    /// Reference of its own key, hexadecimal.
    String holder() {
        return holder;
    }

    Key key() {
        return key;
    }

    Rights rights() {
        return rights;
    }

    LocalDate effective() {
        return effective;
    }

    LocalDate expires() {
        return expires;
    }

    /// Hash of a sector's public key; empty where the certificate names none.
    byte[] sector(int number) {
        return sectors.getOrDefault(number, new byte[0]);
    }
}
