package de.koblenz.kiosk.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `monitor.yaml`: a monitoring terminal of the data centre. Terminals do not read it.
///
/// @param broker where the terminals are heard; its office is the data centre's name
/// @param host Sparkplug id of the data centre, `KGRZ`
/// @param database JDBC address of the one database that all monitors share
/// @param shard which part of the fleet this monitor collects
/// @param takeover how long a monitor that died keeps the others waiting
/// @param operators who may sign in
/// @param commandKey private key (PEM, Ed25519) by which commands are signed; empty where this monitor sends none
/// @param calls program that calls people to alarms; empty where nobody is called
/// @param offices names of offices by id
/// @param look how it looks when it starts
public record MonitorSettings(
        HealthSettings broker,
        String host,
        String database,
        ShardSettings shard,
        Duration takeover,
        OperatorSettings operators,
        Optional<ReferencedFile> commandKey,
        Optional<ReferencedFile> calls,
        Map<String, String> offices,
        Look look) {
    /// Name of the file.
    public static final String FILE = "monitor.yaml";

    private static final String SQLITE = "jdbc:sqlite:";

    /// The part of the fleet that a monitor collects.
    ///
    /// @param number 0 to 63
    /// @param offices empty for all
    public record ShardSettings(int number, List<String> offices) {
        public ShardSettings {
            offices = List.copyOf(offices);
        }

        static ShardSettings read(ConfigNode node) {
            int number = node.at("number").integer(0, 63);
            List<String> offices = new ArrayList<>();
            node.at("offices").items().forEach(office -> offices.add(ValueForms.name(office)));
            node.noOthers();
            return new ShardSettings(number, offices);
        }
    }

    /// Who may sign in.
    ///
    /// @param file accounts, roles and hashes of codes
    /// @param lockAfter whoever does nothing for so long is signed out
    /// @param wallboard whether the fleet is shown while nobody has signed in
    public record OperatorSettings(ReferencedFile file, Duration lockAfter, boolean wallboard) {
        static OperatorSettings read(ConfigNode node, Path folder) {
            OperatorSettings settings =
                    new OperatorSettings(
                            ReferencedFile.secret(node, "file", folder),
                            node.at("lockAfter")
                                    .duration(Duration.ofMinutes(1), Duration.ofHours(12)),
                            node.at("wallboard").flag());
            node.noOthers();
            return settings;
        }
    }

    /// How a monitor looks.
    ///
    /// @param theme light or dark
    /// @param language of its texts, a BCP 47 tag
    public record Look(Theme theme, String language) {
        static Look read(ConfigNode node) {
            Look look =
                    new Look(
                            node.at("theme").oneOf(Theme.class),
                            node.at("language").text("de|en", "one of de and en"));
            node.noOthers();
            return look;
        }
    }

    /// Colours.
    public enum Theme {
        LIGHT,
        DARK
    }

    public MonitorSettings {
        offices = Map.copyOf(offices);
    }

    /// The file of the database; empty where it is no file.
    public Optional<Path> databaseFile() {
        return database.startsWith(SQLITE)
                ? Optional.of(Path.of(database.substring(SQLITE.length())).toAbsolutePath())
                : Optional.empty();
    }

    /// Reads `monitor.yaml` of a configuration folder.
    ///
    /// @return settings that may be used only where `problems` stayed empty
    public static MonitorSettings read(Path configFolder, Problems problems) {
        Path folder = configFolder.toAbsolutePath().normalize();
        return read(ConfigReader.read(folder.resolve(FILE), FILE, problems), folder);
    }

    static MonitorSettings read(ConfigNode node, Path folder) {
        HealthSettings broker = HealthSettings.readOfHost(node.at("mqtt"), folder);
        String host =
                node.at("host")
                        .text(
                                "[A-Za-z0-9][A-Za-z0-9-]{0,39}",
                                "a name of letters, digits and hyphens (at most 40)");
        MonitorSettings settings =
                new MonitorSettings(
                        broker,
                        host,
                        database(node.at("database")),
                        node.find("shard")
                                .map(ShardSettings::read)
                                .orElse(new ShardSettings(0, List.of())),
                        node.at("takeover").duration(Duration.ofSeconds(3), Duration.ofMinutes(5)),
                        OperatorSettings.read(node.at("operators"), folder),
                        node.find("commandKey")
                                .map(_ -> ReferencedFile.secret(node, "commandKey", folder)),
                        node.find("calls").map(file -> ReferencedFile.read(file, folder)),
                        node.find("offices").map(MonitorSettings::names).orElse(Map.of()),
                        Look.read(node.at("look")));
        node.noOthers();
        return settings;
    }

    private static String database(ConfigNode node) {
        String address =
                node.text(
                        "jdbc:(sqlite:[^?:]+|postgresql://\\S+)",
                        "jdbc:sqlite:<file> or jdbc:postgresql://<host>/<database>");
        if (address.contains("password=")) {
            node.report("a password does not belong here but into ~/.pgpass", "CFG-SECRET-INLINE");
        }
        return address;
    }

    private static Map<String, String> names(ConfigNode node) {
        Map<String, String> names = new LinkedHashMap<>();
        node.entries()
                .forEach((id, name) -> {
                    if (!id.matches(ValueForms.NAME)) {
                        node.key(id).report("'" + id + "' is not the id of an office", "CFG-VALUE");
                    }
                    names.put(id, ValueForms.filled(name));
                });
        return names;
    }
}
