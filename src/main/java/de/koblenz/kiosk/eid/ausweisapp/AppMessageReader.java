package de.koblenz.kiosk.eid.ausweisapp;

import de.koblenz.kiosk.eid.ausweisapp.AppMessage.CardState;
import de.koblenz.kiosk.eid.ausweisapp.AppMessage.Entry;
import de.koblenz.kiosk.eid.ausweisapp.AppMessage.ReaderState;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON of the AusweisApp → [AppMessage]. Whatever comes, the answer is a message. Stateless.
final class AppMessageReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String OK = "http://www.bsi.bund.de/ecard/api/1.1/resultmajor#ok";

    private AppMessageReader() {}

    static AppMessage read(String text) {
        try {
            JsonNode root = JSON.readTree(text);
            return root.isObject() ? message(root) : new AppMessage.Misunderstood();
        } catch (JacksonException | DateTimeParseException _) {
            return new AppMessage.Misunderstood();
        }
    }

    private static AppMessage message(JsonNode root) {
        return switch (text(root, "msg")) {
            case "API_LEVEL" ->
                    new AppMessage.ApiLevel(
                            numbers(root.path("available")), number(root, "current"));
            case "AUTH" -> auth(root);
            case "ACCESS_RIGHTS" ->
                    new AppMessage.AccessRights(
                            texts(root.path("chat").path("required")),
                            texts(root.path("chat").path("optional")));
            case "CERTIFICATE" -> certificate(root);
            case "INSERT_CARD" -> new AppMessage.InsertCard();
            case "ENTER_PIN" -> enter(Entry.PIN, root);
            case "ENTER_CAN" -> enter(Entry.CAN, root);
            case "ENTER_PUK" -> enter(Entry.PUK, root);
            case "ENTER_NEW_PIN" -> enter(Entry.NEW_PIN, root);
            case "READER" -> new AppMessage.ReaderChanged(reader(root));
            case "CHANGE_PIN" ->
                    root.has("success")
                            ? new AppMessage.PinChangeEnded(
                                    flag(root, "success"), text(root, "reason"))
                            : new AppMessage.PinChangeBegun();
            case "BAD_STATE", "INVALID", "UNKNOWN_COMMAND", "INTERNAL_ERROR", "" ->
                    new AppMessage.Misunderstood();
            default -> new AppMessage.Other();
        };
    }

    private static AppMessage auth(JsonNode root) {
        JsonNode result = root.path("result");
        return result.isObject()
                ? new AppMessage.AuthEnded(
                        text(result, "major").equals(OK),
                        text(result, "minor"),
                        text(result, "reason"),
                        optional(root, "url"))
                : new AppMessage.AuthBegun(root.has("error"));
    }

    private static AppMessage certificate(JsonNode root) {
        JsonNode description = root.path("description");
        return new AppMessage.Certificate(
                text(description, "issuerName"),
                optional(description, "issuerUrl"),
                text(description, "subjectName"),
                optional(description, "subjectUrl"),
                text(description, "termsOfUsage"),
                LocalDate.parse(text(root.path("validity"), "expirationDate")));
    }

    private static AppMessage enter(Entry entry, JsonNode root) {
        return new AppMessage.Enter(entry, root.has("error"), reader(root.path("reader")));
    }

    private static ReaderState reader(JsonNode reader) {
        JsonNode card = reader.path("card");
        return new ReaderState(
                text(reader, "name"),
                flag(reader, "attached"),
                flag(reader, "keypad"),
                card.has("retryCounter")
                        ? Optional.of(
                                new CardState(
                                        flag(card, "inoperative"),
                                        flag(card, "deactivated"),
                                        number(card, "retryCounter")))
                        : Optional.empty());
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isString() ? value.stringValue() : "";
    }

    private static Optional<String> optional(JsonNode node, String name) {
        return Optional.of(text(node, name)).filter(value -> !value.isEmpty());
    }

    private static boolean flag(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isBoolean() && value.booleanValue();
    }

    private static int number(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isInt() ? value.intValue() : -1;
    }

    private static List<Integer> numbers(JsonNode values) {
        List<Integer> numbers = new ArrayList<>();
        for (JsonNode value : values) {
            if (value.isInt()) {
                numbers.add(value.intValue());
            }
        }
        return numbers;
    }

    private static Set<String> texts(JsonNode values) {
        Set<String> texts = new HashSet<>();
        for (JsonNode value : values) {
            if (value.isString()) {
                texts.add(value.stringValue());
            }
        }
        return texts;
    }
}
