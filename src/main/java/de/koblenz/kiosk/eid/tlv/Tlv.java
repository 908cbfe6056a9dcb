package de.koblenz.kiosk.eid.tlv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// One BER-TLV data object (ISO 7816-4 §5.2.2, ITU-T X.690 §8.1): tags of one to three octets, definite lengths up to
/// 65,535 octets. Immutable; keeps its encoding as it was read, because signatures are made over it.
public final class Tlv {
    private static final int MAXIMUM_LENGTH = 0xFFFF;

    private final int tag;
    private final Octets value;
    private final Octets encoded;

    Tlv(int tag, Octets value, Octets encoded) {
        this.tag = tag;
        this.value = value;
        this.encoded = encoded;
    }

    /// A primitive object; its length is encoded in as few octets as possible.
    ///
    /// @param tag the tag octets as a number, such as `0x5F29`
    public static Tlv of(int tag, Octets value) {
        return new Tlv(tag, value, Octets.join(header(tag, value.length()), value));
    }

    /// A constructed object.
    public static Tlv of(int tag, Tlv... children) {
        Octets[] parts = new Octets[children.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = children[i].encoded;
        }
        return of(tag, Octets.join(parts));
    }

    public static Tlv ofText(int tag, String text) {
        return of(tag, Octets.ofText(text, StandardCharsets.UTF_8));
    }

    /// The only object in `octets`.
    public static Tlv parse(Octets octets) throws TlvException {
        Tlv tlv = read(octets, 0);
        if (tlv.encoded.length() != octets.length()) {
            throw new TlvException("octets behind the object");
        }
        return tlv;
    }

    /// The first object in `octets`, such as a file that is longer than what it holds.
    public static Tlv parseFirst(Octets octets) throws TlvException {
        return read(octets, 0);
    }

    /// How many octets the object whose beginning is given will have, header included.
    ///
    /// @param beginning at least the whole tag and length
    public static int wholeLength(Octets beginning) throws TlvException {
        long header = readHeader(beginning, 0);
        return (int) (header >>> 48) + (int) (header & MAXIMUM_LENGTH);
    }

    static Tlv read(Octets octets, int at) throws TlvException {
        long header = readHeader(octets, at);
        int start = at + (int) (header >>> 48);
        int end = start + (int) (header & MAXIMUM_LENGTH);
        if (end > octets.length()) {
            throw new TlvException("object ends behind the data");
        }
        int tag = (int) (header >>> 16) & 0xFFFFFF;
        return new Tlv(tag, octets.slice(start, end), octets.slice(at, end));
    }

    /// Length of the header (16 bits), tag (24 bits, shifted by 16) and length of the value (16 bits).
    private static long readHeader(Octets octets, int start) throws TlvException {
        int at = start;
        int tag = octet(octets, at++);
        if ((tag & 0x1F) == 0x1F) {
            int next;
            do {
                if (at - start > 2) {
                    throw new TlvException("tag of more than three octets");
                }
                next = octet(octets, at++);
                tag = tag << 8 | next;
            } while ((next & 0x80) != 0);
        }
        int length = octet(octets, at++);
        if (length > 0x7F) {
            int count = length & 0x7F;
            if (count == 0 || count > 3) {
                throw new TlvException("length of " + count + " octets");
            }
            length = 0;
            for (int i = 0; i < count; i++) {
                length = length << 8 | octet(octets, at++);
            }
            if (length > MAXIMUM_LENGTH) {
                throw new TlvException("length over 65535");
            }
        }
        return (long) (at - start) << 48 | (long) tag << 16 | length;
    }

    private static int octet(Octets octets, int at) throws TlvException {
        if (at >= octets.length()) {
            throw new TlvException("object without end");
        }
        return octets.at(at);
    }

    private static Octets header(int tag, int length) {
        if (length > MAXIMUM_LENGTH) {
            throw new IllegalArgumentException("too long for a card: " + length);
        }
        byte[] header = new byte[6];
        int at = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            if (tag >>> shift != 0 || shift == 0) {
                header[at++] = (byte) (tag >>> shift);
            }
        }
        if (length > 0xFF) {
            header[at++] = (byte) 0x82;
            header[at++] = (byte) (length >>> 8);
        } else if (length > 0x7F) {
            header[at++] = (byte) 0x81;
        }
        header[at++] = (byte) length;
        return Octets.of(header, 0, at);
    }

    public int tag() {
        return tag;
    }

    public Octets value() {
        return value;
    }

    /// Tag, length and value as they were read.
    public Octets encoded() {
        return encoded;
    }

    /// The objects inside; whether the tag says "constructed" does not matter (tag `73` and others of the card do not).
    public TlvSequence children() throws TlvException {
        return TlvSequence.parse(value);
    }

    /// This object if it has that tag.
    public Tlv expect(int expected) throws TlvException {
        if (tag != expected) {
            throw new TlvException(
                    "tag " + hexTag(tag) + " where " + hexTag(expected) + " is needed");
        }
        return this;
    }

    /// The value as an ASN.1 INTEGER of 0 to 2^31-1.
    public int number() throws TlvException {
        if (value.isEmpty() || value.length() > 4 || value.at(0) > 0x7F) {
            throw new TlvException("no small number in tag " + hexTag(tag));
        }
        int number = 0;
        for (int i = 0; i < value.length(); i++) {
            number = number << 8 | value.at(i);
        }
        return number;
    }

    public String text(Charset charset) {
        return value.text(charset);
    }

    static String hexTag(int tag) {
        return HexFormat.of()
                .withUpperCase()
                .toHexDigits(tag, tag > 0xFFFF ? 6 : tag > 0xFF ? 4 : 2);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tlv tlv && encoded.equals(tlv.encoded);
    }

    @Override
    public int hashCode() {
        return encoded.hashCode();
    }

    @Override
    public String toString() {
        return hexTag(tag) + " with " + value;
    }
}
