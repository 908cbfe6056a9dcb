package de.koblenz.kiosk.service.fim.pack;

import de.koblenz.kiosk.config.ConfigNode;
import de.koblenz.kiosk.service.form.CheckResult;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldCheck;
import de.koblenz.kiosk.service.form.FieldInput;
import de.koblenz.kiosk.service.form.FieldKind;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.journey.CardDatum;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads `prefill:` of an overlay.
final class Prefills {
    private static final List<String> SOURCES =
            Arrays.stream(CardDatum.values()).map(CardDatum::source).toList();

    private Prefills() {}

    /// How a field with a value of its own meets the citizen.
    private enum Kind {
        SHOWN,
        LOCKED,
        HIDDEN
    }

    static void read(ConfigNode node, FormNames names, FormChanges changes) {
        node.entries()
                .forEach((name, value) -> {
                    Optional<FieldPath> path = names.field(name, node.key(name));
                    if (value.isMapping()) {
                        content(value, path, names, changes);
                    } else {
                        source(value, path, names, changes);
                    }
                });
    }

    private static void source(
            ConfigNode node, Optional<FieldPath> path, FormNames names, FormChanges changes) {
        if (node.text().equals("none")) {
            path.ifPresent(at -> changes.change(at, field -> field.prefilledBy("")));
        } else if (!SOURCES.contains(node.text())) {
            node.report(
                    "expected none, {value: …}, or what the card says"
                            + ConfigNode.suggestion(node.text(), SOURCES),
                    "PKG-PREFILL");
        } else if (path.isPresent()) {
            if (!names.form().repeatedAbove(path.get()).isEmpty()) {
                node.report("fields of a repeated group are not filled in", "PKG-PREFILL");
            }
            changes.change(path.get(), field -> field.prefilledBy(node.text()));
        }
    }

    private static void content(
            ConfigNode node, Optional<FieldPath> path, FormNames names, FormChanges changes) {
        ConfigNode valueNode = node.at("value");
        String value = valueNode.text();
        Kind kind = node.find("kind").map(it -> it.oneOf(Kind.class)).orElse(Kind.SHOWN);
        node.noOthers();
        if (path.isEmpty() || !valueNode.present()) {
            return;
        }
        if (names.all().get(path.get()) instanceof Field field
                && (field.type() instanceof FieldType.Attachment
                        || !canonical(field.type(), value))) {
            // Nobody but the citizen promises to hand in a document.
            valueNode.report("'" + value + "' is no value of this field", "PKG-PREFILL");
            return;
        }
        changes.change(
                path.get(),
                field -> {
                    Field filled = field.containing(value).prefilledBy("");
                    return switch (kind) {
                        case SHOWN -> filled;
                        case LOCKED -> filled.as(FieldKind.LOCKED);
                        case HIDDEN -> filled.as(FieldKind.HIDDEN);
                    };
                });
    }

    /// Whether a value is written as the form keeps it.
    private static boolean canonical(FieldType type, String value) {
        try {
            String typed = FieldInput.raw(type, value);
            return FieldCheck.check(type, false, typed, LocalDate.EPOCH)
                            instanceof CheckResult.Accepted(String canonical)
                    && canonical.equals(value)
                    && !value.isEmpty();
        } catch (DateTimeException | NumberFormatException _) {
            return false;
        }
    }
}
