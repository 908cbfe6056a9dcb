package de.koblenz.kiosk.service.fim.pack;

import de.koblenz.kiosk.config.ConfigNode;
import de.koblenz.kiosk.service.fim.FimForm;
import de.koblenz.kiosk.service.fim.ImportNote;
import de.koblenz.kiosk.service.fim.ImportNote.Weight;
import de.koblenz.kiosk.service.form.CheckResult;
import de.koblenz.kiosk.service.form.CodeList;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldCheck;
import de.koblenz.kiosk.service.form.FieldKind;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads `consent:` of an overlay: declarations that citizens agree to by a touch of their own, and by nothing else. Not
/// thread-safe: one reading.
final class ConsentReader {
    private static final String CODE = "PKG-CONSENT";
    private static final String EXAMPLE_TIME =
            Consent.moment(ZonedDateTime.of(2026, 6, 6, 9, 5, 0, 0, ZoneOffset.ofHours(2)));
    private static final String EXAMPLE_HASH = "0".repeat(64);

    private final FormNames names;
    private final FormChanges changes;
    private final List<ImportNote> notes = new ArrayList<>();

    ConsentReader(FormNames names, FormChanges changes) {
        this.names = names;
        this.changes = changes;
    }

    /// The consents by field, in the order of the overlay.
    ///
    /// @param prefill of the same overlay
    Map<FieldPath, Consent> read(ConfigNode node, Optional<ConfigNode> prefill) {
        Set<FieldPath> filled = new LinkedHashSet<>();
        prefill.ifPresent(
                it -> it.entries().forEach((name, _) -> names.find(name).ifPresent(filled::add)));
        Map<FieldPath, Consent> consents = new LinkedHashMap<>();
        node.entries()
                .forEach((name, value) -> {
                    Optional<FieldPath> path =
                            names.field(name, node.key(name))
                                    .filter(at -> declares(at, node.key(name), filled));
                    Consent consent =
                            new Consent(place(value, "time", true), place(value, "wording", false));
                    value.noOthers();
                    path.ifPresent(at -> {
                        consents.put(at, consent);
                        agreed(at, node.key(name), consent);
                    });
                });
        return consents;
    }

    private boolean declares(FieldPath path, ConfigNode key, Set<FieldPath> filled) {
        if (!(names.all().get(path) instanceof Field field)) {
            return false;
        }
        String wrong = "";
        if (!single(field.type())) {
            wrong = "is neither yes or no nor a choice with one answer";
        } else if (field.kind() != FieldKind.INPUT && field.kind() != FieldKind.SELECT) {
            wrong = "is not answered by citizens";
        } else if (!names.form().repeatedAbove(path).isEmpty()) {
            wrong = "stands in a repeated group";
        } else if (filled.contains(path)) {
            wrong = "is filled in (prefill): nobody agrees but the citizen";
        }
        if (!wrong.isEmpty()) {
            key.report("'" + path + "' " + wrong, CODE);
        }
        return wrong.isEmpty();
    }

    private static boolean single(FieldType type) {
        return type instanceof FieldType.Flag
                || (type instanceof FieldType.Choice(CodeList codes) && codes.codes().size() == 1);
    }

    private Optional<FieldPath> place(ConfigNode node, String key, boolean time) {
        Optional<ConfigNode> named = node.find(key);
        Optional<FieldPath> path = named.flatMap(it -> names.field(it.text(), it));
        if (path.isEmpty()) {
            return Optional.empty();
        }
        boolean fits =
                names.all().get(path.get()) instanceof Field field
                        && names.form().repeatedAbove(path.get()).isEmpty()
                        && takes(field.type(), time);
        if (!fits) {
            named.get()
                    .report(
                            "'"
                                    + path.get()
                                    + (time
                                            ? "' must be a date, or a text with room for date and time"
                                            : "' must be a text with room for 64 characters"),
                            CODE);
            return Optional.empty();
        }
        changes.change(
                path.get(),
                field -> field.as(FieldKind.HIDDEN).optional().prefilledBy("").containing(""));
        return path;
    }

    private static boolean takes(FieldType type, boolean time) {
        if (type instanceof FieldType.DateValue) {
            return time;
        }
        String example = time ? EXAMPLE_TIME : EXAMPLE_HASH;
        return type instanceof FieldType.Text
                && FieldCheck.check(type, false, example, LocalDate.EPOCH)
                        .equals(new CheckResult.Accepted(example));
    }

    private void agreed(FieldPath path, ConfigNode key, Consent consent) {
        if (names.all().get(path) instanceof Field field && !field.content().isEmpty()) {
            tell(
                    Weight.CHANGED,
                    path,
                    key,
                    "the schema has an answer from the start: citizens begin without one");
        }
        if (consent.time().isEmpty() && consent.wording().isEmpty()) {
            tell(
                    Weight.TOLD,
                    path,
                    key,
                    "the schema has no place for time and wording: the answer alone is sent");
        }
        changes.change(
                path,
                field -> {
                    Field empty = field.prefilledBy("").containing("");
                    return field.type() instanceof FieldType.Flag
                            ? empty.typed(new FieldType.Consent())
                            : empty;
                });
    }

    private void tell(Weight weight, FieldPath path, ConfigNode key, String message) {
        notes.add(
                new ImportNote(
                        weight, path.id(), key.place().problem(path + ": " + message, CODE)));
    }

    List<ImportNote> notes() {
        return List.copyOf(notes);
    }

    /// The words of the schema with what a declaration says as its answer, where only its help text does. A choice with one
    /// answer has words of its own on its button: there the help text stays beside the question.
    ///
    /// @param imported with its fields as the schema has them
    static Map<String, String> words(FimForm imported, Set<FieldPath> consents) {
        Map<String, String> words = new LinkedHashMap<>(imported.texts());
        for (FieldPath path : consents) {
            if (imported.form()
                    .field(path)
                    .filter(field -> field.type() instanceof FieldType.Flag)
                    .isEmpty()) {
                continue;
            }
            String answer = path.textKey() + ".option.true";
            String help = words.get(path.textKey() + ".hint");
            if (help != null && words.putIfAbsent(answer, help) == null) {
                words.remove(path.textKey() + ".hint");
            }
        }
        return words;
    }
}
