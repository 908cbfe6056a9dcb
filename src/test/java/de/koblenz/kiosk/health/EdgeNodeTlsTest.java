package de.koblenz.kiosk.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.Peers;
import de.koblenz.kiosk.config.HealthSettings;
import de.koblenz.kiosk.config.HealthSettings.ClientFiles;
import de.koblenz.kiosk.config.HealthSettings.TlsFiles;
import de.koblenz.kiosk.config.ReferencedFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// mosquitto as the data centre runs it: TLS, and only who shows a certificate of ours comes in.
@Timeout(60)
class EdgeNodeTlsTest {
    @TempDir static Path folder = Path.of("");

    @BeforeAll
    static void makeCertificates() throws Exception {
        openssl(
                "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2"
                        + " -subj /CN=authority -keyout ca.key -out ca.pem");
        openssl(
                "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2"
                        + " -subj /CN=stranger -keyout other.key -out other.pem");
        certificate("broker", "subjectAltName=DNS:localhost");
        certificate("terminal-1", "extendedKeyUsage=clientAuth");
    }

    @Test
    void aTerminalWithItsCertificateComesIn() throws Exception {
        try (Mosquitto broker = broker()) {
            LinkedBlockingQueue<WireMessage> sent = new LinkedBlockingQueue<>();
            try (EdgeNode node =
                    EdgeNodeContract.node(
                            settings(broker, "localhost", "ca.pem", true),
                            new MemoryOutbox(EdgeNodeContract.OUTBOX),
                            sent::add)) {
                node.publish(EdgeNodeContract.report(1));
                WireMessage message = sent.poll(10, TimeUnit.SECONDS);
                assertTrue(message != null && message.payload().contains("IN_SERVICE"));
                // Its certificate was made for two days (openssl -days 2).
                assertTrue(message != null && message.payload().contains("\"cert.notAfter\":\"2"));
            }
        }
    }

    @Test
    void aTerminalWithoutCertificateStaysOutside() throws Exception {
        try (Mosquitto broker = broker()) {
            assertRefused(settings(broker, "localhost", "ca.pem", false));
        }
    }

    @Test
    void aBrokerOfAnotherAuthorityIsNotTrusted() throws Exception {
        try (Mosquitto broker = broker()) {
            assertRefused(settings(broker, "localhost", "other.pem", true));
        }
    }

    @Test
    void aBrokerUnderAnotherNameIsNotTrusted() throws Exception {
        try (Mosquitto broker = broker()) {
            assertRefused(settings(broker, "127.0.0.1", "ca.pem", true));
        }
    }

    private static void assertRefused(HealthSettings settings) {
        IOException refused =
                assertThrows(
                        IOException.class,
                        () -> new MessageCollector(settings, "x", InstantSource.system()).close());
        // Whoever reads the log has to know where to look.
        assertTrue(
                String.valueOf(refused.getMessage()).contains("TLS"),
                () -> String.valueOf(refused.getMessage()));
        // A refusal comes right after the handshake (TLS 1.3), where Paho is weakest.
        EdgeNodeContract.awaitNoPahoThread();
    }

    private Mosquitto broker() throws IOException {
        return new Mosquitto(
                folder,
                """
                allow_anonymous true
                cafile %1$s/ca.pem
                certfile %1$s/broker.pem
                keyfile %1$s/broker.key
                require_certificate true
                use_identity_as_username true
                """
                        .formatted(folder));
    }

    private HealthSettings settings(
            Mosquitto broker, String host, String authority, boolean certificate) {
        Optional<ClientFiles> client =
                certificate
                        ? Optional.of(
                                new ClientFiles(file("terminal-1.pem"), file("terminal-1.key")))
                        : Optional.empty();
        return new HealthSettings(
                URI.create("mqtts://" + host + ":" + broker.port()),
                "amt",
                Duration.ofSeconds(15),
                Duration.ofMillis(50),
                Optional.of(new TlsFiles(file(authority), client)),
                Optional.empty());
    }

    private ReferencedFile file(String name) {
        return ReferencedFile.of(folder.resolve(name));
    }

    private static void certificate(String name, String extension) throws Exception {
        openssl(
                "req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=%s -keyout %s.key -out %s.csr -addext %s"
                        .formatted(name, name, name, extension));
        openssl(
                "x509 -req -in %s.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -copy_extensions copy -out %s.pem"
                        .formatted(name, name));
    }

    private static void openssl(String arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Peers.require("openssl").toString());
        command.addAll(List.of(arguments.split(" ", -1)));
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String output =
                new String(
                        process.getInputStream().readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
    }
}
