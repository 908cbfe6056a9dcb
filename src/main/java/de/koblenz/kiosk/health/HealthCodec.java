package de.koblenz.kiosk.health;

import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.device.DeviceId;
import de.koblenz.kiosk.device.DeviceState;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// [HealthMessage] as JSON, `docs/health-state.schema.json`. Thread-safe.
///
/// Writes only fields, and of devices only words and whole numbers, that are on its lists: what a driver adds to the details of its device
/// stays at the terminal until it is added here and to the schema.
public final class HealthCodec {
    /// Version of the message; a monitor that knows only smaller ones leaves it alone.
    static final int SCHEMA = 1;

    /// A message is 1 kB or so; whatever is larger is none of ours.
    private static final int LONGEST = 64 * 1024;

    private static final String OFFLINE = "OFFLINE";

    /// Words of XFS4IoT by the name of the detail.
    private static final Map<String, Set<String>> DETAILS =
            Map.of(
                    "paper", Set.of("unknown", "full", "low", "out", "jammed"),
                    "cover", Set.of("unknown", "open", "closed"),
                    "cutter", Set.of("unknown", "ok", "error"),
                    "head", Set.of("unknown", "ok", "overheated"),
                    "media", Set.of("unknown", "present", "notPresent"),
                    "cardLeft", Set.of("yes"),
                    "service", Set.of("up", "down", "denied"),
                    "presenter",
                            Set.of(
                                    "unknown",
                                    "empty",
                                    "entering",
                                    "present",
                                    "taken",
                                    "retracted",
                                    "jammed"));

    /// Details that are whole numbers, none longer than six digits.
    private static final Set<String> NUMBERS =
            Set.of(DeviceHealth.PAPER_LEFT_MM, DeviceHealth.PRINTS_LEFT);

    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,5}");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private HealthCodec() {}

    /// The message as one line of JSON.
    public static String encode(HealthMessage message) {
        ObjectNode root = JSON.createObjectNode();
        root.put("schema", SCHEMA);
        switch (message) {
            case HealthReport report -> write(report, root);
            case HealthMessage.Offline offline -> {
                root.put("mode", OFFLINE);
                root.put("health", HealthStep.FAILED.name());
                root.put("softwareVersion", offline.softwareVersion());
            }
        }
        return root.toString();
    }

    private static void write(HealthReport report, ObjectNode root) {
        root.put("at", report.at().toString());
        root.put("mode", report.mode().name());
        root.put("health", report.health().name());
        if (!report.code().isEmpty()) {
            root.put("code", report.code());
        }
        root.put("softwareVersion", report.softwareVersion());
        root.put("configurationHash", report.configurationHash());
        SessionCounters sessions = report.sessions();
        root.putObject("sessions")
                .put("completed", sessions.completed())
                .put("ended", sessions.ended())
                .put("timedOut", sessions.timedOut())
                .put("failed", sessions.failed());
        for (DeviceHealth device : report.devices()) {
            ObjectNode node = root.withArray("devices").addObject();
            node.put("id", device.id().value());
            node.put("state", word(device.state()));
            ObjectNode details = node.putObject("details");
            known(device.details())
                    .forEach((name, value) -> {
                        if (NUMBERS.contains(name)) {
                            details.put(name, Integer.parseInt(value));
                        } else {
                            details.put(name, value);
                        }
                    });
        }
    }

    private static Map<String, String> known(Map<String, String> details) {
        Map<String, String> known = new TreeMap<>();
        details.forEach((name, value) -> {
            boolean number = NUMBERS.contains(name) && NUMBER.matcher(value).matches();
            if (number || DETAILS.getOrDefault(name, Set.of()).contains(value)) {
                known.put(name, value);
            }
        });
        return known;
    }

    /// The word of XFS4IoT: `NO_DEVICE` is `noDevice`.
    private static String word(DeviceState state) {
        String[] parts = state.name().toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder word = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            word.append(parts[i].substring(0, 1).toUpperCase(Locale.ROOT));
            word.append(parts[i].substring(1));
        }
        return word.toString();
    }

    /// Reads a message; fields that are not on the list are left behind.
    ///
    /// @throws MalformedHealthException if it is no such message, whoever sent it
    public static HealthMessage decode(String json) throws MalformedHealthException {
        if (json.length() > LONGEST) {
            throw new MalformedHealthException("longer than " + LONGEST + " characters");
        }
        try {
            JsonNode root = JSON.readTree(json);
            if (root.path("schema").asInt(0) != SCHEMA) {
                throw new MalformedHealthException("not schema " + SCHEMA);
            }
            String version = root.path("softwareVersion").asString("");
            return root.path("mode").asString("").equals(OFFLINE)
                    ? new HealthMessage.Offline(version)
                    : read(root, version);
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new MalformedHealthException(e.getClass().getSimpleName());
        }
    }

    private static HealthReport read(JsonNode root, String version) {
        List<DeviceHealth> devices = new ArrayList<>();
        for (JsonNode node : root.path("devices")) {
            Map<String, String> details = new TreeMap<>();
            node.path("details")
                    .properties()
                    .forEach(
                            detail -> details.put(detail.getKey(), detail.getValue().asString("")));
            devices.add(
                    new DeviceHealth(
                            new DeviceId(node.path("id").asString("")),
                            state(node.path("state").asString("")),
                            known(details)));
        }
        JsonNode sessions = root.path("sessions");
        return new HealthReport(
                Instant.parse(root.path("at").asString("")),
                HealthReport.Mode.valueOf(root.path("mode").asString("")),
                root.path("code").asString(""),
                devices,
                version,
                root.path("configurationHash").asString(""),
                new SessionCounters(
                        sessions.path("completed").asLong(0),
                        sessions.path("ended").asLong(0),
                        sessions.path("timedOut").asLong(0),
                        sessions.path("failed").asLong(0)));
    }

    private static DeviceState state(String word) {
        for (DeviceState state : DeviceState.values()) {
            if (word(state).equals(word)) {
                return state;
            }
        }
        throw new IllegalArgumentException("not a device state");
    }
}
