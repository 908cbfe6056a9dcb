package de.koblenz.kiosk.order;

import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.CitizenScript;
import de.koblenz.kiosk.citizen.ShippedKiosk;
import de.koblenz.kiosk.citizen.TestCitizens;
import de.koblenz.kiosk.citizen.TestTerminal;
import de.koblenz.kiosk.device.printer.EscPosEncoder;
import de.koblenz.kiosk.device.printer.Letterhead;
import de.koblenz.kiosk.device.printer.PrintDocument;
import de.koblenz.kiosk.device.printer.Profiles;
import de.koblenz.kiosk.device.printer.SampleDocuments;
import de.koblenz.kiosk.device.printer.UnprintableTextException;
import de.koblenz.kiosk.order.document.DocumentWords;
import de.koblenz.kiosk.order.document.Ticket;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.service.journey.Preflight;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How much paper is reckoned with before it is known what will be printed.
class PaperNeedTest {
    private final OrderPapers papers =
            new OrderPapers(new DocumentWords(ShippedKiosk.CONFIG.german(), TestTerminal.ZONE));

    /// A tray that measures as the printer of that profile does.
    private static PaperTray tray(String profile) {
        EscPosEncoder encoder =
                new EscPosEncoder(
                        Profiles.shipped(profile), Letterhead.koblenz("Stadt Koblenz", "Duplikat"));
        return new PaperTray(new MemoryStore()) {
            @Override
            public int millimetres(PrintDocument document) {
                try {
                    return encoder.millimetres(document);
                } catch (UnprintableTextException e) {
                    throw new AssertionError(e);
                }
            }
        };
    }

    private static OrderRequest placed(CitizenScript citizen) {
        TestTerminal terminal = TestTerminal.open();
        terminal.follow(citizen, "order.running");
        return terminal.world().placed().getLast();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPSON-TM-T88V", "GENERIC-58", "KIOSK-VKP80II", "STAR-TUP900"})
    void theWorstCaseOfAServiceIsNoShorterThanItsPapers(String profile) {
        PaperTray tray = tray(profile);
        for (OrderRequest request :
                List.of(
                        placed(TestCitizens.resident().chooses("copy", "copy.PAPER")),
                        placed(TestCitizens.swimmerWithContact()))) {
            Journey journey =
                    Objects.requireNonNull(ShippedKiosk.CONFIG.journeys().get(request.serviceId()));
            int tickets = request.reservation().map(OrderRequest.Reservation::places).orElse(0);
            int worst = Preflight.paperMillimetres(journey, tickets);
            int need = papers.millimetres(request, tray);
            System.out.println(
                    "paper " + profile + " " + request.serviceId() + ": " + need + " of " + worst);
            assertTrue(
                    need <= worst * 6 / 5 + 1, request.serviceId() + ": " + need + " > " + worst);
            assertTrue(need > worst / 4, request.serviceId() + ": " + need + " of " + worst);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPSON-TM-T88V", "GENERIC-58", "STAR-TUP900"})
    void aTicketIsNoLongerThanReckoned(String profile) {
        Ticket ticket =
                new Ticket(
                        "Freibad Oberwerth",
                        "Sa., 6. Juni 2026, 10:30–15:30 Uhr",
                        1,
                        2,
                        SampleDocuments.TICKET_CODE,
                        "KO-7F3K-92QD");
        int real =
                tray(profile)
                        .millimetres(
                                ticket.document(
                                        new DocumentWords(
                                                ShippedKiosk.CONFIG.german(), TestTerminal.ZONE)));
        assertTrue(real <= 250, "a ticket has " + real + " mm");
    }
}
