package de.koblenz.kiosk.service.fim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FormData;
import de.koblenz.kiosk.service.form.FormError;
import de.koblenz.kiosk.service.form.FormView;
import de.koblenz.kiosk.service.form.Questionnaire;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rule sentences written by somebody who had seen neither grammar nor code, each imported in a schema of its own with all
/// fields and judged by what the form then does with example answers (format: `corpus-format.md`). The share that is
/// enforced is printed by kind.
class RuleExamplesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    /// What the forms of one set of sentences hold.
    private Map<String, Part> parts = Map.of();

    private record Part(String id, String name, String type, String codes, String parent) {}

    private static Map<String, Part> parts(String file) {
        Map<String, Part> parts = new LinkedHashMap<>();
        for (List<String> row : rows(file)) {
            parts.put(
                    row.get(0),
                    new Part(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4)));
        }
        return parts;
    }

    private static List<List<String>> rows(String file) {
        try {
            return Files.readAllLines(SchemaFixtures.FOLDER.resolve("rules").resolve(file)).stream()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "examples-fields.tsv, examples-learned.tsv, 97",
        "examples-fields.tsv, examples-blind.tsv, 80",
        "trades-fields.tsv, trades-learned.tsv, 98",
        "civic-fields.tsv, civic-learned.tsv, 97",
        "markets-fields.tsv, markets-learned.tsv, 99",
        "permits-fields.tsv, permits-blind.tsv, 88",
        "traffic-fields.tsv, traffic-blind.tsv, 85",
        "family-fields.tsv, family-blind.tsv, 85",
        "heritage-fields.tsv, heritage-learned.tsv, 97",
        "benefits-fields.tsv, benefits-learned.tsv, 99",
        "nature-fields.tsv, nature-learned.tsv, 99"
    })
    void whatIsEnforcedDoesWhatTheSentenceSays(String fields, String file, int percent) {
        parts = parts(fields);
        Map<String, int[]> shares = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        for (List<String> row : rows(file)) {
            String sentence = row.get(1).replace("\\n", "\n");
            boolean regular = row.get(3).equals("enforce");
            FimForm form = form(sentence, row);
            RuleOutcome outcome = form.rules().getFirst();
            boolean enforced = outcome.kind() == RuleOutcome.Kind.ENFORCED;
            String about = row.get(0) + ": " + row.get(1) + " → " + outcome.reason();
            if (enforced) {
                String fault = regular ? fault(form, row) : "not to be enforced";
                if (!fault.isEmpty()) {
                    wrong.add(about + " → " + fault);
                    continue;
                }
            } else if (regular) {
                missed.add(about);
            }
            if (regular) {
                int[] share = shares.computeIfAbsent(row.get(2), _ -> new int[2]);
                share[0] += enforced ? 1 : 0;
                share[1]++;
            }
        }
        int right = shares.values().stream().mapToInt(share -> share[0]).sum();
        int regular = shares.values().stream().mapToInt(share -> share[1]).sum();
        shares.forEach((kind, share) ->
                System.out.printf("%-12s %3d of %3d enforced%n", kind, share[0], share[1]));
        System.out.printf(
                "%s: %d of %d regular sentences enforced (%.1f %%), %d wrongly%n",
                file, right, regular, 100.0 * right / regular, wrong.size());
        // Whoever works on the grammar must not see what the blind half misses.
        boolean blind = file.contains("blind");
        if (Boolean.getBoolean("corpus.show") && !blind) {
            missed.forEach(System.out::println);
            wrong.forEach(line -> System.out.println("WRONG " + line));
        }
        assertEquals(0, wrong.size(), () -> blind ? "wrongly enforced" : wrong.toString());
        assertTrue(right * 100 >= percent * regular, () -> blind ? "share" : missed.toString());
    }

    /// What of the examples does not come true; empty if all do.
    private String fault(FimForm form, List<String> row) {
        FimForm without = form("Hinweis.", row);
        Set<String> hideable = new HashSet<>();
        for (String example : row.get(4).split(" \\| ")) {
            String outcome = example.substring(example.indexOf("->") + 2).strip();
            if (outcome.startsWith("hidden:")) {
                hideable.addAll(List.of(outcome.substring(7).split("[,/]")));
            }
        }
        for (String example : row.get(4).split(" \\| ")) {
            String outcome = example.substring(example.indexOf("->") + 2).strip();
            FormData data = data(example.substring(0, example.indexOf("->")));
            FormView view = view(form, data);
            Set<String> errors = ids(view.errors());
            errors.removeAll(ids(view(without, data).errors()));
            boolean holds =
                    switch (outcome.replaceAll(":.*", "")) {
                        case "ok" ->
                                errors.isEmpty()
                                        && hideable.stream().allMatch(id -> view.visible(path(id)));
                        case "hidden" ->
                                List.of(outcome.substring(7).split(",")).stream()
                                        .noneMatch(id -> view.visible(path(id)));
                        case "required" -> all(outcome.substring(9), errors, view, false);
                        // What the form refuses without the rule, too (a 32nd day), is refused.
                        case "refused" -> all(outcome.substring(8), ids(view.errors()), view, true);
                        default -> throw new AssertionError(outcome);
                    };
            if (!holds) {
                return example + " but errors at " + errors;
            }
        }
        return "";
    }

    /// Names parted by a comma are all meant, those parted by a stroke are one error at any of them.
    private boolean all(String names, Set<String> errors, FormView view, boolean orGone) {
        for (String name : names.split(",")) {
            boolean found = false;
            for (String id : name.split("/")) {
                FieldPath path = path(id);
                found |=
                        errors.stream().anyMatch(error -> FieldPath.parse(error).within(path))
                                || (orGone && !view.visible(path));
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private Set<String> ids(List<FormError> errors) {
        Set<String> ids = new HashSet<>();
        errors.forEach(error -> ids.add(error.path().toString()));
        return ids;
    }

    private FormView view(FimForm form, FormData data) {
        return new Questionnaire(form.form(), form.pages()).view(data, TODAY);
    }

    private FormData data(String given) {
        FormData data = FormData.EMPTY;
        for (String pair : given.strip().split(";")) {
            if (!pair.contains("=")) {
                continue;
            }
            String id = pair.substring(0, pair.indexOf('=')).strip();
            String value = pair.substring(pair.indexOf('=') + 1).strip();
            Part part = parts.get(id);
            if (part == null) {
                throw new AssertionError("no field " + id);
            }
            if (part.type().equals("group")) {
                throw new AssertionError("a group has no value: " + pair);
            }
            data = data.with(path(id), written(part, value));
        }
        return data;
    }

    /// The answer as the terminal keeps it. The harmonised fields for telephone and e-mail take no other than such.
    private static String written(Part part, String value) {
        if (value.isEmpty()) {
            return value;
        }
        return switch (part.id()) {
            case "F60000000240", "F60000000241" -> "0261 12900" + value.replaceAll("\\D", "");
            case "F60000000242" -> value.contains("@") ? value : value + "@example.org";
            default -> part.type().equals("bool") ? Boolean.toString(value.equals("ja")) : value;
        };
    }

    private FieldPath path(String id) {
        Part part = parts.get(id);
        if (part == null) {
            throw new AssertionError("no field " + id);
        }
        return part.parent().isEmpty() ? FieldPath.of(id) : path(part.parent()).child(id);
    }

    /// @param sentence the rule
    /// @param row decides what is required before any rule: where a group must be filled, what is in it but not the group itself;
    ///     else nothing
    private FimForm form(String sentence, List<String> row) {
        boolean ofGroups = row.get(4).matches(".*->\\s*required:(\\S*[,/])?G.*");
        String count = ofGroups ? "1:1" : "0:1";
        Map<String, List<String>> inside = new HashMap<>();
        List<Part> backwards = new ArrayList<>(parts.values()).reversed();
        for (Part part : backwards) {
            String xml =
                    part.type().equals("group")
                            ? named(
                                    SchemaFixtures.group(
                                            part.id(),
                                            ofGroups ? "0:1" : "1:1",
                                            inside.getOrDefault(part.id(), List.of())
                                                    .toArray(String[]::new)),
                                    part)
                            : named(
                                    SchemaFixtures.field(
                                            part.id(),
                                            part.parent().isEmpty() ? "0:1" : count,
                                            part.type().equals("choice") ? "select" : "input",
                                            type(part.type()),
                                            values(part)),
                                    part);
            inside.computeIfAbsent(part.parent(), _ -> new ArrayList<>()).addFirst(xml);
        }
        List<String> all = new ArrayList<>(inside.getOrDefault("", List.of()));
        all.addFirst(SchemaFixtures.rule("R1", sentence));
        return SchemaFixtures.form(SchemaFixtures.schema(all.toArray(String[]::new)));
    }

    private static String named(String xml, Part part) {
        return xml.replace("Feld " + part.id(), part.name())
                .replace("Frage " + part.id(), part.name())
                .replace("Gruppe " + part.id(), part.name());
    }

    private static String type(String type) {
        return switch (type) {
            case "date" -> "date";
            case "bool" -> "bool";
            case "integer" -> "num_int";
            case "number" -> "num";
            default -> "text";
        };
    }

    private static String values(Part part) {
        if (part.codes().isEmpty()) {
            return "";
        }
        StringBuilder xml = new StringBuilder("<x:werte>");
        for (String value : part.codes().split("\\|")) {
            xml.append("<x:wert><x:code>")
                    .append(value, 0, value.indexOf('='))
                    .append("</x:code><x:name>")
                    .append(value, value.indexOf('=') + 1, value.length())
                    .append("</x:name></x:wert>");
        }
        return xml.append("</x:werte>").toString();
    }
}
