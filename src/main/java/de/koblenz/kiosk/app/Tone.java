package de.koblenz.kiosk.app;

import java.lang.System.Logger.Level;
import java.util.function.Consumer;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/// Two short tones by which somebody is called back to the terminal. Silent where there is no loudspeaker.
final class Tone {
    /// Samples in a second; each has 16 bits, the lower ones first.
    static final float RATE = 22_050;

    private static final System.Logger LOG = System.getLogger("kiosk.card");
    private static final int LENGTH = (int) (RATE / 4);
    private static final int LOUDEST = 12_000;

    private Tone() {}

    /// Sounds for half a second; does not wait for it.
    static void call() {
        var _ = call(Tone::loudspeaker);
    }

    /// Sounds by a loudspeaker that may block.
    ///
    /// @return who waits for it
    static Thread call(Consumer<byte[]> loudspeaker) {
        return Thread.ofVirtual().name("tone").start(() -> loudspeaker.accept(melody()));
    }

    private static void loudspeaker(byte[] sound) {
        AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
        try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
            line.open(format);
            line.start();
            line.write(sound, 0, sound.length);
            line.drain();
        } catch (LineUnavailableException | IllegalArgumentException e) {
            LOG.log(Level.DEBUG, "no loudspeaker");
        }
    }

    /// A tone and a higher one, a quarter of a second each.
    private static byte[] melody() {
        byte[] melody = new byte[4 * LENGTH];
        wave(880, melody, 0);
        wave(1_175, melody, 2 * LENGTH);
        return melody;
    }

    private static void wave(double hertz, byte[] melody, int from) {
        for (int i = 0; i < LENGTH; i++) {
            // Swells and fades, so that it does not click.
            double loudness = Math.sin(Math.PI * i / LENGTH);
            int value = (int) (LOUDEST * loudness * Math.sin(2 * Math.PI * hertz * i / RATE));
            melody[from + 2 * i] = (byte) value;
            melody[from + 2 * i + 1] = (byte) (value >> 8);
        }
    }
}
