package de.koblenz.kiosk.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// `health.yaml`: the MQTT 5 broker of the data centre.
///
/// @param broker `mqtts://host[:port]`, usually port 8883; `mqtt` only to the machine itself
/// @param office the office's part of the topic
/// @param keepAlive at most 15 s, so that a half-open line is noticed soon; whole seconds
/// @param longestReconnect the pause between two tries grows to this and is drawn at random below it
/// @param commandKeys public keys (PEM, Ed25519) of those who may command the terminal; empty where nobody may
/// @param tls own certificates; empty where the machine's certificates serve
public record HealthSettings(
        URI broker,
        String office,
        Duration keepAlive,
        Duration longestReconnect,
        Optional<TlsFiles> tls,
        Optional<ReferencedFile> commandKeys) {

    /// Certificates in PEM form.
    ///
    /// @param authority certificates that the broker's must come from
    /// @param client the terminal's own, where the broker asks for one
    public record TlsFiles(ReferencedFile authority, Optional<ClientFiles> client) {
        static TlsFiles read(ConfigNode node, Path folder) {
            TlsFiles files =
                    new TlsFiles(
                            ReferencedFile.read(node.at("authority"), folder),
                            node.find("client").map(client -> ClientFiles.read(client, folder)));
            node.noOthers();
            return files;
        }
    }

    /// Certificate chain and PKCS #8 key of the terminal; the certificate's name is the terminal's id.
    public record ClientFiles(ReferencedFile certificate, ReferencedFile key) {
        static ClientFiles read(ConfigNode node, Path folder) {
            ClientFiles files =
                    new ClientFiles(
                            ReferencedFile.read(node.at("certificate"), folder),
                            ReferencedFile.secret(node, "key", folder));
            node.noOthers();
            return files;
        }
    }

    static HealthSettings read(ConfigNode node, Path folder) {
        URI broker = WebAddress.broker(node.at("broker"));
        String office = ValueForms.name(node.at("office"));
        Duration keepAlive = readKeepAlive(node.at("keepAlive"));
        Duration reconnect =
                node.at("longestReconnect").duration(Duration.ofSeconds(1), Duration.ofMinutes(10));
        Optional<TlsFiles> tls = tls(node, broker, folder);
        Optional<ReferencedFile> keys =
                node.find("commandKeys").map(file -> ReferencedFile.read(file, folder));
        node.noOthers();
        return new HealthSettings(broker, office, keepAlive, reconnect, tls, keys);
    }

    /// The same of a monitor: it has no office, and nobody commands it.
    static HealthSettings readOfHost(ConfigNode node, Path folder) {
        URI broker = WebAddress.broker(node.at("broker"));
        Duration keepAlive = readKeepAlive(node.at("keepAlive"));
        Optional<TlsFiles> tls = tls(node, broker, folder);
        node.noOthers();
        return new HealthSettings(
                broker, "monitor", keepAlive, Duration.ofSeconds(3), tls, Optional.empty());
    }

    private static Optional<TlsFiles> tls(ConfigNode node, URI broker, Path folder) {
        Optional<TlsFiles> tls = node.find("tls").map(files -> TlsFiles.read(files, folder));
        if (tls.isPresent() && "mqtt".equals(broker.getScheme())) {
            node.at("tls").report("certificates are of no use without mqtts://", "CFG-TLS");
        }
        return tls;
    }

    private static Duration readKeepAlive(ConfigNode node) {
        Duration keepAlive = node.duration(Duration.ofSeconds(5), Duration.ofSeconds(15));
        if (keepAlive.toMillis() % 1_000 != 0) {
            node.report("MQTT counts in whole seconds", "CFG-VALUE");
        }
        return keepAlive;
    }
}
