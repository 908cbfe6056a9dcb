package de.koblenz.kiosk.app;

import java.lang.System.Logger.Level;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/// Two short tones by which somebody is called back to the terminal. Silent where there is no loudspeaker.
final class Tone {
    private static final System.Logger LOG = System.getLogger("kiosk.card");
    private static final float RATE = 22_050;
    private static final int LENGTH = (int) (RATE / 4);

    private Tone() {}

    /// Sounds; blocks for about half a second.
    static void call() {
        AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
        try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
            line.open(format);
            line.start();
            for (double hertz : new double[] {880, 1_175}) {
                byte[] wave = wave(hertz);
                line.write(wave, 0, wave.length);
            }
            line.drain();
        } catch (LineUnavailableException | IllegalArgumentException e) {
            LOG.log(Level.DEBUG, "no loudspeaker");
        }
    }

    private static byte[] wave(double hertz) {
        byte[] wave = new byte[2 * LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            // Swells and fades, so that it does not click.
            double loudness = Math.sin(Math.PI * i / LENGTH);
            int value = (int) (12_000 * loudness * Math.sin(2 * Math.PI * hertz * i / RATE));
            wave[2 * i] = (byte) value;
            wave[2 * i + 1] = (byte) (value >> 8);
        }
        return wave;
    }
}
