package de.koblenz.kiosk.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.CityCitizen;
import de.koblenz.kiosk.citizen.CityServices;
import de.koblenz.kiosk.citizen.PackageCitizen;
import de.koblenz.kiosk.citizen.TestTerminal;
import de.koblenz.kiosk.citizen.ui.KioskGeometry;
import de.koblenz.kiosk.order.OrderProgress.Paper;
import de.koblenz.kiosk.order.OrderProgress.Phase;
import de.koblenz.kiosk.sandbox.PaymentStatus;
import de.koblenz.kiosk.sandbox.PublicService;
import de.koblenz.kiosk.sandbox.ReceivedSubmission;
import de.koblenz.kiosk.sandbox.Sandbox;
import de.koblenz.kiosk.service.form.FieldPath;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a citizen orders from each package is paid, sealed, sent, decrypted by the authority and printed: the real database and
/// clients, against the stand-ins over HTTP, on virtual time.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CityOrdersTest {
    private final VirtualTime time = new VirtualTime();
    private Sandbox sandbox;
    private Terminal terminal;
    private long orders;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        sandbox =
                OutsideWorld.start(
                        folder.resolve("outside"), time, 4, Duration.ofMinutes(20), services());
        sandbox.authority().autoAccept(true);
        terminal =
                new Terminal(
                        folder.resolve("terminal.db"),
                        Terminal.Addresses.of(sandbox),
                        OrderLimits.USUAL,
                        time,
                        time,
                        CrashPoint.NONE);
    }

    /// Those that have a LeiKa key by it, all others together.
    static List<PublicService> services() {
        List<PublicService> services = new ArrayList<>();
        services.add(
                new PublicService(
                        "urn:de:koblenz:buergerterminal:leistung",
                        "Leistungen ohne Schlüssel",
                        URI.create("urn:de:koblenz:buergerterminal:ohne")));
        CityServices.PACKAGES
                .values()
                .forEach(each ->
                        each.service()
                                .flatMap(service -> service.leika())
                                .ifPresent(key ->
                                        services.add(
                                                new PublicService(
                                                        "urn:de:fim:leika:leistung:" + key.digits(),
                                                        each.id(),
                                                        URI.create(
                                                                "urn:de:koblenz:buergerterminal:"
                                                                        + each.id())))));
        return services;
    }

    @AfterAll
    void stop() {
        terminal.close();
        sandbox.close();
    }

    /// One citizen of each service.
    static Stream<CityCitizen> citizens() {
        Map<String, CityCitizen> first = new LinkedHashMap<>();
        CityCitizen.all().forEach(citizen -> first.putIfAbsent(citizen.service(), citizen));
        return first.values().stream();
    }

    /// What the authority has of a service. Those without a key are told apart by the ids of their fields.
    private List<ReceivedSubmission> received(CityCitizen citizen) {
        String id =
                FieldPath.parse(citizen.answers().keySet().stream().sorted().toList().getLast())
                        .id();
        return sandbox.authority().received().stream()
                .filter(each -> each.data().contains("\"" + id + "\":"))
                .toList();
    }

    private OrderRequest ordered(CityCitizen citizen) {
        TestTerminal screens = CityServices.terminal(KioskGeometry.PORTRAIT);
        new PackageCitizen(screens, citizen).order();
        OrderRequest request = screens.world().placed().getLast();
        OrderRequest.Application asked = request.application().orElseThrow();
        return new OrderRequest(
                // Each terminal of a test counts its orders from the same number.
                SampleOrders.id(++orders),
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
                                asked.dataJson())),
                request.copy());
    }

    @ParameterizedTest
    @MethodSource("citizens")
    void theAuthorityReadsWhatTheCitizenAnswered(CityCitizen citizen) throws OrderRefused {
        OrderRequest request = ordered(citizen);
        terminal.desk.place(request);
        time.settle();
        if (citizen.cents() > 0) {
            assertEquals(
                    PaymentStatus.PAYED,
                    sandbox.payments().pay(sandbox.payments().transactions().getLast().id()));
        }
        time.pass(Duration.ofSeconds(20));
        assertEquals(request.id(), terminal.last().id());
        assertEquals(Phase.DONE, terminal.last().phase(), terminal.last().code());
        assertEquals(
                List.of(request.application().orElseThrow().dataJson()),
                received(citizen).stream().map(ReceivedSubmission::data).toList());
        assertEquals(
                List.of(Paper.Kind.RECEIPT, Paper.Kind.COPY),
                terminal.last().papers().stream().map(Paper::kind).toList());
        assertTrue(
                terminal.last().papers().stream()
                        .allMatch(paper -> paper.state() == Paper.State.PRINTED));
    }
}
