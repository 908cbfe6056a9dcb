package de.koblenz.kiosk.service.fim.pack;

import de.koblenz.kiosk.config.ConfigNode;
import de.koblenz.kiosk.service.fim.pack.HandIn.Document;
import de.koblenz.kiosk.service.fim.pack.HandIn.Way;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import java.net.URI;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads `attachments:` of an overlay.
final class HandInReader {
    private static final Document USUAL = new Document(List.of(Way.LATER), Period.ofDays(14));
    private static final String PERIOD = "[1-9][0-9]{0,2} (?:day|week)s?";

    private HandInReader() {}

    /// How each document of a form is handed in.
    ///
    /// @param node empty where the overlay says nothing
    static HandIn read(Optional<ConfigNode> node, FormNames names) {
        Optional<URI> upload = node.flatMap(it -> it.find("upload")).flatMap(HandInReader::upload);
        Document usual = node.map(it -> document(it, USUAL, upload)).orElse(USUAL);
        Map<FieldPath, Document> single = new HashMap<>();
        node.flatMap(it -> it.find("fields"))
                .ifPresent(fields ->
                        fields.entries()
                                .forEach((name, of) ->
                                        single(fields.key(name), name, of, names)
                                                .ifPresent(path ->
                                                        single.put(
                                                                path,
                                                                document(of, usual, upload)))));
        node.ifPresent(ConfigNode::noOthers);
        Map<FieldPath, Document> documents = new LinkedHashMap<>();
        names.all()
                .forEach((path, element) -> {
                    if (element instanceof Field field
                            && field.type() instanceof FieldType.Attachment) {
                        documents.put(path, single.getOrDefault(path, usual));
                    }
                });
        return documents.isEmpty()
                ? HandIn.NONE
                : new HandIn(upload.map(URI::toString).orElse(""), documents);
    }

    private static Optional<FieldPath> single(
            ConfigNode key, String name, ConfigNode node, FormNames names) {
        Optional<FieldPath> path = names.field(name, key);
        if (path.isPresent()
                && names.all().get(path.get()) instanceof Field field
                && !(field.type() instanceof FieldType.Attachment)) {
            key.report("'" + path.get() + "' is no document", "PKG-ATTACHMENT");
            path = Optional.empty();
        }
        node.find("by");
        node.find("within");
        node.noOthers();
        return path;
    }

    private static Optional<URI> upload(ConfigNode node) {
        Optional<URI> address = Forwarding.address(node.text());
        if (address.isEmpty()) {
            node.report(
                    "'" + node.text() + "' is not an address beginning with https://",
                    "PKG-ATTACHMENT");
        }
        return address;
    }

    private static Document document(ConfigNode node, Document usual, Optional<URI> upload) {
        List<Way> ways = new ArrayList<>();
        Optional<ConfigNode> by = node.find("by");
        for (ConfigNode item : by.map(ConfigNode::items).orElse(List.of())) {
            Way way = item.oneOf(Way.class);
            switch (way) {
                case LATER, SCAN -> ways.add(way);
                case PHONE -> {
                    if (upload.isEmpty()) {
                        item.report(
                                "for the telephone 'upload' has to name a page of the authority",
                                "PKG-ATTACHMENT");
                    }
                    ways.add(way);
                }
            }
        }
        by.filter(list -> list.isList() && ways.isEmpty())
                .ifPresent(list ->
                        list.report(
                                "a document needs a way: scan, later or phone", "PKG-ATTACHMENT"));
        // A terminal may have no scanner, or a broken one.
        by.filter(_ -> !ways.isEmpty() && ways.stream().allMatch(Way.SCAN::equals))
                .ifPresent(list ->
                        list.report(
                                "a scanner may be missing or out of order: offer later or phone, too",
                                "PKG-ATTACHMENT"));
        Period within = node.find("within").map(HandInReader::period).orElse(usual.within());
        return new Document(ways.isEmpty() ? usual.ways() : ways, within);
    }

    /// Days or weeks.
    static Period period(ConfigNode node) {
        String text = node.text(PERIOD, "a time such as 14 days or 4 weeks");
        if (!text.matches(PERIOD)) {
            return Period.ofDays(14);
        }
        int count = Integer.parseInt(text.substring(0, text.indexOf(' ')));
        return text.contains("week") ? Period.ofWeeks(count) : Period.ofDays(count);
    }
}
