package de.koblenz.kiosk.device.sim.card;

import java.math.BigInteger;
import java.util.random.RandomGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;

/// Private keys of one card.
///
/// @param domain on which all of them lie
/// @param general of chip authentication, for every terminal
/// @param privileged of chip authentication, for privileged terminals only
/// @param revocation of restricted identification, for the mark of a revoked card
/// @param pseudonym of restricted identification, for the holder's pseudonym
record ChipKeys(
        ECDomainParameters domain,
        BigInteger general,
        BigInteger privileged,
        BigInteger revocation,
        BigInteger pseudonym) {
    /// Number of the key for every terminal.
    static final int GENERAL = 41;

    /// Number of the key for privileged terminals.
    static final int PRIVILEGED = 45;

    static ChipKeys make(CardCurve curve, RandomGenerator random) {
        ECDomainParameters domain = curve.domain();
        return new ChipKeys(
                domain,
                CardCipher.scalar(domain, random),
                CardCipher.scalar(domain, random),
                CardCipher.scalar(domain, random),
                CardCipher.scalar(domain, random));
    }

    byte[] generalPublicKey() {
        return CardCipher.encoded(domain.getG().multiply(general));
    }

    @Override
    public String toString() {
        return "ChipKeys[]";
    }
}
