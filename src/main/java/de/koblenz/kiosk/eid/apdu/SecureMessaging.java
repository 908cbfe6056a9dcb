package de.koblenz.kiosk.eid.apdu;

import de.koblenz.kiosk.eid.crypto.Aes;
import de.koblenz.kiosk.eid.crypto.SessionKeys;
import de.koblenz.kiosk.eid.failure.EidException;
import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.tlv.Octets;
import de.koblenz.kiosk.eid.tlv.Tlv;
import de.koblenz.kiosk.eid.tlv.TlvException;
import de.koblenz.kiosk.eid.tlv.TlvSequence;
import java.util.Arrays;

/// The protected channel: every command and answer is encrypted and authenticated, and counted so that none can be replayed
/// (TR-03110-3 §F, AES). Not thread-safe.
final class SecureMessaging implements AutoCloseable {
    private static final int PADDED_DATA = 0x87;
    private static final int PLAIN_DATA = 0x85;
    private static final int EXPECTED_LENGTH = 0x97;
    private static final int STATUS = 0x99;
    private static final int MAC = 0x8E;

    /// Class bits "secure messaging, header authenticated" (ISO 7816-4 §5.1.1).
    private static final int CLASS_BITS = 0x0C;

    private final SessionKeys keys;
    private final byte[] counter = new byte[Aes.BLOCK];

    /// Begins with counter 0 (TR-03110-3 §F.3) and takes the keys over.
    SecureMessaging(SessionKeys keys) {
        this.keys = keys;
    }

    /// The protected form of a command; whether it is long is decided by the command inside (§F.2.1).
    CommandApdu wrap(CommandApdu command) {
        count();
        Octets data = Octets.EMPTY;
        if (command.data().length > 0) {
            byte[] padded = pad(command.data());
            Octets encrypted = Octets.of(keys.encrypt(vector(), padded));
            Arrays.fill(padded, (byte) 0);
            boolean odd = (command.head() >>> 16 & 1) == 1;
            data =
                    odd
                            ? Tlv.of(PLAIN_DATA, encrypted).encoded()
                            : Tlv.of(PADDED_DATA, Octets.join(Octets.of((byte) 1), encrypted))
                                    .encoded();
        }
        Octets length = Octets.EMPTY;
        int expected = command.expected();
        if (expected > 0) {
            Octets octets =
                    command.isLong()
                            ? Octets.of((byte) (expected >>> 8), (byte) expected)
                            : Octets.of((byte) expected);
            length = Tlv.of(EXPECTED_LENGTH, octets).encoded();
        }
        Octets objects = Octets.join(data, length);
        int head = command.head() | CLASS_BITS << 24;
        byte[] header =
                pad(
                        new byte[] {
                            (byte) (head >>> 24),
                            (byte) (head >>> 16),
                            (byte) (head >>> 8),
                            (byte) head
                        });
        // With no data objects a second padding would be a block that the card does not expect.
        byte[] mac =
                objects.isEmpty()
                        ? keys.mac(counter, header)
                        : keys.mac(counter, header, pad(objects.toArray()));
        Octets body = Octets.join(objects, Tlv.of(MAC, Octets.of(mac)).encoded());
        boolean longer = command.isLong() || body.length() > 255;
        return new CommandApdu(
                head, body.toArray(), longer ? CommandApdu.EXTENDED : CommandApdu.SHORT);
    }

    /// What a protected answer says.
    ///
    /// @throws EidException with CHANNEL_BROKEN for anything but a genuine answer to the last command
    ResponseApdu unwrap(ResponseApdu answer) throws EidException {
        count();
        try {
            TlvSequence objects = TlvSequence.parse(answer.data());
            Tlv mac = objects.get(MAC);
            Tlv status = objects.get(STATUS);
            int signed = answer.data().length() - mac.encoded().length();
            // The order is fixed: data, status, MAC (§F.2.2). Anything else is not of our card.
            if (objects.at(objects.size() - 1).tag() != MAC
                    || objects.size() > 3
                    || objects.at(objects.size() - 2).tag() != STATUS
                    || status.value().length() != 2
                    || mac.value().length() != Aes.MAC
                    || !keys.verifies(
                            mac.value().toArray(),
                            counter,
                            pad(answer.data().slice(0, signed).toArray()))) {
                throw new EidException(EidFailure.CHANNEL_BROKEN);
            }
            int word = status.value().at(0) << 8 | status.value().at(1);
            if (word != answer.status()) {
                throw new EidException(EidFailure.CHANNEL_BROKEN);
            }
            Octets data = objects.size() == 2 ? Octets.EMPTY : decrypt(objects.at(0));
            return new ResponseApdu(data, word);
        } catch (TlvException e) {
            throw new EidException(EidFailure.CHANNEL_BROKEN, e);
        }
    }

    private Octets decrypt(Tlv object) throws EidException {
        byte[] value = object.value().toArray();
        int from;
        if (object.tag() == PADDED_DATA && value.length > 0 && value[0] == 1) {
            from = 1;
        } else if (object.tag() == PLAIN_DATA) {
            from = 0;
        } else {
            throw new EidException(EidFailure.CHANNEL_BROKEN);
        }
        if (value.length == from || (value.length - from) % Aes.BLOCK != 0) {
            throw new EidException(EidFailure.CHANNEL_BROKEN);
        }
        byte[] padded = keys.decrypt(vector(), value, from, value.length);
        int end = padded.length - 1;
        while (end > padded.length - Aes.BLOCK && padded[end] == 0) {
            end--;
        }
        if (padded[end] != (byte) 0x80) {
            throw new EidException(EidFailure.CHANNEL_BROKEN);
        }
        return Octets.of(padded, 0, end);
    }

    private void count() {
        for (int i = counter.length - 1; ++counter[i] == 0 && i > 0; i--) {
            // The carry goes on to the next octet.
        }
    }

    private byte[] vector() {
        return keys.encryptBlock(counter);
    }

    /// Appends 80 00 … 00 up to whole blocks (ISO 9797-1 padding method 2).
    private static byte[] pad(byte[] data) {
        byte[] padded = Arrays.copyOf(data, data.length + Aes.BLOCK - data.length % Aes.BLOCK);
        padded[data.length] = (byte) 0x80;
        return padded;
    }

    @Override
    public void close() {
        keys.close();
    }
}
