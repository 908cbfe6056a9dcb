package de.koblenz.kiosk.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReconnectPauseTest {
    @Test
    void theLimitDoublesUpToTheLongestAndStartsAnewAfterSuccess() {
        ReconnectPause pause =
                new ReconnectPause(Duration.ofSeconds(1), Duration.ofSeconds(60), new Highest());
        int[] seconds =
                IntStream.range(0, 8).map(i -> Math.toIntExact(pause.next().toSeconds())).toArray();
        assertEquals(
                java.util.List.of(1, 2, 4, 8, 16, 32, 60, 60),
                IntStream.of(seconds).boxed().toList());
        pause.reset();
        assertEquals(Duration.ofSeconds(1), pause.next());
    }

    /// A fleet that lost its broker together: no tenth of the minute gets more than twice its share.
    @Test
    void aFleetComesBackSpreadOverTheWholePause() {
        Random random = new Random(7);
        int[] tenths = new int[10];
        for (int terminal = 0; terminal < 10_000; terminal++) {
            ReconnectPause pause =
                    new ReconnectPause(Duration.ofSeconds(60), Duration.ofSeconds(60), random);
            tenths[Math.toIntExact(Math.min(9, pause.next().toMillis() / 6_000))]++;
        }
        assertTrue(IntStream.of(tenths).allMatch(n -> n > 500 && n < 2_000));
    }

    /// Always draws the greatest number.
    private static final class Highest extends Random {
        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    }
}
