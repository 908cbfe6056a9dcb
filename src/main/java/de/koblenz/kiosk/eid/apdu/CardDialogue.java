package de.koblenz.kiosk.eid.apdu;

import de.koblenz.kiosk.device.card.CardChannel;
import de.koblenz.kiosk.device.card.CardLostException;
import de.koblenz.kiosk.device.card.PaceOutcome;
import de.koblenz.kiosk.device.card.PinOutcome;
import de.koblenz.kiosk.device.card.ReaderKeypad;
import de.koblenz.kiosk.eid.crypto.SessionKeys;
import de.koblenz.kiosk.eid.failure.EidException;
import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.tlv.Octets;
import de.koblenz.kiosk.eid.tlv.Tlv;
import de.koblenz.kiosk.eid.tlv.TlvException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// A conversation with one card: plain at first, then in a protected channel; long commands in extended length or chained.
/// Every wait is bounded by the number of commands, whatever the card answers. Not thread-safe.
public final class CardDialogue implements AutoCloseable {
    /// Plain octets that fit a short protected command: header, lengths, MAC and one block of padding are 32.
    private static final int PROTECTED_PART = 223;

    private static final int CHAINED = 0x10;
    private static final int LARGEST_FILE = 0x7FFF;
    private static final int GET_RESPONSE = 0x00C00000;
    private static final int READ_BINARY = 0x00B00000;
    private static final int GENERAL_AUTHENTICATE = 0x86;

    private final CardChannel channel;
    private final BooleanSupplier givenUp;
    private @Nullable SecureMessaging protection;
    private boolean guarded;
    private int commands;

    /// Takes the channel over.
    public CardDialogue(CardChannel channel) {
        this(channel, () -> false);
    }

    /// Takes the channel over.
    ///
    /// @param givenUp whether the citizen has given it up meanwhile: then the card gets no further command
    public CardDialogue(CardChannel channel, BooleanSupplier givenUp) {
        this.channel = channel;
        this.givenUp = givenUp;
    }

    /// From the next command on the keys protect everything; earlier ones are overwritten.
    public void protect(SessionKeys keys) {
        plain();
        protection = new SecureMessaging(keys);
    }

    /// Gives the protected channel up, as the card does when a command comes unprotected.
    public void plain() {
        if (protection != null) {
            protection.close();
            protection = null;
        }
    }

    /// Whether the reader has a keypad that runs PACE.
    public boolean keypad() {
        return channel.keypad().isPresent();
    }

    /// Whether a new PIN can be typed at the reader: in the channel that it opened itself.
    public boolean keypadChangesPin() {
        return guarded && channel.keypad().map(ReaderKeypad::changesPin).orElse(false);
    }

    /// Whether the reader protects what goes to it plain, because it ran PACE.
    public boolean isGuarded() {
        return guarded && protection == null;
    }

    /// Lets the reader ask for a password and run PACE. From then on it protects what comes plain from here.
    ///
    /// @param password reference on the wire (TR-03110-3 §B.11.1)
    /// @param template template of the rights, or empty
    public PaceOutcome establishPace(int password, Octets template, Octets description)
            throws EidException {
        plain();
        PaceOutcome outcome =
                atKeypad(keypad ->
                        keypad.establishPace(password, template.toArray(), description.toArray()));
        // The reader cannot be called off: what it has begun nobody goes on with.
        requireWanted();
        if (outcome instanceof PaceOutcome.Established) {
            guarded = true;
        }
        return outcome;
    }

    /// Lets the reader ask for a new PIN, twice, and send it.
    ///
    /// @param head first four bytes of the command
    public PinOutcome changePin(int head) throws EidException {
        byte[] command = ByteBuffer.allocate(Integer.BYTES).putInt(head).array();
        return atKeypad(keypad -> keypad.changePin(command));
    }

    @FunctionalInterface
    private interface Entry<T> {
        T at(ReaderKeypad keypad) throws CardLostException;
    }

    private <T> T atKeypad(Entry<T> entry) throws EidException {
        ReaderKeypad keypad =
                channel.keypad().orElseThrow(() -> new EidException(EidFailure.KEYPAD));
        requireWanted();
        try {
            return entry.at(keypad);
        } catch (CardLostException e) {
            throw lost(e);
        }
    }

    private void requireWanted() throws EidException {
        if (givenUp.getAsBoolean()) {
            throw new EidException(EidFailure.CANCELLED);
        }
    }

    /// Commands sent so far, parts of a chain counted each.
    public int commands() {
        return commands;
    }

    /// The most that a command may ask for here.
    public int largestAnswer() {
        return channel.extendedLength()
                ? CommandApdu.EXTENDED
                : isPlain() ? CommandApdu.SHORT : PROTECTED_PART;
    }

