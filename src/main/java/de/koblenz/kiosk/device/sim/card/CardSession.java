package de.koblenz.kiosk.device.sim.card;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What a card knows from power-on to power-off, and its commands in plain form (BSI TR-03110-3 appendix B). Not
/// thread-safe; belongs to its card.
final class CardSession {
    private static final int DEACTIVATE = 0x04;
    private static final int VERIFY = 0x20;
    private static final int MANAGE_ENVIRONMENT = 0x22;
    private static final int SECURITY_OPERATION = 0x2A;
    private static final int RESET_RETRY_COUNTER = 0x2C;
    private static final int ACTIVATE = 0x44;
    private static final int EXTERNAL_AUTHENTICATE = 0x82;
    private static final int GET_CHALLENGE = 0x84;
    static final int GENERAL_AUTHENTICATE = 0x86;
    private static final int SELECT = 0xA4;
    private static final int READ_BINARY = 0xB0;

    private static final int PIN_REFERENCE = 3;

    private final Persona persona;
    private final CardCryptography cryptography;
    private final CardSecrets secrets;
    private final TrustPoints trust;
    private final ChipKeys keys;
    private final CardFiles files;
    private final RandomGenerator random;

    private boolean inApplication;
    private byte @Nullable [] chosen;
    private @Nullable Pace pace;

    /// The password with which the present channel was made.
    private @Nullable CardPassword shown;

    private @Nullable TerminalAuthentication terminal;
    private @Nullable ChipAuthentication chip;
    private @Nullable RestrictedIdentification restricted;
    private boolean chipDone;
    private @Nullable SecureChannel next;

    CardSession(
            Persona persona,
            CardCryptography cryptography,
            CardSecrets secrets,
            TrustPoints trust,
            ChipKeys keys,
            CardFiles files,
            RandomGenerator random) {
        this.persona = persona;
        this.cryptography = cryptography;
        this.secrets = secrets;
        this.trust = trust;
        this.keys = keys;
        this.files = files;
        this.random = random;
        trust.reset();
    }

    /// The channel that begins after the answer to the last command, once.
    @Nullable SecureChannel takeNext() {
        SecureChannel begins = next;
        next = null;
        return begins;
    }

    /// Whether the next `GENERAL AUTHENTICATE` is a step of PACE, whose steps form a chain by themselves.
    boolean inPace() {
        return pace != null;
    }

    /// Ends everything that was shown or proved: the channel has broken.
    void forget() {
        pace = null;
        shown = null;
        terminal = null;
        chip = null;
        restricted = null;
        chipDone = false;
        trust.reset();
    }

    /// Carries a command out.
    ///
    /// @return data of the answer
    /// @throws CardError with other status bytes than `9000`, warnings included
    byte[] answer(CardCommand command) throws CardError {
        if ((command.cla() & 0x6F) != 0) {
            throw new CardError(CardError.NO_CLASS);
        }
        return switch (command.ins()) {
            case SELECT -> select(command);
            case READ_BINARY -> read(command);
            case MANAGE_ENVIRONMENT -> environment(command);
            case GENERAL_AUTHENTICATE -> authenticate(command);
            case SECURITY_OPERATION -> certificate(command);
            case GET_CHALLENGE -> terminal().challenge();
            case EXTERNAL_AUTHENTICATE -> external(command);
            case VERIFY -> auxiliary(command);
            case RESET_RETRY_COUNTER -> resetRetryCounter(command);
            case ACTIVATE, DEACTIVATE -> activate(command);
            default -> throw new CardError(CardError.NO_INSTRUCTION);
        };
    }

    // ---- files

    private byte[] select(CardCommand command) throws CardError {
        byte[] data = command.data();
        switch (command.parameters()) {
            case 0x000C, 0x0000 -> {
                if (data.length != 0 && number(data) != CardFiles.ROOT) {
                    throw new CardError(CardError.NO_FILE);
                }
                inApplication = false;
                chosen = null;
            }
            case 0x040C, 0x0400 -> {
                if (!files.knows(data)) {
                    throw new CardError(CardError.NO_FILE);
                }
                inApplication = true;
                chosen = null;
            }
            case 0x020C, 0x0200 -> chosen = readable(number(data));
            default -> throw new CardError(CardError.WRONG_PARAMETERS);
        }
        return new byte[0];
    }

