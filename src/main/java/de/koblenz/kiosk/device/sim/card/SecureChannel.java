package de.koblenz.kiosk.device.sim.card;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/// Secure messaging with AES on the card's side (BSI TR-03110-3 appendix F). Not thread-safe; belongs to its card.
final class SecureChannel {
    private static final int CRYPTOGRAM = 0x87;
    private static final int CRYPTOGRAM_OF_OBJECTS = 0x85;
    private static final int EXPECTED = 0x97;
    private static final int STATUS = 0x99;
    private static final int CHECKSUM = 0x8E;
    private static final byte PADDED = 1;

    private final byte[] encryption;
    private final byte[] authentication;

    /// Send sequence counter.
    private final byte[] counter = new byte[CardCipher.BLOCK];

    SecureChannel(byte[] encryption, byte[] authentication) {
        this.encryption = encryption;
        this.authentication = authentication;
    }

    /// Whether a part of a chained command is protected by itself.
    static boolean whole(CardCommand command) {
        try {
            List<Tlv> objects = Tlv.list(command.data());
            Tlv last = objects.getLast();
            return last.tag() == CHECKSUM && last.value().length == CardCipher.MAC_LENGTH;
        } catch (CardError _) {
            return false;
        }
    }

    /// Checks and opens a command.
    ///
    /// @throws CardError with `6987` or `6988`, after which the channel is over
    CardCommand open(CardCommand command) throws CardError {
        count();
        List<Tlv> objects;
        try {
            objects = Tlv.list(command.data());
        } catch (CardError _) {
            throw new CardError(CardError.SECURE_MESSAGING_WRONG);
        }
        ByteArrayOutputStream covered = new ByteArrayOutputStream();
        byte[] content = new byte[0];
        int expected = 0;
        byte[] checksum = new byte[0];
        for (Tlv object : objects) {
            if (checksum.length > 0) {
                throw new CardError(CardError.SECURE_MESSAGING_WRONG);
            }
            switch (object.tag()) {
                case CRYPTOGRAM -> content = decrypted(object.value(), 1);
                case CRYPTOGRAM_OF_OBJECTS -> content = decrypted(object.value(), 0);
                case EXPECTED -> expected = expected(object.value());
                case CHECKSUM -> checksum = object.value();
                default -> throw new CardError(CardError.SECURE_MESSAGING_WRONG);
            }
            if (object.tag() != CHECKSUM) {
                covered.writeBytes(object.bytes());
            }
        }
        if (checksum.length == 0) {
            throw new CardError(CardError.SECURE_MESSAGING_MISSING);
        }
        byte[] header = {
            (byte) command.cla(), (byte) command.ins(), (byte) command.p1(), (byte) command.p2()
        };
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        input.writeBytes(counter);
        input.writeBytes(CardCipher.pad(header));
        if (covered.size() > 0) {
            input.writeBytes(CardCipher.pad(covered.toByteArray()));
        }
        if (!Arrays.equals(CardCipher.mac(authentication, input.toByteArray()), checksum)) {
            throw new CardError(CardError.SECURE_MESSAGING_WRONG);
        }
        return command.plain(content.length == 0 ? content : CardCipher.unpad(content), expected);
    }

    private byte[] decrypted(byte[] value, int indicator) throws CardError {
        int length = value.length - indicator;
        if (length <= 0
                || length % CardCipher.BLOCK != 0
                || (indicator == 1 && value[0] != PADDED)) {
            throw new CardError(CardError.SECURE_MESSAGING_WRONG);
        }
        return CardCipher.cbc(
                false, encryption, vector(), Arrays.copyOfRange(value, indicator, value.length));
    }

    private static int expected(byte[] value) throws CardError {
        return switch (value.length) {
            case 1 -> value[0] == 0 ? 256 : value[0] & 0xFF;
            case 2 -> {
                int number = ((value[0] & 0xFF) << 8) | (value[1] & 0xFF);
                yield number == 0 ? 65_536 : number;
            }
            default -> throw new CardError(CardError.SECURE_MESSAGING_WRONG);
        };
    }

    /// Protects an answer.
    ///
    /// @return response APDU, whose own status bytes are those protected in it
    byte[] close(byte[] data, int status) {
        count();
        byte[] bytes = {(byte) (status >> 8), (byte) status};
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (data.length > 0) {
            byte[] cipher = CardCipher.cbc(true, encryption, vector(), CardCipher.pad(data));
            byte[] value = new byte[cipher.length + 1];
            value[0] = PADDED;
            System.arraycopy(cipher, 0, value, 1, cipher.length);
            out.writeBytes(Tlv.of(CRYPTOGRAM, value).bytes());
        }
        out.writeBytes(Tlv.of(STATUS, bytes).bytes());
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        input.writeBytes(counter);
        input.writeBytes(CardCipher.pad(out.toByteArray()));
        out.writeBytes(
                Tlv.of(CHECKSUM, CardCipher.mac(authentication, input.toByteArray())).bytes());
        out.writeBytes(bytes);
        return out.toByteArray();
    }

    private void count() {
        for (int i = counter.length - 1; i >= 0; i--) {
            counter[i]++;
            if (counter[i] != 0) {
                return;
            }
        }
    }

    private byte[] vector() {
        return CardCipher.cbc(true, encryption, new byte[CardCipher.BLOCK], counter);
    }
}
