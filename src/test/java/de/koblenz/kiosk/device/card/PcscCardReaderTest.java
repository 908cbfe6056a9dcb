package de.koblenz.kiosk.device.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.device.card.CardLostException.Cause;
import de.koblenz.kiosk.device.sim.SimulatedCard;
import de.koblenz.kiosk.device.sim.SimulatedCardService;
import de.koblenz.kiosk.device.sim.SimulatedReader;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PcscCardReaderTest {
    private static final String KOMFORT = "REINER SCT cyberJack RFID komfort (0000000000) 00 00";
    private static final byte[] SELECT_ROOT = ObservedReader.hex("00A4000C023F00");

    private final SimulatedCardService service = new SimulatedCardService();
    private final ObservedReader observed = new ObservedReader(service);

    @AfterEach
    void close() {
        observed.close();
    }

    /// Answers each command with itself and `9000`.
    private static final class Echo implements SimulatedCard {
        private boolean powered;

        @Override
        public byte[] powerOn() {
            powered = true;
            return ObservedReader.hex("3B8A80018031F873F741E082900075");
        }

        @Override
        public void powerOff() {
            powered = false;
        }

        @Override
        public byte[] transmit(byte[] command) {
            byte[] answer = Arrays.copyOf(command, command.length + 2);
            answer[command.length] = (byte) 0x90;
            return answer;
        }
    }

    private CardChannel connected(SimulatedCard card) throws Exception {
        SimulatedReader reader = service.plug(KOMFORT);
        reader.lay(card);
        observed.awaitMedia("present");
        return observed.reader.connect();
    }

    private static Cause lost(CardChannel channel) {
        return assertThrows(CardLostException.class, () -> channel.transmit(SELECT_ROOT)).reason();
    }

    @Test
    void withoutAReaderThereIsNoDevice() throws InterruptedException {
        observed.await(health -> health.state() == DeviceState.NO_DEVICE);
        assertEquals(
                Cause.READER_GONE,
                assertThrows(CardLostException.class, observed.reader::connect).reason());
    }

    @Test
    void aReaderThatIsPluggedInIsFoundWithItsProfile() throws InterruptedException {
        service.plug(KOMFORT);
        observed.awaitMedia("notPresent");
        assertEquals("REINER-SCT-RFID", observed.reader.profile().orElseThrow().key());
    }

    @Test
    void aCardIsNoticedWhenItIsLaidOnAndWhenItIsTakenAway() throws InterruptedException {
        SimulatedReader reader = service.plug(KOMFORT);
        observed.awaitMedia("notPresent");
        reader.lay(new Echo());
        observed.awaitMedia("present");
        reader.take();
        Duration noticed = observed.awaitMedia("notPresent");
        assertTrue(noticed.toMillis() <= 500, noticed.toString());
    }

    @Test
    void aCommandAndItsAnswerPassUnchanged() throws Exception {
        try (CardChannel channel = connected(new Echo())) {
            assertEquals("00A4000C023F009000", ObservedReader.hex(channel.transmit(SELECT_ROOT)));
            assertTrue(channel.extendedLength());
        }
    }

    @Test
    void theLongestCommandPasses() throws Exception {
        byte[] command = new byte[65_536];
        command[1] = (byte) 0x2A;
        try (CardChannel channel = connected(new Echo())) {
            assertEquals(65_538, channel.transmit(command).length);
        }
    }

    @Test
    void whatIsNoCommandIsRefusedBeforeItReachesTheCard() throws Exception {
        try (CardChannel channel = connected(new Echo())) {
            assertThrows(IllegalArgumentException.class, () -> channel.transmit(new byte[3]));
            assertEquals(9, channel.transmit(SELECT_ROOT).length);
        }
    }

    @Test
    void aClosedCardHasNoPowerAndAnswersNoMore() throws Exception {
        Echo card = new Echo();
        CardChannel channel = connected(card);
        assertTrue(card.powered);
        channel.close();
        assertFalse(card.powered);
        assertEquals(Cause.TRANSMISSION, lost(channel));
        observed.reader.connect().close();
    }

    @Test
    void aCardThatIsPulledInTheMiddleOfACommandIsLost() throws Exception {
        SimulatedReader reader = service.plug(KOMFORT);
        reader.lay(new Echo());
        observed.awaitMedia("present");
        CardChannel channel = observed.reader.connect();
        reader.takeAfter(1);
        channel.transmit(SELECT_ROOT);
        assertEquals(Cause.CARD_REMOVED, lost(channel));
        observed.awaitMedia("notPresent");
        assertEquals(Cause.CARD_REMOVED, lost(channel));
    }

    @Test
    void aRemovalBetweenTwoCommandsIsNoticedWithoutOne() throws Exception {
        SimulatedReader reader = service.plug(KOMFORT);
        reader.lay(new Echo());
        observed.awaitMedia("present");
        CardChannel channel = observed.reader.connect();
        reader.take();
        observed.awaitMedia("notPresent");
        // The same card once more is a new card: nothing of the old channel is left.
        reader.lay(new Echo());
        observed.awaitMedia("present");
        assertEquals(Cause.CARD_REMOVED, lost(channel));
    }

    @Test
    void aReaderThatIsUnpluggedIsLostAndFoundAgain() throws Exception {
        SimulatedReader reader = service.plug(KOMFORT);
        reader.lay(new Echo());
        observed.awaitMedia("present");
        CardChannel channel = observed.reader.connect();
        service.unplug(reader);
        observed.await(health -> health.state() == DeviceState.NO_DEVICE);
        assertEquals(Cause.READER_GONE, lost(channel));
        service.plug(reader);
        observed.awaitMedia("present");
        observed.reader.connect().close();
    }

    @Test
    void aRestartOfTheServiceIsSurvived() throws Exception {
        CardChannel channel = connected(new Echo());
        service.stop();
        observed.awaitService("down");
        assertEquals(Cause.SERVICE_GONE, lost(channel));
        assertEquals(
                Cause.SERVICE_GONE,
                assertThrows(CardLostException.class, observed.reader::connect).reason());
        service.start();
        Duration recovered = observed.awaitMedia("present");
        assertTrue(recovered.toMillis() <= 3_000, recovered.toString());
        observed.reader.connect().close();
    }

    @Test
    void theServiceMayStartAfterTheTerminal() throws InterruptedException {
        SimulatedCardService late = new SimulatedCardService();
        late.stop();
        late.plug(KOMFORT);
        try (ObservedReader early = new ObservedReader(late)) {
            early.await(health -> health.state() == DeviceState.NO_DEVICE);
            late.start();
            early.awaitMedia("notPresent");
        }
    }

    @Test
    void ofSeveralReadersTheOneWithTheCardIsUsed() throws Exception {
        service.plug("ACS ACR1252 Dual Reader [ACR1252 Dual Reader SAM] 01 00").lay(new Echo());
        service.plug(KOMFORT);
        SimulatedReader second = service.plug("ACS ACR122U PICC Interface 02 00");
        observed.awaitMedia("notPresent");
        second.lay(new Echo());
        observed.awaitMedia("present");
        assertEquals("ACS-ACR122U", observed.reader.profile().orElseThrow().key());
        try (CardChannel channel = observed.reader.connect()) {
            assertFalse(channel.extendedLength());
        }
    }

    @Test
    void aSecondConnectionTakesTheFirstAway() throws Exception {
        CardChannel first = connected(new Echo());
        try (CardChannel second = observed.reader.connect()) {
            assertEquals(Cause.TRANSMISSION, lost(first));
            assertEquals(9, second.transmit(SELECT_ROOT).length);
        }
    }

    @Test
    void anAnswerWithoutStatusIsATransmissionError() throws Exception {
        CardChannel channel =
                connected(
                        new SimulatedCard() {
                            @Override
                            public byte[] powerOn() {
                                return ObservedReader.hex("3B8A80018031F873F741E082900075");
                            }

                            @Override
                            public void powerOff() {}

                            @Override
                            public byte[] transmit(byte[] command) {
                                return new byte[1];
                            }
                        });
        assertEquals(Cause.TRANSMISSION, lost(channel));
    }

    /// Providers of `javax.smartcardio` throw these unchecked.
    @Test
    void uncheckedExceptionsOfTheStackAreNamed() {
        assertEquals(
                Cause.TRANSMISSION,
                ReaderDialogue.cause(
                        new IllegalArgumentException("apdu must be at least 2 bytes long")));
        assertEquals(
                Cause.CARD_REMOVED,
                ReaderDialogue.cause(new IllegalStateException("Card has been removed")));
        assertEquals(Cause.TRANSMISSION, ReaderDialogue.cause(new CardException("other")));
    }

    @Test
    void aStackThatThrowsUncheckedNeverEndsTheDriver() throws InterruptedException {
        CompletableFuture<Boolean> mended = new CompletableFuture<>();
        CardTerminals broken =
                new CardTerminals() {
                    @Override
                    public java.util.List<CardTerminal> list(State state) {
                        if (!mended.isDone()) {
                            throw new IllegalStateException("broken");
                        }
                        return java.util.List.of();
                    }

                    @Override
                    public boolean waitForChange(long millis) {
                        throw new UnsupportedOperationException("the driver asks list()");
                    }
                };
        CardService.Session session =
                new CardService.Session() {
                    @Override
                    public CardTerminals terminals() {
                        return broken;
                    }

                    @Override
                    public void close() {}
                };
        try (ObservedReader driver = new ObservedReader(() -> session)) {
            driver.awaitService("down");
            mended.complete(true);
            driver.awaitService("up");
        }
    }

    @Test
    void aClosedReaderRefuses() throws Exception {
        CardChannel channel = connected(new Echo());
        observed.reader.close();
        assertEquals(Cause.READER_GONE, lost(channel));
    }
}
