package de.koblenz.kiosk.service.journey;

import de.koblenz.kiosk.config.ConfigNode;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.ConditionText;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldGroup;
import de.koblenz.kiosk.service.form.FieldKind;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.form.FormDefinition;
import de.koblenz.kiosk.service.form.FormElement;
import de.koblenz.kiosk.service.form.FormRule;
import de.koblenz.kiosk.service.form.Occurrence;
import de.koblenz.kiosk.service.journey.FormCheck.ConditionUse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads `form:` and `rules:` of a service. Mistakes are reported at their place; with mistakes, what comes out is not
/// to be used.
///
/// Not thread-safe: one reading, one thread.
final class FormReader {
    /// Sources of values that come from elsewhere ([Field#prefill()]).
    private static final Set<String> SOURCES = sources();

    /// In the place of a type that is none, so that nothing else is said about it.
    private static final FieldType UNKNOWN = FieldType.Text.of(FieldType.Letters.TEXT, 100);

    private static final String ID = FormElement.ID.pattern();
    private static final String ID_WORDS = "an id of letters, digits, _ and - (a letter first)";

    private final List<ConditionUse> uses = new ArrayList<>();

    /// Kinds of fields that are written as such; the others follow from the type.
    private enum WrittenKind {
        LOCKED,
        HIDDEN
    }

    FormDefinition read(String id, ConfigNode root) {
        List<FormElement> elements =
                root.find("form")
                        .map(node -> elements(node, Optional.empty(), 1))
                        .orElse(List.of());
        List<FormRule> rules = root.find("rules").map(this::rules).orElse(List.of());
        FormDefinition form = new FormDefinition(id, elements, rules);
        new FormCheck(form).check(uses);
        return form;
    }

    private List<FormElement> elements(ConfigNode list, Optional<FieldPath> group, int depth) {
        List<FormElement> elements = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        if (depth > FormDefinition.MOST_DEPTH) {
            list.report("groups lie too deep in each other", "JRN-DEPTH");
            return elements;
        }
        for (ConfigNode item : list.items()) {
            ConfigNode idNode = item.at("id");
            String id = idNode.text(ID, ID_WORDS);
            if (!ids.add(id)) {
                idNode.report("the id '" + id + "' stands twice", "JRN-ID-TWICE");
                continue;
            }
            // What has no id is read for its mistakes, but is not part of the form.
            boolean named = id.matches(ID);
            String safe = named ? id : "unreadable";
            FieldPath path =
                    group.map(around -> around.child(safe)).orElseGet(() -> FieldPath.of(safe));
            FormElement element = element(safe, path, item, depth);
            if (named) {
                elements.add(element);
            }
            item.noOthers();
        }
        return elements;
    }

    private FormElement element(String id, FieldPath path, ConfigNode item, int depth) {
        ConfigNode typeNode = item.at("type");
        String type = typeNode.text();
        Condition visible =
                item.find("visible").map(node -> use(path, true, node)).orElse(Condition.always());
        if (type.equals("group")) {
            Occurrence occurrence =
                    item.find("occurs").map(FormReader::occurrence).orElse(Occurrence.ONCE);
            ConfigNode children = item.at("elements");
            List<FormElement> elements = elements(children, Optional.of(path), depth + 1);
            if (elements.isEmpty()) {
                if (children.present()) {
                    children.report("the group has no elements", "JRN-GROUP-EMPTY");
                }
                return label(id);
            }
            return new FieldGroup(id, occurrence, elements, visible);
        }
        if (type.equals("label")) {
            return label(id).visibleIf(visible);
        }
        Optional<FieldType> known = FieldTypeReader.read(type, id, item);
        if (known.isEmpty() && typeNode.present()) {
            List<String> names = new ArrayList<>(FieldTypeReader.names());
            names.addAll(List.of("group", "label"));
            typeNode.report(
                    "there is no type '"
                            + type
                            + "'"
                            + ConfigNode.suggestion(type, names)
                            + " (types: "
                            + String.join(", ", names)
                            + ")",
                    "JRN-TYPE");
        }
        if (known.isEmpty()) {
            // What else stands there cannot be judged without the type.
            item.entries();
        }
        return field(id, path, item, known.orElse(UNKNOWN), visible);
    }

