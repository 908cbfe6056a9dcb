package de.koblenz.kiosk.fleet.collector;

import de.koblenz.kiosk.fleet.model.TerminalCondition;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A terminal's condition as JSON, for programs that know no Sparkplug (Zabbix, Prometheus exporters, Telegraf). Its names are sorted.
final class MirrorCodec {
    private static final int SCHEMA = 2;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private MirrorCodec() {}

    static byte[] encode(TerminalCondition terminal) {
        ObjectNode root = JSON.createObjectNode();
        root.put("schema", SCHEMA);
        root.put("office", terminal.id().office());
        root.put("terminal", terminal.id().terminal());
        root.put("connection", terminal.connection().name());
        root.put("connectedSince", terminal.connectedSince().toString());
        root.put("lastSeen", terminal.lastSeen().toString());
        root.put("mode", terminal.mode().name());
        root.put("health", terminal.health().name());
        root.put("code", terminal.code());
        root.put("softwareVersion", terminal.version().software());
        root.put("configurationHash", terminal.version().configuration());
        ObjectNode words = root.putObject("words");
        new TreeMap<>(terminal.words()).forEach((name, word) -> words.put(name, word));
        ObjectNode metrics = root.putObject("metrics");
        new TreeMap<>(terminal.metrics()).forEach((name, value) -> put(metrics, name, value));
        ObjectNode devices = root.putObject("devices");
        new TreeMap<>(terminal.devices())
                .forEach((name, device) -> {
                    ObjectNode node = devices.putObject(name);
                    node.put("state", device.status().word());
                    node.put("paper", device.paper().name().toLowerCase(Locale.ROOT));
                    new TreeMap<>(device.words()).forEach((key, word) -> node.put(key, word));
                    new TreeMap<>(device.metrics()).forEach((key, value) -> put(node, key, value));
                });
        return root.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// Whole numbers without a decimal point, also great ones such as times.
    private static void put(ObjectNode node, String name, double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            node.put(name, (long) value);
        } else {
            node.put(name, value);
        }
    }
}
