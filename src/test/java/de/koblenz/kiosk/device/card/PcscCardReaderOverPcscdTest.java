package de.koblenz.kiosk.device.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.card.CardLostException.Cause;
import de.koblenz.kiosk.device.sim.SimulatedCard;
import de.koblenz.kiosk.device.sim.VpcdPlug;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/// The driver over the real pcscd.
class PcscCardReaderOverPcscdTest {
    private static final byte[] SELECT_ROOT = ObservedReader.hex("00A4000C023F00");

    @TempDir private Path folder;
    private PcscDaemon daemon;
    private ObservedReader observed;

    @BeforeEach
    void open() {
        daemon = new PcscDaemon(folder);
        observed = new ObservedReader(new PcscService());
    }

    @AfterEach
    void close() throws InterruptedException {
        if (observed != null) {
            observed.close();
        }
        if (daemon != null) {
            daemon.stop();
        }
    }

    /// Answers each command with itself and `9000`, until it is told to be pulled.
    private static final class Echo implements SimulatedCard {
        private Runnable beforeAnswer = () -> {};

        @Override
        public byte[] powerOn() {
            return ObservedReader.hex("3B8A80018031F873F741E082900075");
        }

        @Override
        public void powerOff() {}

        @Override
        public byte[] transmit(byte[] command) {
            beforeAnswer.run();
            byte[] answer = Arrays.copyOf(command, command.length + 2);
            answer[command.length] = (byte) 0x90;
            return answer;
        }
    }

    private static Cause lost(CardChannel channel) {
        return assertThrows(CardLostException.class, () -> channel.transmit(SELECT_ROOT)).reason();
    }

    @Test
    void aCardIsLaidOnSpokenWithAndTakenAway(TestReporter figures) throws Exception {
        daemon.start();
        observed.awaitMedia("notPresent");
        assertEquals("VIRTUAL-PCD", observed.reader.profile().orElseThrow().key());
        VpcdPlug plug = daemon.lay(new Echo());
        observed.awaitMedia("present");
        CardChannel channel = observed.reader.connect();
        for (int i = 0; i < 50; i++) {
            assertEquals("00A4000C023F009000", ObservedReader.hex(channel.transmit(SELECT_ROOT)));
        }
        byte[] extended = ObservedReader.hex("00B0000000FFFF");
        assertEquals("00B0000000FFFF9000", ObservedReader.hex(channel.transmit(extended)));
        plug.close();
        Duration noticed = observed.awaitMedia("notPresent");
        figures.publishEntry("removal noticed after", noticed.toString());
        assertTrue(noticed.toMillis() <= 500, "noticed after " + noticed);
        assertEquals(Cause.CARD_REMOVED, lost(channel));
    }

    @Test
    void aCardPulledInTheMiddleOfACommandIsLost() throws Exception {
        daemon.start();
        Echo card = new Echo();
        VpcdPlug plug = daemon.lay(card);
        observed.awaitMedia("present");
        CardChannel channel = observed.reader.connect();
        card.beforeAnswer = () -> Thread.ofVirtual().start(plug::close);
        // The answer may still be under way when the card goes: then the next command meets it.
        assertEquals(
                Cause.CARD_REMOVED,
                assertThrows(
                                CardLostException.class,
                                () -> {
                                    channel.transmit(SELECT_ROOT);
                                    channel.transmit(SELECT_ROOT);
                                })
                        .reason());
    }

    @Test
    void aRestartOfPcscdIsSurvived(TestReporter figures) throws Exception {
        daemon.start();
        VpcdPlug before = daemon.lay(new Echo());
        observed.awaitMedia("present");
        CardChannel channel = observed.reader.connect();
        daemon.pause();
        observed.awaitService("down");
        assertEquals(Cause.SERVICE_GONE, lost(channel));
        before.close();
        daemon.start();
        Duration recovered = observed.awaitMedia("notPresent");
        figures.publishEntry("pcscd found again after", recovered.toString());
        assertTrue(recovered.toMillis() <= 3_000, "recovered after " + recovered);
        try (VpcdPlug _ = daemon.lay(new Echo())) {
            observed.awaitMedia("present");
            try (CardChannel again = observed.reader.connect()) {
                assertEquals(9, again.transmit(SELECT_ROOT).length);
            }
        }
    }

    @Test
    void theTerminalMayStartBeforePcscd() throws Exception {
        observed.awaitService("down");
        daemon.start();
        observed.awaitMedia("notPresent");
    }
}
