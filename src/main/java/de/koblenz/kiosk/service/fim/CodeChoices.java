package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.ImportNote.Weight;
import de.koblenz.kiosk.service.fim.SchemaElement.SchemaField;
import de.koblenz.kiosk.service.fim.SchemaElement.Value;
import de.koblenz.kiosk.service.form.CodeList;
import de.koblenz.kiosk.service.form.FieldType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Code lists of select fields: inline values, or a genericode file of the package. Lists with the same values are one.
final class CodeChoices {
    private final CodeLists lists;
    private final FormTexts texts;
    private final ImportNotes notes;
    private final Map<List<Value>, CodeList> made = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    CodeChoices(CodeLists lists, FormTexts texts, ImportNotes notes) {
        this.lists = lists;
        this.texts = texts;
        this.notes = notes;
    }

    /// The values among which is chosen; empty, and noted, where there are none.
    ///
    /// @param required whether the authority needs the answer
    List<Value> values(SchemaField field, boolean required) {
        Weight weight = required ? Weight.BLOCKING : Weight.LOST;
        if (!field.values().isEmpty()) {
            return distinct(field, field.values());
        }
        if (field.list().isEmpty()) {
            note(
                    weight,
                    field,
                    "is left out: a choice without values and without a code list",
                    "FIM-LIST");
            return List.of();
        }
        List<CodeListFile> found = lists.find(field.list().get());
        if (found.size() != 1) {
            note(
                    weight,
                    field,
                    "is left out: the code list "
                            + field.list().get()
                            + (found.isEmpty()
                                    ? " does not lie in the package"
                                    : " lies in the package in several versions"),
                    "FIM-LIST");
            return List.of();
        }
        CodeListFile list = found.getFirst();
        for (String column : List.of(field.codeColumn(), field.nameColumn())) {
            if (!list.has(column)) {
                note(
                        column.equals(field.codeColumn()) ? weight : Weight.CHANGED,
                        field,
                        "the code list "
                                + field.list().get()
                                + " has no column '"
                                + column
                                + (column.equals(field.codeColumn())
                                        ? "', so that it has no codes"
                                        : "': the usual one is shown"),
                        "FIM-LIST");
            }
        }
        List<Value> values =
                distinct(
                        field,
                        list.values(
                                field.codeColumn(),
                                list.has(field.nameColumn()) ? field.nameColumn() : ""));
        if (values.isEmpty()) {
            note(
                    weight,
                    field,
                    "is left out: the code list " + field.list().get() + " has no values",
                    "FIM-LIST");
        }
        return values;
    }

    private List<Value> distinct(SchemaField field, List<Value> values) {
        Set<String> seen = new HashSet<>();
        List<Value> distinct = new ArrayList<>();
        for (Value value : values) {
            if (!value.code().isEmpty() && seen.add(value.code())) {
                distinct.add(value);
            }
        }
        if (distinct.stream().anyMatch(value -> !value.help().isEmpty())) {
            note(
                    Weight.LOST,
                    field,
                    "its values have words of help ('hilfe'), which are not shown",
                    "FIM-VALUES");
        }
        if (distinct.size() < values.size()) {
            note(
                    Weight.LOST,
                    field,
                    (values.size() - distinct.size())
                            + " values are left out: without a code, or with one that stands twice",
                    "FIM-VALUES");
        }
        return distinct;
    }

    /// The type of a choice among values; empty where there are none.
    Optional<FieldType> type(SchemaField field, List<Value> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        String name =
                field.values().isEmpty()
                        ? field.list().map(Object::toString).orElse("")
                        : field.head().id();
        return Optional.of(new FieldType.Choice(list(name, values)));
    }

    /// The list of these values, with their wording in the texts.
    CodeList list(String name, List<Value> values) {
        CodeList known = made.get(values);
        if (known != null) {
            return known;
        }
        String plain = name.replaceAll("[^A-Za-z0-9_-]", "-");
        String unique = plain;
        for (int i = 2; !names.add(unique); i++) {
            unique = plain + "-" + i;
        }
        List<CodeList.Code> codes = new ArrayList<>();
        for (Value value : values) {
            String key = "list." + unique + "." + value.code();
            texts.put(key, PlainWords.of(value.name()));
            codes.add(new CodeList.Code(value.code(), key));
        }
        CodeList list = new CodeList(name, codes);
        made.put(values, list);
        return list;
    }

    private void note(Weight weight, SchemaField field, String message, String code) {
        notes.add(weight, field.head().id(), field.head().place(), message, code);
    }
}
