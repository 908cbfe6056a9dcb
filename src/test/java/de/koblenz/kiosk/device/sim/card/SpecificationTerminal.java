package de.koblenz.kiosk.device.sim.card;

import static de.koblenz.kiosk.device.sim.card.TestAuthorities.ascii;
import static de.koblenz.kiosk.device.sim.card.TestAuthorities.hash;
import static de.koblenz.kiosk.device.sim.card.TestAuthorities.hex;
import static de.koblenz.kiosk.device.sim.card.TestAuthorities.join;
import static de.koblenz.kiosk.device.sim.card.TestAuthorities.number;
import static de.koblenz.kiosk.device.sim.card.TestAuthorities.tlv;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.math.ec.ECPoint;

/// As much of a terminal as a test of the card needs, from BSI TR-03110-3, with nothing of the card's code. Tests
/// read the status bytes of the last answer.
final class SpecificationTerminal {
    private final UnaryOperator<byte[]> card;
    private final ECDomainParameters domain;
    private final int curveId;
    private final int aesBits;
    private final Random random = new Random(5);
    private byte[] encryption = new byte[0];
    private byte[] authentication = new byte[0];
    private BigInteger counter = BigInteger.ZERO;
    private boolean secured;
    int status;
    byte[] chipIdentifier = new byte[0];
    Map<Integer, byte[]> lastPaceAnswer = Map.of();
    BigInteger key = BigInteger.ZERO;
    byte[] keyPoint = new byte[0];
    int commands;

    SpecificationTerminal(UnaryOperator<byte[]> card, String curve, int curveId, int aesBits) {
        X9ECParameters parameters = ECNamedCurveTable.getByName(curve);
        this.card = card;
        this.domain =
                new ECDomainParameters(
                        parameters.getCurve(),
                        parameters.getG(),
                        parameters.getN(),
                        parameters.getH());
        this.curveId = curveId;
        this.aesBits = aesBits;
    }

    ECDomainParameters domain() {
        return domain;
    }

    // ---- commands

    /// Sends a command, protected where a channel is open; keeps the status bytes.
    ///
    /// @param expected 0 for no answer, else the greatest length (256 and 65,536: all)
    byte[] send(int cla, int ins, int parameters, byte[] data, int expected) {
        byte[] header = {(byte) cla, (byte) ins, (byte) (parameters >> 8), (byte) parameters};
        commands++;
        if (!secured) {
            return plainAnswer(card.apply(apdu(header, data, expected)));
        }
        header[0] |= 0x0C;
        return openAnswer(card.apply(protectedApdu(header, data, expected)));
    }

    /// The bytes of a protected command; counts.
    byte[] protectedApdu(byte[] header, byte[] data, int expected) {
        count();
        ByteArrayOutputStream objects = new ByteArrayOutputStream();
        if (data.length > 0) {
            byte[] cipher = aes(true, encryption, vector(), pad(data));
            objects.writeBytes(tlv(0x87, join(new byte[] {1}, cipher)));
        }
        if (expected > 0) {
            objects.writeBytes(
                    expected > 256
                            ? tlv(0x97, new byte[] {(byte) (expected >> 8), (byte) expected})
                            : tlv(0x97, new byte[] {(byte) expected}));
        }
        byte[] input = join(number(counter, 16), pad(header));
        if (objects.size() > 0) {
            input = join(input, pad(objects.toByteArray()));
        }
        objects.writeBytes(tlv(0x8E, mac(authentication, input)));
        return apdu(header, objects.toByteArray(), objects.size() > 200 ? 65_536 : 256);
    }

    byte[] openAnswer(byte[] response) {
        status = word(response, response.length - 2);
        Map<Integer, byte[]> parts = parts(Arrays.copyOf(response, response.length - 2));
        if (!parts.containsKey(0x8E)) {
            secured = false;
            return new byte[0];
        }
        count();
        byte[] covered = new byte[0];
        if (parts.containsKey(0x87)) {
            covered = tlv(0x87, parts.get(0x87));
        }
        covered = join(covered, tlv(0x99, part(parts, 0x99)));
        byte[] expected = mac(authentication, join(number(counter, 16), pad(covered)));
        if (!Arrays.equals(expected, parts.get(0x8E))) {
            throw new AssertionError("the card's checksum is wrong");
        }
        if (word(part(parts, 0x99), 0) != status) {
            throw new AssertionError("protected and plain status differ");
        }
        if (!parts.containsKey(0x87)) {
            return new byte[0];
        }
        byte[] cipher = Arrays.copyOfRange(parts.get(0x87), 1, parts.get(0x87).length);
        byte[] padded = aes(false, encryption, vector(), cipher);
        int end = padded.length - 1;
        while (padded[end] == 0) {
            end--;
        }
        return Arrays.copyOf(padded, end);
    }

