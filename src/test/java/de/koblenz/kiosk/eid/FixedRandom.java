package de.koblenz.kiosk.eid;

import de.koblenz.kiosk.eid.tlv.Octets;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/// Gives the numbers of a worked example, or those of a seed.
public final class FixedRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final transient Deque<Octets> numbers;
    private final transient Random seeded;

    public FixedRandom(Octets... numbers) {
        this.numbers = new ArrayDeque<>(List.of(numbers));
        this.seeded = new Random(0);
    }

    public FixedRandom(long seed) {
        this.numbers = new ArrayDeque<>();
        this.seeded = new Random(seed);
    }

    @Override
    public void nextBytes(byte[] bytes) {
        if (numbers.isEmpty()) {
            seeded.nextBytes(bytes);
        } else {
            numbers.remove().copyInto(bytes, 0);
        }
    }
}
