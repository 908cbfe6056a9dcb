package de.koblenz.kiosk.app;

import de.koblenz.kiosk.config.KioskSettings;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.device.DeviceId;
import de.koblenz.kiosk.device.card.PcscCardReader;
import de.koblenz.kiosk.device.card.ReaderTimings;
import de.koblenz.kiosk.device.profile.ReaderProfiles;
import de.koblenz.kiosk.device.sim.SimulatedCardService;
import de.koblenz.kiosk.device.sim.card.CardCryptography;
import de.koblenz.kiosk.device.sim.card.DocumentIssuer;
import de.koblenz.kiosk.device.sim.card.Personas;
import de.koblenz.kiosk.device.sim.card.SimulatedEidCard;
import de.koblenz.kiosk.eid.Authorities;
import de.koblenz.kiosk.eid.EidDialogue;
import de.koblenz.kiosk.eid.EidRequest;
import de.koblenz.kiosk.eid.EidStep;
import de.koblenz.kiosk.eid.Secrets;
import de.koblenz.kiosk.eid.authority.SoftToken;
import de.koblenz.kiosk.eid.authority.TestAuthority;
import de.koblenz.kiosk.eid.certificate.AccessRight;
import de.koblenz.kiosk.eid.certificate.CvCertificate;
import de.koblenz.kiosk.eid.crypto.StandardCurve;
import de.koblenz.kiosk.eid.data.DataGroup;
import de.koblenz.kiosk.eid.tlv.Octets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/// A process of its own: makes the terminal's key in a PKCS#11 module, has a certificate for it issued, installs both as `eid.yaml` names them,
/// and reads a simulated card as the terminal would. Prints each step and, in the end, the pseudonyms of two readings.
public final class ModuleReading {
    private ModuleReading() {}

    /// @param arguments the configuration folder; whether the sector is that of the certificate
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        TestAuthority authority =
                Authorities.of(
                        StandardCurve.NIST_P256,
                        1,
                        Set.of(
                                AccessRight.reading(DataGroup.FAMILY_NAMES.number()),
                                AccessRight.RESTRICTED_IDENTIFICATION));
        boolean foreign = arguments[1].equals("foreign");
        install(folder, authority, foreign ? Authorities.full() : authority);
        DocumentIssuer issuer =
                new DocumentIssuer(Instant.parse("2010-01-01T00:00:00Z"), new Random(3));
        Files.write(folder.resolve("csca.der"), issuer.authorityCertificate());

        Problems problems = new Problems();
        KioskSettings settings = KioskSettings.read(folder, problems);
        problems.sorted().forEach(System.out::println);
        CardRoad road = Endpoints.of(settings, new Problems()).road();
        SimulatedCardService service = new SimulatedCardService();
        try (PcscCardReader reader =
                new PcscCardReader(
                        new DeviceId("card-reader"),
                        service,
                        ReaderProfiles.read(
                                Path.of(System.getProperty("kiosk.project"), "device-profiles"),
                                "device-profiles",
                                new Problems()),
                        ReaderTimings.USUAL)) {
            service.plug("REINER SCT cyberJack RFID basis 00 00")
                    .lay(
                            new SimulatedEidCard(
                                    Personas.ORDINARY,
                                    CardCryptography.USUAL,
                                    issuer,
                                    List.of(authority.roots().getFirst().encoded().toArray()),
                                    new Random(7)));
            for (int time = 0; time < 2; time++) {
                read(road, reader);
            }
        }
        System.exit(0);
    }

    private static void install(Path folder, TestAuthority authority, TestAuthority sector)
            throws Exception {
        CvCertificate terminal = authority.certify(SoftToken.makeKey(folder.resolve("pkcs11.cfg")));
        CvCertificate root = authority.roots().getFirst();
        write(folder, "terminal.cvcert", terminal.encoded());
        write(folder, "cvca.cvcert", root.encoded());
        write(folder, "dv.cvcert", authority.chain(root.holder()).getFirst().encoded());
        write(folder, "description.bin", authority.identity().description().encoded());
        write(folder, "sector.bin", sector.identity().sector().orElseThrow().encoded());
        Files.writeString(folder.resolve("pin"), SoftToken.PIN + "\n");
    }

    private static void write(Path folder, String name, Octets content) throws Exception {
        Files.write(folder.resolve(name), content.toArray());
    }

    private static void read(CardRoad road, PcscCardReader reader) {
        EidRequest request =
                new EidRequest(
                        Set.of(DataGroup.FAMILY_NAMES),
                        Set.of(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        true,
                        EidRequest.Manner.WITH_PIN);
        try (EidDialogue dialogue =
                road.reading(request, Authorities.CLOCK, _ -> {}).orElseThrow()) {
            System.out.println(dialogue.start().getClass().getSimpleName());
            dialogue.consent(Set.of());
            dialogue.card(reader);
            EidStep step = dialogue.pin(Secrets.of(Personas.USUAL.pin()));
            System.out.println(
                    step instanceof EidStep.IdentityRead read
                            ? read.data().familyNames().orElse("")
                                    + " "
                                    + read.pseudonym().orElseThrow().hex()
                            : step.toString());
        }
    }
}
