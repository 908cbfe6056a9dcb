package de.koblenz.kiosk.device.sim.card;

import static de.koblenz.kiosk.device.sim.card.TestAuthorities.hex;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// The worked example of PACE with ECDH, generic mapping and AES-128 on brainpoolP256r1: ICAO 9303-11 appendix G.1.
class PaceExampleTest {
    private static final byte[] NONCE = hex("3F00C4D39D153F2B2A214A078D899B22");

    /// Hands out what the example's chip chose.
    private static final class Script implements RandomGenerator {
        private final Deque<byte[]> values;

        Script(byte[]... values) {
            this.values = new ArrayDeque<>(List.of(values));
        }

        @Override
        public void nextBytes(byte[] bytes) {
            byte[] value = values.removeFirst();
            Arrays.fill(bytes, (byte) 0);
            System.arraycopy(value, 0, bytes, bytes.length - value.length, value.length);
        }

        @Override
        public long nextLong() {
            throw new UnsupportedOperationException("the example has bytes only");
        }
    }

    /// A private key as the random number from which the card makes it: one less.
    private static byte[] before(String key) {
        byte[] bytes = hex(key);
        bytes[bytes.length - 1]--;
        return bytes;
    }

    @Test
    void theCardComputesWhatTheExampleShows() throws CardError {
        Pace pace =
                new Pace(
                        CardCryptography.USUAL,
                        new Script(
                                NONCE,
                                before(
                                        "498FF49756F2DC1587840041839A85982BE7761D14715FB091EFA7BCE9058560"),
                                before(
                                        "107CF58696EF6155053340FD633392BA81909DF7B9706F226F32086C7AFF974A")),
                        new Pace.Request(CardPassword.CAN, Optional.empty()));
        assertArrayEquals(
                hex("95A3A016522EE98D01E76CB6B98B42C3"),
                pace.nonce(hex("7E2D2A41C74EA0B38CD36F863939BFA8E9032AAD")).value());
        assertArrayEquals(
                hex(
                        "04824FBA91C9CBE26BEF53A0EBE7342A3BF178CEA9F45DE0B70AA601651FBA3F57"
                                + "30D8C879AAA9C9F73991E61B58F4D52EB87A0A0C709A49DC63719363CCD13C54"),
                pace.map(
                                hex(
                                        "047ACF3EFC982EC45565A4B155129EFBC74650DCBFA6362D896FC70262E0C2CC5E"
                                                + "544552DCB6725218799115B55C9BAA6D9F6BC3A9618E70C25AF71777A9C4922D"))
                        .value());
        assertArrayEquals(
                hex(
                        "049E880F842905B8B3181F7AF7CAA9F0EFB743847F44A306D2D28C1D9EC65DF6DB"
                                + "7764B22277A2EDDC3C265A9F018F9CB852E111B768B326904B59A0193776F094"),
                pace.agree(
                                hex(
                                        "042DB7A64C0355044EC9DF190514C625CBA2CEA48754887122F3A5EF0D5EDD301C"
                                                + "3556F3B3B186DF10B857B58F6A7EB80F20BA5DC7BE1D43D9BF850149FBB36462"))
                        .value());
        assertTrue(pace.proves(hex("C2B0BD78D94BA866")));
        assertArrayEquals(hex("3ABB9674BCE93C08"), pace.proof().value());
    }
}