    private static int number(byte[] identifier) throws CardError {
        if (identifier.length != 2) {
            throw new CardError(CardError.WRONG_DATA);
        }
        return ((identifier[0] & 0xFF) << 8) | (identifier[1] & 0xFF);
    }

    /// Contents of a file that may be read now: nobody learns of a group that he may not read whether it is there.
    private byte[] readable(int identifier) throws CardError {
        TerminalAuthentication known = terminal;
        boolean allowed;
        if (inApplication) {
            int group = identifier - CardFiles.GROUPS;
            boolean exists = group >= 1 && group <= 22;
            allowed = !exists || (chipDone && known != null && known.rights().readsGroup(group));
        } else {
            allowed = identifier != CardFiles.CARD_SECURITY || (known != null && known.done());
        }
        if (!allowed) {
            throw new CardError(CardError.NOT_AUTHORISED);
        }
        return files.content(inApplication, identifier);
    }

    private byte[] read(CardCommand command) throws CardError {
        int offset = command.parameters();
        if ((command.p1() & 0x80) != 0) {
            chosen = readable(CardFiles.identifier(inApplication, command.p1() & 0x1F));
            offset = command.p2();
        }
        byte[] content = chosen;
        if (content == null) {
            throw new CardError(CardError.NO_FILE_CHOSEN);
        }
        if (offset >= content.length) {
            throw new CardError(CardError.WRONG_OFFSET);
        }
        int end = Math.min(content.length, offset + command.expected());
        byte[] part = Arrays.copyOfRange(content, offset, end);
        if (!command.expectsAll() && part.length < command.expected()) {
            throw new CardError(CardError.END_OF_FILE, part);
        }
        return part;
    }

    // ---- passwords

    private byte[] environment(CardCommand command) throws CardError {
        List<Tlv> objects = Tlv.list(command.data());
        switch (command.parameters()) {
            case 0xC1A4 -> {
                Pace.Request request = Pace.request(objects, cryptography);
                pace = new Pace(cryptography, random, request);
                int announced = secrets.announcement(request.password());
                if (announced != 0x9000) {
                    throw new CardError(announced);
                }
            }
            case 0x81B6 -> terminal().chooseAuthority(objects);
            case 0x81A4 -> terminal().chooseTerminal(objects);
            case 0x41A4 -> {
                TerminalAuthentication known = terminal();
                if (!known.done()) {
                    throw new CardError(CardError.NOT_AUTHORISED);
                }
                chip = null;
                restricted = null;
                if (ChipAuthentication.meant(Tlv.require(objects, 0x80).value())) {
                    chip = new ChipAuthentication(objects, cryptography, keys, known.rights());
                } else if (chipDone) {
                    restricted = new RestrictedIdentification(objects, keys, known.rights());
                } else {
                    throw new CardError(CardError.NOT_AUTHORISED);
                }
            }
            default -> throw new CardError(CardError.WRONG_PARAMETERS);
        }
        return new byte[0];
    }

    private TerminalAuthentication terminal() throws CardError {
        TerminalAuthentication known = terminal;
        if (known == null) {
            throw new CardError(CardError.CONDITIONS);
        }
        return known;
    }

    private byte[] authenticate(CardCommand command) throws CardError {
        if (command.parameters() != 0) {
            throw new CardError(CardError.WRONG_PARAMETERS);
        }
        Tlv template = Tlv.only(command.data(), 0x7C);
        Pace running = pace;
        ChipAuthentication proving = chip;
        RestrictedIdentification identifying = restricted;
        if (running != null) {
            return pace(running, template, command.chained());
        }
        if (proving != null) {
            chip = null;
            ChipAuthentication.Agreed agreed =
                    proving.agree(template.child(0x80).value(), terminal().terminalKey(), random);
            chipDone = true;
            next = agreed.channel();
            return agreed.answer().bytes();
        }
        if (identifying != null) {
            restricted = null;
            return identifying.identify(template, terminal()).bytes();
        }
        throw new CardError(CardError.CONDITIONS);
    }

