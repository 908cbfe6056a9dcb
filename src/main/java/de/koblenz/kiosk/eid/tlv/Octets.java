package de.koblenz.kiosk.eid.tlv;

import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// An immutable sequence of octets. Its text form tells only how many there are, because most of them are personal or secret.
public final class Octets {
    public static final Octets EMPTY = new Octets(new byte[0]);

    private final byte[] content;

    private Octets(byte[] content) {
        this.content = content;
    }

    /// A copy of what is given.
    public static Octets of(byte... content) {
        return content.length == 0 ? EMPTY : new Octets(content.clone());
    }

    /// @param from first index
    /// @param to index after the last
    public static Octets of(byte[] content, int from, int to) {
        return new Octets(Arrays.copyOfRange(content, from, to));
    }

    /// @throws IllegalArgumentException when `hex` is no even number of hexadecimal digits
    public static Octets ofHex(String hex) {
        return new Octets(HexFormat.of().parseHex(hex));
    }

    public static Octets ofText(String text, Charset charset) {
        return new Octets(text.getBytes(charset));
    }

    /// All parts, one after the other.
    public static Octets join(Octets... parts) {
        int length = 0;
        for (Octets part : parts) {
            length += part.content.length;
        }
        byte[] whole = new byte[length];
        int at = 0;
        for (Octets part : parts) {
            System.arraycopy(part.content, 0, whole, at, part.content.length);
            at += part.content.length;
        }
        return new Octets(whole);
    }

    public int length() {
        return content.length;
    }

    public boolean isEmpty() {
        return content.length == 0;
    }

    /// The octet at `index` as 0 to 255.
    public int at(int index) {
        return content[index] & 0xFF;
    }

    public Octets slice(int from, int to) {
        return new Octets(Arrays.copyOfRange(content, from, to));
    }

    public Octets from(int from) {
        return slice(from, content.length);
    }

    public byte[] toArray() {
        return content.clone();
    }

    public void copyInto(byte[] target, int at) {
        System.arraycopy(content, 0, target, at, content.length);
    }

    public String text(Charset charset) {
        return new String(content, charset);
    }

    /// Their hash.
    ///
    /// @param algorithm one that every Java has, such as `SHA-256`
    public Octets hash(String algorithm) {
        try {
            return new Octets(MessageDigest.getInstance(algorithm).digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(algorithm, e);
        }
    }

    public String hex() {
        return HexFormat.of().formatHex(content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets octets && Arrays.equals(content, octets.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return content.length + " octets";
    }
}
