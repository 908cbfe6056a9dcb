package de.koblenz.kiosk.config;

import java.net.InetSocketAddress;
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
/// @param primaryHost Sparkplug id of the host that has to be there before anything is told; empty to tell in any case
/// @param updater program that installs another version; empty where there is none
/// @param timeServer NTP server of the data centre, by which the clock is measured; unresolved
public record HealthSettings(
        URI broker,
        String office,
        Duration keepAlive,
        Duration longestReconnect,
        Optional<TlsFiles> tls,
        Optional<ReferencedFile> commandKeys,
        Optional<String> primaryHost,
        Optional<Path> updater,
        Optional<InetSocketAddress> timeServer) {

    private static final int NTP = 123;

    /// Without a primary host, an updater and a time server.
    public HealthSettings(
            URI broker,
            String office,
            Duration keepAlive,
            Duration longestReconnect,
            Optional<TlsFiles> tls,
            Optional<ReferencedFile> commandKeys) {
        this(
                broker,
                office,
                keepAlive,
                longestReconnect,
                tls,
                commandKeys,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// The same at another broker.
    ///
    /// @param other address
    public HealthSettings at(URI other) {
        return new HealthSettings(
                other,
                office,
                keepAlive,
                longestReconnect,
                // Only to the machine itself, as on the bench, may the line be plain; certificates
                // are of no use there.
                other.getScheme().equals("mqtt") ? Optional.empty() : tls,
                commandKeys,
                primaryHost,
                updater,
                timeServer);
    }

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

    /// `health.yaml` alone, for a terminal whose other files have faults.
    public static HealthSettings alone(Path configFolder, Problems problems) {
        Path folder = configFolder.toAbsolutePath().normalize();
        return read(
                ConfigReader.read(folder.resolve("health.yaml"), "health.yaml", problems), folder);
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
        Optional<String> host =
                node.find("primaryHost")
                        .map(id -> id.text("[A-Za-z0-9][A-Za-z0-9._-]{0,63}", "a host id"));
        Optional<InetSocketAddress> time = node.find("timeServer").map(HealthSettings::server);
        Optional<Path> updater =
                node.find("updater")
                        .map(it -> Path.of(it.text("/[^\\s\\x00]{1,250}", "an absolute path")));
        node.noOthers();
        return new HealthSettings(
                broker, office, keepAlive, reconnect, tls, keys, host, updater, time);
    }

    /// `host` or `host:port`; no name is looked up while reading.
    private static InetSocketAddress server(ConfigNode node) {
        String text =
                node.text(
                        "[A-Za-z0-9][A-Za-z0-9.-]{0,252}(:[0-9]{1,5})?",
                        "a host such as ntp.example");
        int colon = text.indexOf(':');
        int port = colon < 0 ? NTP : Integer.parseInt(text.substring(colon + 1));
        if (port < 1 || port > 65_535) {
            node.report("there is no port " + port, "CFG-VALUE");
            port = NTP;
        }
        return InetSocketAddress.createUnresolved(
                colon < 0 ? text : text.substring(0, colon), port);
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
