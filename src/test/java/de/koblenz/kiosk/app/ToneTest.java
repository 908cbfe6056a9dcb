package de.koblenz.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ToneTest {
    private static short[] sound() throws InterruptedException {
        SynchronousQueue<byte[]> heard = new SynchronousQueue<>();
        var _ =
                Tone.call(wave -> {
                    try {
                        heard.put(wave);
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                });
        byte[] wave = heard.poll(10, TimeUnit.SECONDS);
        ShortBuffer samples = ByteBuffer.wrap(wave).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        short[] sound = new short[samples.remaining()];
        samples.get(sound);
        return sound;
    }

    /// Each period crosses zero twice.
    private static double hertz(short[] sound, int from, int to) {
        int crossings = 0;
        for (int i = from + 1; i < to; i++) {
            if (sound[i - 1] < 0 != sound[i] < 0) {
                crossings++;
            }
        }
        return crossings / 2.0 / ((to - from) / (double) Tone.RATE);
    }

    @Test
    void aToneAndAHigherOneTakeHalfASecond() throws Exception {
        short[] sound = sound();
        int half = sound.length / 2;
        assertEquals(0.5, sound.length / (double) Tone.RATE, 0.001);
        assertEquals(880, hertz(sound, 0, half), 10);
        assertEquals(1_175, hertz(sound, half, sound.length), 10);
    }

    @Test
    void bothSwellAndFadeAndAreNeverShrill() throws Exception {
        short[] sound = sound();
        int half = sound.length / 2;
        int loudest = 0;
        for (short sample : sound) {
            loudest = Math.max(loudest, Math.abs(sample));
        }
        assertTrue(loudest > 10_000 && loudest <= 12_000, "a third of what there is: " + loudest);
        for (int edge : new int[] {0, half - 1, half, sound.length - 1}) {
            assertTrue(Math.abs(sound[edge]) < 50, "no click at " + edge);
        }
    }

    @Test
    void nobodyWaitsForALoudspeakerThatHangs() throws Exception {
        CountDownLatch mended = new CountDownLatch(1);
        Thread waits =
                Tone.call(_ -> {
                    try {
                        mended.await();
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                });
        assertTrue(waits.isAlive());
        mended.countDown();
        waits.join();
    }
}
