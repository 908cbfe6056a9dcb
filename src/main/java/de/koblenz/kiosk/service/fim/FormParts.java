package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.FormPart.FieldPart;
import de.koblenz.kiosk.service.fim.FormPart.GroupPart;
import de.koblenz.kiosk.service.fim.ImportNote.Weight;
import de.koblenz.kiosk.service.fim.SchemaElement.Head;
import de.koblenz.kiosk.service.fim.SchemaElement.SchemaField;
import de.koblenz.kiosk.service.fim.SchemaElement.SchemaGroup;
import de.koblenz.kiosk.service.fim.SchemaElement.Value;
import de.koblenz.kiosk.service.form.CodeList;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldKind;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.form.FormDefinition;
import de.koblenz.kiosk.service.form.FormElement;
import de.koblenz.kiosk.service.form.Occurrence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes form parts of the elements of a schema; what cannot be one is noted. Not thread-safe: one form, one maker.
final class FormParts {
    /// Id of the choice among the elements of a group of which only one is asked.
    static final String CHOICE = "auswahl";

    private final FormTexts texts;
    private final ImportNotes notes;
    private final FieldTypes types;
    private final CodeChoices choices;

    FormParts(CodeLists lists, FormTexts texts, ImportNotes notes) {
        this.texts = texts;
        this.notes = notes;
        this.types = new FieldTypes(notes);
        this.choices = new CodeChoices(lists, texts, notes);
    }

    /// The parts of a level.
    ///
    /// @param around the group around; empty at the top
    List<FormPart> parts(List<SchemaElement> elements, Optional<FieldPath> around) {
        List<FormPart> parts = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (SchemaElement element : elements) {
            Head head = element.head();
            if (!FormElement.ID.matcher(head.id()).matches()) {
                note(Weight.BLOCKING, head, "is left out: its id is none", "FIM-ID");
            } else if (!ids.add(head.id())) {
                note(
                        Weight.BLOCKING,
                        head,
                        "is left out: it stands twice in its group",
                        "FIM-TWICE");
            } else {
                part(element, around).ifPresent(parts::add);
            }
        }
        return parts;
    }

    private Optional<FormPart> part(SchemaElement element, Optional<FieldPath> around) {
        Head head = element.head();
        FieldPath path =
                around.map(group -> group.child(head.id()))
                        .orElseGet(() -> FieldPath.of(head.id()));
        Optional<Occurrence> occurrence = occurrence(head, element.count());
        if (occurrence.isEmpty()) {
            return Optional.empty();
        }
        head.release()
                .filter(state ->
                        state == ReleaseState.INACTIVE || state == ReleaseState.TO_BE_DELETED)
                .ifPresent(state ->
                        note(
                                Weight.TOLD,
                                head,
                                "is asked, though its editor says: " + state.german(),
                                "FIM-RELEASE"));
        return switch (element) {
            case SchemaGroup group -> group(group, path, occurrence.get());
            case SchemaField field when occurrence.get().repeated() ->
                    repeated(field, path, occurrence.get());
            case SchemaField field ->
                    field(field, path, occurrence.get().least() > 0).map(part -> part);
        };
    }

    private Optional<Occurrence> occurrence(Head head, String count) {
        String[] parts = count.split(":", -1);
        if (parts.length == 2
                && parts[0].matches("[0-9]{1,6}")
                && parts[1].matches("[0-9]{1,6}|\\*")) {
            int least = Integer.parseInt(parts[0]);
            int most = parts[1].equals("*") ? Occurrence.UNBOUNDED : Integer.parseInt(parts[1]);
            if (most == 0 && least == 0) {
                note(Weight.TOLD, head, "is left out: it occurs never (0:0)", "FIM-COUNT");
                return Optional.empty();
            }
            if (most >= 1 && most >= least) {
                return Optional.of(new Occurrence(least, most));
            }
        }
        note(Weight.CHANGED, head, "'anzahl' says not how often; it is asked once", "FIM-COUNT");
        return Optional.of(Occurrence.ONCE);
    }

