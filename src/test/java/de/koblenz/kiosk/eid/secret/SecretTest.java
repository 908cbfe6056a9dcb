package de.koblenz.kiosk.eid.secret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;

class SecretTest {
    private static Secret of(int... digits) {
        Secret secret = new Secret();
        for (int digit : digits) {
            secret.append(digit);
        }
        return secret;
    }

    @Test
    void digitsAreTypedAndTakenBack() {
        Secret secret = of(1, 2, 9);
        secret.removeLast();
        secret.append(3);
        assertArrayEquals(new byte[] {'1', '2', '3'}, secret.use(byte[]::clone));
        secret.removeLast();
        secret.removeLast();
        secret.removeLast();
        secret.removeLast();
        assertEquals(0, secret.length());
    }

    @Test
    void anEleventhDigitIsNotTaken() {
        assertEquals(10, of(1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1).length());
        assertThrows(IllegalArgumentException.class, () -> of(10));
    }

    @Test
    void theCopyIsOverwrittenHoweverItsUseEnds() {
        byte[][] kept = new byte[1][];
        of(1, 2, 3)
                .use(digits -> {
                    kept[0] = digits;
                    return 0;
                });
        assertArrayEquals(new byte[3], kept[0]);
        assertThrows(
                IllegalStateException.class,
                () ->
                        of(4, 5).use(digits -> {
                            kept[0] = digits;
                            throw new IllegalStateException();
                        }));
        assertArrayEquals(new byte[2], kept[0]);
    }

    @Test
    void closingOverwritesAndTakesNoMore() throws ReflectiveOperationException {
        Secret secret = of(1, 2, 3);
        secret.close();
        secret.append(4);
        assertEquals(0, secret.length());
        Field digits = Secret.class.getDeclaredField("digits");
        digits.setAccessible(true);
        assertArrayEquals(new byte[Secret.MAXIMUM], (byte[]) digits.get(secret));
    }

    @Test
    void repeatedEntriesAreCompared() {
        assertTrue(of(1, 2).matches(of(1, 2)));
        assertFalse(of(1, 2).matches(of(1, 3)));
        assertFalse(of(1, 2).matches(of(1, 2, 2)));
    }

    @Test
    void thereIsNoTextForm() {
        assertEquals("Secret", of(1, 2, 3).toString());
    }
}