    private boolean isPlain() {
        return protection == null && !guarded;
    }

    /// Sends a command and gives its answer, whatever the status. The command is overwritten.
    public ResponseApdu send(CommandApdu command) throws EidException {
        try (command) {
            // A password that is being checked is checked to the end: a card may count half a
            // protocol as a wrong try.
            if ((command.head() >>> 16 & 0xFF) != GENERAL_AUTHENTICATE) {
                requireWanted();
            }
            int largest = isPlain() ? 255 : PROTECTED_PART;
            byte[] data = command.data();
            if (channel.extendedLength() || data.length <= largest) {
                return exchange(command);
            }
            int from = 0;
            while (data.length - from > largest) {
                try (CommandApdu part =
                        new CommandApdu(
                                command.head() | CHAINED << 24,
                                Arrays.copyOfRange(data, from, from + largest),
                                CommandApdu.NO_ANSWER)) {
                    ResponseApdu answer = exchange(part);
                    if (!answer.isDone()) {
                        return answer;
                    }
                }
                from += largest;
            }
            try (CommandApdu last =
                    new CommandApdu(
                            command.head(),
                            Arrays.copyOfRange(data, from, data.length),
                            command.expected())) {
                return exchange(last);
            }
        }
    }

    /// Reads the file of that short identifier, which holds one data object, up to the object's end.
    ///
    /// @param identifier 1 to 30
    /// @return what the card answered when it did not answer with data, else the whole object and 9000
    public ResponseApdu readFile(int identifier) throws EidException {
        ResponseApdu answer =
                send(CommandApdu.of(READ_BINARY | 0x8000 | identifier << 8, largestAnswer()));
        Octets file = answer.data();
        if (file.isEmpty()) {
            return answer.isDone() || answer.status() == ResponseApdu.END_OF_FILE
                    ? new ResponseApdu(Octets.EMPTY, ResponseApdu.FILE_ABSENT)
                    : answer;
        }
        try {
            while (file.length() < 2 || file.length() < Tlv.wholeLength(file)) {
                if (file.length() > LARGEST_FILE) {
                    throw new EidException(EidFailure.CARD_ANSWER);
                }
                ResponseApdu next =
                        send(CommandApdu.of(READ_BINARY | file.length(), largestAnswer()));
                if (next.data().isEmpty()) {
                    throw new EidException(EidFailure.CARD_ANSWER);
                }
                file = Octets.join(file, next.data());
            }
            return new ResponseApdu(Tlv.parseFirst(file).encoded(), ResponseApdu.DONE);
        } catch (TlvException e) {
            throw new EidException(EidFailure.CARD_ANSWER, e);
        }
    }

    private ResponseApdu exchange(CommandApdu command) throws EidException {
        if (protection == null) {
            return transmit(command);
        }
        try (CommandApdu wrapped = protection.wrap(command)) {
            ResponseApdu answer;
            if (wrapped.isLong() && !channel.extendedLength()) {
                throw new IllegalStateException("a protected part is too long");
            }
            answer = transmit(wrapped);
            return protection.unwrap(answer);
        }
    }

    /// One command with its answer, which a card behind T=0 may give in portions (61xx, 6Cxx: ISO 7816-4 §5.3.4).
    private ResponseApdu transmit(CommandApdu command) throws EidException {
        ResponseApdu answer = raw(command);
        if (answer.status() >>> 8 == 0x6C) {
            answer = raw(new CommandApdu(command.head(), command.data(), portion(answer.status())));
        }
        Octets data = answer.data();
        while (answer.status() >>> 8 == 0x61) {
            answer = raw(CommandApdu.of(GET_RESPONSE, portion(answer.status())));
            data = Octets.join(data, answer.data());
            boolean nothingNew = answer.data().isEmpty() && answer.status() >>> 8 == 0x61;
            if (nothingNew || data.length() > CommandApdu.EXTENDED) {
                throw new EidException(EidFailure.CARD_ANSWER);
            }
        }
        return new ResponseApdu(data, answer.status());
    }

    private static int portion(int status) {
        return (status & 0xFF) == 0 ? CommandApdu.SHORT : status & 0xFF;
    }

    private ResponseApdu raw(CommandApdu command) throws EidException {
        byte[] octets = command.encoded();
        commands++;
        try {
            return ResponseApdu.parse(channel.transmit(octets));
        } catch (CardLostException e) {
            throw lost(e);
        } finally {
            Arrays.fill(octets, (byte) 0);
        }
    }

    private static EidException lost(CardLostException e) {
        return new EidException(EidFailure.of(e.reason()), e);
    }

    /// Overwrites the keys and gives the card free.
    @Override
    public void close() {
        plain();
        channel.close();
    }
}
