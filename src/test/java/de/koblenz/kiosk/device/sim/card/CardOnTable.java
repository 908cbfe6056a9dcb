package de.koblenz.kiosk.device.sim.card;

import static de.koblenz.kiosk.device.sim.card.TestAuthorities.hex;
import static de.koblenz.kiosk.device.sim.card.TestAuthorities.tlv;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;

/// A card, a terminal of the specification and the authorities in which both believe.
final class CardOnTable {
    static final DocumentIssuer ISSUER =
            new DocumentIssuer(Instant.parse("2024-01-01T00:00:00Z"), new Random(3));
    static final byte[] NONE = {};
    static final long ALL = TestAuthorities.ALL;

    final SimulatedEidCard card;
    final TestAuthorities authorities = new TestAuthorities("brainpoolP256r1");
    final CardCryptography cryptography;
    SpecificationTerminal terminal;

    CardOnTable(Persona persona) {
        this(persona, CardCryptography.USUAL);
    }

    CardOnTable(Persona persona, CardCryptography cryptography) {
        this.cryptography = cryptography;
        card =
                new SimulatedEidCard(
                        persona,
                        cryptography,
                        ISSUER,
                        List.of(authorities.root.certificate),
                        new Random(7));
        terminal = layOnAgain();
    }

    static String name(CardCurve curve) {
        return switch (curve) {
            case NIST_P256 -> "P-256";
            case NIST_P384 -> "P-384";
            case BRAINPOOL_P256R1 -> "brainpoolP256r1";
            case BRAINPOOL_P384R1 -> "brainpoolP384r1";
            case BRAINPOOL_P512R1 -> "brainpoolP512r1";
        };
    }

    /// A new session with the same card.
    SpecificationTerminal layOnAgain() {
        card.powerOn();
        terminal =
                new SpecificationTerminal(
                        card::transmit,
                        name(cryptography.curve()),
                        cryptography.curve().id(),
                        cryptography.aesBits());
        return terminal;
    }

    /// PACE with the right PIN for all rights.
    void enter() {
        assertTrue(terminal.pace(3, Personas.USUAL.pin(), TestAuthorities.template(ALL)));
    }

    /// Chain and signature of a terminal.
    void prove(long rights, byte[] extensions, byte[] auxiliary) {
        TestAuthorities.Holder holder = authorities.terminal(rights, extensions);
        terminal.present(authorities.root.name, authorities.verifier.parts());
        assertEquals(0x9000, terminal.status);
        terminal.present(authorities.verifier.name, holder.parts());
        assertEquals(0x9000, terminal.status);
        terminal.authenticate(authorities, holder, auxiliary);
    }

    /// Everything up to the first group.
    void open(long rights, byte[] extensions, byte[] auxiliary) {
        enter();
        prove(rights, extensions, auxiliary);
        assertEquals(0x9000, terminal.status);
        terminal.authenticateChip(41, chipKey());
        assertEquals(0x9000, terminal.status);
        terminal.selectApplication();
        assertEquals(0x9000, terminal.status);
    }

    void open() {
        open(ALL, NONE, NONE);
    }

    byte[] cardSecurity() {
        terminal.select(0x3F00);
        return terminal.send(0, 0xB0, 0x9D00, NONE, 65_536);
    }

    /// Public key 41 out of EF.CardSecurity.
    byte[] chipKey() {
        try {
            CMSSignedData signed = new CMSSignedData(cardSecurity());
            ASN1Set infos = ASN1Set.getInstance((byte[]) signed.getSignedContent().getContent());
            for (ASN1Encodable info : infos) {
                ASN1Sequence parts = ASN1Sequence.getInstance(info);
                if (parts.getObjectAt(0).toString().equals("0.4.0.127.0.7.2.2.1.2")) {
                    return SubjectPublicKeyInfo.getInstance(parts.getObjectAt(1))
                            .getPublicKeyData()
                            .getBytes();
                }
            }
            throw new AssertionError("no public key");
        } catch (CMSException e) {
            throw new AssertionError(e);
        }
    }

    /// One question (A.6.5): kind by its last arc.
    static byte[] question(int arc, byte[] value) {
        return tlv(
                0x67,
                tlv(
                        0x73,
                        TestAuthorities.join(
                                tlv(0x06, hex("04007F00070301040" + arc)), tlv(0x53, value))));
    }

    int ask(int arc) {
        terminal.send(0x80, 0x20, 0x8000, tlv(0x06, hex("04007F00070301040" + arc)), 0);
        return terminal.status;
    }

    /// An ordinary person's card.
    static CardOnTable ordinary() {
        return new CardOnTable(Personas.ORDINARY);
    }

    /// The text in a data group.
    static String text(byte[] group) {
        // Group (60 + n), then the type, each with a short or one-octet length.
        int at = group[1] == (byte) 0x81 ? 3 : 2;
        int length = group[at + 1] & 0xFF;
        int from = at + 2;
        if (length == 0x81) {
            length = group[at + 2] & 0xFF;
            from = at + 3;
        }
        return new String(group, from, length, StandardCharsets.UTF_8);
    }
}
