package de.koblenz.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import de.koblenz.kiosk.citizen.LiveCard;
import de.koblenz.kiosk.citizen.run.CardDesk;
import de.koblenz.kiosk.citizen.session.CardErrand;
import de.koblenz.kiosk.citizen.session.CardStep;
import de.koblenz.kiosk.citizen.session.Effect;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.config.KioskSettings;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.device.DeviceId;
import de.koblenz.kiosk.device.card.AusweisAppProcess;
import de.koblenz.kiosk.device.card.PcscCardReader;
import de.koblenz.kiosk.device.card.PcscDaemon;
import de.koblenz.kiosk.device.card.PcscService;
import de.koblenz.kiosk.device.card.ReaderTimings;
import de.koblenz.kiosk.device.profile.ReaderProfiles;
import de.koblenz.kiosk.device.sim.VpcdPlug;
import de.koblenz.kiosk.device.sim.card.CardCryptography;
import de.koblenz.kiosk.device.sim.card.DocumentIssuer;
import de.koblenz.kiosk.device.sim.card.Personas;
import de.koblenz.kiosk.device.sim.card.SimulatedEidCard;
import de.koblenz.kiosk.eid.PinGoal;
import de.koblenz.kiosk.eid.PinStep;
import de.koblenz.kiosk.eid.ausweisapp.PlayedApp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `eid.yaml` chooses the AusweisApp: settings, endpoints, errands, the card's desk, session and pages are the real ones. The app is played
/// from its SDK's transcripts, and is the real one where it is installed.
class AusweisAppRoadTest {
    private static final Path SHIPPED =
            Path.of(System.getProperty("kiosk.project", "."), "kiosk-config");
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-06-03T08:00:00Z"), ZoneOffset.UTC);
    private static final String READER =
            "\"reader\":{\"attached\":true,\"card\":{\"inoperative\":false,\"deactivated\":false,\"retryCounter\":3},"
                    + "\"keypad\":false,\"name\":\"NFC\"}";

    @TempDir private Path folder;