    // ---- groups

    private Optional<FormPart> group(SchemaGroup group, FieldPath path, Occurrence occurrence) {
        if (path.segments().size() + 1 > FormDefinition.MOST_DEPTH) {
            note(
                    Weight.BLOCKING,
                    group.head(),
                    "is left out: it lies too deep in other groups",
                    "FIM-DEPTH");
            return Optional.empty();
        }
        List<FormPart> parts = parts(group.elements(), Optional.of(path));
        if (parts.isEmpty()) {
            note(Weight.LOST, group.head(), "is left out: nothing in it can be asked", "FIM-EMPTY");
            return Optional.empty();
        }
        texts.group(path, group.head(), occurrence.repeated());
        List<FormPart> all = group.oneOf() && parts.size() > 1 ? oneOf(group, path, parts) : parts;
        return Optional.of(new GroupPart(path, group.head(), occurrence, all, Condition.always()));
    }

    /// Before the elements a choice among them; each is there when it is chosen, and must be answered then, whatever its own
    /// count says (each is 0:1 in published schemata, as only one is there).
    private List<FormPart> oneOf(SchemaGroup group, FieldPath path, List<FormPart> parts) {
        Head head = group.head();
        note(
                Weight.CHANGED,
                head,
                "is asked by a choice first; the answer is sent beside it as '" + CHOICE + "'",
                "FIM-ONE-OF");
        FieldPath at = path.child(CHOICE);
        List<Value> values =
                parts.stream()
                        .map(part -> new Value(part.path().id(), part.head().words(), ""))
                        .toList();
        CodeList codes = choices.list(head.id() + "_" + CHOICE, values);
        texts.element(at, head);
        List<FormPart> all = new ArrayList<>();
        all.add(
                new FieldPart(
                        at,
                        head.withoutRules(),
                        Field.of(CHOICE, new FieldType.Choice(codes)),
                        values));
        for (FormPart part : parts) {
            Condition chosen = new Condition.Equals(at, part.path().id());
            all.add(
                    switch (part) {
                        case FieldPart(FieldPath where, Head of, Field field, List<Value> its) ->
                                new FieldPart(
                                        where,
                                        of,
                                        field.visibleIf(chosen)
                                                .requiredIf(
                                                        field.kind().answered()
                                                                ? Condition.always()
                                                                : field.required()),
                                        its);
                        case GroupPart(
                                        FieldPath where,
                                        Head of,
                                        Occurrence often,
                                        List<FormPart> inside,
                                        Condition _) ->
                                new GroupPart(
                                        where,
                                        of,
                                        new Occurrence(Math.max(1, often.least()), often.most()),
                                        inside,
                                        chosen);
                    });
        }
        return all;
    }

    /// A repeated field is asked as a repeated group with one question.
    private Optional<FormPart> repeated(SchemaField field, FieldPath path, Occurrence occurrence) {
        FieldPath inside = path.child(field.head().id());
        Optional<FieldPart> part = field(field, inside, true);
        if (part.isEmpty()) {
            return Optional.empty();
        }
        note(
                Weight.CHANGED,
                field.head(),
                "is repeated: it is asked and sent as a group of that id with this one field",
                "FIM-REPEATED");
        texts.element(path, field.head());
        return Optional.of(
                new GroupPart(
                        path,
                        field.head().withoutRules(),
                        occurrence,
                        List.of(part.get()),
                        Condition.always()));
    }

    // ---- fields

