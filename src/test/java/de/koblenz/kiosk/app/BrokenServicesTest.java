package de.koblenz.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.Peers;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.fleet.model.MetricNames;
import de.koblenz.kiosk.fleet.model.TerminalCondition;
import de.koblenz.kiosk.fleet.model.TerminalId;
import de.koblenz.kiosk.health.OutsideServices.Broken;
import de.koblenz.kiosk.health.WireMessage;
import de.koblenz.kiosk.health.command.Command;
import de.koblenz.kiosk.health.command.CommandTarget;
import de.koblenz.kiosk.service.fim.pack.PackageReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Packages that cannot be started, from the configuration to what the data centre knows.
@Timeout(60)
class BrokenServicesTest {
    private static final Instant MORNING = Instant.parse("2026-06-03T08:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 6, 3);
    private static final TerminalId TERMINAL = new TerminalId("buergeramt-koblenz", "buergeramt-1");

    private static final CommandTarget UNCOMMANDED =
            new CommandTarget() {
                @Override
                public boolean idle() {
                    return true;
                }

                @Override
                public Outcome carryOut(UUID id, Command command) {
                    return new Outcome.Failed("");
                }

                @Override
                public Optional<Outcome> ended(UUID id, Command command) {
                    return Optional.empty();
                }
            };

    @TempDir private Path folder;
    private Path config;
    private Path dog;

    @BeforeEach
    void layOut() throws IOException {
        config = Files.createDirectories(folder.resolve("config"));
        PackagedConfiguration.layOut(config);
        dog = config.resolve("services/hund-anmelden");
    }

    private static void change(Path file, UnaryOperator<String> by) throws IOException {
        Files.writeString(file, by.apply(Files.readString(file)));
    }

    private void breakAnother() throws IOException {
        Path broken = Files.createDirectories(config.resolve("services/hund-abmelden"));
        Files.writeString(broken.resolve("schema.xdf3.xml"), "<!DOCTYPE a><a/>");
    }

    private Installation installation() {
        return Installation.readForService(
                config, PackagedConfiguration.PROJECT.resolve("device-profiles"), new Problems());
    }

    private List<Broken> broken(LocalDate day) {
        Installation installation = installation();
        var _ = installation.readPackages();
        return installation.packages().broken(day);
    }

    @Test
    void whatCanBeStartedIsNotBroken() {
        assertEquals(List.of(), broken(DAY));
    }

    @Test
    void eachBrokenPackageHasTheCodeOfItsFirstReason() throws IOException {
        breakAnother();
        change(dog.resolve("hund.xdf3.xml"), text -> text.replace("Ihre Person", "Sie"));
        assertEquals(
                List.of(
                        new Broken("hund-abmelden", "FIM-XML-ENTITY"),
                        new Broken("hund-anmelden", "PKG-HASH")),
                broken(DAY));
    }

    @Test
    void aSchemaThatIsNoLongerValidIsBrokenFromThatDay() throws IOException {
        change(
                dog.resolve("hund.xdf3.xml"),
                text ->
                        text.replace(
                                "<x:bezeichnung>",
                                "<x:gueltigBis>2026-06-03</x:gueltigBis><x:bezeichnung>"));
        String hash =
                new PackageReader(installation().catalog())
                        .read(dog)
                        .imported()
                        .orElseThrow()
                        .identity()
                        .sha256();
        change(
                dog.resolve("service.yaml"),
                text -> text.replaceFirst("sha256: \"[0-9a-f]{64}", "sha256: \"" + hash));
        assertEquals(List.of(), broken(DAY));
        assertEquals(List.of(new Broken("hund-anmelden", "PKG-EXPIRED")), broken(DAY.plusDays(1)));
    }

    @Test
    void theDataCentreKnowsThemAsSoonAsThePackagesAreRead() throws Exception {
        breakAnother();
        change(dog.resolve("hund.xdf3.xml"), text -> text.replace("Ihre Person", "Sie"));
        Installation installation = installation();
        BlockingQueue<WireMessage> carried = new LinkedBlockingQueue<>();
        try (DataCentre kgrz =
                        new DataCentre(Peers.require("mosquitto"), folder.resolve("centre"));
                HealthDesk desk =
                        new HealthDesk(
                                installation,
                                at(Endpoints.nobody(installation.settings()), kgrz.address()),
                                folder.resolve("data"),
                                () -> MORNING)) {
            desk.watch(carried::add);
            desk.open(_ -> UNCOMMANDED);
            assertEquals("", known(kgrz, carried, ""));
            var _ = installation.readPackages();
            desk.packagesRead();
            String all = "hund-abmelden FIM-XML-ENTITY, hund-anmelden PKG-HASH";
            assertEquals(all, known(kgrz, carried, all));
            assertTrue(carried.isEmpty() || !carried.toString().contains("Halterin"));
        }
    }

    /// What the data centre knows at last; each message on the wire is a reason to look again.
    private static String known(
            DataCentre kgrz, BlockingQueue<WireMessage> carried, String expected) throws Exception {
        String last = "nothing";
        for (int look = 0; look < 300 && !last.equals(expected); look++) {
            var _ = carried.poll(100, TimeUnit.MILLISECONDS);
            last =
                    kgrz.terminal(TERMINAL)
                            .map(TerminalCondition::words)
                            .map(words -> words.getOrDefault(MetricNames.SERVICES, "nothing"))
                            .orElse("nothing");
        }
        return last;
    }

    private static Endpoints at(Endpoints nobody, URI broker) {
        return new Endpoints(
                nobody.payments(),
                nobody.booking(),
                nobody.bookingToken(),
                nobody.submissions(),
                nobody.printerProfile(),
                nobody.printerPort(),
                nobody.scanner(),
                nobody.cards(),
                nobody.road(),
                broker);
    }
}