    private byte[] pace(Pace running, Tlv template, boolean more) throws CardError {
        CardPassword password = running.request().password();
        try {
            List<Tlv> asked = template.children();
            // Only the last step ends the chain.
            if (more == Tlv.find(asked, 0x85).isPresent()) {
                throw new CardError(CardError.CONDITIONS);
            }
            Tlv answer;
            if (asked.isEmpty()) {
                secrets.requireUsable(password, shown == CardPassword.CAN);
                answer = running.nonce(secrets.of(password));
            } else {
                Tlv first = asked.getFirst();
                answer =
                        switch (first.tag()) {
                            case 0x81 -> running.map(first.value());
                            case 0x83 -> running.agree(first.value());
                            case 0x85 -> {
                                prove(running, first.value());
                                yield running.proof();
                            }
                            default -> throw new CardError(CardError.WRONG_DATA);
                        };
            }
            if (more) {
                return Tlv.of(0x7C, answer).bytes();
            }
            return established(running, answer);
        } catch (CardError e) {
            pace = null;
            throw e;
        }
    }

    private void prove(Pace running, byte[] token) throws CardError {
        if (!running.agreed()) {
            throw new CardError(CardError.CONDITIONS);
        }
        CardPassword password = running.request().password();
        secrets.count(password);
        if (!running.proves(token)) {
            throw secrets.failure(password);
        }
        secrets.succeeded(password);
    }

    /// The last answer, with the names of those whom the card believes, if the terminal will authenticate itself.
    private byte[] established(Pace done, Tlv proof) {
        forget();
        shown = done.request().password();
        terminal = new TerminalAuthentication(trust, random, done);
        next = done.channel();
        if (done.request().rights().isEmpty()) {
            return Tlv.of(0x7C, proof).bytes();
        }
        List<byte[]> believed = trust.references();
        Tlv[] parts = new Tlv[1 + believed.size()];
        parts[0] = proof;
        for (int i = 0; i < believed.size(); i++) {
            parts[1 + i] = Tlv.of(0x87 + i, believed.get(i));
        }
        return Tlv.of(0x7C, parts).bytes();
    }

    /// Changes the PIN, or unblocks it with the PUK (B.11.9).
    private byte[] resetRetryCounter(CardCommand command) throws CardError {
        if (command.p2() != PIN_REFERENCE) {
            throw new CardError(CardError.NO_REFERENCE);
        }
        boolean manages = managesPins();
        switch (command.p1()) {
            case 0x02 -> {
                if (shown != CardPassword.PIN && !manages) {
                    throw new CardError(CardError.NOT_AUTHORISED);
                }
                secrets.change(command.data());
            }
            case 0x03 -> {
                if (shown != CardPassword.PUK && !manages) {
                    throw new CardError(CardError.NOT_AUTHORISED);
                }
                secrets.unblock();
            }
            default -> throw new CardError(CardError.WRONG_PARAMETERS);
        }
        return new byte[0];
    }

    private boolean managesPins() {
        TerminalAuthentication known = terminal;
        return chipDone && known != null && known.rights().pinManagement();
    }

    /// Switches the online function on or off (B.11.7, B.11.8), as the issuing office does.
    private byte[] activate(CardCommand command) throws CardError {
        if (command.parameters() != 0x1003) {
            throw new CardError(CardError.WRONG_PARAMETERS);
        }
        if (!managesPins()) {
            throw new CardError(CardError.NOT_AUTHORISED);
        }
        secrets.activate(command.ins() == ACTIVATE);
        return new byte[0];
    }

    // ---- terminal

    private byte[] certificate(CardCommand command) throws CardError {
        if (command.parameters() != 0x00BE) {
            throw new CardError(CardError.WRONG_PARAMETERS);
        }
        terminal().verifyCertificate(command.data());
        return new byte[0];
    }

    private byte[] external(CardCommand command) throws CardError {
        terminal().authenticate(command.data());
        return new byte[0];
    }

    /// Answers a question of the terminal about birth, expiry or municipality with yes or no (A.6.5, B.11.11).
    private byte[] auxiliary(CardCommand command) throws CardError {
        if (command.cla() != 0x80 || command.parameters() != 0x8000) {
            throw new CardError(CardError.WRONG_PARAMETERS);
        }
        TerminalAuthentication known = terminal();
        if (!chipDone) {
            throw new CardError(CardError.NOT_AUTHORISED);
        }
        byte[] kind = Tlv.only(command.data(), 0x06).value();
        Optional<byte[]> asked = known.question(kind);
        if (asked.isEmpty()) {
            throw new CardError(CardError.NO_REFERENCE);
        }
        boolean yes = new CardQuestions(persona).answer(known.rights(), kind, asked.get());
        if (!yes) {
            throw new CardError(CardError.FAILED);
        }
        return new byte[0];
    }
}
