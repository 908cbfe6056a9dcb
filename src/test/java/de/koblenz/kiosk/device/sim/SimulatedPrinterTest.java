package de.koblenz.kiosk.device.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.printer.Profiles;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The far end by itself: it has to be as strict as a printer, or it proves nothing about the driver.
class SimulatedPrinterTest {
    private final SimulatedPrinter printer =
            new SimulatedPrinter(Profiles.shipped("EPSON-TM-T88V"));

    private String send(String hex) {
        byte[] answer = printer.receive(HexFormat.of().parseHex(hex.replace(" ", "")));
        return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(answer);
    }

    @Test
    void aCommandMayComeByteByByte() {
        for (byte value : HexFormat.of().parseHex("1B450148616C6C6F0A1D564200")) {
            printer.receive(new byte[] {value});
        }
        assertEquals(List.of("Hallo"), printer.papers().getFirst().lines());
    }

    @Test
    void statusRequestsAreAnsweredInTheMiddleOfAPicture() {
        // GS v 0 with 2 × 2 bytes; DLE EOT 4 inside the picture is answered and is a part of the
        // picture.
        assertEquals("12", send("1D 76 30 00 02 00 02 00 10 04 04"));
        send("FF 41 0A 1D 56 42 00");
        assertEquals(List.of("A"), printer.papers().getFirst().lines());
    }

    @Test
    void theProcessIdComesBackOnlyWhenThePaperIsPrinted() {
        printer.openCover(true);
        assertEquals("", send("41 0A 1D 28 48 06 00 30 30 31 32 33 34"));
        printer.openCover(false);
        assertEquals("37 22 31 32 33 34 00", send(""));
    }

    @Test
    void everyChangeIsToldOnceAutomaticStatusIsOn() {
        assertEquals("10 00 00 00", send("1D 61 0E"));
        assertEquals("", send(""));
        printer.openCover(true);
        assertEquals("38 00 00 00", send(""));
        printer.shortenPaper(0);
        assertEquals("38 00 0F 00", send(""));
    }

    @Test
    void clearingForgetsWhatIsNotPrinted() {
        printer.openCover(true);
        send("41 42 43 0A");
        assertEquals("37 25 00", send("10 14 08 01 03 14 01 06 02 08"));
        printer.openCover(false);
        send("44 0A 1D 56 42 00");
        assertEquals(List.of("D"), printer.papers().getFirst().lines());
    }

    @Test
    void theModelIsTold() {
        assertArrayEquals(
                "_TM-T88V\0".getBytes(StandardCharsets.US_ASCII),
                printer.receive(new byte[] {0x1D, 0x49, 0x43}));
    }

    @Test
    void anUnknownCommandIsCounted() {
        send("1B 7A 41 0A");
        assertEquals(List.of("1b 7a"), printer.unknownCommands());
    }

    @Test
    void withoutPowerItHearsNothing() {
        send("41 42");
        printer.power(false);
        assertEquals("", send("10 04 01"));
        printer.power(true);
        assertEquals("12", send("10 04 01"));
        send("43 0A 1D 56 42 00");
        assertEquals(List.of("C"), printer.papers().getFirst().lines());
    }

    @Test
    void theKnifeLeavesTheWayToTheHeadOnTheNextPaper() {
        // GS V 1 cuts where the paper is: the line just printed is still in front of the knife.
        send("41 0A 1D 56 01");
        assertEquals(List.of(), printer.papers().getFirst().lines());
        send("1D 56 42 00");
        assertEquals(List.of("A"), printer.papers().get(1).lines());
    }

    @Test
    void randomBytesNeitherThrowNorHang() {
        Random random = new Random(20260714);
        byte[] noise = new byte[64];
        for (int run = 0; run < 2_000; run++) {
            random.nextBytes(noise);
            printer.receive(noise);
            if (run % 100 == 0) {
                printer.power(false);
                printer.power(true);
                printer.loadPaper(80_000);
                printer.tearOff();
            }
        }
        assertFalse(printer.unknownCommands().isEmpty());
        assertTrue(printer.received().length == 64 * 2_000);
    }
}
