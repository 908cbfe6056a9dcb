package de.koblenz.kiosk.device.sim.card;

import de.koblenz.kiosk.device.sim.SimulatedCard;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// An identity card with the online function: PACE, terminal and chip authentication version 2, secure messaging, 22
/// data groups, questions about age, validity and municipality, restricted identification, PIN, CAN and PUK with their
/// counters (BSI TR-03110 parts 2, 3 and 4). Counters, a new PIN, trust points and the card's idea of today stay while
/// it has no power.
///
/// Thread-safe: one command at a time.
public final class SimulatedEidCard implements SimulatedCard {
    /// Answer to reset of a contactless card (PC/SC part 3 §3.1.3.2.3.1): historical bytes as in EF.ATR/INFO.
    private static final byte[] ANSWER_TO_RESET =
            HexFormat.of().parseHex("3B8A80018031F873F741E082900075");

    private static final int LONGEST_CHAIN = 65_535;

    private final Persona persona;
    private final CardCryptography cryptography;
    private final CardSecrets secrets;
    private final TrustPoints trust;
    private final ChipKeys keys;
    private final CardFiles files;
    private final RandomGenerator random;

    private @Nullable CardSession session;
    private @Nullable SecureChannel channel;
    private final ByteArrayOutputStream chain = new ByteArrayOutputStream();

    /// Parts of a chained command that were protected one by one.
    private boolean openedChain;

    private int chainHeader;

    /// A card as it was issued.
    ///
    /// @param persona whose it is
    /// @param cryptography which algorithms it offers
    /// @param issuer who signs what it says of itself
    /// @param trustAnchors card-verifiable certificates (7F21) of authorities that it believes, the newest first; of
    ///     more than two the others are left out
    /// @param random for keys and challenges
    /// @throws IllegalArgumentException for an anchor that is no such certificate
    public SimulatedEidCard(
            Persona persona,
            CardCryptography cryptography,
            DocumentIssuer issuer,
            List<byte[]> trustAnchors,
            RandomGenerator random) {
        this(persona, cryptography, issuer, trustAnchors, random, true);
    }

    private SimulatedEidCard(
            Persona persona,
            CardCryptography cryptography,
            DocumentIssuer issuer,
            List<byte[]> trustAnchors,
            RandomGenerator random,
            boolean onlineFunction) {
        this.persona = persona;
        this.cryptography = cryptography;
        this.random = random;
        this.secrets = new CardSecrets(persona);
        this.keys = ChipKeys.make(cryptography.curve(), random);
        this.trust =
                new TrustPoints(
                        anchors(trustAnchors),
                        LocalDate.parse(persona.issued(), DateTimeFormatter.BASIC_ISO_DATE));
        SecurityInfos infos = new SecurityInfos(cryptography);
        this.files =
                new CardFiles(
                        infos.access(),
                        issuer.sign(infos.security(keys.generalPublicKey())),
                        onlineFunction,
                        onlineFunction ? DataGroups.of(persona) : Map.of());
    }

    /// A card that speaks PACE but has no online function, such as a passport: the wrong card for us.
    public static SimulatedEidCard withoutOnlineFunction(
            DocumentIssuer issuer, RandomGenerator random) {
        return new SimulatedEidCard(
                Personas.ORDINARY, CardCryptography.USUAL, issuer, List.of(), random, false);
    }

    private static List<CardVerifiable> anchors(List<byte[]> certificates) {
        List<CardVerifiable> anchors = new ArrayList<>();
        for (byte[] certificate : certificates) {
            try {
                anchors.add(CardVerifiable.anchor(certificate));
            } catch (CardError e) {
                throw new IllegalArgumentException("no card-verifiable certificate", e);
            }
        }
        return anchors;
    }

    @Override
    public synchronized byte[] powerOn() {
        powerOff();
        session = new CardSession(persona, cryptography, secrets, trust, keys, files, random);
        return ANSWER_TO_RESET.clone();
    }

