package de.koblenz.kiosk.device.sim.card;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.bouncycastle.math.ec.ECPoint;

/// Chip authentication version 2 on the card's side (BSI TR-03110-3 A.4, B.2). One run; not thread-safe.
final class ChipAuthentication {
    private static final int NONCE_LENGTH = 8;

    private final CardCryptography cryptography;
    private final ChipKeys keys;
    private final BigInteger key;

    /// Reads `MSE:Set AT`.
    ///
    /// @throws CardError with `6A80` for another algorithm, `6A88` for an unknown key, `6982` for one that this
    ///     terminal may not use
    ChipAuthentication(
            List<Tlv> objects, CardCryptography cryptography, ChipKeys keys, Rights rights)
            throws CardError {
        this.cryptography = cryptography;
        this.keys = keys;
        if (!Arrays.equals(protocol(), Tlv.require(objects, 0x80).value())) {
            throw new CardError(CardError.WRONG_DATA);
        }
        Optional<Tlv> named = Tlv.find(objects, 0x84);
        int number =
                named.isEmpty()
                        ? ChipKeys.GENERAL
                        : new BigInteger(1, named.get().value()).intValue();
        if (number != ChipKeys.GENERAL && number != ChipKeys.PRIVILEGED) {
            throw new CardError(CardError.NO_REFERENCE);
        }
        if (number == ChipKeys.PRIVILEGED && !rights.privileged()) {
            throw new CardError(CardError.NOT_AUTHORISED);
        }
        key = number == ChipKeys.PRIVILEGED ? keys.privileged() : keys.general();
    }

    /// Whether `MSE:Set AT` means chip authentication rather than restricted identification.
    static boolean meant(byte[] protocol) {
        byte[] family = EidObject.content(EidObject.CHIP_AUTHENTICATION_ECDH);
        return protocol.length == family.length + 1
                && Arrays.equals(Arrays.copyOf(protocol, family.length), family);
    }

    private byte[] protocol() {
        return EidObject.content(
                EidObject.CHIP_AUTHENTICATION_ECDH.branch(Integer.toString(cryptography.arc())));
    }

    /// What the card answers, and the channel that begins after that answer.
    record Agreed(Tlv answer, SecureChannel channel) {}

    /// `GENERAL AUTHENTICATE`: key agreement and the card's proof that it has the key.
    ///
    /// @param compressed the terminal's key as it was signed in terminal authentication
    /// @throws CardError with `6A80` for no point of the curve, `6300` for another key than the signed one
    Agreed agree(byte[] terminalKey, byte[] compressed, RandomGenerator random) throws CardError {
        ECPoint other = CardCipher.point(keys.domain(), terminalKey);
        if (!Arrays.equals(CardCipher.coordinate(other), compressed)) {
            throw new CardError(CardError.FAILED);
        }
        byte[] nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        byte[] secret = CardCipher.coordinate(other.multiply(key));
        int bits = cryptography.aesBits();
        byte[] encryption = CardCipher.derive(secret, nonce, CardCipher.ENCRYPTION, bits);
        byte[] authentication = CardCipher.derive(secret, nonce, CardCipher.AUTHENTICATION, bits);
        byte[] token =
                CardCipher.mac(
                        authentication,
                        Tlv.of(0x7F49, Tlv.of(0x06, protocol()), Tlv.of(0x86, terminalKey))
                                .bytes());
        return new Agreed(
                Tlv.of(0x7C, Tlv.of(0x81, nonce), Tlv.of(0x82, token)),
                new SecureChannel(encryption, authentication));
    }
}
