package de.koblenz.kiosk.order;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The short reference of an order, `KO-7F3K-92QD`: 40 bits of SHA-256 over the order's id in an alphabet
/// without I, O, 0 and 1, so that it can be read out on the telephone.
public final class OrderReference {
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private OrderReference() {}

    /// The same id always has the same reference.
    public static String of(OrderId id) {
        byte[] digest = sha256(id.toString());
        long bits = 0;
        for (int i = 0; i < 5; i++) {
            bits = (bits << 8) | (digest[i] & 0xFF);
        }
        StringBuilder text = new StringBuilder("KO");
        for (int i = 0; i < 8; i++) {
            if (i % 4 == 0) {
                text.append('-');
            }
            text.append(ALPHABET.charAt((int) (bits >> (35 - 5 * i)) & 31));
        }
        return text.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