    @Override
    public synchronized void powerOff() {
        session = null;
        channel = null;
        chain.reset();
        openedChain = false;
    }

    @Override
    public synchronized byte[] transmit(byte[] command) {
        CardSession now = session;
        if (now == null) {
            throw new IllegalStateException("a card without power does not answer");
        }
        try {
            CardCommand parsed = CardCommand.of(command);
            boolean step = parsed.ins() == CardSession.GENERAL_AUTHENTICATE && now.inPace();
            if (parsed.chained() && !step) {
                if (!parsed.secure()) {
                    end(now);
                }
                return part(parsed);
            }
            return whole(now, chain.size() > 0 ? last(parsed) : parsed);
        } catch (CardError e) {
            chain.reset();
            openedChain = false;
            end(now);
            return status(e.status());
        }
    }

    /// Takes a part of a longer command. Either each part is protected by itself, or the protected whole was cut.
    private byte[] part(CardCommand part) throws CardError {
        SecureChannel open = channel;
        boolean opened = open != null && part.secure() && SecureChannel.whole(part);
        int header = (part.ins() << 16) | part.parameters();
        if (chain.size() > 0 && (header != chainHeader || opened != openedChain)) {
            throw new CardError(CardError.CHAIN_BROKEN);
        }
        chainHeader = header;
        openedChain = opened;
        if (open != null && opened) {
            chain.writeBytes(open.open(part).data());
            limit();
            return open.close(new byte[0], 0x9000);
        }
        chain.writeBytes(part.data());
        limit();
        return status(0x9000);
    }

    private void limit() throws CardError {
        if (chain.size() > LONGEST_CHAIN) {
            throw new CardError(CardError.WRONG_LENGTH);
        }
    }

    private CardCommand last(CardCommand part) throws CardError {
        if (((part.ins() << 16) | part.parameters()) != chainHeader) {
            throw new CardError(CardError.CHAIN_BROKEN);
        }
        if (openedChain) {
            return part;
        }
        chain.writeBytes(part.data());
        CardCommand joined = part.joined(chain.toByteArray());
        chain.reset();
        return joined;
    }

    private byte[] whole(CardSession now, CardCommand command) throws CardError {
        SecureChannel open = channel;
        if (open == null) {
            if (command.secure()) {
                throw new CardError(CardError.SECURE_MESSAGING_MISSING);
            }
            return plain(now, command);
        }
        if (!command.secure()) {
            // F.3: a command in plain ends the channel and all that was proved in it.
            end(now);
            return plain(now, command);
        }
        CardCommand opened = open.open(command);
        if (openedChain) {
            chain.writeBytes(opened.data());
            opened = opened.joined(chain.toByteArray());
            chain.reset();
            openedChain = false;
        }
        byte[] data = new byte[0];
        int status = 0x9000;
        try {
            data = now.answer(opened);
        } catch (CardError e) {
            data = e.data();
            status = e.status();
        }
        byte[] response = open.close(data, status);
        SecureChannel next = now.takeNext();
        if (next != null) {
            channel = next;
        }
        return response;
    }

    private byte[] plain(CardSession now, CardCommand command) {
        byte[] data;
        int status = 0x9000;
        try {
            data = now.answer(command);
        } catch (CardError e) {
            data = e.data();
            status = e.status();
        }
        channel = now.takeNext();
        byte[] response = Arrays.copyOf(data, data.length + 2);
        response[data.length] = (byte) (status >> 8);
        response[data.length + 1] = (byte) status;
        return response;
    }

    private void end(CardSession now) {
        if (channel != null) {
            channel = null;
            now.forget();
        }
    }

    private static byte[] status(int status) {
        return new byte[] {(byte) (status >> 8), (byte) status};
    }

    @Override
    public String toString() {
        return "SimulatedEidCard[" + persona.key() + "]";
    }
}