    private byte[] plainAnswer(byte[] response) {
        status = word(response, response.length - 2);
        return Arrays.copyOf(response, response.length - 2);
    }

    static byte[] apdu(byte[] header, byte[] data, int expected) {
        boolean extended = data.length > 255 || expected > 256;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(header);
        if (data.length > 0) {
            if (extended) {
                out.write(0);
                out.write(data.length >> 8);
            }
            out.write(data.length);
            out.writeBytes(data);
        }
        if (expected > 0) {
            if (extended) {
                if (data.length == 0) {
                    out.write(0);
                }
                out.write(expected >> 8);
            }
            out.write(expected);
        }
        return out.toByteArray();
    }

    void select(int file) {
        send(0, 0xA4, file == 0x3F00 ? 0x000C : 0x020C, number(BigInteger.valueOf(file), 2), 0);
    }

    void selectApplication() {
        send(0, 0xA4, 0x040C, hex("E80704007F00070302"), 0);
    }

    byte[] readGroup(int group) {
        return send(0, 0xB0, (0x80 | group) << 8, new byte[0], 256);
    }

    // ---- PACE (A.3)

    /// `MSE:Set AT` alone.
    void announce(int password, byte[] template) {
        send(
                0,
                0x22,
                0xC1A4,
                join(
                        tlv(0x80, protocol("04007F000702020402")),
                        tlv(0x83, new byte[] {(byte) password}),
                        template,
                        tlv(0x84, new byte[] {(byte) curveId})),
                0);
    }

    /// Protocol identifier with the length of the key as last arc.
    byte[] protocol(String family) {
        return join(hex(family), new byte[] {(byte) (aesBits / 64)});
    }

    /// A whole PACE; stops where the card refuses.
    boolean pace(int password, String secret, byte[] template) {
        announce(password, template);
        if (status != 0x9000 && status >> 4 != 0x63C && status != 0x6283) {
            return false;
        }
        return agree(secret);
    }

    /// The four steps after `MSE:Set AT`.
    boolean agree(String secret) {
        byte[] nonce = step(true, new byte[0]).get(0x80);
        if (nonce == null) {
            return false;
        }
        byte[] s = aes(false, derive(ascii(secret), new byte[0], 3), new byte[16], nonce);
        BigInteger mapping = scalar();
        byte[] mapped =
                part(
                        step(true, tlv(0x81, domain.getG().multiply(mapping).getEncoded(false))),
                        0x82);
        ECPoint shared = domain.getCurve().decodePoint(mapped).multiply(mapping);
        ECPoint base = domain.getG().multiply(new BigInteger(1, s)).add(shared).normalize();
        BigInteger own = scalar();
        byte[] point = base.multiply(own).getEncoded(false);
        byte[] other = step(true, tlv(0x83, point)).get(0x84);
        if (other == null) {
            return false;
        }
        byte[] secretX = coordinate(domain.getCurve().decodePoint(other).multiply(own));
        byte[] nextEncryption = derive(secretX, new byte[0], 1);
        byte[] nextAuthentication = derive(secretX, new byte[0], 2);
        byte[] oid = tlv(0x06, protocol("04007F000702020402"));
        byte[] token = mac(nextAuthentication, tlv(0x7F49, join(oid, tlv(0x86, other))));
        lastPaceAnswer = step(false, tlv(0x85, token));
        if (status != 0x9000) {
            return false;
        }
        byte[] proof = mac(nextAuthentication, tlv(0x7F49, join(oid, tlv(0x86, point))));
        if (!Arrays.equals(proof, lastPaceAnswer.get(0x86))) {
            throw new AssertionError("the card's token is wrong");
        }
        channel(nextEncryption, nextAuthentication);
        chipIdentifier = Arrays.copyOfRange(other, 1, 1 + (other.length - 1) / 2);
        return true;
    }

    private Map<Integer, byte[]> step(boolean more, byte[] content) {
        byte[] answer = send(more ? 0x10 : 0, 0x86, 0, tlv(0x7C, content), 256);
        return status == 0x9000 ? parts(part(parts(answer), 0x7C)) : Map.of();
    }

    private void channel(byte[] nextEncryption, byte[] nextAuthentication) {
        encryption = nextEncryption;
        authentication = nextAuthentication;
        counter = BigInteger.ZERO;
        secured = true;
    }

    // ---- terminal authentication (A.6)

    /// Presents one certificate signed by `authority`.
    void present(String authority, byte[] parts) {
        send(0, 0x22, 0x81B6, tlv(0x83, ascii(authority)), 0);
        if (status == 0x9000) {
            send(0, 0x2A, 0x00BE, parts, 0);
        }
    }

