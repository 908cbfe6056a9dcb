package de.koblenz.kiosk.eid.protocol;

import de.koblenz.kiosk.eid.apdu.CardDialogue;
import de.koblenz.kiosk.eid.apdu.CommandApdu;
import de.koblenz.kiosk.eid.apdu.ResponseApdu;
import de.koblenz.kiosk.eid.certificate.Chat;
import de.koblenz.kiosk.eid.crypto.Aes;
import de.koblenz.kiosk.eid.crypto.KeyDerivation;
import de.koblenz.kiosk.eid.crypto.SessionKeys;
import de.koblenz.kiosk.eid.crypto.StandardCurve;
import de.koblenz.kiosk.eid.failure.EidException;
import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.secret.Secret;
import de.koblenz.kiosk.eid.tlv.Octets;
import de.koblenz.kiosk.eid.tlv.Tlv;
import de.koblenz.kiosk.eid.tlv.TlvException;
import de.koblenz.kiosk.eid.tlv.TlvSequence;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.math.ec.ECPoint;

/// PACE with ECDH and generic mapping: from a short password to a protected channel (TR-03110-2 §3.2, TR-03110-3 §B.1). Stateless.
public final class Pace {
    private static final int SET_TEMPLATE = 0x0022C1A4;
    private static final int GENERAL_AUTHENTICATE = 0x00860000;
    private static final int GENERAL_AUTHENTICATE_MORE = 0x10860000;
    private static final int DYNAMIC_DATA = 0x7C;
    private static final int PROTOCOL = 0x80;
    private static final int PASSWORD = 0x83;
    private static final int DOMAIN = 0x84;
    private static final int PUBLIC_KEY = 0x7F49;
    private static final int OBJECT_ID = 0x06;
    private static final int POINT = 0x86;

    /// By its reference on the wire (§B.11.1).
    public enum Password {
        CAN(2),
        PIN(3),
        PUK(4);

        private final int reference;

        Password(int reference) {
            this.reference = reference;
        }

        int reference() {
            return reference;
        }
    }

    /// How it ended where no protocol was violated.
    public sealed interface Outcome {
        /// The channel stands; the dialogue uses it from now on.
        ///
        /// @param cardIdentity ID_PICC for terminal authentication
        /// @param trustPoints names of the keys that the card accepts certificates of, newest first
        record Opened(Octets cardIdentity, List<String> trustPoints) implements Outcome {
            public Opened {
                trustPoints = List.copyOf(trustPoints);
            }
        }

        /// The card refused the password.
        ///
        /// @param triesLeft 0 to 2 for the PIN, -1 for CAN and PUK
        record PasswordWrong(int triesLeft) implements Outcome {}
    }

    private Pace() {}

    /// Asks for the PIN's counter, which costs no try (no rights are asked for, nothing is begun).
    public static PinState pinState(CardDialogue dialogue, SecurityInfos infos)
            throws EidException {
        return PinState.of(
                dialogue.send(
                                setTemplate(
                                        infos,
                                        infos.strongestPace(),
                                        Password.PIN,
                                        Optional.empty()))
                        .status());
    }

    /// Opens the channel. The secret is only read.
    ///
    /// @param chat rights asked for, where terminal authentication follows
    /// @param afterCan whether the channel of the CAN stands: the last try of the PIN is made only then
    public static Outcome open(
            CardDialogue dialogue,
            SecurityInfos infos,
            Password password,
            Optional<Chat> chat,
            Secret secret,
            boolean afterCan,
            SecureRandom random)
            throws EidException {
        SecurityInfos.PaceInfo info = infos.strongestPace();
        int status = dialogue.send(setTemplate(infos, info, password, chat)).status();
        if (password == Password.PIN) {
            requireTries(PinState.of(status), afterCan);
        } else if (status == ResponseApdu.DATA_WRONG && chat.isPresent()) {
            throw new EidException(EidFailure.RIGHTS_REFUSED);
        } else if (status != ResponseApdu.DONE && status >>> 4 != 0x63C) {
            throw new EidException(EidFailure.CARD_STATUS);
        }
        try {
            return agree(dialogue, info, password, secret, random);
        } catch (TlvException e) {
            throw new EidException(EidFailure.CARD_ANSWER, e);
        }
    }

