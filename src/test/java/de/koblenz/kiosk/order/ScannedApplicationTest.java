package de.koblenz.kiosk.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.CityCitizen;
import de.koblenz.kiosk.citizen.CityServices;
import de.koblenz.kiosk.citizen.PackageCitizen;
import de.koblenz.kiosk.citizen.TestTerminal;
import de.koblenz.kiosk.citizen.TestWorld;
import de.koblenz.kiosk.citizen.run.ScanDesk;
import de.koblenz.kiosk.citizen.session.Effect;
import de.koblenz.kiosk.citizen.session.HandInWays;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.ui.KioskGeometry;
import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.device.scanner.EsclScanner;
import de.koblenz.kiosk.device.scanner.ScannerTimings;
import de.koblenz.kiosk.device.sim.scanner.ScannerBuild;
import de.koblenz.kiosk.device.sim.scanner.SimulatedPaper;
import de.koblenz.kiosk.device.sim.scanner.SimulatedScanner;
import de.koblenz.kiosk.order.OrderProgress.Phase;
import de.koblenz.kiosk.sandbox.ReceivedAttachment;
import de.koblenz.kiosk.sandbox.ReceivedSubmission;
import de.koblenz.kiosk.sandbox.Sandbox;
import de.koblenz.kiosk.sandbox.SubmissionState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A citizen scans a document, and the authority opens it: a scanner at the far end of real HTTP, the real driver, session,
/// order desk, database and FIT-Connect client, and the authority's stand-in.
class ScannedApplicationTest {
    private static final String SERVICE = "parken-ausnahme";
    private static final String DOCUMENT = "F99016000061";

    @TempDir private Path folder;
    private final VirtualTime time = new VirtualTime();
    private final BlockingQueue<SessionEvent> events = new LinkedBlockingQueue<>();
    private SimulatedScanner far;
    private EsclScanner scanner;
    private ScanDesk scans;
    private Sandbox sandbox;
    private Terminal terminal;
    private TestTerminal screens;

    @BeforeEach
    void start() throws IOException {
        far = new SimulatedScanner(ScannerBuild.ALL_IN_ONE);
        scanner = new EsclScanner(HandInWays.SCANNER, far.base(), ScannerTimings.USUAL);
        scans = new ScanDesk(Optional.of(scanner), events::add);
        sandbox =
                OutsideWorld.start(
                        folder.resolve("outside"),
                        time,
                        4,
                        Duration.ofMinutes(20),
                        CityOrdersTest.services());
        sandbox.authority().autoAccept(true);
        terminal =
                new Terminal(
                        folder.resolve("terminal.db"),
                        Terminal.Addresses.of(sandbox),
                        OrderLimits.USUAL,
                        time,
                        time,
                        CrashPoint.NONE);
        screens = CityServices.terminal(KioskGeometry.PORTRAIT);
        screens.scanner(this::carryOut);
        screens.send(
                new SessionEvent.DeviceChanged(TestWorld.scanner(DeviceState.ONLINE, "present")));
    }

    @AfterEach
    void stop() {
        scanner.close();
        far.close();
        terminal.close();
        sandbox.close();
    }

    /// As the effect runner does, waiting for the end of each scan.
    private List<SessionEvent> carryOut(Effect.OfScanner effect) {
        scans.accept(effect);
        List<SessionEvent> told = new ArrayList<>();
        while (effect instanceof Effect.Scan
                && told.stream().allMatch(SessionEvent.PagesArrived.class::isInstance)) {
            try {
                SessionEvent next = events.poll(30, TimeUnit.SECONDS);
                if (next == null) {
                    throw new AssertionError("the scanner says nothing");
                }
                told.add(next);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        return told;
    }

    private OrderRequest order() {
        CityCitizen found =
                CityCitizen.all()
                        .filter(it -> it.service().equals(SERVICE))
                        .filter(it -> it.answers().containsKey(DOCUMENT))
                        .findFirst()
                        .orElseThrow();
        Map<String, String> answers = new HashMap<>(found.answers());
        answers.put(DOCUMENT, "scan");
        new PackageCitizen(
                        screens,
                        new CityCitizen(
                                SERVICE, found.name(), found.cents(), answers, found.entries()))
                .order();
        OrderRequest request = screens.world().placed().getLast();
        OrderRequest.Application asked = request.application().orElseThrow();
        return new OrderRequest(
                request.id(),
                request.serviceId(),
                request.title(),
                request.cents(),
                request.positions(),
                request.reservation(),
                Optional.of(
                        new OrderRequest.Application(
                                sandbox.authority().destination().id(),
                                asked.leikaKey(),
                                asked.serviceName(),
                                asked.dataJson(),
                                asked.enclosures())),
                request.copy());
    }

    private ReceivedSubmission delivered(OrderRequest request) throws Exception {
        terminal.desk.place(request, scans);
        time.settle();
        if (request.cents() > 0) {
            sandbox.payments().pay(sandbox.payments().transactions().getLast().id());
        }
        time.pass(Duration.ofSeconds(20));
        assertEquals(Phase.DONE, terminal.last().phase(), terminal.last().code());
        return sandbox.authority().received().getFirst();
    }

    @Test
    void theAuthorityOpensWhatTheCitizenScanned() throws Exception {
        far.load(List.of(SimulatedPaper.letter(1), SimulatedPaper.letter(2)));
        OrderRequest request = order();
        ReceivedSubmission received = delivered(request);
        assertEquals(SubmissionState.ACCEPTED, received.state());
        ReceivedAttachment attachment = received.attachments().getFirst();
        assertEquals(2, attachment.pages());
        assertTrue(
                received.data().contains("\"" + DOCUMENT + "\":\"" + attachment.id() + "\""),
                "the application names its document");
        try (PDDocument pdf = Loader.loadPDF(attachment.content())) {
            PDRectangle size = pdf.getPage(0).getMediaBox();
            assertEquals(PDRectangle.A4.getWidth(), size.getWidth(), 3);
            assertEquals(PDRectangle.A4.getHeight(), size.getHeight(), 3);
        }
    }

    @Test
    void whenTheSessionIsOverItsPagesAreOverwritten() throws Exception {
        far.load(List.of(SimulatedPaper.letter(1)));
        OrderRequest request = order();
        String page =
                request.application().orElseThrow().enclosures().getFirst().pages().getFirst();
        assertTrue(scans.page(page).length > 10_000);
        String session = screens.session().id();
        screens.leave();
        assertEquals(session, screens.world().ended().getLast().sessionId());
        scans.ended(session);
        assertEquals(0, scans.page(page).length);
        assertFalse(terminal.store.find(request.id()).isPresent());
    }
}
