package de.koblenz.kiosk.citizen.run;

import de.koblenz.kiosk.eid.secret.Secret;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// What a terminal knows of the staff code: PBKDF2 with HMAC-SHA-512 (RFC 8018 §5.2) over its digits, with a salt of its
/// own, written as `pbkdf2-sha512:<iterations>:<salt>:<hash>` in Base64. Thread-safe.
public final class StaffCode {
    private static final String SCHEME = "pbkdf2-sha512";
    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";

    /// OWASP's least for this function; a third of a second on a terminal.
    private static final int ITERATIONS = 210_000;

    private static final int MOST_ITERATIONS = 10_000_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final int iterations;
    private final byte[] salt;
    private final byte[] hash;

    private StaffCode(int iterations, byte[] salt, byte[] hash) {
        this.iterations = iterations;
        this.salt = salt;
        this.hash = hash;
    }

    /// A new code with a salt of its own.
    public static StaffCode of(Secret code, SecureRandom random) {
        return of(code, ITERATIONS, random);
    }

    /// With another number of rounds: tests of the door behind it need not be slow.
    static StaffCode of(Secret code, int iterations, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new StaffCode(iterations, salt, derived(code, salt, iterations));
    }

    /// Reads what [#line()] wrote.
    ///
    /// @throws IOException if it is no such line; the message does not repeat it
    public static StaffCode parse(String line) throws IOException {
        String[] parts = line.strip().split(":", -1);
        try {
            if (parts.length == 4 && parts[0].equals(SCHEME)) {
                int iterations = Integer.parseInt(parts[1]);
                byte[] salt = Base64.getDecoder().decode(parts[2]);
                byte[] hash = Base64.getDecoder().decode(parts[3]);
                if (iterations >= ITERATIONS
                        && iterations <= MOST_ITERATIONS
                        && salt.length >= SALT_BYTES
                        && hash.length == HASH_BYTES) {
                    return new StaffCode(iterations, salt, hash);
                }
            }
        } catch (IllegalArgumentException _) {
            // Said below.
        }
        throw new IOException(
                "not the hash of a staff code; 'buergerterminal staff-code' makes one");
    }

    /// The line for the secret's file.
    public String line() {
        Base64.Encoder base64 = Base64.getEncoder();
        return SCHEME
                + ":"
                + iterations
                + ":"
                + base64.encodeToString(salt)
                + ":"
                + base64.encodeToString(hash);
    }

    /// Whether that is the code; takes the same time for every wrong one.
    public boolean matches(Secret typed) {
        return MessageDigest.isEqual(hash, derived(typed, salt, iterations));
    }

    private static byte[] derived(Secret code, byte[] salt, int iterations) {
        return code.use(digits -> {
            char[] characters = new char[digits.length];
            for (int i = 0; i < digits.length; i++) {
                characters[i] = (char) digits[i];
            }
            PBEKeySpec key = new PBEKeySpec(characters, salt, iterations, HASH_BYTES * 8);
            try {
                return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(key).getEncoded();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java has PBKDF2", e);
            } finally {
                key.clearPassword();
                Arrays.fill(characters, '\0');
            }
        });
    }

    @Override
    public String toString() {
        return "StaffCode";
    }
}
