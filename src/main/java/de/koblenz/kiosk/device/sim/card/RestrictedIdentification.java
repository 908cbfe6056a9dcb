package de.koblenz.kiosk.device.sim.card;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.math.ec.ECPoint;

/// Restricted identification on the card's side (BSI TR-03110-3 A.5, B.4): the same answer to the same sector, and
/// none that two sectors could compare. One run; not thread-safe.
final class RestrictedIdentification {
    /// Key 1 makes the mark by which a revoked card is known, key 2 the pseudonym of its holder.
    static final List<Integer> KEYS = List.of(1, 2);

    /// Tags of the sectors' public keys and of the answers to them.
    private static final int[] SECTORS = {0xA0, 0xA2};

    private static final int[] ANSWERS = {0x81, 0x83};

    private final BigInteger key;

    /// Reads `MSE:Set AT`.
    ///
    /// @throws CardError with `6A80` for another algorithm, `6A88` for an unknown key, `6982` without the right
    RestrictedIdentification(List<Tlv> objects, ChipKeys keys, Rights rights) throws CardError {
        byte[] protocol = EidObject.content(EidObject.RESTRICTED_ECDH_SHA256);
        if (!Arrays.equals(protocol, Tlv.require(objects, 0x80).value())) {
            throw new CardError(CardError.WRONG_DATA);
        }
        int number = new BigInteger(1, Tlv.require(objects, 0x84).value()).intValue();
        if (!KEYS.contains(number)) {
            throw new CardError(CardError.NO_REFERENCE);
        }
        if (authorised(number) && !rights.restrictedIdentification()) {
            throw new CardError(CardError.NOT_AUTHORISED);
        }
        key = number == 1 ? keys.revocation() : keys.pseudonym();
    }

    /// Whether the terminal needs the right of restricted identification for a key.
    static boolean authorised(int key) {
        return key == 2;
    }

    /// `GENERAL AUTHENTICATE`: the answers for the sectors asked.
    ///
    /// @throws CardError with `6A80` for a sector that the terminal's certificate does not name
    Tlv identify(Tlv template, TerminalAuthentication terminal) throws CardError {
        List<Tlv> asked = template.children();
        List<Tlv> answers = new ArrayList<>();
        for (int i = 0; i < SECTORS.length; i++) {
            Optional<Tlv> sector = Tlv.find(asked, SECTORS[i]);
            if (sector.isPresent()) {
                answers.add(Tlv.of(ANSWERS[i], identifier(sector.get(), i + 1, terminal)));
            }
        }
        if (answers.isEmpty()) {
            throw new CardError(CardError.WRONG_DATA);
        }
        return Tlv.of(0x7C, answers.toArray(Tlv[]::new));
    }

    private byte[] identifier(Tlv sector, int number, TerminalAuthentication terminal)
            throws CardError {
        List<Tlv> parts = sector.children();
        Tlv publicKey = Tlv.of(0x7F49, sector.value());
        // Some terminals put the whole public key (7F49) into the sector's tag instead of its
        // parts.
        if (parts.size() == 1 && parts.getFirst().tag() == 0x7F49) {
            publicKey = parts.getFirst();
            parts = publicKey.children();
        }
        if (!terminal.names(number, publicKey.bytes())) {
            throw new CardError(CardError.WRONG_DATA);
        }
        ECDomainParameters domain = CardVerifiable.explicit(parts);
        ECPoint point = CardCipher.point(domain, Tlv.require(parts, 0x86).value());
        return CardCipher.sha(CardCipher.coordinate(point.multiply(key)), new SHA256Digest());
    }
}
