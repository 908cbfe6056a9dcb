package de.koblenz.kiosk.device.sim.card;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// One BER-TLV data object (ISO 7816-4 §5.2.2, ISO 8825-1) with definite length. Its array is its own.
final class Tlv {
    private static final int CONSTRUCTED = 0x20;

    private final int tag;
    private final byte[] value;

    private Tlv(int tag, byte[] value) {
        this.tag = tag;
        this.value = value;
    }

    static Tlv of(int tag, byte[] value) {
        return new Tlv(tag, value);
    }

    static Tlv of(int tag, Tlv... children) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Tlv child : children) {
            out.writeBytes(child.bytes());
        }
        return new Tlv(tag, out.toByteArray());
    }

    /// All objects of a field, in order.
    ///
    /// @throws CardError with `6A80` where the field is no whole number of objects
    static List<Tlv> list(byte[] field) throws CardError {
        List<Tlv> found = new ArrayList<>();
        int at = 0;
        while (at < field.length) {
            int tag = field[at++] & 0xFF;
            if ((tag & 0x1F) == 0x1F) {
                tag = (tag << 8) | byteAt(field, at++);
                if ((tag & 0x80) != 0) {
                    throw new CardError(CardError.WRONG_DATA);
                }
            }
            int length = byteAt(field, at++);
            if (length > 0x82 || length == 0x80) {
                throw new CardError(CardError.WRONG_DATA);
            }
            if (length > 0x80) {
                int bytes = length - 0x80;
                length = 0;
                for (int i = 0; i < bytes; i++) {
                    length = (length << 8) | byteAt(field, at++);
                }
            }
            if (length > field.length - at) {
                throw new CardError(CardError.WRONG_DATA);
            }
            found.add(new Tlv(tag, Arrays.copyOfRange(field, at, at + length)));
            at += length;
        }
        return found;
    }

    private static int byteAt(byte[] field, int at) throws CardError {
        if (at >= field.length) {
            throw new CardError(CardError.WRONG_DATA);
        }
        return field[at] & 0xFF;
    }

    /// The field's only object.
    ///
    /// @throws CardError with `6A80` for another tag, none or several
    static Tlv only(byte[] field, int tag) throws CardError {
        List<Tlv> all = list(field);
        if (all.size() != 1 || all.getFirst().tag != tag) {
            throw new CardError(CardError.WRONG_DATA);
        }
        return all.getFirst();
    }

    static Optional<Tlv> find(List<Tlv> objects, int tag) {
        return objects.stream().filter(object -> object.tag == tag).findFirst();
    }

    /// The first object of that tag.
    ///
    /// @throws CardError with `6A80` where there is none
    static Tlv require(List<Tlv> objects, int tag) throws CardError {
        return find(objects, tag).orElseThrow(() -> new CardError(CardError.WRONG_DATA));
    }

    int tag() {
        return tag;
    }

    byte[] value() {
        return value;
    }

    /// The objects in it.
    List<Tlv> children() throws CardError {
        int first = tag > 0xFF ? tag >> 8 : tag;
        if ((first & CONSTRUCTED) == 0) {
            throw new CardError(CardError.WRONG_DATA);
        }
        return list(value);
    }

    Tlv child(int wanted) throws CardError {
        return require(children(), wanted);
    }

    /// The whole object.
    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (tag > 0xFF) {
            out.write(tag >> 8);
        }
        out.write(tag);
        if (value.length > 0xFF) {
            out.write(0x82);
            out.write(value.length >> 8);
        } else if (value.length > 0x7F) {
            out.write(0x81);
        }
        out.write(value.length);
        out.writeBytes(value);
        return out.toByteArray();
    }
}
