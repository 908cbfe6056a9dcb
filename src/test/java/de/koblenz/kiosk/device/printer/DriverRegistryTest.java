package de.koblenz.kiosk.device.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.DeviceId;
import de.koblenz.kiosk.device.sim.MemoryLine;
import de.koblenz.kiosk.device.sim.PrinterSocket;
import de.koblenz.kiosk.device.sim.SimulatedPrinter;
import de.koblenz.kiosk.device.transport.ByteTransport;
import de.koblenz.kiosk.device.transport.SerialSettings;
import de.koblenz.kiosk.device.transport.SerialTransport;
import de.koblenz.kiosk.device.transport.TcpTransport;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DriverRegistryTest {
    @Test
    void everyShippedPrinterHasADriver() {
        var profiles = Profiles.shipped();
        for (String key : profiles.keySet()) {
            if (!key.equals("default")) {
                assertEquals(Optional.empty(), DriverRegistry.objection(profiles, key));
            }
        }
    }

    @Test
    void aMisspeltProfileGetsASuggestion() {
        assertEquals(
                Optional.of("there is no device profile 'GENERIC80'; did you mean 'GENERIC-80'?"),
                DriverRegistry.objection(Profiles.shipped(), "GENERIC80"));
    }

    @Test
    void thePortDecidesTheLine() {
        assertInstanceOf(
                TcpTransport.class, DriverRegistry.line("tcp://127.0.0.1", SerialSettings.USUAL));
        assertInstanceOf(
                SerialTransport.class,
                DriverRegistry.line("/dev/serial/by-id/printer", SerialSettings.USUAL));
        assertThrows(
                IllegalArgumentException.class,
                () -> DriverRegistry.line("tcp://", SerialSettings.USUAL));
    }

    @Test
    void aPrinterOfFewWordsPrintsOverAnyLine() throws Exception {
        var profile = Profiles.shipped("GENERIC-58");
        SimulatedPrinter paper = new SimulatedPrinter(profile);
        MemoryLine line = new MemoryLine();
        ByteTransport near = line.near();
        try (PrinterSocket _ = new PrinterSocket(paper, line.far());
                EscPosPrinter printer =
                        new EscPosPrinter(
                                new DeviceId("receipt-printer"),
                                profile,
                                near,
                                Letterhead.koblenz("Stadt Koblenz", "Duplikat"),
                                new MemoryJournal(),
                                Clock.systemUTC(),
                                PrinterTimings.USUAL)) {
            assertEquals(
                    new PrintOutcome.Completed(),
                    printer.print(SampleDocuments.job("job-1", SampleDocuments.receipt()))
                            .get(30, TimeUnit.SECONDS));
            paper.tearOff();
            assertTrue(paper.papers().getFirst().lines().contains("Bewohnerparkausweis"));
        }
    }
}
