package de.koblenz.kiosk.eid.crypto;

import de.koblenz.kiosk.eid.failure.EidException;
import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.tlv.Octets;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/// The standardized elliptic curves that we speak (TR-03110-3 §A.2.1.1, table 4), all of cofactor 1.
public enum StandardCurve {
    NIST_P256(12, "secp256r1"),
    BRAINPOOL_P256(13, "brainpoolP256r1"),
    NIST_P384(15, "secp384r1"),
    BRAINPOOL_P384(16, "brainpoolP384r1"),
    BRAINPOOL_P512(17, "brainpoolP512r1");

    private final int id;

    // Immutable as well, though the library does not say so.
    @SuppressWarnings("ImmutableEnumChecker")
    private final ECDomainParameters domain;

    StandardCurve(int id, String name) {
        this.id = id;
        X9ECParameters parameters = CustomNamedCurves.getByName(name);
        if (parameters == null) {
            parameters = ECNamedCurveTable.getByName(name);
        }
        this.domain = new ECDomainParameters(parameters);
    }

    /// The number by which cards name the curve.
    public int id() {
        return id;
    }

    public ECDomainParameters domain() {
        return domain;
    }

    public static Optional<StandardCurve> ofId(int id) {
        for (StandardCurve curve : values()) {
            if (curve.id == id) {
                return Optional.of(curve);
            }
        }
        return Optional.empty();
    }

    /// Octets of one coordinate.
    public int fieldOctets() {
        return (domain.getCurve().getFieldSize() + 7) / 8;
    }

    /// An uncompressed point of the curve that is not its zero (TR-03111 §3.2.1).
    ///
    /// @throws EidException with CARD_ANSWER for anything else, such as a point beside the curve
    public ECPoint decode(Octets encoded) throws EidException {
        if (encoded.length() != 1 + 2 * fieldOctets() || encoded.at(0) != 4) {
            throw new EidException(EidFailure.CARD_ANSWER);
        }
        try {
            ECPoint point = domain.getCurve().decodePoint(encoded.toArray());
            if (point.isInfinity() || !point.isValid()) {
                throw new EidException(EidFailure.CARD_ANSWER);
            }
            return point.normalize();
        } catch (IllegalArgumentException e) {
            throw new EidException(EidFailure.CARD_ANSWER, e);
        }
    }

    public Octets encode(ECPoint point) {
        return Octets.of(point.getEncoded(false));
    }

    /// The x coordinate in full length: Comp() of TR-03110-3 §A.2.2.3, and the shared secret of a key agreement.
    public byte[] x(ECPoint point) {
        return point.normalize().getAffineXCoord().getEncoded();
    }

    /// `secret` times the curve's own generator, for which a table is kept.
    ECPoint timesGenerator(BigInteger secret) {
        return new FixedPointCombMultiplier().multiply(domain.getG(), secret).normalize();
    }

    /// `nonce` times the curve's own generator plus the common point of a key pair and the other side's point: the generic mapping
    /// of PACE (TR-03110-3 §A.3.4.1.1).
    ///
    /// @throws EidException with CARD_ANSWER when that is the zero of the curve
    public ECPoint map(BigInteger nonce, KeyPair own, ECPoint other) throws EidException {
        ECPoint generator = timesGenerator(nonce).add(own.agree(other)).normalize();
        if (generator.isInfinity()) {
            throw new EidException(EidFailure.CARD_ANSWER);
        }
        return generator;
    }

    /// A new key pair whose public key is the `generator` times a random number.
    public KeyPair keyPair(ECPoint generator, SecureRandom random) {
        return keyPair(
                generator,
                BigIntegers.createRandomInRange(
                        BigInteger.ONE, domain.getN().subtract(BigInteger.ONE), random));
    }

    public KeyPair keyPair(SecureRandom random) {
        return keyPair(domain.getG(), random);
    }

    KeyPair keyPair(ECPoint generator, BigInteger secret) {
        return new KeyPair(
                this,
                secret,
                generator.equals(domain.getG())
                        ? timesGenerator(secret)
                        : generator.multiply(secret).normalize());
    }

    /// A key of one session.
    ///
    /// @param secret 1 to n-1
    public record KeyPair(StandardCurve curve, BigInteger secret, ECPoint point) {
        /// The common point of a Diffie-Hellman exchange.
        ///
        /// @throws EidException with CARD_ANSWER when it is the zero of the curve
        public ECPoint agree(ECPoint other) throws EidException {
            ECPoint common = other.multiply(secret).normalize();
            if (common.isInfinity()) {
                throw new EidException(EidFailure.CARD_ANSWER);
            }
            return common;
        }

        public Octets encodedPoint() {
            return curve.encode(point);
        }

        @Override
        public String toString() {
            return "KeyPair of " + curve;
        }
    }
}
