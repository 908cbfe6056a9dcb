package de.koblenz.kiosk.bench;

import de.koblenz.kiosk.device.card.CardService;
import de.koblenz.kiosk.device.profile.DeviceProfile;
import de.koblenz.kiosk.device.sim.PrinterSocket;
import de.koblenz.kiosk.device.sim.PseudoTerminal;
import de.koblenz.kiosk.device.sim.SimulatedCardService;
import de.koblenz.kiosk.device.sim.SimulatedPrinter;
import de.koblenz.kiosk.device.sim.scanner.ScannerBuild;
import de.koblenz.kiosk.device.sim.scanner.SimulatedScanner;
import de.koblenz.kiosk.sandbox.Destination;
import de.koblenz.kiosk.sandbox.PaymentAccess;
import de.koblenz.kiosk.sandbox.PublicService;
import de.koblenz.kiosk.sandbox.Sandbox;
import de.koblenz.kiosk.sandbox.Switchboard;
import de.koblenz.kiosk.sandbox.broker.MqttBroker;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/// Everything that the terminal on the bench talks to, at the far end of real wires: services over HTTP, a
/// printer on a pseudo-terminal, a scanner over HTTP, a card reader under `javax.smartcardio`, a broker over MQTT.
/// Thread-safe.
public final class FarEnds implements AutoCloseable {
    /// The staff code of the bench: no secret, it opens nothing else.
    public static final String STAFF_CODE = "12345678";

    private static final int KEY_BITS = 2048;

    /// How long the scanner takes for a page.
    private static final Duration PAGE = Duration.ofSeconds(2);

    /// As PC/SC names a reader for identity cards.
    private static final String READER = "REINER SCT cyberJack RFID komfort (0000000000) 00 00";

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Sandbox sandbox;
    private final MqttBroker broker;
    private final SimulatedPrinter printer;
    private final PrinterSocket socket;
    private final Path port;
    private final SimulatedCardService cards = new SimulatedCardService();
    private final CardTable cardTable;
    private final SimulatedScanner scanner;

    /// Starts everything.
    ///
    /// @param folder for the stand-ins' own data and the name of the printer's port
    /// @param profile which printer to be
    /// @param destinationId destination of FIT-Connect to which the services send
    /// @param leikaKeys of the services that it takes
    /// @param trustAnchors certificates of the authorities that the cards believe
    /// @throws IOException if a port or the folder cannot be had
    public FarEnds(
            Path folder,
            DeviceProfile profile,
            String destinationId,
            Set<String> leikaKeys,
            List<byte[]> trustAnchors,
            InstantSource clock)
            throws IOException {
        Files.createDirectories(folder);
        this.sandbox =
                keep(
                        Sandbox.start(
                                folder,
                                clock,
                                Sandbox.Settings.defaults()
                                        .withDestination(destination(destinationId, leikaKeys))));
        sandbox.authority().autoAccept(true);
        this.broker = keep(new MqttBroker(0));
        this.port = folder.resolve("printer");
        this.printer = new SimulatedPrinter(profile);
        this.socket = keep(new PrinterSocket(printer, new PseudoTerminal(port)));
        this.scanner = keep(new SimulatedScanner(ScannerBuild.ALL_IN_ONE));
        scanner.pace(PAGE);
        this.cardTable = new CardTable(cards.plug(READER), trustAnchors, clock, new SecureRandom());
    }

    /// The authority of the bench. Small keys: they are made at each start.
    private static Destination destination(String id, Set<String> leikaKeys) {
        List<PublicService> services = new ArrayList<>();
        services.add(
                new PublicService(
                        "urn:de:koblenz:buergerterminal:leistung",
                        "Leistungen ohne LeiKa-Schlüssel",
                        URI.create("urn:de:koblenz:buergerterminal:kontaktdaten")));
        for (String key : leikaKeys) {
            services.add(
                    new PublicService(
                            "urn:de:fim:leika:leistung:" + key,
                            "Leistung " + key,
                            URI.create("urn:de:koblenz:buergerterminal:leika:" + key)));
        }
        return new Destination(
                id,
                services,
                Destination.DEFAULT.clientId(),
                Destination.DEFAULT.clientSecret(),
                KEY_BITS);
    }

    private <T extends AutoCloseable> T keep(T part) {
        open.push(part);
        return part;
    }

    /// What all payers were charged together.
    public long chargedCents() {
        return sandbox.payments().chargedCents();
    }

    /// How many transactions were opened.
    public int transactions() {
        return sandbox.payments().transactions().size();
    }

    /// How many applications the authority received and could decrypt.
    public int received() {
        return sandbox.authority().received().size();
    }

    public Switchboard switchboard() {
        return sandbox.switchboard();
    }

    public SimulatedPrinter printer() {
        return printer;
    }

    /// The printer's plug.
    public PrinterSocket socket() {
        return socket;
    }

    /// The document scanner, with nothing on its plate.
    public SimulatedScanner scanner() {
        return scanner;
    }

    /// PC/SC of the bench.
    public CardService cards() {
        return cards;
    }

    /// The cards of the bench and the reader on which they can be laid.
    public CardTable cardTable() {
        return cardTable;
    }

    /// Where everything is, and the credentials of the stand-ins.
    public record Addresses(
            URI payments,
            String originatorId,
            String endPointId,
            String paymentUser,
            String paymentPassword,
            URI booking,
            String bookingToken,
            URI submissions,
            URI tokens,
            String clientId,
            String clientSecret,
            Path printer,
            URI scanner,
            URI broker) {
        @Override
        public String toString() {
            return "Addresses[" + payments + "]";
        }
    }

    public Addresses addresses() {
        PaymentAccess access = sandbox.payments().access();
        Destination destination = sandbox.authority().destination();
        return new Addresses(
                sandbox.payments().base(),
                access.originatorId(),
                access.endPointId(),
                access.user(),
                access.password(),
                sandbox.booking().base(),
                Sandbox.BOOKING_TOKEN,
                sandbox.authority().base(),
                sandbox.authority().tokenUri(),
                destination.clientId(),
                destination.clientSecret(),
                port,
                scanner.base(),
                URI.create("mqtt://127.0.0.1:" + broker.port()));
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception _) {
                // A far end that does not close keeps nothing of ours open.
            }
        }
    }
}
