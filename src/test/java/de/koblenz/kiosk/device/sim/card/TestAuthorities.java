package de.koblenz.kiosk.device.sim.card;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.util.BigIntegers;

/// A small public-key infrastructure of card-verifiable certificates, made from BSI TR-03110-3 appendices C and D for
/// tests of the card.
final class TestAuthorities {
    /// Every right of an authentication terminal.
    static final long ALL = 0x3F_FFFF_FFFFL;

    private static final long AUTHORITY = 3L << 38;
    private static final long VERIFIER = 2L << 38;

    /// id-TA-ECDSA-SHA-256.
    static final byte[] SHA256 = hex("04007F00070202020203");

    private final Random random = new Random(11);
    private final ECDomainParameters domain;
    final Holder root;
    final Holder verifier;

    /// Somebody with a key and a certificate.
    static final class Holder {
        final String name;
        final BigInteger key;
        byte[] certificate = new byte[0];

        Holder(String name, BigInteger key) {
            this.name = name;
            this.key = key;
        }

        /// Body and signature, as `PSO:Verify Certificate` takes them.
        byte[] parts() {
            // 7F21 82 xx xx, or 7F21 81 xx.
            int header = certificate[2] == (byte) 0x82 ? 5 : 4;
            return Arrays.copyOfRange(certificate, header, certificate.length);
        }
    }

    TestAuthorities(String curve) {
        X9ECParameters parameters = ECNamedCurveTable.getByName(curve);
        domain =
                new ECDomainParameters(
                        parameters.getCurve(),
                        parameters.getG(),
                        parameters.getN(),
                        parameters.getH());
        root = holder("DETESTeID00001");
        verifier = holder("DEDVTIDKOB0001");
        certify(root, root, AUTHORITY | ALL, "240101", "340101", new byte[0]);
        certify(root, verifier, VERIFIER | ALL, "240101", "340101", new byte[0]);
    }

    Holder holder(String name) {
        return new Holder(name, new BigInteger(domain.getN().bitLength() - 1, random));
    }

    /// A terminal with a certificate of the verifier.
    Holder terminal(long rights, byte[] extensions) {
        Holder terminal = holder("DETESTTERM0001");
        certify(verifier, terminal, rights, "240201", "340101", extensions);
        return terminal;
    }

    static byte[] rights(long bits) {
        byte[] out = new byte[5];
        for (int i = 0; i < 5; i++) {
            out[i] = (byte) (bits >> (8 * (4 - i)));
        }
        return out;
    }

    static byte[] template(long rights) {
        return tlv(0x7F4C, join(tlv(0x06, hex("04007F000703010202")), tlv(0x53, rights(rights))));
    }

    void certify(
            Holder authority,
            Holder holder,
            long rights,
            String effective,
            String expires,
            byte[] extensions) {
        byte[] body =
                tlv(
                        0x7F4E,
                        join(
                                tlv(0x5F29, new byte[] {0}),
                                tlv(0x42, ascii(authority.name)),
                                publicKey(holder, rights >>> 38 == 3),
                                tlv(0x5F20, ascii(holder.name)),
                                template(rights),
                                tlv(0x5F25, digits(effective)),
                                tlv(0x5F24, digits(expires)),
                                extensions));
        holder.certificate = tlv(0x7F21, join(body, tlv(0x5F37, sign(authority, body))));
    }

    private byte[] publicKey(Holder holder, boolean whole) {
        byte[] point = domain.getG().multiply(holder.key).getEncoded(false);
        byte[] parts =
                whole
                        ? join(tlv(0x06, SHA256), domainParts(domain, point))
                        : join(tlv(0x06, SHA256), tlv(0x86, point));
        return tlv(0x7F49, parts);
    }

    /// Domain parameters and a point in the order of their tags.
    static byte[] domainParts(ECDomainParameters domain, byte[] point) {
        int length = (domain.getCurve().getFieldSize() + 7) / 8;
        return join(
                tlv(0x81, number(domain.getCurve().getField().getCharacteristic(), length)),
                tlv(0x82, number(domain.getCurve().getA().toBigInteger(), length)),
                tlv(0x83, number(domain.getCurve().getB().toBigInteger(), length)),
                tlv(0x84, domain.getG().getEncoded(false)),
                tlv(0x85, number(domain.getN(), length)),
                tlv(0x86, point),
                tlv(0x87, new byte[] {1}));
    }

    /// Plain signature with SHA-256.
    byte[] sign(Holder holder, byte[] message) {
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, new ECPrivateKeyParameters(holder.key, domain));
        BigInteger[] pair = signer.generateSignature(hash("SHA-256", message));
        int length = (domain.getN().bitLength() + 7) / 8;
        return join(number(pair[0], length), number(pair[1], length));
    }

    static byte[] number(BigInteger value, int length) {
        return BigIntegers.asUnsignedByteArray(length, value);
    }

    static byte[] hash(String algorithm, byte[] message) {
        try {
            return MessageDigest.getInstance(algorithm).digest(message);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] digits(String date) {
        byte[] out = new byte[6];
        for (int i = 0; i < 6; i++) {
            out[i] = (byte) (date.charAt(i) - '0');
        }
        return out;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /// DER: tag of one or two octets, shortest length.
    static byte[] tlv(int tag, byte[] value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (tag > 0xFF) {
            out.write(tag >> 8);
        }
        out.write(tag & 0xFF);
        if (value.length < 128) {
            out.write(value.length);
        } else if (value.length < 256) {
            out.write(0x81);
            out.write(value.length);
        } else {
            out.write(0x82);
            out.write(value.length >> 8);
            out.write(value.length & 0xFF);
        }
        out.writeBytes(value);
        return out.toByteArray();
    }
}