    /// Lets nobody make a try that is not there, nor the last one by accident.
    static void requireTries(PinState state, boolean afterCan) throws EidException {
        switch (state) {
            case THREE_TRIES, TWO_TRIES -> {}
            case SUSPENDED -> {
                if (!afterCan) {
                    throw new EidException(EidFailure.PIN_SUSPENDED);
                }
            }
            case BLOCKED -> throw new EidException(EidFailure.PIN_BLOCKED);
            case DEACTIVATED -> throw new EidException(EidFailure.CARD_DEACTIVATED);
        }
    }

    private static CommandApdu setTemplate(
            SecurityInfos infos,
            SecurityInfos.PaceInfo info,
            Password password,
            Optional<Chat> chat) {
        List<Tlv> data = new ArrayList<>();
        data.add(Tlv.of(PROTOCOL, info.protocol()));
        data.add(Tlv.of(PASSWORD, Octets.of((byte) password.reference)));
        chat.ifPresent(c -> data.add(c.encoded()));
        if (infos.paceOffers() > 1) {
            data.add(Tlv.of(DOMAIN, Octets.of((byte) info.curve().id())));
        }
        return CommandApdu.of(SET_TEMPLATE, CommandApdu.NO_ANSWER, data.toArray(new Tlv[0]));
    }

    private static Outcome agree(
            CardDialogue dialogue,
            SecurityInfos.PaceInfo info,
            Password password,
            Secret secret,
            SecureRandom random)
            throws EidException, TlvException {
        StandardCurve curve = info.curve();
        Octets encrypted = step(dialogue, Optional.empty(), 0x80, password);
        if (encrypted.isEmpty() || encrypted.length() % Aes.BLOCK != 0 || encrypted.length() > 64) {
            throw new EidException(EidFailure.CARD_ANSWER);
        }
        byte[] nonce = secret.use(digits -> decryptNonce(info, digits, encrypted));
        StandardCurve.KeyPair mapping = curve.keyPair(random);
        Octets cardMapping =
                step(dialogue, Optional.of(Tlv.of(0x81, mapping.encodedPoint())), 0x82, password);
        ECPoint generator =
                curve.map(
                        new BigInteger(1, nonce), mapping, different(curve, cardMapping, mapping));
        Arrays.fill(nonce, (byte) 0);

        StandardCurve.KeyPair ephemeral = curve.keyPair(generator, random);
        Octets cardEphemeral =
                step(dialogue, Optional.of(Tlv.of(0x83, ephemeral.encodedPoint())), 0x84, password);
        byte[] common = curve.x(ephemeral.agree(different(curve, cardEphemeral, ephemeral)));
        SessionKeys keys = KeyDerivation.sessionKeys(info.strength(), common, new byte[0]);
        Arrays.fill(common, (byte) 0);
        boolean opened = false;
        try {
            Tlv token = Tlv.of(0x85, token(keys, info.protocol(), cardEphemeral));
            ResponseApdu answer = authenticate(dialogue, GENERAL_AUTHENTICATE, Optional.of(token));
            if (!answer.isDone()) {
                return refused(answer, password);
            }
            TlvSequence last = Tlv.parse(answer.data()).expect(DYNAMIC_DATA).children();
            byte[] cardToken = last.get(0x86).value().toArray();
            if (!keys.verifies(
                    cardToken,
                    publicKey(info.protocol(), ephemeral.encodedPoint()).encoded().toArray())) {
                throw new EidException(EidFailure.CARD_ANSWER);
            }
            List<String> trustPoints = new ArrayList<>();
            for (int tag : new int[] {0x87, 0x88}) {
                last.find(tag).ifPresent(t -> trustPoints.add(t.text(StandardCharsets.ISO_8859_1)));
            }
            dialogue.protect(keys);
            opened = true;
            return new Outcome.Opened(Octets.of(curve.x(curve.decode(cardEphemeral))), trustPoints);
        } finally {
            if (!opened) {
                keys.close();
            }
        }
    }

