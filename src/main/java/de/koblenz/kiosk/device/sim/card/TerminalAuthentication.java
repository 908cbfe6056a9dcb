package de.koblenz.kiosk.device.sim.card;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Terminal authentication version 2 on the card's side (BSI TR-03110-3 A.6, B.3), after one PACE. Not thread-safe.
final class TerminalAuthentication {
    private static final int CHALLENGE_LENGTH = 8;

    private final TrustPoints trust;
    private final RandomGenerator random;
    private final Pace pace;
    private @Nullable CardVerifiable terminal;
    private byte[] terminalKey = new byte[0];
    private @Nullable Tlv auxiliary;
    private byte[] challenge = new byte[0];
    private boolean done;
    private Rights rights = Rights.NONE;

    TerminalAuthentication(TrustPoints trust, RandomGenerator random, Pace pace) {
        this.trust = trust;
        this.random = random;
        this.pace = pace;
    }

    /// `MSE:Set DST`: which key verifies the next certificate.
    void chooseAuthority(List<Tlv> objects) throws CardError {
        requireAnnounced();
        trust.choose(CardVerifiable.reference(Tlv.require(objects, 0x83)));
    }

    /// `PSO:Verify Certificate`.
    void verifyCertificate(byte[] field) throws CardError {
        requireAnnounced();
        trust.verify(field);
    }

    /// `MSE:Set AT`: which terminal, its key for chip authentication, its questions.
    void chooseTerminal(List<Tlv> objects) throws CardError {
        requireAnnounced();
        CardVerifiable named = trust.terminal(CardVerifiable.reference(Tlv.require(objects, 0x83)));
        String protocol = HexFormat.of().formatHex(Tlv.require(objects, 0x80).value());
        if (!protocol.equals(named.key().algorithm())) {
            throw new CardError(CardError.WRONG_DATA);
        }
        terminalKey = Tlv.require(objects, 0x91).value();
        auxiliary = Tlv.find(objects, 0x67).orElse(null);
        terminal = named;
    }

    /// `GET CHALLENGE`.
    byte[] challenge() throws CardError {
        if (terminal == null) {
            throw new CardError(CardError.CONDITIONS);
        }
        challenge = new byte[CHALLENGE_LENGTH];
        random.nextBytes(challenge);
        return challenge.clone();
    }

    /// `EXTERNAL AUTHENTICATE`: signature over card, challenge, key and questions (A.6.1).
    void authenticate(byte[] signature) throws CardError {
        CardVerifiable known = terminal;
        if (known == null || challenge.length == 0) {
            throw new CardError(CardError.CONDITIONS);
        }
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(pace.identifier());
        message.writeBytes(challenge);
        message.writeBytes(terminalKey);
        if (auxiliary != null) {
            message.writeBytes(auxiliary.bytes());
        }
        challenge = new byte[0];
        if (!known.key().verifies(message.toByteArray(), signature)) {
            throw new CardError(CardError.FAILED);
        }
        Rights announced = pace.request().rights().orElse(Rights.NONE);
        Rights effective = announced.and(trust.terminalRights());
        boolean withCan = pace.request().password() == CardPassword.CAN;
        rights = withCan && !effective.canAllowed() ? Rights.NONE : effective;
        done = true;
    }

    private void requireAnnounced() throws CardError {
        if (done || pace.request().rights().isEmpty()) {
            throw new CardError(CardError.CONDITIONS);
        }
    }

    boolean done() {
        return done;
    }

    /// What the terminal may do; nothing before it is [#done()].
    Rights rights() {
        return rights;
    }

    /// Compressed key that the terminal must use in chip authentication.
    byte[] terminalKey() {
        return terminalKey;
    }

    /// Whether the terminal's certificate names this sector.
    boolean names(int sector, byte[] publicKey) {
        CardVerifiable known = terminal;
        return known != null
                && Arrays.equals(
                        known.sector(sector), CardCipher.sha(publicKey, known.key().digest()));
    }

    /// The terminal's question of one kind (A.6.5): its value.
    Optional<byte[]> question(byte[] kind) throws CardError {
        Tlv all = auxiliary;
        if (all == null) {
            return Optional.empty();
        }
        for (Tlv template : all.children()) {
            List<Tlv> parts = template.children();
            if (Arrays.equals(Tlv.require(parts, 0x06).value(), kind)) {
                return Optional.of(Tlv.require(parts, 0x53).value());
            }
        }
        return Optional.empty();
    }
}