    /// From `MSE:Set AT` to `EXTERNAL AUTHENTICATE`.
    ///
    /// @param auxiliary the object 67, or empty
    void authenticate(
            TestAuthorities authorities, TestAuthorities.Holder terminal, byte[] auxiliary) {
        key = scalar();
        ECPoint point = domain.getG().multiply(key);
        keyPoint = point.getEncoded(false);
        byte[] compressed = coordinate(point);
        send(
                0,
                0x22,
                0x81A4,
                join(
                        tlv(0x80, TestAuthorities.SHA256),
                        tlv(0x83, ascii(terminal.name)),
                        auxiliary,
                        tlv(0x91, compressed)),
                0);
        if (status != 0x9000) {
            return;
        }
        byte[] challenge = send(0, 0x84, 0, new byte[0], 8);
        send(
                0,
                0x82,
                0,
                authorities.sign(terminal, join(chipIdentifier, challenge, compressed, auxiliary)),
                0);
    }

    // ---- chip authentication (A.4)

    /// @param chipKey public point of the card
    void authenticateChip(int keyNumber, byte[] chipKey) {
        send(
                0,
                0x22,
                0x41A4,
                join(
                        tlv(0x80, protocol("04007F000702020302")),
                        tlv(0x84, new byte[] {(byte) keyNumber})),
                0);
        if (status != 0x9000) {
            return;
        }
        byte[] answer = send(0, 0x86, 0, tlv(0x7C, tlv(0x80, keyPoint)), 256);
        if (status != 0x9000) {
            return;
        }
        Map<Integer, byte[]> parts = parts(part(parts(answer), 0x7C));
        byte[] secret = coordinate(domain.getCurve().decodePoint(chipKey).multiply(key));
        byte[] nextEncryption = derive(secret, part(parts, 0x81), 1);
        byte[] nextAuthentication = derive(secret, part(parts, 0x81), 2);
        byte[] token =
                mac(
                        nextAuthentication,
                        tlv(
                                0x7F49,
                                join(
                                        tlv(0x06, protocol("04007F000702020302")),
                                        tlv(0x86, keyPoint))));
        if (!Arrays.equals(token, parts.get(0x82))) {
            throw new AssertionError("the card's token is wrong: no genuine chip");
        }
        channel(nextEncryption, nextAuthentication);
    }

    // ---- primitives

    BigInteger scalar() {
        return new BigInteger(domain.getN().bitLength() - 1, random);
    }

    byte[] coordinate(ECPoint point) {
        byte[] encoded = point.getEncoded(false);
        return Arrays.copyOfRange(encoded, 1, 1 + (encoded.length - 1) / 2);
    }

    private byte[] derive(byte[] secret, byte[] nonce, int number) {
        byte[] hash =
                hash(
                        aesBits == 128 ? "SHA-1" : "SHA-256",
                        join(secret, nonce, new byte[] {0, 0, 0, (byte) number}));
        return Arrays.copyOf(hash, aesBits / 8);
    }

    private static byte[] mac(byte[] key, byte[] data) {
        CMac mac = new CMac(AESEngine.newInstance());
        mac.init(new KeyParameter(key));
        mac.update(data, 0, data.length);
        byte[] out = new byte[16];
        mac.doFinal(out, 0);
        return Arrays.copyOf(out, 8);
    }

    private byte[] vector() {
        return aes(true, encryption, new byte[16], number(counter, 16));
    }

    private static byte[] aes(boolean encrypt, byte[] key, byte[] vector, byte[] data) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(
                    encrypt ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new IvParameterSpec(vector));
            return cipher.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] pad(byte[] data) {
        byte[] padded = Arrays.copyOf(data, (data.length + 16) / 16 * 16);
        padded[data.length] = (byte) 0x80;
        return padded;
    }

    private void count() {
        counter = counter.add(BigInteger.ONE);
    }

    private static int word(byte[] bytes, int at) {
        return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
    }

    /// An object that has to be there.
    static byte[] part(Map<Integer, byte[]> parts, int tag) {
        byte[] value = parts.get(tag);
        if (value == null) {
            throw new AssertionError("the card's answer lacks " + Integer.toHexString(tag));
        }
        return value;
    }

    /// Objects of a field by tag.
    static Map<Integer, byte[]> parts(byte[] field) {
        Map<Integer, byte[]> found = new LinkedHashMap<>();
        int at = 0;
        while (at < field.length) {
            int tag = field[at++] & 0xFF;
            if ((tag & 0x1F) == 0x1F) {
                tag = (tag << 8) | (field[at++] & 0xFF);
            }
            int length = field[at++] & 0xFF;
            if (length == 0x81) {
                length = field[at++] & 0xFF;
            } else if (length == 0x82) {
                length = ((field[at++] & 0xFF) << 8) | (field[at++] & 0xFF);
            }
            found.put(tag, Arrays.copyOfRange(field, at, at + length));
            at += length;
        }
        return found;
    }
}
