package de.koblenz.kiosk.store;

import de.koblenz.kiosk.order.OrderRequest.CopyLine;
import de.koblenz.kiosk.order.OrderRequest.LaterDocument;
import de.koblenz.kiosk.order.ReceiptContent;
import de.koblenz.kiosk.order.document.ReceiptPart;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a receipt says, as JSON for this terminal alone. Thread-safe.
final class ReceiptCodec {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CODE = "CODE";

    private ReceiptCodec() {}

    static byte[] encode(ReceiptContent content) {
        ObjectNode node = JSON.createObjectNode();
        ArrayNode parts = node.putArray("parts");
        content.parts().forEach(part -> encode(parts.addObject(), part));
        ArrayNode answers = node.putArray("answers");
        content.answers()
                .forEach(line ->
                        answers.addObject().put("label", line.label()).put("value", line.value()));
        ArrayNode later = node.putArray("later");
        content.later()
                .forEach(document ->
                        later.addObject()
                                .put("name", document.name())
                                .put("until", document.until().map(LocalDate::toString).orElse(""))
                                .put("upload", document.upload()));
        return JSON.writeValueAsBytes(node);
    }

    private static void encode(ObjectNode node, ReceiptPart part) {
        switch (part) {
            case ReceiptPart.Known known -> node.put("part", known.name());
            case ReceiptPart.Words(ReceiptPart.Style style, String text) ->
                    node.put("part", style.name()).put("text", text);
            case ReceiptPart.Code(String address, String caption) ->
                    node.put("part", CODE).put("text", address).put("caption", caption);
        }
    }

    /// @throws IOException if no terminal of this version wrote it
    static ReceiptContent decode(byte[] bytes) throws IOException {
        try {
            JsonNode node = JSON.readTree(bytes);
            List<ReceiptPart> parts = new ArrayList<>();
            node.path("parts").forEach(part -> parts.add(part(part)));
            List<CopyLine> answers = new ArrayList<>();
            node.path("answers")
                    .forEach(line ->
                            answers.add(new CopyLine(word(line, "label"), word(line, "value"))));
            List<LaterDocument> later = new ArrayList<>();
            node.path("later").forEach(document -> later.add(document(document)));
            return new ReceiptContent(parts, answers, later);
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            // Its text may quote what is personal.
            throw new IOException("no receipt: " + e.getClass().getName());
        }
    }

    private static ReceiptPart part(JsonNode node) {
        String part = word(node, "part");
        return switch (part) {
            case CODE -> new ReceiptPart.Code(word(node, "text"), word(node, "caption"));
            case "HEADING", "TITLE", "TEXT" ->
                    new ReceiptPart.Words(ReceiptPart.Style.valueOf(part), word(node, "text"));
            default -> ReceiptPart.Known.valueOf(part);
        };
    }

    private static LaterDocument document(JsonNode node) {
        String until = word(node, "until");
        return new LaterDocument(
                word(node, "name"),
                until.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(until)),
                word(node, "upload"));
    }

    private static String word(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