    private Optional<FieldPart> field(SchemaField field, FieldPath path, boolean required) {
        Head head = field.head();
        Optional<FieldKind> kind = kind(field);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        if (kind.get() == FieldKind.LABEL) {
            texts.label(path, head, field.content());
            Field label =
                    new Field(
                            head.id(),
                            FieldKind.LABEL,
                            new FieldType.Flag(),
                            Condition.always(),
                            Condition.never(),
                            "",
                            "");
            return Optional.of(new FieldPart(path, head, label, List.of()));
        }
        List<Value> values = List.of();
        Optional<FieldType> type;
        boolean listed = !field.values().isEmpty() || field.list().isPresent();
        if (kind.get() == FieldKind.SELECT || (!kind.get().answered() && listed)) {
            values = choices.values(field, required);
            type = choices.type(field, values);
            types.unused(field, Set.of());
        } else {
            type = types.of(field);
            if (listed) {
                note(
                        Weight.LOST,
                        head,
                        "has a list of values though it is typed ('feldart' input): the list is not used",
                        "FIM-LIST");
            }
            if (type.isEmpty()) {
                note(
                        required && kind.get().answered() ? Weight.BLOCKING : Weight.LOST,
                        head,
                        "is left out: the terminal cannot ask for a value of the kind '"
                                + field.type()
                                + "'",
                        "FIM-TYPE");
            }
        }
        if (type.isEmpty()) {
            return Optional.empty();
        }
        texts.element(path, head);
        if (type.get() instanceof FieldType.Attachment) {
            note(
                    Weight.CHANGED,
                    head,
                    "the terminal takes in no documents: the citizen promises to hand it in later",
                    "FIM-ATTACHMENT");
        }
        String content = content(field, type.get());
        unfilled(field, kind.get(), content);
        return Optional.of(
                new FieldPart(
                        path,
                        head,
                        new Field(
                                head.id(),
                                kind.get(),
                                type.get(),
                                Condition.always(),
                                required ? Condition.always() : Condition.never(),
                                "",
                                content),
                        values));
    }

    private Optional<FieldKind> kind(SchemaField field) {
        return switch (field.art()) {
            case "input" -> Optional.of(FieldKind.INPUT);
            case "select" -> Optional.of(FieldKind.SELECT);
            case "label" -> Optional.of(FieldKind.LABEL);
            case "locked" -> Optional.of(FieldKind.LOCKED);
            case "hidden" -> Optional.of(FieldKind.HIDDEN);
            default -> {
                note(
                        Weight.BLOCKING,
                        field.head(),
                        "is left out: its 'feldart' is not known",
                        "FIM-ART");
                yield Optional.empty();
            }
        };
    }

    /// What the field has from the start, canonical.
    private String content(SchemaField field, FieldType type) {
        if (field.content().isEmpty()) {
            return "";
        }
        Optional<String> canonical = Contents.canonical(type, field.content());
        if (canonical.isEmpty()) {
            note(
                    Weight.LOST,
                    field.head(),
                    "what it holds from the start is no value of it and is not used",
                    "FIM-CONTENT");
        }
        return canonical.orElse("");
    }

    /// What nobody fills in; of harmonised fields [CardHolder] says it.
    private void unfilled(SchemaField field, FieldKind kind, String content) {
        Head head = field.head();
        if (HarmonisedId.datum(head.id()).isPresent()) {
            return;
        }
        if (field.prefill().equals("verpflichtend")) {
            note(
                    Weight.CHANGED,
                    head,
                    "should be filled in beforehand, but nothing is known here: it is asked",
                    "FIM-PREFILL");
        }
        if (!kind.answered() && content.isEmpty()) {
            note(
                    Weight.LOST,
                    head,
                    "cannot be answered by the citizen and has no value: it stays empty",
                    "FIM-EMPTY");
        }
    }

    private void note(Weight weight, Head head, String message, String code) {
        notes.add(weight, head.id(), head.place(), message, code);
    }

    /// The parts by path, in the order of the form.
    static void collect(List<FormPart> parts, Map<FieldPath, FormPart> into) {
        for (FormPart part : parts) {
            into.put(part.path(), part);
            if (part instanceof GroupPart group) {
                collect(group.parts(), into);
            }
        }
    }
}