    /// What a reader's MSE:Set AT met, whose state of the PIN had been asked for before.
    static EidFailure ofTemplate(int status) {
        return switch (status) {
            case ResponseApdu.DATA_WRONG -> EidFailure.RIGHTS_REFUSED;
            case ResponseApdu.DEACTIVATED -> EidFailure.CARD_DEACTIVATED;
            case 0x63C0 -> EidFailure.PIN_BLOCKED;
            case 0x63C1 -> EidFailure.PIN_SUSPENDED;
            default -> EidFailure.CARD_STATUS;
        };
    }

    static Outcome refused(ResponseApdu answer, Password password) throws EidException {
        if (password == Password.PIN) {
            if (answer.triesLeft() >= 0 && answer.triesLeft() <= 2) {
                return new Outcome.PasswordWrong(answer.triesLeft());
            }
        } else if (answer.status() == ResponseApdu.CHECK_FAILED
                || answer.triesLeft() >= 0
                || (answer.status() == ResponseApdu.CONDITIONS_MISSING
                        && password == Password.PUK)) {
            return new Outcome.PasswordWrong(-1);
        }
        throw of(answer.status(), password);
    }

    private static Octets step(
            CardDialogue dialogue, Optional<Tlv> data, int answerTag, Password password)
            throws EidException, TlvException {
        ResponseApdu answer = authenticate(dialogue, GENERAL_AUTHENTICATE_MORE, data);
        if (!answer.isDone()) {
            throw of(answer.status(), password);
        }
        return Tlv.parse(answer.data()).expect(DYNAMIC_DATA).children().get(answerTag).value();
    }

    private static EidException of(int status, Password password) {
        if (status == ResponseApdu.CONDITIONS_MISSING && password == Password.PIN) {
            return new EidException(EidFailure.PIN_SUSPENDED);
        }
        if (status == ResponseApdu.METHOD_BLOCKED) {
            return new EidException(
                    password == Password.PUK ? EidFailure.PUK_USED_UP : EidFailure.PIN_BLOCKED);
        }
        return new EidException(EidFailure.CARD_STATUS);
    }

    private static ResponseApdu authenticate(CardDialogue dialogue, int head, Optional<Tlv> data)
            throws EidException {
        Tlv template =
                data.map(tlv -> Tlv.of(DYNAMIC_DATA, tlv))
                        .orElseGet(() -> Tlv.of(DYNAMIC_DATA, Octets.EMPTY));
        return dialogue.send(CommandApdu.of(head, CommandApdu.SHORT, template));
    }

    static byte[] decryptNonce(SecurityInfos.PaceInfo info, byte[] password, Octets encrypted) {
        byte[] key = KeyDerivation.passwordKey(info.strength(), password);
        byte[] nonce =
                Aes.decryptCbc(
                        key, new byte[Aes.BLOCK], encrypted.toArray(), 0, encrypted.length());
        Arrays.fill(key, (byte) 0);
        return nonce;
    }

    /// The other side's point, which must not be our own sent back (TR-03110-2 §3.2.1 step 3).
    private static ECPoint different(StandardCurve curve, Octets point, StandardCurve.KeyPair own)
            throws EidException {
        if (point.equals(own.encodedPoint())) {
            throw new EidException(EidFailure.CARD_ANSWER);
        }
        return curve.decode(point);
    }

    static Octets token(SessionKeys keys, Octets protocol, Octets point) {
        return Octets.of(keys.mac(publicKey(protocol, point).encoded().toArray()));
    }

    /// The public key as tokens are made over it: without domain parameters (§D.3.4).
    static Tlv publicKey(Octets protocol, Octets point) {
        return Tlv.of(PUBLIC_KEY, Tlv.of(OBJECT_ID, protocol), Tlv.of(POINT, point));
    }
}