    /// What a terminal with this `eid.yaml` does with cards.
    private CardErrands errands(String eid) throws IOException {
        try (Stream<Path> files = Files.list(SHIPPED)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Files.writeString(folder.resolve("eid.yaml"), eid);
        Problems problems = new Problems();
        KioskSettings settings = KioskSettings.read(folder, problems);
        assertEquals(List.of(), problems.sorted());
        // Of its secrets this machine has none but the one for the identity service.
        return new CardErrands(Endpoints.of(settings, new Problems()).road(), CLOCK);
    }

    private static String eid(URI app) {
        return "road: ausweisapp\nausweisapp:\n  address: " + app + "\n";
    }

    private static String asks(String what) {
        return "< {\"msg\":\"" + what + "\"," + READER + "}\n";
    }

    @Test
    void thePinIsChangedByTheApp() throws Exception {
        try (PlayedApp app =
                        new PlayedApp(
                                "> {\"cmd\":\"RUN_CHANGE_PIN\",\"status\":false}\n"
                                        + "< {\"msg\":\"CHANGE_PIN\"}\n"
                                        + asks("ENTER_PIN")
                                        + "> {\"cmd\":\"SET_PIN\",\"value\":\"123456\"}\n"
                                        + asks("ENTER_NEW_PIN")
                                        + "> {\"cmd\":\"SET_NEW_PIN\",\"value\":\"246802\"}\n"
                                        + "< {\"msg\":\"CHANGE_PIN\",\"success\":true}\n");
                LiveCard live = new LiveCard(errands(eid(app.address())))) {
            live.manages("CHANGE");
            live.sees("card.lay");
            live.lays(Personas.ORDINARY);
            live.sees("card.entry.PIN");
            live.enters("123456");
            live.sees("card.entry.NEW_PIN");
            live.enters("246802");
            live.sees("card.entry.NEW_PIN.again");
            live.enters("246802");
            live.sees("card.done.set");
            app.assertPlayed();
        }
    }

    @Test
    void aFormIsFilledWithWhatTheIdentityServiceTells() throws Exception {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        serve(server, "/v1/sessions", 201, "{\"tcTokenUrl\":\"" + base + "/token\"}");
        serve(
                server,
                "/v1/results",
                200,
                "{\"personalData\":{\"familyNames\":\"Mustermann\",\"givenNames\":\"Erika\",\"placeOfResidence\":"
                        + "{\"structuredPlace\":{\"street\":\"Lindenallee 7\",\"city\":\"Koblenz\",\"country\":\"D\",\"zipCode\":\"56068\"}}}}");
        server.start();
        Files.writeString(folder.resolve("token"), "secret\n");
        try (PlayedApp app =
                        new PlayedApp(
                                "> {\"cmd\":\"RUN_AUTH\",\"tcTokenURL\":\""
                                        + base
                                        + "/token\",\"status\":false}\n"
                                        + "< {\"msg\":\"AUTH\"}\n"
                                        + "< {\"msg\":\"ACCESS_RIGHTS\",\"chat\":{\"effective\":[],\"optional\":[\"DateOfBirth\"],"
                                        + "\"required\":[\"FamilyName\",\"GivenNames\",\"Address\"]}}\n"
                                        + "> {\"cmd\":\"GET_CERTIFICATE\"}\n"
                                        + "< {\"msg\":\"CERTIFICATE\",\"description\":{\"issuerName\":\"Test DVCA\",\"subjectName\":\"Stadt Koblenz\","
                                        + "\"termsOfUsage\":\"Zweck\"},\"validity\":{\"expirationDate\":\"2026-08-30\"}}\n"
                                        + "> {\"cmd\":\"SET_ACCESS_RIGHTS\",\"chat\":[\"DateOfBirth\"]}\n"
                                        + "< {\"msg\":\"ACCESS_RIGHTS\",\"chat\":{\"effective\":[],\"optional\":[\"DateOfBirth\"],"
                                        + "\"required\":[\"FamilyName\",\"GivenNames\",\"Address\"]}}\n"
                                        + "> {\"cmd\":\"ACCEPT\"}\n"
                                        + asks("ENTER_PIN")
                                        + "> {\"cmd\":\"SET_PIN\",\"value\":\"123456\"}\n"
                                        + "< {\"msg\":\"AUTH\",\"result\":{\"major\":\"http://www.bsi.bund.de/ecard/api/1.1/resultmajor#ok\"},"
                                        + "\"url\":\""
                                        + base
                                        + "/v1/results/7\"}\n");
                LiveCard live =
                        new LiveCard(
                                errands(
                                        eid(app.address())
                                                + "  identityService: {url: '"
                                                + base
                                                + "/', tokenFile: token}\n"))) {
            live.identifies();
            live.lays(Personas.ORDINARY);
            live.sees("card.entry.PIN");
            live.enters("123456");
            live.sees("card.read");
            live.terminal.touch("next");
            assertEquals(
                    "Mustermann",
                    live.terminal.guided().data().value("applicant.familyName").orElse(""));
            assertEquals(
                    "7", live.terminal.guided().data().value("address.houseNumber").orElse(""));
            app.assertPlayed();
        } finally {
            server.stop(0);
        }
    }

    private static void serve(HttpServer server, String path, int status, String answer) {
        server.createContext(
                path,
                exchange -> {
                    boolean known =
                            "Bearer secret"
                                    .equals(exchange.getRequestHeaders().getFirst("Authorization"));
                    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(known ? status : 401, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
    }

    @Test
    void withoutAnIdentityServiceOnlyThePinIsManaged() throws Exception {
        CardErrands errands = errands(eid(URI.create("ws://127.0.0.1:1/eID-Kernel")));
        assertTrue(errands.apply(new CardErrand.ManagePin(PinGoal.LOOK)).isPresent());
        Problems problems = new Problems();
        assertFalse(
                Endpoints.of(KioskSettings.read(folder, problems), problems).road().identifies());
    }

    @Test
    void anAppThatDoesNotRunIsTold() throws Exception {
        try (LiveCard live =
                new LiveCard(errands(eid(URI.create("ws://127.0.0.1:1/eID-Kernel"))))) {
            live.manages("LOOK");
            live.lays(Personas.ORDINARY);
            Screen shown = live.sees("card.failed.EID-APP-UNREACHABLE");
            assertFalse(shown.title().isEmpty());
        }
    }

    @Test
    void theRealAppChangesThePin() throws Exception {
        PcscDaemon daemon = new PcscDaemon(folder);
        daemon.start();
        try (AusweisAppProcess app = new AusweisAppProcess(folder);
                PcscCardReader reader =
                        new PcscCardReader(
                                new DeviceId("card-reader"),
                                new PcscService(),
                                ReaderProfiles.read(
                                        SHIPPED.resolveSibling("device-profiles"),
                                        "device-profiles",
                                        new Problems()),
                                ReaderTimings.USUAL)) {
            BlockingQueue<SessionEvent> told = new LinkedBlockingQueue<>();
            try (CardDesk desk = new CardDesk(reader, errands(eid(app.address())), told::add);
                    VpcdPlug _ =
                            daemon.lay(
                                    new SimulatedEidCard(
                                            Personas.ORDINARY,
                                            CardCryptography.USUAL,
                                            new DocumentIssuer(
                                                    Instant.parse("2024-01-01T00:00:00Z"),
                                                    new Random(1)),
                                            List.of(),
                                            new SecureRandom()))) {
                desk.accept(new Effect.OpenCard("v", new CardErrand.ManagePin(PinGoal.CHANGE)));
                await(told, step -> step instanceof PinStep.PinNeeded);
                enter(desk, "123456");
                await(told, step -> step instanceof PinStep.NewPinNeeded);
                type(desk, "246802");
                desk.accept(new Effect.KeepEntry("v"));
                enter(desk, "246802");
                await(told, step -> step instanceof PinStep.PinSet);
            }
        } finally {
            daemon.stop();
        }
    }

    private static void type(CardDesk desk, String digits) {
        digits.chars().forEach(digit -> desk.pad().press(digit - '0'));
    }

    private static void enter(CardDesk desk, String digits) {
        type(desk, digits);
        desk.accept(new Effect.SubmitEntry("v"));
    }

    private static void await(BlockingQueue<SessionEvent> told, Predicate<PinStep> wanted)
            throws InterruptedException {
        for (SessionEvent event = told.poll(30, TimeUnit.SECONDS);
                event != null;
                event = told.poll(30, TimeUnit.SECONDS)) {
            if (event instanceof SessionEvent.CardMoved(var _, CardStep.Managing(PinStep step))) {
                if (wanted.test(step)) {
                    return;
                }
                assertFalse(step instanceof PinStep.Failed, step.toString());
            }
        }
        throw new AssertionError("never told");
    }
}
