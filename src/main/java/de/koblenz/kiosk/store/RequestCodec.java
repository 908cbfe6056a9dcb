package de.koblenz.kiosk.store;

import de.koblenz.kiosk.fleet.model.MaintenanceWindow;
import de.koblenz.kiosk.fleet.model.OperatorAction;
import de.koblenz.kiosk.fleet.model.TerminalId;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What an operator wants, as JSON between two monitors of one version. Thread-safe.
final class RequestCodec {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RequestCodec() {}

    static String encode(OperatorAction action) {
        ObjectNode node = JSON.createObjectNode();
        node.put("action", action.getClass().getSimpleName());
        switch (action) {
            case OperatorAction.Acknowledge(long alarm, String reason) ->
                    node.put("alarm", alarm).put("reason", reason);
            case OperatorAction.Assign(long alarm, String account) ->
                    node.put("alarm", alarm).put("account", account);
            case OperatorAction.Shelve(long alarm, Instant until, String reason) ->
                    node.put("alarm", alarm).put("until", until.toString()).put("reason", reason);
            case OperatorAction.Unshelve(long alarm) -> node.put("alarm", alarm);
            case OperatorAction.Clear(long alarm, String reason) ->
                    node.put("alarm", alarm).put("reason", reason);
            case OperatorAction.OpenWindow(MaintenanceWindow window) -> window(node, window);
            case OperatorAction.CloseWindow(String window) -> node.put("window", window);
            case OperatorAction.Enrol(TerminalId id) -> terminal(node, id);
            case OperatorAction.Retire(TerminalId id, String reason) ->
                    terminal(node, id).put("reason", reason);
        }
        return node.toString();
    }

    private static ObjectNode terminal(ObjectNode node, TerminalId id) {
        return node.put("office", id.office()).put("terminal", id.terminal());
    }

    private static void window(ObjectNode node, MaintenanceWindow window) {
        window.office().ifPresent(office -> node.put("office", office));
        window.terminal().ifPresent(terminal -> node.put("terminal", terminal));
        node.put("window", window.id())
                .put("from", window.from().toString())
                .put("to", window.to().toString())
                .put("reason", window.reason());
    }

    /// @throws IllegalArgumentException if no monitor of this version wrote it
    static OperatorAction decode(String text) {
        JsonNode node = JSON.readTree(text);
        long alarm = node.path("alarm").asLong(0);
        String reason = word(node, "reason");
        return switch (word(node, "action")) {
            case "Acknowledge" -> new OperatorAction.Acknowledge(alarm, reason);
            case "Assign" -> new OperatorAction.Assign(alarm, word(node, "account"));
            case "Shelve" ->
                    new OperatorAction.Shelve(alarm, Instant.parse(word(node, "until")), reason);
            case "Unshelve" -> new OperatorAction.Unshelve(alarm);
            case "Clear" -> new OperatorAction.Clear(alarm, reason);
            case "OpenWindow" ->
                    new OperatorAction.OpenWindow(
                            new MaintenanceWindow(
                                    word(node, "window"),
                                    optional(node, "office"),
                                    optional(node, "terminal"),
                                    Instant.parse(word(node, "from")),
                                    Instant.parse(word(node, "to")),
                                    reason));
            case "CloseWindow" -> new OperatorAction.CloseWindow(word(node, "window"));
            case "Enrol" -> new OperatorAction.Enrol(terminal(node));
            case "Retire" -> new OperatorAction.Retire(terminal(node), reason);
            default -> throw new IllegalArgumentException("not a request");
        };
    }

    private static TerminalId terminal(JsonNode node) {
        return new TerminalId(word(node, "office"), word(node, "terminal"));
    }

    private static String word(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    private static Optional<String> optional(JsonNode node, String name) {
        return node.has(name) ? Optional.of(word(node, name)) : Optional.empty();
    }
}