    private Field field(
            String id, FieldPath path, ConfigNode item, FieldType type, Condition visible) {
        Condition required =
                item.find("required")
                        .map(node -> use(path, false, node))
                        .orElse(Condition.always());
        Field field = Field.of(id, type).visibleIf(visible).requiredIf(required);
        Optional<WrittenKind> kind = item.find("kind").map(node -> node.oneOf(WrittenKind.class));
        if (kind.isPresent()) {
            field =
                    field.as(
                            switch (kind.get()) {
                                case LOCKED -> FieldKind.LOCKED;
                                case HIDDEN -> FieldKind.HIDDEN;
                            });
        }
        String harmonised = CardDatum.byHarmonisedId(id).map(CardDatum::source).orElse("");
        return field.prefilledBy(item.find("prefill").map(FormReader::source).orElse(harmonised))
                .containing(item.find("content").map(node -> content(type, node)).orElse(""));
    }

    private static Set<String> sources() {
        Set<String> sources = new HashSet<>();
        sources.add(Journey.VENUE_ASKS_CONTACT);
        for (CardDatum datum : CardDatum.values()) {
            sources.add(datum.source());
        }
        return sources;
    }

    private static Field label(String id) {
        return Field.of(id, new FieldType.Flag()).as(FieldKind.LABEL);
    }

    private static String source(ConfigNode node) {
        if (!SOURCES.contains(node.text())) {
            node.report(
                    "nothing is known as '"
                            + node.text()
                            + "'"
                            + ConfigNode.suggestion(node.text(), SOURCES),
                    "JRN-PREFILL");
        }
        return node.text();
    }

    private static String content(FieldType type, ConfigNode node) {
        boolean fits =
                switch (type) {
                    case FieldType.Choice(var codes) -> codes.has(node.text());
                    case FieldType.Flag(), FieldType.Consent() -> node.text().matches("true|false");
                    case FieldType.Text _ -> true;
                    case FieldType.Attachment _ -> FieldType.Attachment.WAYS.contains(node.text());
                    case FieldType.TimeValue() ->
                            node.text().matches("([01][0-9]|2[0-3]):[0-5][0-9]");
                    case FieldType.WholeNumber _ -> node.text().matches("-?[0-9]{1,18}");
                    case FieldType.Decimal _ ->
                            node.text().matches("-?[0-9]{1,15}(\\.[0-9]{1,9})?");
                    case FieldType.Money _ -> node.text().matches("-?[0-9]{1,15}\\.[0-9]{2}");
                    case FieldType.DateValue _ ->
                            node.text().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                                    && ConditionText.bound(node.text()).isPresent();
                };
        if (!fits) {
            node.report("'" + node.text() + "' is no value of this field", "JRN-CONTENT");
        }
        return fits ? node.text() : "";
    }

    private static Occurrence occurrence(ConfigNode node) {
        String[] parts = node.text().split("\\.\\.", -1);
        if (parts.length == 2
                && parts[0].matches("[0-9]{1,3}")
                && parts[1].matches("[0-9]{1,3}|\\*")) {
            int least = Integer.parseInt(parts[0]);
            int most = parts[1].equals("*") ? Occurrence.UNBOUNDED : Integer.parseInt(parts[1]);
            if (most >= 1 && most >= least) {
                return new Occurrence(least, most);
            }
        }
        node.report("'" + node.text() + "' is not how often, such as 0..3 or 1..*", "JRN-OCCURS");
        return Occurrence.ONCE;
    }

    private List<FormRule> rules(ConfigNode list) {
        List<FormRule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (ConfigNode item : list.items()) {
            ConfigNode idNode = item.at("id");
            String id = idNode.text(ID, ID_WORDS);
            ConfigNode atNode = item.at("at");
            Optional<FieldPath> at = path(atNode);
            ConfigNode mustNode = item.at("must");
            if (!ids.add(id)) {
                idNode.report("the rule '" + id + "' stands twice", "JRN-ID-TWICE");
            } else if (at.isPresent()) {
                // The field at which a rule stands must exist; asking it for being empty says so.
                uses.add(new ConditionUse(at.get(), new Condition.Empty(at.get()), false, atNode));
                Condition must = use(at.get(), false, mustNode);
                if (id.matches(ID)) {
                    rules.add(new FormRule(id, at.get(), must));
                }
            }
            item.noOthers();
        }
        return rules;
    }

    /// The path that a node writes; reported where it is none.
    static Optional<FieldPath> path(ConfigNode node) {
        try {
            if (node.present()) {
                return Optional.of(FieldPath.parse(node.text()));
            }
        } catch (IllegalArgumentException _) {
            node.report("'" + node.text() + "' is no path such as vehicle.length", "JRN-PATH");
        }
        return Optional.empty();
    }

    private Condition use(FieldPath at, boolean visibility, ConfigNode node) {
        if (!node.present()) {
            return Condition.always();
        }
        Optional<Condition> condition = FormCheck.condition(node);
        condition.ifPresent(read -> uses.add(new ConditionUse(at, read, visibility, node)));
        return condition.orElse(Condition.always());
    }
}
