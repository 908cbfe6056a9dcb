package de.koblenz.kiosk.device.sim.card;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.jspecify.annotations.Nullable;

/// One run of PACE with elliptic curves and generic mapping on the card's side (BSI TR-03110-3 A.3, B.1). Not
/// thread-safe; a step out of order ends it.
final class Pace {
    private static final int NONCE_LENGTH = 16;

    private final CardCryptography cryptography;
    private final RandomGenerator random;
    private final Request request;
    private final ECDomainParameters domain;
    private byte[] nonce = new byte[0];
    private @Nullable ECDomainParameters mapped;
    private @Nullable ECPoint ownKey;
    private @Nullable ECPoint terminalKey;
    private byte[] encryption = new byte[0];
    private byte[] authentication = new byte[0];

    /// What `MSE:Set AT` asked for.
    ///
    /// @param password which one
    /// @param rights what the terminal will want, if it will authenticate itself
    record Request(CardPassword password, Optional<Rights> rights) {}

    Pace(CardCryptography cryptography, RandomGenerator random, Request request) {
        this.cryptography = cryptography;
        this.random = random;
        this.request = request;
        this.domain = cryptography.curve().domain();
    }

    /// Reads `MSE:Set AT` for PACE (B.11.1).
    ///
    /// @throws CardError with `6A80` for what the card does not offer, `6A88` for an unknown password
    static Request request(List<Tlv> objects, CardCryptography cryptography) throws CardError {
        byte[] protocol =
                EidObject.content(
                        EidObject.PACE_ECDH_GM.branch(Integer.toString(cryptography.arc())));
        byte[] domain = {(byte) cryptography.curve().id()};
        Optional<Tlv> named = Tlv.find(objects, 0x84);
        if (!Arrays.equals(protocol, Tlv.require(objects, 0x80).value())
                || (named.isPresent() && !Arrays.equals(domain, named.get().value()))) {
            throw new CardError(CardError.WRONG_DATA);
        }
        byte[] reference = Tlv.require(objects, 0x83).value();
        CardPassword password =
                CardPassword.of(reference.length == 1 ? reference[0] : 0)
                        .orElseThrow(() -> new CardError(CardError.NO_REFERENCE));
        Optional<Tlv> template = Tlv.find(objects, 0x7F4C);
        Optional<Rights> rights =
                template.isPresent() ? Optional.of(Rights.of(template.get())) : Optional.empty();
        boolean allowed =
                switch (password) {
                    case PIN -> true;
                    case CAN -> rights.isEmpty() || rights.get().canAllowed();
                    case PUK -> rights.isEmpty();
                };
        if (!allowed) {
            throw new CardError(CardError.WRONG_DATA);
        }
        return new Request(password, rights);
    }

    Request request() {
        return request;
    }

    /// Step 1: the encrypted nonce.
    Tlv nonce(byte[] password) throws CardError {
        require(nonce.length == 0);
        nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        byte[] key =
                CardCipher.derive(
                        password, new byte[0], CardCipher.PASSWORD, cryptography.aesBits());
        return Tlv.of(0x80, CardCipher.cbc(true, key, new byte[CardCipher.BLOCK], nonce));
    }

    /// Step 2: the base point is mapped with the nonce and a shared point.
    Tlv map(byte[] mapping) throws CardError {
        require(nonce.length > 0 && mapped == null);
        ECPoint other = CardCipher.point(domain, mapping);
        BigInteger key = CardCipher.scalar(domain, random);
        ECPoint shared = other.multiply(key).normalize();
        ECPoint base = domain.getG().multiply(new BigInteger(1, nonce)).add(shared).normalize();
        if (base.isInfinity()) {
            throw new CardError(CardError.FAILED);
        }
        mapped = new ECDomainParameters(domain.getCurve(), base, domain.getN(), domain.getH());
        return Tlv.of(0x82, CardCipher.encoded(domain.getG().multiply(key)));
    }

    /// Step 3: key agreement on the mapped base point.
    Tlv agree(byte[] key) throws CardError {
        ECDomainParameters on = mapped;
        require(on != null && ownKey == null);
        if (on == null) {
            throw new CardError(CardError.CONDITIONS);
        }
        ECPoint other = CardCipher.point(domain, key);
        BigInteger secret = CardCipher.scalar(on, random);
        ECPoint own = on.getG().multiply(secret).normalize();
        if (own.equals(other)) {
            throw new CardError(CardError.FAILED);
        }
        byte[] shared = CardCipher.coordinate(other.multiply(secret));
        int bits = cryptography.aesBits();
        encryption = CardCipher.derive(shared, new byte[0], CardCipher.ENCRYPTION, bits);
        authentication = CardCipher.derive(shared, new byte[0], CardCipher.AUTHENTICATION, bits);
        ownKey = own;
        terminalKey = other;
        return Tlv.of(0x84, CardCipher.encoded(own));
    }

    /// Whether the terminal has reached the last step.
    boolean agreed() {
        return ownKey != null;
    }

    /// Step 4: the terminal proves that it knows the password.
    boolean proves(byte[] token) throws CardError {
        return Arrays.equals(token(own()), token);
    }

    /// The card's own proof.
    Tlv proof() throws CardError {
        ECPoint other = terminalKey;
        if (other == null) {
            throw new CardError(CardError.CONDITIONS);
        }
        return Tlv.of(0x86, token(other));
    }

    SecureChannel channel() {
        return new SecureChannel(encryption, authentication);
    }

    /// By what the terminal will name this card in terminal authentication (A.7.1.1).
    byte[] identifier() throws CardError {
        return CardCipher.coordinate(own());
    }

    private ECPoint own() throws CardError {
        ECPoint own = ownKey;
        if (own == null) {
            throw new CardError(CardError.CONDITIONS);
        }
        return own;
    }

    /// MAC over a public key with the identifier of the protocol (A.2.4.2, D.3).
    private byte[] token(ECPoint key) {
        byte[] protocol =
                EidObject.content(
                        EidObject.PACE_ECDH_GM.branch(Integer.toString(cryptography.arc())));
        return CardCipher.mac(
                authentication,
                Tlv.of(0x7F49, Tlv.of(0x06, protocol), Tlv.of(0x86, CardCipher.encoded(key)))
                        .bytes());
    }

    private static void require(boolean order) throws CardError {
        if (!order) {
            throw new CardError(CardError.CONDITIONS);
        }
    }
}
